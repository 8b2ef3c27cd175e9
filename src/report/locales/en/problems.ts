import { nearest } from "../../../primitives/index.js";
import type { Fault, Kind, Label } from "../../../rules/index.js";
import { join, name, say, type Text } from "../../text.js";

/** What is wrong in a file of rules or of settings, and what to write instead. */
export interface Told {
  readonly message: Text;
  readonly hint: Text;
}

type Tell<Code extends Fault["code"]> = (fault: Extract<Fault, { code: Code }>) => Told;

/** By the fault's code. Messages have no full stop, hints are whole sentences. */
export type Problems = { readonly [Code in Fault["code"]]: Tell<Code> };

export const problems: Problems = {
  "too-large": () =>
    told(
      say`the file is larger than 1 MB, the most that is read`,
      say`Check that this is the right file; a person would not write one this large.`,
    ),
  "not-utf8": () => told(say`the file is not UTF-8 text`, say`Save it with the encoding "UTF-8".`),

  // YAML
  "too-deep": () => told(say`the values are nested too deeply to read`, say`Eight levels are more than enough.`),
  "too-many-aliases": () => told(say`aliases multiply into more text than is read`, say`Write the repeated parts out.`),
  "alias-in-itself": (f) =>
    told(say`the alias *${f.name} stands inside the value it repeats`, say`Write the value out.`),
  "alias-without-anchor": (f) =>
    told(say`the alias *${f.name} has no anchor`, say`Write &${f.name} before the value it should repeat.`),
  "star-without-quotes": (f) =>
    told(
      say`a text that begins with * is an alias in YAML`,
      say`Put the pattern in single quotes: '${f.pattern.replaceAll("'", "''")}'.`,
    ),
  "reserved-name": (f) => told(say`"${f.name}" cannot be a name`, say`Choose another name.`),
  "written-twice": (f) =>
    told(say`"${f.name}" is written twice`, say`It is already on line ${f.firstLine}; keep one of them.`),
  tab: () => told(say`the line is indented with a tab`, say`YAML is indented with spaces; use two for each level.`),
  "open-bracket": () =>
    told(
      say`a bracket that was opened above is still open here`,
      say`Close it with ] or } before this line, or indent the lines inside it.`,
    ),
  indentation: () =>
    told(say`the indentation fits no level above`, say`Begin the line in the same column as its neighbours.`),
  "missing-character": () =>
    told(say`a quote, a bracket or a colon is missing`, [
      ...say`Close what was opened, and write `,
      "`name: value`",
      ...say` with a space after the colon.`,
    ]),
  "alias-like-text": () =>
    told(
      say`a text that begins with * or & means something else in YAML`,
      say`Put it in single quotes: '*.Spec.NodeName'.`,
    ),
  "text-begins-strangely": () =>
    told(say`a text cannot begin with this character`, say`Put the text in single quotes.`),
  "neither-field-nor-text": () =>
    told(say`this line is neither a field nor part of the text before it`, [
      "Write `name: value`, and quote texts that contain `: `.",
    ]),
  "block-in-brackets": () =>
    told(
      say`an indented list or mapping stands inside brackets`,
      say`Close the bracket first, or write all of it inside the brackets.`,
    ),
  "second-document": () =>
    told(say`a second document begins here`, say`Keep one document in one file; remove the line ---.`),
  "two-anchors": () => told(say`a value has two anchors`, say`Keep one of them.`),
  "two-tags": () => told(say`a value has two tags`, say`No tags are needed here; remove them.`),
  "unknown-tag": () => told(say`this tag means nothing here`, say`Put a text that begins with ! in single quotes.`),
  "unknown-escape": () =>
    told(
      say`the backslash begins nothing that double quotes know`,
      say`Use single quotes: nothing needs escaping in them but the quote itself, written twice.`,
    ),
  "not-yaml": (f) =>
    told(
      say`this is not YAML: ${f.detail}`,
      say`Check the indentation and the quotes of this line and the one before it.`,
    ),

  // the form
  "unknown-field": (f) => told(say`unknown field "${f.name}"`, suggest(f.name, f.known, say`The fields here are`)),
  "hidden-character": (f) =>
    told(
      say`the name "${f.name}" has a character that cannot be seen, ${f.character}`,
      say`Remove it, or type the name anew.`,
    ),
  "bad-name": (f) => told(say`"${f.name}" cannot be a name`, NAMES),
  "missing-field": (f) =>
    told(
      say`"${f.name}" is missing${f.at === null ? [] : say` in ${label(f.at)}`}`,
      say`Add "${f.name}": ${[lowerFirst(f.meaning)]}.`,
    ),
  empty: (f) => told(say`${label(f.at)} is empty`, sentence(f.meaning)),
  "bad-choice": (f) =>
    told(
      say`${label(f.at)} cannot be ${f.written}`,
      suggest(f.written.replace(/^['"]|['"]$/g, ""), f.known, say`It is one of`),
    ),
  "wrong-kind": (f) =>
    told(
      say`${label(f.at)} must be ${[KINDS[f.expected]]}, not ${[KINDS[f.found]]}`,
      f.expected === "boolean"
        ? say`Write true or false.`
        : f.expected === "text" && (f.found === "number" || f.found === "boolean")
          ? say`Put it in quotes: '${f.written}'.`
          : sentence(f.meaning),
    ),
  "bad-format": (f) => told(say`${label(f.at)} cannot be ${f.written}`, FORMATS[f.format] ?? sentence(f.meaning)),
  "out-of-range": (f) => told(say`${label(f.at)} cannot be ${f.written}`, sentence(f.meaning)),
  "too-long": (f) => told(say`${label(f.at)} is too long`, say`Use at most ${f.most} characters.`),
  "not-right": (f) => told(say`${label(f.at)} is not right`, sentence(f.meaning)),

  // packs
  "not-a-pack": (f) =>
    told(say`a pack is a mapping of fields, and this file is not`, say`Begin it with format: ${f.format}.`),
  "other-format": (f) => told(say`the format "${f.written}" is not a pack's`, say`Write format: ${f.format}.`),
  "other-version": (f) =>
    told(
      say`version ${f.version} of the pack format is not known here`,
      say`This Volteface reads ${f.format}; update it, or write the pack in that version.`,
    ),
  "unknown-name": (f) => told(say`there is no ${[f.of]} "${f.name}"`, suggest(f.name, f.known, [`The ${f.of}s are`])),
  "pattern-syntax": (f) =>
    told(
      say`the pattern does not parse: ${f.detail}`,
      say`Write an expression as it stands in the source, with *, $_ or $... for what may vary: '*.Spec.NodeName'.`,
    ),
  "unknown-metavariable": (f) =>
    told(say`"${f.name}" means nothing in this pattern`, suggest(f.name, f.known, say`Known are`)),
  "unused-metavariable": (f) => told(say`no pattern has "${`$${f.name}`}"`, suggest(f.name, f.known, say`They have`)),
  "regex-syntax": (f) =>
    told(
      say`the regular expression does not parse: ${f.detail}`,
      say`It is written as RE2 has it, without backreferences and lookahead: https://github.com/google/re2/wiki/Syntax.`,
    ),
  "regex-too-large": () =>
    told(
      say`the regular expression is too large when its repetitions are written out`,
      say`Repeat less: {1,20} and not {1,1000}.`,
    ),
  "not-a-function": (f) =>
    told(
      say`"${f.name}" is not a function's name`,
      say`Write Name, Receiver.Name or import/path.Name, or use the fields name, receiver and package.`,
    ),
  "function-of-two": (f) =>
    told(
      say`${f.function} is already the operation "${f.operation}"`,
      say`A function is one operation; remove it from the other list.`,
    ),
  "key-nowhere": (f) =>
    told(say`the key "${f.name}" is nowhere`, say`Say where it lives with entry, field, list or calls.`),
  "key-shape": (f) => SHAPES[f.place],
  "set-or-delete": () =>
    told(say`a call either sets or deletes the key`, say`Write one of set and delete, with the call as its pattern.`),
  "not-a-call": () =>
    told(
      say`this is not a call`,
      say`Write the call with its arguments: 'controllerutil.AddFinalizer($object, $key)'.`,
    ),
  "call-without-key": () =>
    told(
      say`the call does not say which of its arguments is the key`,
      say`Write $key in its place (or $keys for a list of them), because the key has each: true.`,
    ),
  conditions: (f) =>
    told(
      f.given.length === 0
        ? say`the trigger has no condition`
        : say`the trigger has ${f.given.length} conditions: ${names(f.given)}`,
      say`Write exactly one of ${names(f.known)}; several triggers may lead to the same stage.`,
    ),
  "subject-without-constant": (f) =>
    told(say`"subject" belongs to a constant`, say`Remove it, or write constant and value instead of ${f.condition}.`),
  "subject-without-value": () =>
    told(say`"subject" needs the value that the constant stands for`, say`Add value: Succeeded, or remove "subject".`),
  "stage-twice": (f) => told(say`the stage "${f.stage}" is listed twice`, say`Remove one of them.`),
  "stage-unreached": (f) =>
    told(say`no trigger leads to the stage "${f.stage}"`, say`Add a trigger with this stage, or remove the stage.`),
  "too-many-hazards": (f) => told(say`a pack has at most ${f.most} hazards`, say`Split it into several.`),
  "too-many-rules": (f) => told(say`the hazard has more than ${f.most} rules`, say`Split it into several hazards.`),
  "too-many-alternatives": () => told(say`the condition has too many alternatives`, say`Ask for fewer at once.`),
  "built-in-rule": (f) => told(say`"${f.name}" is the name of a built-in rule`, say`Give the hazard another name.`),
  "hidden-text": (f) =>
    told(say`"${f.field}" has characters that cannot be seen`, say`Remove control and direction characters.`),
  "several-lines": () =>
    told(say`the message has several lines`, say`State in one line what is seen, and why in explanation.`),
  "rule-says-nothing": (f) =>
    told(
      say`the rule says nothing`,
      f.of === "code" ? say`Add pattern, kind, regex or a relation.` : say`Add pattern, type or regex.`,
    ),
  "rule-of-no-code": () =>
    told(
      say`the rule does not say which code it is about`,
      say`Add pattern, kind or regex, in any in each of its rules; relations only narrow that down.`,
    ),
  "stop-by-alone": (f) => told(say`"stopBy" belongs to a relation`, say`Move it into ${names(f.relations)}.`),
  "line-beyond": (f) =>
    told(say`the code has no line ${f.line}`, say`It has ${f.last}; they are counted from 1 within the example.`),
  "no-example": (f) =>
    told(
      f.of === "seen"
        ? say`there is no example of code in which the hazard must be seen`
        : say`there is no example of code that must not be taken for it`,
      say`Add one: title, code and lines.`,
    ),
  "example-without-files": () => told(say`the example has no files`, say`Write at least one: 'pkg/a.go': |`),
  "example-expects-nothing": () =>
    told(say`the example expects nothing`, say`Say with cells or writers what must be seen.`),
  "not-a-path": (f) =>
    told(
      say`"${f.path}" is not a path inside a repository`,
      say`Write it from the repository's top, with /: pkg/a.go.`,
    ),
  "not-a-cell": (f) =>
    told(
      say`"${f.cell}" is not what a cell looks like`,
      say`Write Reset(false), Set → Clean, or — for a stage where nothing happens.`,
    ),
  "not-a-binding": (f) =>
    told(say`"${f.text}" does not say what a value stands for`, say`Write it as name=value: src=A.`),
  "bound-twice": (f) => told(say`"${f.name}" is given twice in one step`, say`Keep one of them.`),
  "scenario-expects-nothing": () =>
    told(say`the scenario expects nothing`, say`Say what a key must be at the end: requested-chassis: absent.`),
  "only-a-name": (f) =>
    told(say`"${f.name}" is only a name here`, say`Write what the steps let it stand for: ${`${f.name}=A`} is A.`),

  // settings
  "until-before-since": () => told(say`"until" is before "since"`, say`Write the first day first, or leave one out.`),
  "no-pack-file": (f) =>
    told(say`there is no file ${f.file}, or it cannot be read`, say`Paths begin at the root of the repository.`),
  "unknown-pack": (f) =>
    told(say`there are no rules "${f.name}"`, suggest(f.name, f.known, say`Those that come along are`)),
};

/** `pack.yml:3:5: what is wrong. What to write instead.` */
export function problemLine(place: string, { message, hint }: Told): Text {
  return say`${place}: ${message}. ${hint}`;
}

function told(message: Text, hint: Text): Told {
  return { message, hint };
}

/** `Did you mean "stages"?`, or the whole list when nothing is near. */
function suggest(wanted: string, known: readonly string[], words: Text): Text {
  const best = nearest(wanted, known);
  if (best !== null) return say`Did you mean "${best}"?`;
  return known.length === 0 ? say`${words}: none.` : say`${words}: ${names(known)}.`;
}

function names(all: readonly string[]): Text {
  return join(all.map(name), ", ");
}

/** `"role"`, or for an element `element 2 of "stages"`. */
function label(at: Label): Text {
  if (at === null) return say`this`;
  return "field" in at ? say`"${at.field}"` : say`element ${at.element} of "${at.of}"`;
}

const NAMES = say`Begin with a letter or digit; letters, digits and . _ - / may follow.`;

const FORMATS: Readonly<Record<string, Text>> = {
  names: NAMES,
  id: say`Use lower-case words with - between them, and / between the parts: my-project/leases.`,
  visible: say`Remove the characters that cannot be seen or that turn the direction of the text.`,
  date: say`Write a day of the calendar as 2026-03-31.`,
  constant: say`Write the constant's bare name, without its package: MigrationSucceeded.`,
};

const KINDS: Readonly<Record<Kind | "integer", string>> = {
  text: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  list: "a list",
  mapping: "a mapping",
  empty: "empty",
  missing: "missing",
};

const SHAPES = {
  entry: told(
    say`an entry is a map with an index, and this is not`,
    say`Write '*.Options["requested-chassis"]', or use field for what has no index.`,
  ),
  field: told(
    say`a field is something.Name, and this is not`,
    say`Write '*.Spec.NodeName', or use entry for a map's element.`,
  ),
  list: told(
    say`a list is named without an index, and this is not`,
    say`Write '*.Finalizers'; its elements are found wherever it is appended to or assigned.`,
  ),
};

function sentence(meaning: string): Text {
  return [`${meaning}.`];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
