import { badCredentials, notAllowed, notFound, Refusal } from "./answer.js";
import { checkJsonWebToken } from "./json-web-token.js";
import type { Access, Installation, Repository, State, Token } from "./state.js";

/** Who asks: the App itself, the bearer of a token, or nobody in particular. */
export type Caller =
  | { readonly kind: "app" }
  | { readonly kind: "token"; readonly token: Token; readonly installation: Installation | null }
  | { readonly kind: "anonymous" };

const JSON_WEB_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Understands an Authorization header: `bearer`, `token`, or the basic one that git sends. */
export function callerOf(authorization: string, state: State): Caller {
  if (authorization === "") return { kind: "anonymous" };
  const [scheme = "", credentials = ""] = authorization.split(/ +/, 2);
  const basic = scheme.toLowerCase() === "basic";
  const value = basic
    ? Buffer.from(credentials, "base64")
        .toString("utf8")
        .replace(/^[^:]*:/, "")
    : credentials;
  const token = state.tokens.find((one) => one.value === value);
  if (token !== undefined) return bearer(token, state);
  if (basic || !JSON_WEB_TOKEN.test(value)) throw badCredentials();
  checkJsonWebToken(value, state.app);
  return { kind: "app" };
}

function bearer(token: Token, state: State): Caller {
  const installation = state.installations.find(({ id }) => id === token.installation) ?? null;
  if (token.expires <= Date.now() || installation?.removed === true) throw badCredentials();
  if (installation?.suspended === true) throw new Refusal(403, "This installation has been suspended");
  return { kind: "token", token, installation };
}

/** The login a caller acts as. */
export function actorOf(caller: Caller, state: State): string {
  if (caller.kind === "token") return caller.token.actor;
  return caller.kind === "app" ? state.app.slug : "";
}

/** One of these permissions is enough. */
export type Needs = Readonly<Record<string, Access>>;

/**
 * Lets a caller through to a repository, or refuses as GitHub does: what cannot be
 * seen does not exist; what can be seen may still be out of reach.
 */
export function checkAccess(caller: Caller, repository: Repository, needs: Needs): void {
  const open = !repository.private && Object.values(needs).every((access) => access === "read");
  if (caller.kind === "app") throw notAllowed();
  if (caller.kind === "anonymous" || !covers(caller, repository)) {
    if (open) return;
    throw repository.private ? notFound() : notAllowed();
  }
  const { permissions } = caller.token;
  if (!Object.entries(needs).some(([name, access]) => reaches(permissions[name], access))) throw notAllowed();
}

function covers({ token, installation }: Extract<Caller, { kind: "token" }>, { id }: Repository): boolean {
  return token.repositories.includes(id) && installation?.repositories.includes(id) !== false;
}

/** Whether what is granted includes what is asked for. */
export function reaches(granted: Access | undefined, asked: Access): boolean {
  const order: readonly Access[] = ["read", "write", "admin"];
  return granted !== undefined && order.indexOf(granted) >= order.indexOf(asked);
}
