import { type Answer, json } from "./answer.js";
import type { Caller, Needs } from "./caller.js";
import type { Installation, Repository, Token } from "./state.js";
import type { World } from "./world.js";

/** One request, taken apart. */
export interface Call {
  readonly world: World;
  /** The path without its query, as links to other pages repeat it. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A request about a repository, by somebody who was let in. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
  readonly caller: Caller;
  /** The login that asks. */
  readonly actor: string;
}

type Reply = Answer | Promise<Answer>;

/** Who may ask, what for, and what is answered. `:name` in a pattern is one part of a path, `*name` the rest of it. */
export type Route = { readonly pattern: string } & (
  | { readonly by: "anybody"; readonly reply: (call: Call) => Reply }
  | { readonly by: "app"; readonly reply: (call: Call) => Reply }
  | {
      readonly by: "installation";
      readonly reply: (call: Call & { readonly token: Token; readonly installation: Installation }) => Reply;
    }
  | { readonly by: "repository"; readonly needs: Needs; readonly reply: (call: RepositoryCall) => Reply }
);

/** A route below `/repos/:owner/:repo`. */
export function about(pattern: string, needs: Needs, reply: (call: RepositoryCall) => Reply): Route {
  return { pattern: pattern.replace(" ", " /repos/:owner/:repo"), by: "repository", needs, reply };
}

/** What a pattern finds in a request; null when it is another's. */
export function matchRoute(pattern: string, method: string, path: string): Record<string, string> | null {
  const source = pattern.replace(/:(\w+)/g, "(?<$1>[^/]+)").replace(/\*(\w+)/g, "(?<$1>.+)");
  const found = new RegExp(`^${source}$`).exec(`${method} ${path}`);
  if (found === null) return null;
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

export const numberOf = (call: Call, name: string): number => Number(call.params[name]);

/**
 * One page of a list, with the links that lead to the others.
 * `wrap` is for lists that stand in an object beside their count.
 */
export function page<T>(
  { world, path, query }: Call,
  all: readonly T[],
  wrap: (items: readonly T[], count: number) => unknown = (items) => items,
): Answer {
  const size = Math.min(100, Math.max(1, Number(query.get("per_page") ?? 30)));
  const at = Math.max(1, Number(query.get("page") ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string) => {
    const there = new URLSearchParams(query);
    there.set("page", String(to));
    return `<${world.origin}${path}?${there}>; rel="${rel}"`;
  };
  const links = [
    ...(at > 1 ? [link(at - 1, "prev"), link(1, "first")] : []),
    ...(at < last ? [link(at + 1, "next"), link(last, "last")] : []),
  ];
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(", ") };
  return json(200, wrap(all.slice((at - 1) * size, at * size), all.length), headers);
}
