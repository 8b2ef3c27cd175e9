import type { Expression, FunctionDeclaration, LanguageFrontEnd, Statement } from "../../languages/index.js";
import type { TextRule } from "../../rules/index.js";
import type { Frame } from "../facts/frame.js";
import { walkFunction } from "../facts/walk.js";
import { lowerTerm } from "../terms/lower-term.js";
import { sameTerm } from "../terms/same-term.js";
import type { Term } from "../terms/term.js";

export type Tree = Statement | Expression;

/** A statement or an expression of a function, with what is around it. */
export interface CodeNode {
  readonly tree: Tree;
  readonly parent: CodeNode | null;
  /** In the order of the source. */
  readonly children: CodeNode[];
  /** For a statement of a block: all of that block's, in order. */
  readonly row: readonly CodeNode[] | null;
  /** Where the walk came by it; null for what never runs by itself, such as a block or a field's name. */
  readonly frame: Frame | null;
}

/** One function, taken apart once for all hazards. */
export class Code {
  /** In the order of the source, outer ones first. */
  readonly nodes: readonly CodeNode[];
  readonly #texts = new Map<string, string>();
  readonly #names = new Map<Term, readonly string[]>();

  constructor(
    readonly declaration: FunctionDeclaration,
    readonly text: string,
    readonly language: LanguageFrontEnd,
  ) {
    const frames = new Map<Tree, Frame>();
    walkFunction(declaration, language.print, (tree, frame) => frames.set(tree, frame));
    this.nodes = nodesOf(declaration.body, frames);
  }

  /** What the expression means where it stands; null for statements, and for what is never evaluated. */
  termOf({ tree, frame }: CodeNode): Term | null {
    return frame === null || isStatement(tree) ? null : lowerTerm(tree, frame.scope);
  }

  /** The names under which the function knows an object, in the order of the source. */
  namesOf(term: Term): readonly string[] {
    const known = this.#names.get(term) ?? this.#findNames(term);
    this.#names.set(term, known);
    return known;
  }

  #findNames(term: Term): readonly string[] {
    const names = this.nodes.flatMap((node) => {
      if (node.tree.kind !== "name") return [];
      const other = this.termOf(node);
      return other !== null && sameTerm(other, term) ? [node.tree.name] : [];
    });
    return [...new Set(names)];
  }

  /** The source with blanks where the rule does not look. */
  textFor({ comments, strings }: TextRule): string {
    const key = `${comments} ${strings}`;
    const text = this.#texts.get(key) ?? this.language.blank(this.text, { comments, strings });
    this.#texts.set(key, text);
    return text;
  }
}

function nodesOf(body: Statement | null, frames: ReadonlyMap<Tree, Frame>): CodeNode[] {
  const nodes: CodeNode[] = [];
  const add = (tree: Tree, parent: CodeNode | null, row: CodeNode[] | null): void => {
    const node: CodeNode = { tree, parent, children: [], row, frame: frames.get(tree) ?? null };
    nodes.push(node);
    parent?.children.push(node);
    row?.push(node);
    for (const { trees, isRow } of partsOf(tree)) {
      const inner: CodeNode[] | null = isRow ? [] : null;
      for (const each of trees) add(each, node, inner);
    }
  };
  if (body !== null) add(body, null, null);
  return nodes;
}

interface Part {
  readonly trees: readonly Tree[];
  readonly isRow: boolean;
}

/** What a tree is made of, in the order of the source. Clauses, entries and headers are no places of their own. */
function partsOf(value: object): Part[] {
  const parts = Object.values(value).flatMap((field: unknown): Part[] => {
    if (Array.isArray(field)) {
      const trees = field.filter(isTree);
      if (trees.length === 0) return field.flatMap((each: unknown) => (isObject(each) ? partsOf(each) : []));
      return trees.every(isStatement) ? [{ trees, isRow: true }] : trees.map(alone);
    }
    if (!isObject(field)) return [];
    return isTree(field) ? [alone(field)] : partsOf(field);
  });
  return parts.sort((a, b) => (a.trees[0]?.start ?? 0) - (b.trees[0]?.start ?? 0));
}

function alone(tree: Tree): Part {
  return { trees: [tree], isRow: false };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isTree(value: unknown): value is Tree {
  return isObject(value) && "kind" in value && "start" in value;
}

const STATEMENTS: ReadonlySet<Tree["kind"]> = new Set<Statement["kind"]>([
  "assign",
  "declare",
  "expression",
  "send",
  "if",
  "switch",
  "loop",
  "select",
  "later",
  "return",
  "branch",
  "labeled",
  "block",
]);

export function isStatement(tree: Tree): tree is Statement {
  return STATEMENTS.has(tree.kind);
}
