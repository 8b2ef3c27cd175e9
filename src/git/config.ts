import type { Commands } from "./commands.js";

/** The configuration that applies to a repository: its own, and what `environment.ts` lays over it. */
export interface Config {
  /** The names of the remotes: `upstream` first, then `origin`, then the others by name. */
  readonly remotes: readonly string[];
  /** Where a remote is fetched from (its first address), null when it has none. */
  remoteUrl(remote: string): string | null;
  /** Whether objects were left at a remote on purpose: `git clone --filter`. */
  readonly partial: boolean;
}

/** Reads the configuration in one go: asking for a key that is not there costs as much as reading all. */
export async function readConfig(commands: Commands): Promise<Config> {
  const urls = new Map<string, string>();
  let partial = false;
  for (const [key, value] of parse(await commands.run("config", "-z", "--list"))) {
    const { name, setting } = /^remote\.(?<name>.+)\.(?<setting>[^.]+)$/s.exec(key)?.groups ?? {};
    if (name !== undefined && setting === "url" && !urls.has(name)) urls.set(name, value ?? "");
    if (setting === "promisor" || setting === "partialclonefilter" || key === "extensions.partialclone")
      partial ||= value !== "false";
  }
  return { remotes: [...urls.keys()].sort(byRank), remoteUrl: (remote) => urls.get(remote) ?? null, partial };
}

/** `git config -z --list` prints `key\nvalue\0`, or `key\0` for a key that is on without a value. */
function parse(text: string): [key: string, value: string | null][] {
  return text
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const end = entry.indexOf("\n");
      return end < 0 ? [entry, null] : [entry.slice(0, end), entry.slice(end + 1)];
    });
}

function byRank(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(remote: string): number {
  return remote === "upstream" ? 0 : remote === "origin" ? 1 : 2;
}
