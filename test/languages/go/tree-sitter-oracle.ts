/**
 * Reads Go with tree-sitter, which shares no line with our parser, and says
 * where the two see different things.
 */
import { createRequire } from "node:module";
import { Language, type Node, Parser, type TreeCursor } from "web-tree-sitter";
import type { Declaration } from "../../../src/languages/index.js";

/** tree-sitter's kinds of nodes, and ours that stand for the same text. */
const KINDS: Readonly<Record<string, string>> = {
  assignment_statement: "assign",
  binary_expression: "binary",
  block: "block",
  break_statement: "branch",
  call_expression: "call",
  composite_literal: "composite",
  continue_statement: "branch",
  dec_statement: "assign",
  defer_statement: "later",
  expression_switch_statement: "switch",
  fallthrough_statement: "branch",
  for_statement: "loop",
  func_literal: "function",
  generic_type: "index",
  go_statement: "later",
  goto_statement: "branch",
  if_statement: "if",
  inc_statement: "assign",
  index_expression: "index",
  labeled_statement: "labeled",
  return_statement: "return",
  select_statement: "select",
  send_statement: "send",
  short_var_declaration: "assign",
  slice_expression: "slice",
  type_assertion_expression: "assertion",
  type_conversion_expression: "call",
  type_instantiation_expression: "index",
  type_switch_statement: "switch",
};
const COMPARED: ReadonlySet<string> = new Set(Object.values(KINDS));

const DECLARATIONS: ReadonlySet<string> = new Set([
  "const_declaration",
  "function_declaration",
  "method_declaration",
  "type_declaration",
  "var_declaration",
]);

/** Types are text to us: what tree-sitter finds inside of them has no counterpart. */
const TYPES: ReadonlySet<string> = new Set([
  "array_type",
  "channel_type",
  "function_type",
  "implicit_length_array_type",
  "interface_type",
  "map_type",
  "parameter_list",
  "slice_type",
  "struct_type",
  "type_declaration",
  "type_parameter_list",
]);
/** Types by their place: `parent.field`. */
const TYPE_PLACES: ReadonlySet<string> = new Set([
  "const_spec.type",
  "func_literal.result",
  "function_declaration.result",
  "method_declaration.result",
  "var_spec.type",
]);

/** What both see of a declaration. */
export interface Comparison {
  /** Nodes, as `kind start-end`, that only tree-sitter has. */
  readonly missing: readonly string[];
  /** Nodes that only we have. */
  readonly extra: readonly string[];
  /** Nodes that both have. */
  readonly agreed: number;
}

export class TreeSitterOracle {
  private constructor(private readonly parser: Parser) {}

  static async load(): Promise<TreeSitterOracle> {
    await Parser.init();
    const parser = new Parser();
    const grammar = createRequire(import.meta.url).resolve("tree-sitter-go/tree-sitter-go.wasm");
    parser.setLanguage(await Language.load(grammar));
    return new TreeSitterOracle(parser);
  }

  /** Null where tree-sitter does not understand the declaration. */
  compare(text: string, declaration: Declaration): Comparison | null {
    const theirs = this.nodesOf(text);
    if (theirs === null) return null;
    const ours: string[] = [];
    collect(declaration.kind === "function" ? declaration.body : declaration, ours);
    const missing = difference(theirs, ours);
    return { missing, extra: difference(ours, theirs), agreed: theirs.length - missing.length };
  }

  /** Where the declarations of a file are, as `start-end`, imports aside. Null where tree-sitter does not understand it. */
  declarationsOf(file: string): readonly string[] | null {
    return this.read(file, ({ children }) =>
      children
        .filter(({ type }) => DECLARATIONS.has(type))
        .map(({ startIndex, endIndex }) => `${startIndex}-${endIndex}`),
    );
  }

  /** What tree-sitter sees of a declaration. Cut out of its file, that lacks the newline that ends it. */
  private nodesOf(text: string): readonly string[] | null {
    return this.read(`${text}\n`, (root) => nodesBelow(root.walk()));
  }

  /** Parses a text, if need be without `new(expression)`, which is as young as Go 1.26. */
  private read<Result>(text: string, use: (root: Node) => Result): Result | null {
    for (const spelling of [text, text.replaceAll(/\bnew\(/g, "neu(")]) {
      const tree = this.parser.parse(spelling);
      if (tree === null) return null;
      try {
        if (!tree.rootNode.hasError) return use(tree.rootNode);
      } finally {
        tree.delete();
      }
    }
    return null;
  }
}

function nodesBelow(cursor: TreeCursor): readonly string[] {
  const nodes: string[] = [];
  visit(cursor, { type: "", start: 0 }, nodes);
  cursor.delete();
  return nodes;
}

interface Parent {
  readonly type: string;
  readonly start: number;
}

function visit(cursor: TreeCursor, parent: Parent, nodes: string[]): void {
  const { nodeType: type, startIndex: start, endIndex: end, currentFieldName } = cursor;
  const place = `${parent.type}.${currentFieldName}`;
  if (TYPES.has(type) || TYPE_PLACES.has(place)) return;
  const kind = KINDS[type];
  if (kind !== undefined) nodes.push(`${kind} ${isDereference(cursor) ? start + 1 : start}-${end}`);
  if (place === "call_expression.type_arguments") nodes.push(`index ${parent.start}-${end}`);
  if (!cursor.gotoFirstChild()) return;
  if (type === "receive_statement" && cursor.currentFieldName === "left") nodes.push(`assign ${start}-${end}`);
  do visit(cursor, { type, start }, nodes);
  while (cursor.gotoNextSibling());
  cursor.gotoParent();
}

/**
 * Whether the node is `*(*[]T)(x)`, which tree-sitter reads as the conversion of
 * x to a pointer. The spec says that `*` comes last, so the call starts behind it.
 */
function isDereference(cursor: TreeCursor): boolean {
  return cursor.nodeType === "type_conversion_expression" && cursor.currentNode.firstChild?.type === "pointer_type";
}

/** Adds what is to be compared of a part of our tree. */
function collect(part: unknown, nodes: string[]): void {
  if (Array.isArray(part)) {
    for (const element of part) collect(element, nodes);
  } else if (typeof part === "object" && part !== null) {
    const { kind, start, end } = part as { kind?: string; start?: number; end?: number };
    if (kind !== undefined && COMPARED.has(kind) && !isElided(part)) nodes.push(`${kind} ${start}-${end}`);
    for (const element of Object.values(part)) collect(element, nodes);
  }
}

/** tree-sitter has no node of its own for `{...}` without a type. Ours of a function declaration is one of theirs. */
function isElided(part: object): boolean {
  return "kind" in part && part.kind === "composite" && "type" in part && part.type === null;
}

/** What is more often in `nodes` than in `others`. */
function difference(nodes: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const node of others) left.set(node, (left.get(node) ?? 0) + 1);
  return nodes.filter((node) => {
    const count = left.get(node) ?? 0;
    left.set(node, count - 1);
    return count <= 0;
  });
}
