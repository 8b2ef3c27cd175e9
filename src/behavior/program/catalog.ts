import type { FunctionRule, OperationRule, Pack } from "../../rules/index.js";
import { lastName } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import type { FunctionInstance } from "./function-instance.js";
import { isPackage } from "./package-path.js";
import type { Program } from "./program.js";

/** Which functions and calls of a ref are operations of the pack. */
export class Catalog {
  readonly #byName = new Map<string, { readonly operation: OperationRule; readonly rule: FunctionRule }[]>();

  constructor(
    pack: Pack,
    private readonly program: Program,
  ) {
    for (const operation of pack.operations) {
      for (const rule of operation.functions) {
        const known = this.#byName.get(rule.name);
        if (known === undefined) this.#byName.set(rule.name, [{ operation, rule }]);
        else known.push({ operation, rule });
      }
    }
  }

  operationOfFunction(instance: FunctionInstance): OperationRule | null {
    return this.#byName.get(instance.name)?.find(({ rule }) => isFunction(instance, rule))?.operation ?? null;
  }

  /** The names that operations have in sources. */
  get names(): Iterable<string> {
    return this.#byName.keys();
  }

  operationOfCall(callee: Term, from: FunctionInstance): OperationRule | null {
    const candidates = this.#byName.get(lastName(callee));
    return candidates?.find(({ rule }) => this.#isCallOf(callee, from, rule))?.operation ?? null;
  }

  #isCallOf(callee: Term, from: FunctionInstance, rule: FunctionRule): boolean {
    const resolved = this.program.resolve(callee, from);
    if (resolved.kind === "functions") return resolved.functions.some((instance) => isFunction(instance, rule));
    if (resolved.kind === "library") {
      return (
        rule.receiver === null &&
        (rule.package === null || resolved.package === rule.package || isPackage(resolved.package, rule.package))
      );
    }
    // Through an interface or a field of unknown type: the name identifies, the type only refines.
    if (rule.package !== null) return false;
    const type = callee.kind === "member" ? this.program.typeOf(callee.object, from) : null;
    return (
      rule.receiver === null ||
      type === null ||
      type === rule.receiver ||
      this.program.named(rule.name).every((each) => each.receiver !== type)
    );
  }
}

/** The function is the one the rule names. */
export function isFunction(instance: FunctionInstance, rule: FunctionRule): boolean {
  if (instance.name !== rule.name) return false;
  if (rule.receiver !== null && instance.receiver !== rule.receiver) return false;
  return (
    rule.package === null || isPackage(rule.package, instance.directory) || isPackage(instance.directory, rule.package)
  );
}
