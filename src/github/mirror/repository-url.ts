import { Failure } from "../../primitives/index.js";

/** Addresses of this machine, which may be spoken to without encryption. */
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Understands where a repository is cloned from: https, or http on this very machine;
 * never with credentials. Fails with `mirror.unsupported-url`.
 */
export function parseRepositoryUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (url === null || !safe || url.username !== "" || url.password !== "" || url.search + url.hash !== "") {
    throw new Failure("mirror.unsupported-url", { url: url === null ? "" : url.origin + url.pathname });
  }
  return url;
}

/** `OWNER/REPO`, as people know it. */
export function nameOf({ pathname }: URL): string {
  return pathname.replace(/^\//, "").replace(/\.git$/, "");
}
