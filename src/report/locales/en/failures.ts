import { say } from "../../text.js";
import { list, plural } from "./words.js";

/** What to tell when the input is wrong: one sentence with the way out, by the failure's code. */
export const failures = {
  // git
  "git-not-found": () => say`git was not found; install it and make sure it is on the PATH.`,
  "git-too-old": (f: { version: string; minimum: string }) =>
    say`git ${f.version} is too old; ${f.minimum} or later is needed.`,
  "git-failed": (f: { command: string; directory: string; detail: string }) =>
    say`${f.command} failed in ${f.directory}: ${f.detail}`,
  "git-stopped": (f: { command: string; directory: string; detail: string }) =>
    say`${f.command} was stopped in ${f.directory} (${f.detail}); try again.`,
  interrupted: () => say`interrupted.`,
  "no-such-directory": (f: { directory: string }) => say`there is no directory ${f.directory}.`,
  "not-a-repository": (f: { directory: string }) =>
    say`${f.directory} is not in a git repository; go into one, or name it with --repo.`,
  "repository-damaged": (f: { directory: string; detail: string }) =>
    say`the repository at ${f.directory} is damaged (${f.detail}); git fsck tells more.`,
  "unknown-finding": (f: { id: string; known: string }) =>
    f.known === ""
      ? say`there is no finding ${f.id} here, and no other; --base and --head say of which change it is.`
      : say`there is no finding ${f.id} here; there are ${list(f.known.split(", "))}, and --base and --head say of which change.`,
  "two-heads": (f: { first: string; second: string }) =>
    say`"${f.first}" and --head ${f.second} both name the change; give one of them.`,
  "two-bases": (f: { first: string; second: string }) =>
    say`"${f.first}" and --base ${f.second} both name the base; give one of them.`,
  "description-unreadable": (f: { file: string; reason: string }) =>
    say`the description ${f.file} cannot be read (${f.reason}); name a text file.`,
  "invalid-ref": (f: { ref: string }) => say`"${f.ref}" cannot be the name of a ref.`,
  "ambiguous-ref": (f: { ref: string; candidates: string }) =>
    say`"${f.ref}" may mean several things: ${f.candidates}; write the one you mean in full.`,
  "unknown-ref": (f: { ref: string; nearest: string }) =>
    say`there is no branch, tag or commit "${f.ref}"; did you mean "${f.nearest}"?`,
  "unknown-ref-without-suggestion": (f: { ref: string }) =>
    say`there is no branch, tag or commit "${f.ref}"; git branch --all lists the branches, git fetch brings missing ones.`,
  "unknown-commit": (f: { ref: string }) => say`there is no commit "${f.ref}" here; git fetch may bring it.`,
  "unknown-pull-request": (f: { ref: string; number: number }) =>
    say`the head of pull request ${f.ref} is not here; git fetch origin ${`refs/pull/${f.number}/head:refs/pull/${f.number}/head`} brings it.`,
  "ref-without-commit": (f: { ref: string; name: string }) => say`"${f.ref}" (${f.name}) does not lead to a commit.`,
  "no-common-history": (f: { ref: string }) =>
    say`"${f.ref}" has no history in common with the branch it is compared with.`,
  // rules
  "rules.unknown-pack": (f: { reference: string; known: string }) =>
    say`there are no rules "${f.reference}"; the rules that come along are ${f.known}, and a file of your own ends in .yml.`,
  "rules.unknown-pack-near": (f: { reference: string; nearest: string }) =>
    say`there are no rules "${f.reference}"; did you mean "${f.nearest}"?`,
  "rules.same-id": (f: { id: string; first: string; second: string }) =>
    say`${f.first} and ${f.second} are both the rules "${f.id}"; keep one of them.`,
  "rules.no-such-file": (f: { file: string }) => say`there is no file ${f.file}.`,
  "rules.file-is-a-folder": (f: { file: string }) => say`${f.file} is a directory; name one file of rules.`,
  "rules.file-unreadable": (f: { file: string; reason: string }) => say`${f.file} cannot be read (${f.reason}).`,
  "rules.invalid-pack": (f: { file: string; count: number }) =>
    say`the rules in ${f.file} have ${f.count} ${plural(f.count, "problem", "problems")}:`,
  // settings
  "config.invalid": (f: { file: string; count: number }) =>
    say`the settings in ${f.file} have ${f.count} ${plural(f.count, "problem", "problems")}:`,
  "config.unreadable": (f: { file: string; commit: string; detail: string }) =>
    say`${f.file} of ${f.commit} cannot be read: ${f.detail}; git fetch may bring what is missing.`,
  "config.no-such-pack": (f: { file: string; ref: string }) =>
    say`the settings name the rules ${f.file}, which ${f.ref} does not have; commit the file there, or correct the path.`,
  "config.exists": (f: { file: string }) => say`already there: ${f.file}; --force replaces what is there.`,
  "config.no-uses": () =>
    say`nobody can know where the Action is published; add --uses OWNER/REPO@REF, the repository and the tag that hold this version of Volteface.`,
  "config.bare": (f: { directory: string }) =>
    say`${f.directory} has no working tree to write into; run this in a clone with files.`,
  "config.unknown-rule": (f: { rule: string; nearest: string; known: string }) =>
    f.nearest === ""
      ? say`there is no rule "${f.rule}"; the rules are ${f.known}.`
      : say`there is no rule "${f.rule}"; did you mean "${f.nearest}"?`,
  // stories
  "directory-not-empty": (f: { directory: string }) => say`${f.directory} is not empty.`,
  "unknown-story": (f: { story: string; known: string }) => say`there is no story "${f.story}"; there are ${f.known}.`,
  "bad-story": (f: { story: string; problems: string }) => say`the story "${f.story}" is not right: ${f.problems}`,
  // command line
  "usage.unknown-command": (f: { command: string; nearest: string; known: string }) =>
    f.nearest === ""
      ? say`there is no command "${f.command}"; the commands are ${f.known}.`
      : say`there is no command "${f.command}"; did you mean "${f.nearest}"?`,
  "usage.unknown-flag": (f: { flag: string; nearest: string; command: string }) =>
    f.nearest === ""
      ? say`there is no flag "${f.flag}"; ${`${f.command} --help`} lists them.`
      : say`there is no flag "${f.flag}"; did you mean "${f.nearest}"?`,
  "usage.flag-without-value": (f: { flag: string }) => say`the flag ${f.flag} needs a value.`,
  "usage.unknown-value": (f: { value: string; flag: string; nearest: string; known: string }) =>
    f.nearest === ""
      ? say`${f.flag} cannot be "${f.value}"; it is one of ${f.known}.`
      : say`${f.flag} cannot be "${f.value}"; did you mean "${f.nearest}"?`,
  "usage.bad-value": (f: { value: string; flag: string; form: string }) =>
    say`${f.flag} cannot be "${f.value}"; write it as ${f.form}.`,
  "usage.missing-argument": (f: { argument: string; command: string }) =>
    say`an argument is missing: ${`${f.command} ${f.argument}`}.`,
  "usage.too-many-arguments": (f: { argument: string; command: string }) =>
    say`${f.command} does not take the argument "${f.argument}".`,
  "usage.other": (f: { detail: string }) => say`the command line is not right: ${f.detail}`,
  // output
  "output.no-directory": (f: { file: string; directory: string }) =>
    say`cannot write ${f.file}: there is no directory ${f.directory}.`,
  "output.is-a-directory": (f: { file: string }) => say`cannot write ${f.file}: it is a directory.`,
  "output.no-permission": (f: { file: string }) => say`cannot write ${f.file}: permission denied.`,
  "output.no-space": (f: { file: string }) => say`cannot write ${f.file}: no space left on the device.`,
  "output.failed": (f: { file: string; reason: string }) => say`cannot write ${f.file} (${f.reason}).`,
  // settings of the App
  "serve.missing": (f: { variable: string }) =>
    say`${f.variable} is not set; docs/self-hosting.md tells where to find it.`,
  "serve.no-private-key": () =>
    say`neither PRIVATE_KEY nor PRIVATE_KEY_PATH is set; generate a private key on the App's page and give one of them.`,
  "serve.private-key-unreadable": (f: { file: string; reason: string }) =>
    say`PRIVATE_KEY_PATH: ${f.file} cannot be read (${f.reason}).`,
  "serve.bad-private-key": (f: { variable: string }) =>
    say`${f.variable} does not hold an RSA private key; it must be the whole .pem file that GitHub gave, as it is, with \\n for its line ends, or in base64.`,
  "serve.not-a-number": (f: { variable: string; value: string; minimum: number; maximum: number }) =>
    say`${f.variable} cannot be "${f.value}"; it is a whole number from ${f.minimum} to ${f.maximum}.`,
  "serve.unknown-word": (f: { variable: string; value: string; known: string }) =>
    say`${f.variable} cannot be "${f.value}"; it is one of ${f.known}.`,
  "serve.not-an-address": (f: { variable: string; form: string }) =>
    say`${f.variable} is not an address of the form ${f.form}.`,
  "serve.role-needs-database": (f: { role: string }) =>
    say`ROLE=${f.role} needs DATABASE_URL: only PostgreSQL can be shared by several processes.`,
  "serve.cannot-listen": (f: { host: string; port: number; reason: string }) =>
    say`cannot listen on ${f.host} port ${f.port} (${f.reason}); HOST and PORT name another place.`,
  // database
  "store.directory-in-use": (f: { directory: string }) =>
    say`another process uses ${f.directory}; an embedded database belongs to one process, several need DATABASE_URL.`,
  "store.directory-unusable": (f: { directory: string; reason: string }) =>
    say`cannot keep anything in ${f.directory} (${f.reason}); VOLTEFACE_DATA_DIR names another directory.`,
  "store.directory-too-long": (f: { directory: string; maximum: number }) =>
    say`${f.directory} is too long for a socket in it; VOLTEFACE_DATA_DIR may have ${f.maximum} bytes.`,
  "store.damaged": (f: { directory: string }) =>
    say`the database in ${f.directory} cannot be opened; restore a backup, or move the directory away to start afresh.`,
  "store.database-unreachable": (f: { reason: string }) =>
    say`the database at DATABASE_URL cannot be used (${f.reason}); is it running, and are user and password right?`,
  "store.newer": (f: { found: number; known: number }) =>
    say`the database is of a later version (step ${f.found}, this version knows ${f.known}); upgrade Volteface, or restore the backup from before the upgrade.`,
  // github
  "mirror.unsupported-url": (f: { url: string }) =>
    say`repositories are not fetched from "${f.url}"; it must be https, without credentials.`,
  "mirror.no-access": (f: { repository: string; detail: string }) =>
    say`GitHub does not let ${f.repository} be fetched (${f.detail}); check that the App is installed there and may read contents.`,
  "mirror.unreachable": (f: { repository: string; detail: string }) =>
    say`${f.repository} could not be fetched (${f.detail}); it will be tried again.`,
  "mirror.timeout": (f: { repository: string; seconds: number }) =>
    say`fetching ${f.repository} took longer than the ${f.seconds} ${plural(f.seconds, "second", "seconds")} it may take.`,
  "mirror.too-large": (f: { repository: string; megabytes: number }) =>
    say`${f.repository} is larger than the ${f.megabytes} MB that a repository may take.`,
  "mirror.no-space": (f: { repository: string }) =>
    say`${f.repository} cannot be fetched: no space left on the device.`,
  "mirror.history-rejected": (f: { repository: string; detail: string }) =>
    say`the history of ${f.repository} is not taken: git fsck finds it malformed (${f.detail}).`,
  "mirror.fetch-failed": (f: { repository: string; detail: string }) =>
    say`fetching ${f.repository} failed: ${f.detail}`,
  "action.no-pull-request": (f: { event: string }) =>
    say`this workflow runs for ${f.event} and not for a pull request; let it run on pull_request.`,
  "github.moved": (f: { repository: string }) =>
    say`the pull request of ${f.repository} changed while it was looked at; it is looked at again.`,
  "github.not-found": (f: { repository: string }) =>
    say`GitHub shows no such thing in ${f.repository}; it may be gone, or the App may not be installed there any more.`,
  "github.unauthorized": (f: { repository: string }) =>
    say`GitHub does not accept the App's credentials for ${f.repository}; check the App's id and private key, and that it is installed.`,
  "github.forbidden": (f: { repository: string; detail: string }) =>
    say`GitHub does not allow that in ${f.repository} (${f.detail}); check the permissions of the installation.`,
  "github.rate-limited": (f: { repository: string; seconds: number }) =>
    say`GitHub allows no more requests for ${f.repository} for now; they go on in ${f.seconds} ${plural(f.seconds, "second", "seconds")}.`,
  "github.unreachable": (f: { repository: string; detail: string }) =>
    say`GitHub cannot be reached for ${f.repository} (${f.detail}); it will be tried again.`,
  "github.failed": (f: { repository: string; detail: string }) =>
    say`GitHub answered with an error for ${f.repository} (${f.detail}); it will be tried again.`,
  "github.refused": (f: { repository: string; detail: string }) =>
    say`GitHub did not take what it was sent for ${f.repository} (${f.detail}).`,
  // analysis
  "scenario.none": (f: { pack: string }) =>
    say`the rules "${f.pack}" tell no scenarios; write some in their file (docs/writing-rules.md says how).`,
  "scenario.unbound": (f: { at: string; symbol: string; stage: string; call: string; key: string; ref: string }) =>
    say`${f.at}: on ${f.ref}, ${f.call} sets ${f.key} to something with ${f.symbol} at this step, and nothing says what that is; write ${`${f.stage} ${f.symbol}=A`}.`,
  "no-behavior": (f: { known: string }) =>
    say`none of the rules finds its names in these refs; the rules are ${list(f.known.split(", "))}, and --rules adds your own.`,
};
