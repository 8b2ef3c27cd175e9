import { perObject } from "../../primitives/index.js";
import { type ConstantLookup, constantValue } from "./constant-value.js";
import { lastName } from "./print-term.js";
import { NIL, type Term, type TermOf } from "./term.js";
import { bareType } from "./type-text.js";

/**
 * The text by which terms are compared across refs. It forgets what carries no
 * behavior: the names of locals, parameters and receivers, the arguments of a
 * call that returns a tuple (fetching an object), import aliases, the order of
 * operands, and the name of a constant whose value is known.
 */
export function termKey(term: Term, constantOf: ConstantLookup): string {
  return keysOf(constantOf).exact.of(term);
}

/** As `termKey`, and it forgets how an object came into the variable that holds it. */
export function looseKey(term: Term, constantOf: ConstantLookup): string {
  return keysOf(constantOf).loose.of(term);
}

/** The keys of terms by the file that knows their constants. */
const keysOf = perObject((constantOf: ConstantLookup) => ({
  exact: new Keys(constantOf, false),
  loose: new Keys(constantOf, true),
}));

const MIRRORED: Readonly<Record<string, string>> = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};

/** Variables made of variables are followed this far. */
const MAXIMUM_DEPTH = 3;

/** What stands for an object whose origin is forgotten. */
const FETCHED = "‹fetched›";

class Keys {
  readonly #known = new WeakMap<Term, string>();
  /** Variables that are being worked out: one that is made of itself does not end. */
  readonly #open = new Set<Term>();

  constructor(
    private readonly constantOf: ConstantLookup,
    private readonly loose: boolean,
  ) {}

  of(term: Term): string {
    const before = this.#known.get(term);
    if (before !== undefined) return before;
    const key = this.#make(term);
    if (this.#open.size === 0) this.#known.set(term, key);
    return key;
  }

  #make(term: Term): string {
    switch (term.kind) {
      case "constant":
        return term.type === "string" ? quoted(term.value) : term.value;
      case "symbol": {
        const value = constantValue(term, this.constantOf);
        return value === null ? term.name : quoted(value);
      }
      case "parameter":
        return term.rank === 1 ? `‹${bareType(term.type)}›` : `‹${bareType(term.type)} ${term.rank}›`;
      case "local":
        return this.#local(term);
      case "receiver":
        return `‹${bareType(term.type)}›`;
      case "member":
        return `${this.#holder(term.object)}.${term.name}`;
      case "index":
        return `${this.#holder(term.object)}[${this.of(term.index)}]`;
      case "call":
        return this.#call(term);
      case "part":
        if (this.loose) return FETCHED;
        return term.of.kind === "call"
          ? `${chain(term.of.callee)}()#${term.index}`
          : `${this.of(term.of)}#${term.index}`;
      case "has":
        return `has ${this.of(term.of)}`;
      case "assertion":
        return this.loose ? this.of(term.object) : `${this.of(term.object)}.(${bareType(term.type)})`;
      case "element":
        return this.loose ? FETCHED : `each ${this.of(term.of)}`;
      case "unary":
        // An address or a dereference changes how state is held, not which.
        return (term.operator === "&" || term.operator === "*" ? "" : term.operator) + this.of(term.operand);
      case "binary":
        return this.#binary(term);
      case "composite":
        return `${bareType(term.type)}{${term.entries.map(({ key, value }) => (key === null ? "" : `${this.of(key)}:`) + this.of(value)).join(",")}}`;
      case "other":
        return term.text;
    }
  }

  /** A variable is what it may be; where that is not known, its type is all there is to say. */
  #local(term: TermOf<"local">): string {
    if (this.loose) return FETCHED;
    const values = this.#values(term);
    return `‹${values.length > 0 ? values.join("|") : term.type === null ? "?" : bareType(term.type)}›`;
  }

  /** The keys of all that a variable may be; empty where that is not known. */
  #values(local: TermOf<"local">): string[] {
    if (this.#open.size >= MAXIMUM_DEPTH || this.#open.has(local)) return [];
    const sources = local.sources();
    if (sources.some(({ kind }) => kind === "unknown")) return [];
    this.#open.add(local);
    const values = sources.map((source) => (source.kind === "value" ? this.of(source.value) : "zero"));
    this.#open.delete(local);
    return [...new Set(values)].sort();
  }

  #holder(object: Term): string {
    return this.loose && object.kind === "call" ? FETCHED : this.of(object);
  }

  #call({ callee, arguments: values }: TermOf<"call">): string {
    // A missing time is a zero time: https://pkg.go.dev/k8s.io/apimachinery/pkg/apis/meta/v1#Time.IsZero
    if (values.length === 0 && callee.kind === "member" && callee.name === "IsZero" && isTimestamp(callee.object))
      return this.#binary({ kind: "binary", operator: "==", left: callee.object, right: NIL });
    // A package's qualifier is an alias of the file; the object of a method is state.
    const name = callee.kind === "symbol" ? callee.name : this.of(callee);
    return `${name}(${values.map((value) => this.of(value)).join(",")})`;
  }

  #binary({ operator, left, right }: TermOf<"binary">): string {
    const [a, b] = [this.of(left), this.of(right)];
    const mirrored = MIRRORED[operator];
    if (mirrored !== undefined) return isBefore(b, a) ? `${b} ${mirrored} ${a}` : `${a} ${operator} ${b}`;
    const isSymmetric = operator === "&&" || operator === "||";
    return isSymmetric && b < a ? `(${b} ${operator} ${a})` : `(${a} ${operator} ${b})`;
  }
}

/** Constants stand on the right. */
function isBefore(a: string, b: string): boolean {
  const [x, y] = [a, b].map((key) => /^[\d"-]/.test(key));
  return x === y ? a < b : y === true;
}

/** A constant's value does not tell whether it is a number or a text. */
function quoted(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
}

/** `x.DeletionTimestamp`, `x.GetDeletionTimestamp()` */
function isTimestamp(term: Term): boolean {
  return lastName(term.kind === "call" ? term.callee : term).endsWith("Timestamp");
}

/** The names of a chain of calls without what is passed: `clients.VMs(namespace).Get` -> `VMs.Get`. */
function chain(callee: Term): string {
  if (callee.kind === "member" && callee.object.kind === "call")
    return `${lastName(callee.object.callee)}.${callee.name}`;
  return lastName(callee);
}
