import { randomBytes } from "node:crypto";
import { notFound, Refusal, unprocessable } from "./answer.js";
import { reaches } from "./caller.js";
import type { Access, Installation, Permissions, State, Token } from "./state.js";

/** An installation's token lives for an hour, in milliseconds. */
const LIFETIME = 3_600_000;

/** Adds a token to the state. They are told apart by their beginning, as GitHub's are. */
export function issueToken(state: State, token: Omit<Token, "value" | "expires">): Token {
  const prefix = token.installation === null ? "ghp" : `ghs_${state.app.id}`;
  const issued = {
    ...token,
    value: `${prefix}_${randomBytes(18).toString("base64url")}`,
    expires: Date.now() + LIFETIME,
  };
  state.tokens.push(issued);
  return issued;
}

/** What an App asks for when it wants less than it has. */
export interface Narrowing {
  readonly repositories?: unknown;
  readonly repository_ids?: unknown;
  readonly permissions?: unknown;
}

/** A token of an installation, for the repositories and permissions that are asked for, or for all. */
export function issueInstallationToken(state: State, id: number, narrowing: Narrowing): Token {
  const installation = state.installations.find((one) => one.id === id && !one.removed);
  if (installation === undefined) throw notFound();
  if (installation.suspended) throw new Refusal(403, "This installation has been suspended");
  return issueToken(state, {
    actor: `${state.app.slug}[bot]`,
    installation: id,
    permissions: narrowPermissions(installation, narrowing.permissions),
    repositories: narrowRepositories(state, installation, narrowing),
  });
}

function narrowPermissions({ permissions }: Installation, asked: unknown): Permissions {
  if (asked === undefined) return permissions;
  const wanted = Object.entries(asked as Record<string, Access>);
  if (wanted.some(([name, access]) => !reaches(permissions[name], access))) {
    throw new Refusal(422, "The permissions requested are not granted to this installation.");
  }
  return { metadata: "read", ...Object.fromEntries(wanted) };
}

function narrowRepositories(state: State, installation: Installation, asked: Narrowing): readonly number[] {
  const names = asked.repositories === undefined ? [] : (asked.repositories as readonly string[]);
  const ids = asked.repository_ids === undefined ? [] : (asked.repository_ids as readonly number[]);
  if (names.length + ids.length === 0) return installation.repositories;
  const known = state.repositories.filter(({ id }) => installation.repositories.includes(id));
  const found = [
    ...names.map((name) => known.find((one) => one.name === name)?.id),
    ...ids.map((id) => known.find((one) => one.id === id)?.id),
  ];
  if (found.includes(undefined)) {
    const message =
      "There is at least one repository that does not exist or is not accessible to the parent installation.";
    throw unprocessable("Installation", "repositories", message);
  }
  return found.filter((id) => id !== undefined);
}
