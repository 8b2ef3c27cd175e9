import { prose, say, type Text } from "../../text.js";
import { list, orNothing, plural } from "./words.js";

export const rules = {
  listHeading: (count: number) => say`${count} ${plural(count, "set of rules comes", "sets of rules come")} along.`,
  general: say`general: fits any repository`,
  operations: (names: readonly string[]) => say`operations: ${list(names)}`,
  stages: (names: readonly string[]) => say`stages: ${list(names)}`,
  headings: {
    keys: say`Tracked keys`,
    values: say`Names for what is written`,
    operations: say`Operations`,
    stages: say`Stages and what tells them`,
    sources: say`Files that are read`,
    hazards: say`Hazards`,
    examples: say`Examples`,
    scenarios: say`Scenarios`,
  },
  language: (language: string) => say`for sources in ${language}`,
  family: say`each value found is a key of its own`,
  location: {
    entry: (pattern: string) => say`map entry ${pattern}`,
    field: (pattern: string) => say`field ${pattern}`,
    list: (pattern: string) => say`element of ${pattern}`,
    call: (pattern: string) => say`call ${pattern}`,
  },
  sets: say` sets it`,
  deletes: say` deletes it`,
  ofPackage: (path: string) => say` (package ${path})`,
  value: (symbol: string, patterns: readonly string[]) => say`${symbol}: ${list(patterns)}`,
  operation: (name: string, role: string, functions: readonly string[]) => say`${name} (${role}): ${list(functions)}`,
  hazard: (id: string, severity: string, message: string) => say`${id} (${severity}): ${prose(message)}`,
  hazardFind: say`what is looked for`,
  hazardWhere: say`what the variables may stand for`,
  noTrigger: say`nothing tells this stage`,
  trigger: {
    constant: (on: string, subject: string | null) =>
      subject === null ? say`compared with ${on}` : say`${subject} compared with ${on}`,
    present: (on: string, _subject: string | null) => say`${on} is present`,
    holds: (on: string, _subject: string | null) => say`${on} is true`,
    fails: (on: string, _subject: string | null) => say`${on} is false`,
    function: (on: string, _subject: string | null) => say`in the function ${on}`,
  },
  triggerLine: (kind: string, value: string | null, condition: Text) =>
    value === null ? say`${kind}: ${condition}` : say`${`${kind} ${value}`}: ${condition}`,
  sourcesLine: (kinds: Text) => say`besides ordinary sources: ${kinds}`,
  sourceKinds: { tests: say`tests`, mocks: say`mocks`, vendored: say`vendored code`, generated: say`generated code` },
  noOtherSources: say`ordinary sources only: no tests, mocks, vendored or generated code`,
  include: (globs: readonly string[]) => say`only ${list(globs)}`,
  exclude: (globs: readonly string[]) => say`not ${list(globs)}`,
  check: {
    headline: (packs: number, broken: number) =>
      broken === 0
        ? say`${packs} ${plural(packs, "set", "sets")} of rules checked: all fine.`
        : say`${broken} of ${packs} ${plural(packs, "set", "sets")} of rules ${plural(broken, "has", "have")} problems.`,
    fine: (id: string, examples: number) => say`${id}: fine, ${examples} ${plural(examples, "example", "examples")}`,
    broken: (id: string, problems: number) => say`${id}: ${problems} ${plural(problems, "problem", "problems")}`,
    lines: (hazard: string, expected: readonly number[], actual: readonly number[] | null) =>
      actual === null
        ? say`${hazard}: the code does not parse`
        : say`${hazard}: expected ${lineList(expected)}, found ${lineList(actual)}`,
    matchesEverything: (hazard: string) =>
      say`Remark: ${hazard} matches everything. Name the code in its pattern; a hazard seen all over tells nothing.`,
    mismatch: (stage: string | null, expected: string, actual: string) =>
      stage === null
        ? say`writers: expected ${orNothing(expected, "none")}, found ${orNothing(actual, "none")}`
        : say`${stage}: expected ${orNothing(expected, "nothing")}, found ${orNothing(actual, "nothing")}`,
  },
};

function lineList(lines: readonly number[]): Text {
  return lines.length === 0 ? say`nothing` : [...plural(lines.length, "line ", "lines "), lines.join(", ")];
}
