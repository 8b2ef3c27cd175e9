import type { CodeNode } from "./code.js";
import type { RelationName } from "./matcher.js";

/** The places that stand in a relation to a node, the nearest first; or only the nearest. */
export function neighboursOf(node: CodeNode, relation: RelationName, nearest: boolean): Iterable<CodeNode> {
  switch (relation) {
    case "inside":
      return nearest ? ancestorsOf(node).slice(0, 1) : ancestorsOf(node);
    case "has":
      return nearest ? node.children : descendantsOf(node);
    case "follows":
      return besides(node, (row, own) => row.slice(0, own).reverse(), nearest);
    case "precedes":
      return besides(node, (row, own) => row.slice(own + 1), nearest);
  }
}

function ancestorsOf(node: CodeNode): CodeNode[] {
  const found: CodeNode[] = [];
  for (let at = node.parent; at !== null; at = at.parent) found.push(at);
  return found;
}

/** In the order of the source. */
export function descendantsOf(node: CodeNode): CodeNode[] {
  return node.children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Statements beside the one that holds the node, in its block and in those around it. */
function besides(
  node: CodeNode,
  choose: (row: readonly CodeNode[], own: number) => readonly CodeNode[],
  nearest: boolean,
): CodeNode[] {
  const rows = [node, ...ancestorsOf(node)].flatMap((each) =>
    each.row === null ? [] : [choose(each.row, each.row.indexOf(each))],
  );
  return nearest ? (rows[0]?.slice(0, 1) ?? []) : rows.flat();
}
