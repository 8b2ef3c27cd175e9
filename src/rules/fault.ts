/**
 * Everything that can be wrong in a file that a person wrote, a pack or settings, as a code
 * with fields. What is said about it, and what to write instead, is in the locales.
 */
export type Fault = FileFault | YamlFault | FormFault | PackFault | SettingsFault;

/** The bytes are not a text that is read. */
type FileFault = { readonly code: "too-large" } | { readonly code: "not-utf8" };

/** The text is not YAML, or YAML that is not read. */
type YamlFault =
  | { readonly code: "too-deep" }
  | { readonly code: "too-many-aliases" }
  | { readonly code: "alias-in-itself"; readonly name: string }
  | { readonly code: "alias-without-anchor"; readonly name: string }
  /** The slip that every author makes once: a pattern without quotes. */
  | { readonly code: "star-without-quotes"; readonly pattern: string }
  | { readonly code: "reserved-name"; readonly name: string }
  | { readonly code: "written-twice"; readonly name: string; readonly firstLine: number }
  | { readonly code: SyntaxCode }
  /** In the words of the YAML library, which are English. */
  | { readonly code: "not-yaml"; readonly detail: string };

export type SyntaxCode =
  | "tab"
  | "open-bracket"
  | "indentation"
  | "missing-character"
  | "alias-like-text"
  | "text-begins-strangely"
  | "neither-field-nor-text"
  | "block-in-brackets"
  | "second-document"
  | "two-anchors"
  | "two-tags"
  | "unknown-tag"
  | "unknown-escape";

/** A place in the form, as it is called: a field by its name, an element by its list. */
export type Label =
  | { readonly field: string }
  | { readonly element: number; readonly of: string }
  /** The whole. */
  | null;

/** What a place holds. */
export type Kind = "text" | "number" | "boolean" | "empty" | "list" | "mapping" | "missing";

/** The values do not fit the form. `meaning` is what the form says about the place, in English; locales know it by that text. */
type FormFault =
  | { readonly code: "unknown-field"; readonly name: string; readonly known: readonly string[] }
  /** A name that reads like a known one and is not. `character` as U+200B. */
  | { readonly code: "hidden-character"; readonly name: string; readonly character: string }
  | { readonly code: "bad-name"; readonly name: string }
  | { readonly code: "missing-field"; readonly name: string; readonly at: Label; readonly meaning: string }
  | { readonly code: "empty"; readonly at: Label; readonly meaning: string }
  | { readonly code: "bad-choice"; readonly at: Label; readonly written: string; readonly known: readonly string[] }
  | {
      readonly code: "wrong-kind";
      readonly at: Label;
      readonly expected: Kind | "integer";
      readonly found: Kind;
      readonly written: string;
      readonly meaning: string;
    }
  | {
      readonly code: "bad-format";
      readonly at: Label;
      readonly written: string;
      /** The word that the form gives to its regular expression. */
      readonly format: string;
      readonly meaning: string;
    }
  | { readonly code: "out-of-range"; readonly at: Label; readonly written: string; readonly meaning: string }
  | { readonly code: "too-long"; readonly at: Label; readonly most: number }
  | { readonly code: "not-right"; readonly at: Label; readonly meaning: string };

/** The form is right, and what it says is not. */
type PackFault =
  | { readonly code: "not-a-pack"; readonly format: string }
  | { readonly code: "other-format"; readonly written: string; readonly format: string }
  | { readonly code: "other-version"; readonly version: string; readonly format: string }
  | {
      readonly code: "unknown-name";
      readonly of: "stage" | "operation" | "value" | "key" | "rule";
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly code: "pattern-syntax"; readonly detail: string }
  | { readonly code: "unknown-metavariable"; readonly name: string; readonly known: readonly string[] }
  | { readonly code: "unused-metavariable"; readonly name: string; readonly known: readonly string[] }
  | { readonly code: "regex-syntax"; readonly detail: string }
  | { readonly code: "regex-too-large" }
  | { readonly code: "not-a-function"; readonly name: string }
  | { readonly code: "function-of-two"; readonly function: string; readonly operation: string }
  | { readonly code: "key-nowhere"; readonly name: string }
  | { readonly code: "key-shape"; readonly place: "entry" | "field" | "list" }
  | { readonly code: "set-or-delete" }
  | { readonly code: "not-a-call" }
  | { readonly code: "call-without-key" }
  | { readonly code: "conditions"; readonly given: readonly string[]; readonly known: readonly string[] }
  | { readonly code: "subject-without-constant"; readonly condition: string }
  | { readonly code: "subject-without-value" }
  | { readonly code: "stage-twice"; readonly stage: string }
  | { readonly code: "stage-unreached"; readonly stage: string }
  | { readonly code: "too-many-hazards"; readonly most: number }
  | { readonly code: "too-many-rules"; readonly most: number }
  | { readonly code: "too-many-alternatives" }
  | { readonly code: "built-in-rule"; readonly name: string }
  | { readonly code: "hidden-text"; readonly field: string }
  | { readonly code: "several-lines" }
  | { readonly code: "rule-says-nothing"; readonly of: "code" | "object" }
  | { readonly code: "rule-of-no-code" }
  | { readonly code: "stop-by-alone"; readonly relations: readonly string[] }
  | { readonly code: "line-beyond"; readonly line: number; readonly last: number }
  | { readonly code: "no-example"; readonly of: "seen" | "unseen" }
  | { readonly code: "example-without-files" }
  | { readonly code: "example-expects-nothing" }
  | { readonly code: "not-a-path"; readonly path: string }
  | { readonly code: "not-a-cell"; readonly cell: string }
  | { readonly code: "not-a-binding"; readonly text: string }
  | { readonly code: "bound-twice"; readonly name: string }
  | { readonly code: "scenario-expects-nothing" }
  | { readonly code: "only-a-name"; readonly name: string };

type SettingsFault =
  | { readonly code: "until-before-since" }
  | { readonly code: "no-pack-file"; readonly file: string }
  | { readonly code: "unknown-pack"; readonly name: string; readonly known: readonly string[] };
