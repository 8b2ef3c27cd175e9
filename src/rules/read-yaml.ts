import { isDeepStrictEqual } from "node:util";
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  visit,
  YAMLParseError,
} from "yaml";
import { explainSyntax, unquotedPattern } from "./explain-syntax.js";
import type { Fault } from "./fault.js";
import { Locator } from "./locate.js";
import { inOrder, type Problem } from "./problem.js";

export type Yaml =
  | { readonly ok: true; readonly value: unknown; readonly locator: Locator; readonly problems: readonly Problem[] }
  /** The text is not YAML at all; nothing more can be said about it. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

const ALIAS_LIMIT = 100;

/**
 * Text to plain values, with the way back from a value to its place. Duplicate
 * fields do not stop the reading: the first one counts and the rest are
 * problems beside those that the schema will find.
 */
export function readYaml(file: string, text: string): Yaml {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = compose(text, lines);
  if ("towerAt" in document) {
    return { ok: false, problems: [{ ...at(document.towerAt), fault: { code: "too-deep" } }] };
  }
  if (document.errors.length > 0) {
    const syntax = explainSyntax(document.errors, text).map(({ offset, fault }) => ({ ...at(offset), fault }));
    return { ok: false, problems: firstOfEachLine(inOrder(syntax)) };
  }

  const found = inspect(document, text, at);
  if (found.broken) return { ok: false, problems: inOrder(found.problems) };
  try {
    const value: unknown = document.toJS({ maxAliasCount: ALIAS_LIMIT });
    return { ok: true, value, locator: new Locator(file, text, document, lines), problems: found.problems };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, problems: [{ ...at(found.firstAlias), fault: { code: "too-many-aliases" } }] };
  }
}

const DEPTH_LIMIT = 64;

/**
 * What `parseDocument` does, except where values are nested too deeply. The library builds its document
 * by recursion, and a tower of brackets takes the whole process down with it.
 */
function compose(text: string, lines: LineCounter): Document.Parsed | { readonly towerAt: number } {
  const parser = new Parser(lines.addNewLine);
  // Unique keys are checked by `inspect`: the library compares each with each, which takes minutes on a hostile file.
  const composer = new Composer({ lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  const [document, second] = composer.compose(tokensOf(text, parser, lines), true, text.length);
  if (isTower(parser)) return { towerAt: parser.offset - 1 };
  if (document === undefined) throw new Error("composing by force gives a document");
  if (second !== undefined) {
    const [start, end] = second.range;
    document.errors.push(new YAMLParseError([start, end], "MULTIPLE_DOCS", ""));
  }
  return document;
}

/** A document is told when it is whole, so that nothing is built of a tower. */
function* tokensOf(text: string, parser: Parser, lines: LineCounter): Generator<CST.Token> {
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (isTower(parser)) return;
  }
  yield* parser.end();
}

function isTower(parser: Parser): boolean {
  return parser.stack.length > DEPTH_LIMIT;
}

/** One slip confuses the rest of its line, and often the rest of the file. */
function firstOfEachLine(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ line, fault }, index) => {
    const before = problems[index - 1];
    return before === undefined || (before.line !== line && !isDeepStrictEqual(before.fault, fault));
  });
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Duplicate fields and aliases that lead nowhere, everywhere, or round in a circle. */
function inspect(document: Document, text: string, at: (offset: number) => Place) {
  const problems: Problem[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  let firstAlias = 0;
  let broken = false;
  const startOf = (node: Node | null | undefined) => node?.range?.[0] ?? 0;

  visit(document, {
    Node(_key, node) {
      if (!isAlias(node) && node.anchor !== undefined) anchors.add(node.anchor);
    },
    Alias(_key, node, ancestors) {
      aliases += 1;
      if (aliases === 1) firstAlias = startOf(node);
      if (!anchors.has(node.source)) {
        broken = true;
        problems.push({ ...at(startOf(node)), fault: unknownAlias(node.source, text, startOf(node)) });
      } else if (ancestors.some((above) => "anchor" in above && above.anchor === node.source)) {
        broken = true;
        problems.push({ ...at(startOf(node)), fault: { code: "alias-in-itself", name: node.source } });
      }
    },
    Map(_key, map) {
      if (map.anchor !== undefined) anchors.add(map.anchor);
      const lines = new Map<string, number>();
      for (const pair of map.items) {
        if (!isScalar(pair.key)) continue;
        const name = String(pair.key.value);
        const place = at(startOf(pair.key));
        const first = lines.get(name);
        if (name === "__proto__") problems.push({ ...place, fault: { code: "reserved-name", name } });
        else if (first === undefined) lines.set(name, place.line);
        else problems.push({ ...place, fault: { code: "written-twice", name, firstLine: first } });
      }
    },
  });
  if (aliases > ALIAS_LIMIT) {
    broken = true;
    problems.push({ ...at(firstAlias), fault: { code: "too-many-aliases" } });
  }
  return { problems, firstAlias, broken };
}

function unknownAlias(name: string, text: string, offset: number): Fault {
  const end = /[\r\n]|$/.exec(text.slice(offset, offset + 200))?.index ?? 0;
  if (/^[.*/]/.test(name)) return unquotedPattern(text.slice(offset, offset + end));
  return { code: "alias-without-anchor", name };
}
