import type { CodeKind, CodeRule, Pattern } from "../../rules/index.js";
import type { CodeNode, Tree } from "./code.js";

/** The node has the outward form of what the rule asks for; most have not, and that is seen soonest. */
export function hasForm({ kind, pattern, all, any }: CodeRule, node: CodeNode): boolean {
  return (
    (kind === null || isOfKind(node, kind)) &&
    (pattern === null || hasFormOf(pattern, node.tree)) &&
    all.every((rule) => hasForm(rule, node)) &&
    (any?.some((rule) => hasForm(rule, node)) ?? true)
  );
}

/** A name stands for what it was given, and that is asked where it was given. */
function hasFormOf({ expression }: Pattern, tree: Tree): boolean {
  if (expression.kind === "name") return true;
  if (tree.kind !== expression.kind) return false;
  return tree.kind !== "member" || expression.kind !== "member" || [tree.name, "$_"].includes(expression.name);
}

function isOfKind({ tree, parent }: CodeNode, kind: CodeKind): boolean {
  if (kind === "target") return parent?.tree.kind === "assign" && parent.tree.targets.some((target) => target === tree);
  if (kind === "closure") return tree.kind === "function";
  if (kind === "defer") return tree.kind === "later" && tree.when === "deferred";
  if (kind === "go") return tree.kind === "later" && tree.when === "concurrent";
  return tree.kind === kind;
}
