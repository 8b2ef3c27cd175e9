import type { Expression } from "../../languages/index.js";
import type { FunctionFacts } from "../facts/function-facts.js";
import type { ConstantLookup } from "../terms/constant-value.js";
import type { Address } from "./addresses.js";
import type { Constant } from "./constants.js";
import type { Imports } from "./imports.js";

/** A function as a ref has it: its facts, and where they stand. Refs that have the same one share the object. */
export interface FunctionInstance {
  readonly name: string;
  /** Bare receiver type, or null. */
  readonly receiver: string | null;
  readonly facts: FunctionFacts;
  readonly text: string;
  /** Whether its text says a name at all. */
  readonly says: (name: string) => boolean;
  readonly file: string;
  readonly directory: string;
  /** Of its first line; all that is told of a function is told by address. */
  readonly line: Address;
  /** The imports that its text names. */
  readonly imports: Imports;
  /** A constant that the function names, as its file sees it, with what is missing to know it. */
  readonly constant: (qualifier: string | null, name: string) => Constant;
  /** The same for those who only want the value. */
  readonly constantOf: ConstantLookup;
  readonly print: (expression: Expression) => string;
}

/** The name can be used in other packages. https://go.dev/ref/spec#Exported_identifiers */
export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
