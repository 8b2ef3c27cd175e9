import type { KeyLocation, KeyRule, Pattern } from "./pack.js";
import { metavariables } from "./parse-pattern.js";
import type { Path, Report } from "./problem.js";
import type { PatternReader } from "./understand-patterns.js";
import type { WrittenKey, WrittenPack } from "./written.js";

export function understandKeys(written: WrittenPack["keys"], read: PatternReader, report: Report): readonly KeyRule[] {
  return Object.entries(written).map(([name, key]) => {
    const path = ["keys", name];
    const locations = [
      ...understandPlaces("entry", key, path, read, report),
      ...understandPlaces("field", key, path, read, report),
      ...understandPlaces("list", key, path, read, report),
      ...understandCalls(key, path, read, report),
    ];
    if ([key.entry, key.field, key.list, key.calls].every((place) => place === undefined))
      report(path, `the key "${name}" is nowhere`, "Say where it lives with entry, field, list or calls.", {
        on: "name",
      });
    return { name, each: key.each, locations };
  });
}

type PlaceKind = "entry" | "field" | "list";

const SHAPES: Readonly<Record<PlaceKind, { fits: (pattern: Pattern) => boolean; message: string; hint: string }>> = {
  entry: {
    fits: ({ expression }) => expression.kind === "index" && expression.indices.length === 1,
    message: "an entry is a map with an index",
    hint: `Write '*.Options["requested-chassis"]', or use field for what has no index.`,
  },
  field: {
    fits: ({ expression }) => expression.kind === "member",
    message: "a field is something.Name",
    hint: "Write '*.Spec.NodeName', or use entry for a map's element.",
  },
  list: {
    fits: ({ expression }) => expression.kind === "member" || expression.kind === "name",
    message: "a list is named without an index",
    hint: "Write '*.Finalizers'; its elements are found wherever it is appended to or assigned.",
  },
};

function understandPlaces(
  kind: PlaceKind,
  key: WrittenKey,
  path: Path,
  read: PatternReader,
  report: Report,
): readonly KeyLocation[] {
  return (key[kind] ?? []).flatMap((text, index) => {
    const pattern = read(text, [...path, kind, index]);
    if (pattern === null) return [];
    const shape = SHAPES[kind];
    if (!shape.fits(pattern)) report([...path, kind, index], `${shape.message}, and this is not`, shape.hint);
    return [{ kind, pattern }];
  });
}

const CALL_VARIABLES = ["$key", "$keys", "$object", "$value"];

function understandCalls(key: WrittenKey, path: Path, read: PatternReader, report: Report): readonly KeyLocation[] {
  return (key.calls ?? []).flatMap((call, index) => {
    const here = [...path, "calls", index];
    if ((call.set === undefined) === (call.delete === undefined)) {
      report(
        here,
        "a call either sets or deletes the key",
        "Write one of set and delete, with the call as its pattern.",
      );
      return [];
    }
    const action = call.set === undefined ? "delete" : "set";
    const text = call.set ?? call.delete ?? "";
    const pattern = read(text, [...here, action], CALL_VARIABLES);
    if (pattern === null) return [];
    if (pattern.expression.kind !== "call")
      report(
        [...here, action],
        "this is not a call",
        "Write the call with its arguments: 'controllerutil.AddFinalizer($object, $key)'.",
      );
    else if (key.each && !metavariables(pattern.expression).some((name) => name === "$key" || name === "$keys"))
      report(
        [...here, action],
        "the call does not say which of its arguments is the key",
        "Write $key in its place (or $keys for a list of them), because the key has each: true.",
      );
    return [{ kind: "call" as const, pattern, action: action as "set" | "delete", package: call.package ?? null }];
  });
}
