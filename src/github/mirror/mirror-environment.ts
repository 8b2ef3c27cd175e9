import { type GitSetting, gitEnvironment } from "../../git/index.js";

/**
 * Flaws that real histories have, and that git's own readers forgive. Any other
 * flaw ends the fetch. Git knows the names since 2.39 at the latest; see
 * https://git-scm.com/docs/git-fsck#_fsck_messages
 */
const FORGIVEN = [
  "badTimezone",
  "gitmodulesUrl",
  "missingEmail",
  "missingNameBeforeEmail",
  "missingSpaceBeforeDate",
  "missingSpaceBeforeEmail",
  "multipleAuthors",
  "zeroPaddedFilemode",
];

const SETTINGS: readonly GitSetting[] = [
  ["transfer.fsckObjects", "true"],
  ...FORGIVEN.map((flaw): GitSetting => [`fetch.fsck.${flaw}`, "ignore"]),
  ["fetch.recurseSubmodules", "false"],
  ["fetch.writeCommitGraph", "true"],
  // Always a pack, never a file per object: then a look at what a fetch has brought is short.
  ["fetch.unpackLimit", "1"],
  ["http.followRedirects", "false"],
  // A server that is at work says so every few seconds (uploadpack.keepAlive); one that says nothing hangs.
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "30"],
];

/** The environment of git commands that change a mirror and reach nobody. */
export function mirrorEnvironment(directory: string): Record<string, string> {
  return gitEnvironment(directory, SETTINGS);
}

/**
 * The environment of a fetch: one protocol, one host, and a token that only this host
 * is sent. The token is in no argument, URL or file; git redacts it in its traces.
 */
export function fetchEnvironment(directory: string, url: URL, token: string): Record<string, string> {
  const protocol = url.protocol.slice(0, -1);
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const settings: readonly GitSetting[] = [
    ...SETTINGS,
    [`protocol.${protocol}.allow`, "always"],
    [`http.${url.origin}/.extraHeader`, header],
  ];
  return { ...gitEnvironment(directory, settings), GIT_ALLOW_PROTOCOL: protocol };
}
