/**
 * The keys of a contract in their order. The compiler asks for every key of the
 * type, so a field added to the contract cannot be forgotten here.
 */
export type Order<T> = { readonly [Key in keyof T]-?: (value: Exclude<T[Key], undefined>) => unknown };

/** Writes an object with its keys in the order given; optional keys that are not there stay away. */
export function inOrder<T extends object>(order: Order<T>): (value: T) => object {
  const keys = Object.keys(order) as (keyof T)[];
  return (value) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const field = value[key];
        return field === undefined ? [] : [[key, order[key](field as Exclude<T[keyof T], undefined>)]];
      }),
    );
}

export function asIs(value: unknown): unknown {
  return value;
}

export function each<T>(write: (value: T) => unknown): (values: readonly T[]) => unknown {
  return (values) => values.map(write);
}

export function orNull<T>(write: (value: T) => unknown): (value: T | null) => unknown {
  return (value) => (value === null ? null : write(value));
}

/** A record whose names are data, in its own order. */
export function byName<T>(write: (value: T) => unknown): (values: Readonly<Record<string, T>>) => unknown {
  return (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)]));
}
