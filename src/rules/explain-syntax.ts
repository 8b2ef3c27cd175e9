import type { YAMLParseError } from "yaml";
import type { Fault, SyntaxCode } from "./fault.js";

export interface SyntaxExplanation {
  readonly offset: number;
  readonly fault: Fault;
}

/** YAML's own complaints, by what an author did, and at the places they are really about. */
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
  return { offset, fault: faultOf(error, text[offset] === "\t") };
}

function faultOf({ code, message }: YAMLParseError, isTab: boolean): Fault {
  if (isTab) return { code: "tab" };
  if (code === "BAD_INDENT" && message.startsWith("Flow")) return { code: "open-bracket" };
  const known = SYNTAX[code];
  return known === undefined ? { code: "not-yaml", detail: lowerFirst(message) } : { code: known };
}

/** The slip that every author makes once: `entry: *.Options["x"]` is an alias, and then something that cannot follow one. */
function patternsWithoutQuotes(text: string): readonly SyntaxExplanation[] {
  return [...text.matchAll(/(?:[:,-][ \t]+|[[{][ \t]*)(\*\.[^\r\n]{0,200})/g)].map((found) => ({
    fault: unquotedPattern(found[1] ?? ""),
    offset: found.index + found[0].length - (found[1] ?? "").length,
  }));
}

/** `rest` is the line from the star on. */
export function unquotedPattern(rest: string): Fault {
  const pattern = /^(?:[^\s,\]}[(]|\[[^\]]*\]|\([^)]*\))*/.exec(rest)?.[0] ?? rest;
  return { code: "star-without-quotes", pattern };
}

const SYNTAX: Readonly<Record<string, SyntaxCode>> = {
  TAB_AS_INDENT: "tab",
  BAD_INDENT: "indentation",
  MISSING_CHAR: "missing-character",
  BAD_ALIAS: "alias-like-text",
  BAD_SCALAR_START: "text-begins-strangely",
  BLOCK_AS_IMPLICIT_KEY: "neither-field-nor-text",
  MULTILINE_IMPLICIT_KEY: "neither-field-nor-text",
  BLOCK_IN_FLOW: "block-in-brackets",
  MULTIPLE_DOCS: "second-document",
  MULTIPLE_ANCHORS: "two-anchors",
  MULTIPLE_TAGS: "two-tags",
  TAG_RESOLVE_FAILED: "unknown-tag",
  BAD_DQ_ESCAPE: "unknown-escape",
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
