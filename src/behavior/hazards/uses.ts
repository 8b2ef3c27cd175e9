import type { Assign, Declare } from "../../languages/index.js";
import { definitionsAt } from "../facts/definitions.js";
import type { Binding } from "../facts/scope.js";
import { type Code, type CodeNode, isStatement } from "./code.js";

/**
 * Where a value is used: where it stands, or, when it is only put into a
 * variable, where that variable is read. A value that is read is judged there;
 * a call happens where it stands.
 */
export function usesOf(node: CodeNode, code: Code): readonly CodeNode[] {
  const uses = new Set<CodeNode>();
  const followed = new Set<CodeNode>();
  const follow = (value: CodeNode): void => {
    if (followed.has(value)) return;
    followed.add(value);
    const readers = isRead(value) ? readersOf(value, code) : [];
    if (readers.length === 0) uses.add(value);
    for (const reader of readers) follow(reader);
  };
  follow(node);
  return [...uses];
}

function isRead({ tree }: CodeNode): boolean {
  return tree.kind === "member" || tree.kind === "index" || tree.kind === "name";
}

/** The names that stand for the value, when a variable is all it is put into. */
function readersOf(value: CodeNode, code: Code): CodeNode[] {
  const binding = variableOf(value);
  if (binding === null) return [];
  return code.nodes.filter(({ tree, frame }) => {
    if (tree.kind !== "name" || frame === null || tree.name !== binding.name) return false;
    if (frame.scope.find(tree.name, tree.start) !== binding) return false;
    const { assignments } = definitionsAt(binding, frame.scope, tree.start);
    return assignments.some((each) => each.kind === "value" && each.value === value.tree);
  });
}

function variableOf({ tree, parent, frame }: CodeNode): Binding | null {
  const statement = parent?.tree;
  if (frame === null || (statement?.kind !== "assign" && statement?.kind !== "declare")) return null;
  const name = targetOf(statement, isStatement(tree) ? -1 : statement.values.indexOf(tree));
  return name === null ? null : frame.scope.find(name, statement.end);
}

function targetOf(statement: Assign | Declare, index: number): string | null {
  if (index < 0) return null;
  if (statement.kind === "declare") return statement.names[index] ?? null;
  if (statement.operator !== "=" && statement.operator !== ":=") return null;
  const target = statement.targets[index];
  return target?.kind === "name" ? target.name : null;
}
