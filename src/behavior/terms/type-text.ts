import type { Expression } from "../../languages/index.js";

/** The text of a type that stands as an expression. */
export function typeText(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "member":
      return `${typeText(expression.object)}.${expression.name}`;
    case "index":
      return typeText(expression.object);
    case "unary":
      return `${expression.operator}${typeText(expression.operand)}`;
    case "type":
      return expression.text;
    default:
      return "";
  }
}

/** `*v1.Pod` -> `Pod`: the name a type keeps whatever package alias or pointer stands before it. */
export function bareType(type: string): string {
  const stripped = type.replace(/^(?:[*&]|\[\d*\])+/, "");
  const base =
    stripped.includes("[") && !stripped.startsWith("map[") ? stripped.slice(0, stripped.indexOf("[")) : stripped;
  return base.slice(base.lastIndexOf(".") + 1);
}

/** Types of which a value may be any object: what it is, another place must tell. */
const OPEN: ReadonlySet<string> = new Set(["Object", "any", "ObjectMeta", "ObjectMetaAccessor", "Interface"]);

export function isOpenType(bare: string): boolean {
  return OPEN.has(bare);
}
