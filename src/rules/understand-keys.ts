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
      report(path, { code: "key-nowhere", name }, { on: "name" });
    return { name, each: key.each, locations };
  });
}

type PlaceKind = "entry" | "field" | "list";

/** An entry is a map with an index, a field something.Name, a list a name without an index. */
const FITS: Readonly<Record<PlaceKind, (pattern: Pattern) => boolean>> = {
  entry: ({ expression }) => expression.kind === "index" && expression.indices.length === 1,
  field: ({ expression }) => expression.kind === "member",
  list: ({ expression }) => expression.kind === "member" || expression.kind === "name",
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
    if (!FITS[kind](pattern)) report([...path, kind, index], { code: "key-shape", place: kind });
    return [{ kind, pattern }];
  });
}

const CALL_VARIABLES = ["$key", "$keys", "$object", "$value"];

function understandCalls(key: WrittenKey, path: Path, read: PatternReader, report: Report): readonly KeyLocation[] {
  return (key.calls ?? []).flatMap((call, index) => {
    const here = [...path, "calls", index];
    if ((call.set === undefined) === (call.delete === undefined)) {
      report(here, { code: "set-or-delete" });
      return [];
    }
    const action = call.set === undefined ? "delete" : "set";
    const text = call.set ?? call.delete ?? "";
    const pattern = read(text, [...here, action], CALL_VARIABLES);
    if (pattern === null) return [];
    if (pattern.expression.kind !== "call") report([...here, action], { code: "not-a-call" });
    else if (key.each && !metavariables(pattern.expression).some((name) => name === "$key" || name === "$keys"))
      report([...here, action], { code: "call-without-key" });
    return [{ kind: "call" as const, pattern, action: action as "set" | "delete", package: call.package ?? null }];
  });
}
