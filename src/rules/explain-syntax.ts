import type { YAMLParseError } from "yaml";

export interface SyntaxExplanation {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** YAML's own complaints, in words that say what to write instead, and at the places they are really about. */
export function explainSyntax(errors: readonly YAMLParseError[], text: string): readonly SyntaxExplanation[] {
  const patterns = patternsWithoutQuotes(text);
  if (patterns.length > 0) return patterns;
  // After the first slip the parser finds everything unexpected.
  return errors
    .filter(({ code }, index) => index === 0 || code !== "UNEXPECTED_TOKEN")
    .map((error) => explain(error, text));
}

function explain(error: YAMLParseError, text: string): SyntaxExplanation {
  const offset = error.pos[0];
  if (text[offset] === "\t") return { ...TAB, offset };
  if (error.code === "BAD_INDENT" && error.message.startsWith("Flow")) return { ...OPEN_BRACKET, offset };
  const known = EXPLANATIONS[error.code];
  return { ...(known ?? { message: `this is not YAML: ${lowerFirst(error.message)}`, hint: OTHERWISE }), offset };
}

/** The slip that every author makes once: `entry: *.Options["x"]` is an alias, and then something that cannot follow one. */
function patternsWithoutQuotes(text: string): readonly SyntaxExplanation[] {
  return [...text.matchAll(/(?:[:,-][ \t]+|[[{][ \t]*)(\*\.[^\r\n]{0,200})/g)].map((found) => ({
    ...unquotedPattern(found[1] ?? ""),
    offset: found.index + found[0].length - (found[1] ?? "").length,
  }));
}

/** `rest` is the line from the star on. */
export function unquotedPattern(rest: string): { message: string; hint: string } {
  const pattern = /^(?:[^\s,\]}[(]|\[[^\]]*\]|\([^)]*\))*/.exec(rest)?.[0] ?? rest;
  return {
    message: "a text that begins with * is an alias in YAML",
    hint: `Put the pattern in single quotes: '${pattern.replaceAll("'", "''")}'.`,
  };
}

const OTHERWISE = "Check the indentation and the quotes of this line and the one before it.";
const TAB = {
  message: "the line is indented with a tab",
  hint: "YAML is indented with spaces; use two for each level.",
};
const OPEN_BRACKET = {
  message: "a bracket that was opened above is still open here",
  hint: "Close it with ] or } before this line, or indent the lines inside it.",
};
const ONE_LINE = {
  message: "this line is neither a field nor part of the text before it",
  hint: "Write `name: value`, and quote texts that contain `: `.",
};
const EXPLANATIONS: Readonly<Record<string, { message: string; hint: string }>> = {
  TAB_AS_INDENT: TAB,
  BAD_INDENT: {
    message: "the indentation fits no level above",
    hint: "Begin the line in the same column as its neighbours.",
  },
  MISSING_CHAR: {
    message: "a quote, a bracket or a colon is missing",
    hint: "Close what was opened, and write `name: value` with a space after the colon.",
  },
  BAD_ALIAS: {
    message: "a text that begins with * or & means something else in YAML",
    hint: "Put it in single quotes: '*.Spec.NodeName'.",
  },
  BAD_SCALAR_START: {
    message: "a text cannot begin with this character",
    hint: "Put the text in single quotes.",
  },
  BLOCK_AS_IMPLICIT_KEY: ONE_LINE,
  MULTILINE_IMPLICIT_KEY: ONE_LINE,
  BLOCK_IN_FLOW: {
    message: "an indented list or mapping stands inside brackets",
    hint: "Close the bracket first, or write all of it inside the brackets.",
  },
  MULTIPLE_DOCS: {
    message: "a second document begins here",
    hint: "Keep one document in one file; remove the line ---.",
  },
  MULTIPLE_ANCHORS: { message: "a value has two anchors", hint: "Keep one of them." },
  MULTIPLE_TAGS: { message: "a value has two tags", hint: "No tags are needed here; remove them." },
  TAG_RESOLVE_FAILED: {
    message: "this tag means nothing here",
    hint: "Put a text that begins with ! in single quotes.",
  },
  BAD_DQ_ESCAPE: {
    message: "the backslash begins nothing that double quotes know",
    hint: "Use single quotes: nothing needs escaping in them but the quote itself, written twice.",
  },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
