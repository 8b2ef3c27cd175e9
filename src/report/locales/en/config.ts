import { say, type Text } from "../../text.js";
import { list, plural } from "./words.js";

/** Settings: what is wrong with them, what they say, and how to begin; and rules explained. */
export const config = {
  check: {
    fine: (file: string) => say`${file}: fine.`,
    broken: (file: string, problems: number) => say`${file}: ${problems} ${plural(problems, "problem", "problems")}.`,
  },
  show: {
    file: (file: string) => say`The settings of ${file}, completed by defaults.`,
    none: (path: string) => say`There is no ${path}; everything is as it is by default.`,
    settings: say`Settings`,
    branches: say`Branches (the last one that matches counts)`,
    rules: say`Rules`,
    setting: (name: string, value: Text, origin: Text) => say`${name}: ${value} (${origin})`,
    list: (values: readonly string[]) => list(values),
    allPacks: say`all that come along and apply`,
    nothing: say`nothing`,
    noSeverity: say`none; only rules in the mode block make a check fail`,
    ownChoice: say`the reader's own choice, else en`,
    branch: (f: { pattern: string; policy: string; since: string | null; until: string | null }) =>
      say`${f.pattern}: ${f.policy}${f.since === null ? [] : say`, since ${f.since}`}${f.until === null ? [] : say`, until ${f.until}`}`,
    rule: (f: { id: string; mode: string; severity: string | null; origin: Text }) =>
      f.severity === null
        ? say`${f.id}: ${f.mode} (${f.origin})`
        : say`${f.id}: ${f.mode}, ${f.severity} (${f.origin})`,
  },
  origin: {
    default: say`by default`,
    file: (line: number) => say`line ${line}`,
    flag: (name: string) => say`${name}`,
    input: (name: string) => say`the input ${name}`,
  },
  explain: {
    titled: (id: string, title: Text) => say`${id}: ${title}`,
    headings: {
      meaning: say`What it means`,
      matters: say`Why it matters`,
      advice: say`What to do`,
      silence: say`How to silence it`,
    },
    severity: (severity: string) => say`Severity: ${severity}.`,
    mode: (f: { mode: string; origin: Text; reason: Text; what: Text }) =>
      say`Mode: ${f.mode} (${f.origin})${f.reason}; ${f.what}`,
    because: (reason: Text) => say`, because: ${reason}`,
    modes: {
      off: say`nothing is looked for.`,
      monitor: say`findings are counted, and not told on pull requests.`,
      comment: say`findings are told on pull requests.`,
      block: say`findings are told, and the check fails.`,
    },
    latent: say`What cannot happen yet is only counted, unless the settings choose a mode.`,
    ofPack: (pack: string) => say`A hazard of the rules ${pack}.`,
    silence: {
      everywhere: (file: string) => say`For the repository, in ${file}, with the reason:`,
      code: (line: string) => say`${line}`,
      once: (line: string) => say`For one pull request: a line ${line} in its description or in a commit message.`,
      backport: (file: string) =>
        say`For a branch: a policy in ${file}: ${"branches: [{ pattern: release-1.0, policy: end-of-life }]"}`,
      reason: say`why this is meant`,
    },
  },
  init: {
    wrote: (files: readonly string[]) => say`Wrote ${list(files)}.`,
    next: say`What to do next`,
    steps: {
      edit: (file: string) =>
        say`Read ${file} and decide the policies of the release branches; nothing else needs to be set.`,
      check: (command: string) => say`${command} checks it.`,
      matrix: (command: string) => say`${command} shows where branches disagree today.`,
      commit: say`Commit it to the default branch: settings count from there, never from the pull request under review.`,
      workflow: (command: string) => say`${command} writes a workflow that reviews every pull request.`,
    },
    noPacks: say`None of the rules that come along finds its names here. docs/writing-rules.md tells how to write your own.`,
    /** Comments of the file that is written, one or more lines each. */
    file: {
      head: say`Settings of Volteface. All fields: volteface config schema, docs/configuration.md. Everything here may be left out.`,
      packs: say`Rules to apply. These find their names in this repository:`,
      noPacks: say`Rules to apply: ids, or paths of files in this repository. None of those that come along finds its names here.`,
      general: say`general: fits any repository`,
      branches: say`What each release branch still gets: maintained, security-only or end-of-life. The policies below are guesses from the last commit of each branch. Correct them, and remove the # to let them count; until then maintainers are asked about every branch.`,
      noBranches: say`What each release branch still gets: maintained, security-only or end-of-life. No release branch was found.`,
      lastCommit: (day: string) => say`last commit ${day}`,
      rules: say`How each rule is wanted: off, monitor (counted only), comment, or block (the check fails). These are the defaults; volteface explain RULE tells what a rule means.`,
      ignore: say`Files that are not looked at.`,
      rest: say`The language of comments (en or zh-CN), whether pull requests get a comment, and how many findings are annotated in the files.`,
      workflow: say`Reviews every pull request with the settings of its base branch.`,
    },
  },
};
