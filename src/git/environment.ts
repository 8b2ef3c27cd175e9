import { env, platform } from "node:process";

/** One setting, as `git config` takes it. */
export type GitSetting = readonly [key: string, value: string];

/**
 * Settings that outrank the repository's own `.git/config`, which may belong to
 * somebody else: nothing of it may start a program, and nothing may change what
 * we read or in which order.
 */
const SETTINGS: readonly GitSetting[] = [
  ["safe.directory", "*"],
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.askPass", ""],
  ["core.attributesFile", "/dev/null"],
  ["core.quotePath", "false"],
  ["core.warnAmbiguousRefs", "false"],
  ["credential.helper", ""],
  ["protocol.allow", "never"],
  ["submodule.recurse", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["diff.orderFile", "/dev/null"],
  ["diff.relative", "false"],
  ["diff.ignoreSubmodules", "none"],
  ["log.showRoot", "true"],
  ["log.showSignature", "false"],
  ["log.follow", "false"],
  ["log.mailmap", "false"],
];

/**
 * The whole environment of every git we start. Only the search path is
 * inherited (on Windows also the folders a program cannot start without).
 *
 * - Nothing is ever fetched: `GIT_ALLOW_PROTOCOL` names a protocol that does not
 *   exist, which outranks `protocol.*.allow` of the repository, and
 *   `GIT_NO_LAZY_FETCH` keeps partial clones from trying.
 * - `refs/replace` and `info/grafts` are ignored: they are local, so two clones
 *   of the same commits would give two answers.
 * - Path arguments are taken literally; messages are in English, to be recognised.
 * - glibc keeps 32 MiB of freed memory instead of handing it back after each file: comparing
 *   versions of large files then takes half the time (https://man7.org/linux/man-pages/man3/mallopt.3.html).
 *
 * `more` settings come after ours and outrank them.
 *
 * See `git help git` (ENVIRONMENT VARIABLES) and `git help config`.
 */
export function gitEnvironment(gitDirectory?: string, more: readonly GitSetting[] = []): Record<string, string> {
  const settings = [...SETTINGS, ...more];
  const environment: Record<string, string> = {
    HOME: "/nonexistent",
    LC_ALL: "C",
    TZ: "UTC",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_ASKPASS: "",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_GRAFT_FILE: "/nonexistent/grafts",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_PROTOCOL_FROM_USER: "0",
    GIT_TERMINAL_PROMPT: "0",
    MALLOC_TRIM_THRESHOLD_: String(32 * 1024 * 1024),
    GIT_CONFIG_COUNT: String(settings.length),
  };
  for (const [index, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  for (const name of platform === "win32" ? ["Path", "PATH", "SystemRoot", "TEMP", "TMP"] : ["PATH"]) {
    const value = env[name];
    if (value !== undefined) environment[name] = value;
  }
  if (gitDirectory !== undefined) environment.GIT_DIR = gitDirectory;
  return environment;
}
