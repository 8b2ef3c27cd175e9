import { mapTerm, NIL, type Term } from "./term.js";

/** Resolves a package-level name to the constant it stands for, or null. */
export type ConstantLookup = (qualifier: string | null, name: string) => string | null;

/** How a term is shown to people: the Go text it stands for, as short as it is clear. */
export function printTerm(term: Term): string {
  switch (term.kind) {
    case "constant":
      return term.type === "string" ? JSON.stringify(term.value) : term.value;
    case "symbol":
      return term.qualifier === null ? term.name : `${term.qualifier}.${term.name}`;
    case "parameter":
    case "local":
      return term.name;
    case "receiver":
      return term.type;
    case "member":
      return term.object.kind === "receiver" ? term.name : `${printTerm(term.object)}.${term.name}`;
    case "index":
      return `${printTerm(term.object)}[${printTerm(term.index)}]`;
    case "call":
      return `${printTerm(term.callee)}(${term.arguments.map(printTerm).join(", ")})`;
    case "part":
      return printTerm(term.of);
    case "has":
      return `has ${printTerm(term.of)}`;
    case "assertion":
      return `${printTerm(term.object)}.(${term.type})`;
    case "element":
      return `each ${printTerm(term.of)}`;
    case "unary":
      return `${term.operator}${printTerm(term.operand)}`;
    case "binary":
      return `${printTerm(term.left)} ${term.operator} ${printTerm(term.right)}`;
    case "composite":
      return `${term.type}{…}`;
    case "other":
      return term.text;
  }
}

const MIRRORED: Readonly<Record<string, string>> = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};

/**
 * The text by which terms are compared across refs. It forgets what carries no
 * behavior: the names of locals, parameters and receivers, the arguments of a
 * call that returns a tuple (fetching an object), import aliases, the order of
 * operands, and the name of a constant whose value is known.
 */
export function termKey(term: Term, constantOf: ConstantLookup): string {
  const key = (each: Term): string => termKey(each, constantOf);
  switch (term.kind) {
    case "constant":
      return term.type === "string" ? JSON.stringify(term.value) : term.value;
    case "symbol": {
      const value = term.value === undefined ? constantOf(term.qualifier, term.name) : term.value;
      return value === null ? term.name : JSON.stringify(value);
    }
    case "parameter":
      return `‹${BUILTIN.has(term.type) ? term.type : bareType(term.type)}${term.ordinal === 0 ? "" : ` ${term.ordinal + 1}`}›`;
    case "local":
      return localKey(term, constantOf);
    case "receiver":
      return "‹receiver›";
    case "member":
      return `${key(term.object)}.${term.name}`;
    case "index":
      return `${key(term.object)}[${key(term.index)}]`;
    case "call":
      // A missing time is a zero time: https://pkg.go.dev/k8s.io/apimachinery/pkg/apis/meta/v1#Time.IsZero
      if (
        term.arguments.length === 0 &&
        term.callee.kind === "member" &&
        /Timestamp\.IsZero$/.test(printTerm(term.callee))
      ) {
        return key({ kind: "binary", operator: "==", left: term.callee.object, right: NIL });
      }
      return `${calleeKey(term.callee, key)}(${term.arguments.map(key).join(",")})`;
    case "part":
      return term.of.kind === "call" ? `${chainKey(term.of.callee)}()#${term.index}` : `${key(term.of)}#${term.index}`;
    case "has":
      return `has ${key(term.of)}`;
    case "assertion":
      return `${key(term.object)}.(${bareType(term.type)})`;
    case "element":
      return `each ${key(term.of)}`;
    case "unary":
      // An address or a dereference changes how state is held, not which.
      return term.operator === "&" || term.operator === "*"
        ? key(term.operand)
        : `${term.operator}${key(term.operand)}`;
    case "binary": {
      const left = key(term.left);
      const right = key(term.right);
      const mirrored = MIRRORED[term.operator];
      if (mirrored !== undefined && right < left) return `${right} ${mirrored} ${left}`;
      if ((term.operator === "&&" || term.operator === "||") && right < left)
        return `(${right} ${term.operator} ${left})`;
      return mirrored === undefined ? `(${left} ${term.operator} ${right})` : `${left} ${term.operator} ${right}`;
    }
    case "composite":
      return `${bareType(term.type)}{${term.entries.map((e) => (e.key === null ? "" : `${key(e.key)}:`) + key(e.value)).join(",")}}`;
    case "other":
      return term.text;
  }
}

const BUILTIN: ReadonlySet<string> = new Set(
  "bool string int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float32 float64 byte rune error any".split(
    " ",
  ),
);

/** `*v1.Pod` -> `Pod`: the name a type keeps whatever package alias or pointer stands before it. */
export function bareType(type: string): string {
  const stripped = type.replace(/^[*&[\]]+/, "");
  const base =
    stripped.includes("[") && !stripped.startsWith("map[") ? stripped.slice(0, stripped.indexOf("[")) : stripped;
  return base.slice(base.lastIndexOf(".") + 1);
}

/** The last name of a callee: `c.nb.Clean` -> `Clean`. */
export function lastName(callee: Term): string {
  if (callee.kind === "member" || callee.kind === "symbol" || callee.kind === "local" || callee.kind === "parameter")
    return callee.name;
  if (callee.kind === "index") return lastName(callee.object);
  return "";
}

/** The names of a chain of calls without what is passed: `clients.VMs(namespace).Get` -> `VMs.Get`. */
function chainKey(callee: Term): string {
  if (callee.kind === "member" && callee.object.kind === "call")
    return `${lastName(callee.object.callee)}.${callee.name}`;
  return lastName(callee);
}

/** A variable is told by its type, or where that says little by what it is given. */
function localKey(term: Term & { kind: "local" }, constantOf: ConstantLookup): string {
  if (term.type !== null && !BUILTIN.has(term.type)) return `‹${bareType(term.type)}›`;
  // A variable may be given what it held before: its own key cannot be part of itself.
  const given = term
    .sources()
    .map((source) => (source.kind === "value" ? termKey(flat(source.value), constantOf) : source.kind));
  return `‹${[...new Set(given)].sort().join(" or ")}›`;
}

/** The term with the variables in it left open. */
function flat(term: Term): Term {
  return mapTerm(term, (each) => (each.kind === "local" ? { kind: "other", text: "‹›" } : null));
}

/** A callee's package qualifier is an alias of the file; the object of a method is state. */
function calleeKey(callee: Term, key: (term: Term) => string): string {
  return callee.kind === "symbol" ? callee.name : key(callee);
}
