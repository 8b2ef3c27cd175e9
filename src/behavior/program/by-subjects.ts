/** A map whose keys are lists: equal lists of the same things are one key. All keys of a map have one length. */
export class BySubjects<Value> {
  readonly #root: Branch<Value> = { value: null, branches: new Map() };

  /** The value of a key, made when it is not there. */
  at(key: readonly unknown[], make: () => Value): Value {
    let here = this.#root;
    for (const part of key) {
      let next = here.branches.get(part);
      if (next === undefined) {
        next = { value: null, branches: new Map() };
        here.branches.set(part, next);
      }
      here = next;
    }
    here.value ??= { is: make() };
    return here.value.is;
  }

  /** Drops the values that are not worth keeping. */
  keep(isWorth: (value: Value) => boolean): void {
    prune(this.#root, isWorth);
  }
}

interface Branch<Value> {
  value: { readonly is: Value } | null;
  readonly branches: Map<unknown, Branch<Value>>;
}

/** Answers whether anything is left. */
function prune<Value>(branch: Branch<Value>, isWorth: (value: Value) => boolean): boolean {
  if (branch.value !== null && !isWorth(branch.value.is)) branch.value = null;
  for (const [part, inner] of branch.branches) if (!prune(inner, isWorth)) branch.branches.delete(part);
  return branch.value !== null || branch.branches.size > 0;
}
