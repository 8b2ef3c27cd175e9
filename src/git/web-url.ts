import type { Config } from "./config.js";

/**
 * The web address of the repository, from the first remote that has one: `upstream`,
 * `origin`, then, when it is the only one, whatever it is called.
 */
export function findWebUrl({ remotes, remoteUrl }: Config): string | null {
  for (const remote of remotes) {
    if (remote !== "upstream" && remote !== "origin" && remotes.length > 1) continue;
    const web = webAddress(remoteUrl(remote) ?? "");
    if (web !== null) return web;
  }
  return null;
}

/**
 * Turns an address that git understands into the one a browser does, on any host:
 * `git@github.com:owner/name.git`, `ssh://git@host:2222/owner/name`,
 * `https://user:token@host/owner/name.git` → `https://host/owner/name`. Names of users,
 * passwords and `.git` are dropped. Null for local paths and bundles. See `git help clone`, GIT URLS.
 */
export function webAddress(address: string): string | null {
  const url = /^(?<scheme>[a-z][a-z+]*):\/\/(?:[^/@]*@)?(?<host>\[[^\]]+\]|[^/:]+)(?<port>:\d*)?\/+(?<path>.+)$/i.exec(
    address,
  )?.groups;
  if (url !== undefined) return fromUrl(url.scheme ?? "", url.host ?? "", url.port ?? "", url.path ?? "");
  // scp-like: `host:path` with no slash before the colon; one letter is a Windows drive, two colons a program.
  const scp = /^(?:[^/@:]*@)?(?<host>[^/:]{2,}|\[[^\]]+\]):(?!:)\/*(?<path>[^/].*)$/.exec(address)?.groups;
  return scp === undefined || address.includes("://") ? null : join("https", scp.host ?? "", scp.path ?? "");
}

function fromUrl(scheme: string, host: string, port: string, path: string): string | null {
  switch (scheme.toLowerCase()) {
    case "https":
    case "http":
      return join(scheme.toLowerCase(), host + (port === ":" ? "" : port), path);
    case "ssh":
    case "git+ssh":
    case "ssh+git":
    case "git":
      return join("https", host, path);
    default:
      return null;
  }
}

function join(scheme: string, host: string, path: string): string | null {
  const name = path
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")
    .replace(/\/+$/, "");
  // GitHub's name for ssh through the port of https.
  const site = host.toLowerCase() === "ssh.github.com" ? "github.com" : host.toLowerCase();
  return name === "" ? null : `${scheme}://${site}/${name}`;
}
