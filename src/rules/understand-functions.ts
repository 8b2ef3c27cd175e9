import type { FunctionRule } from "./pack.js";
import type { Path, Report } from "./problem.js";
import type { WrittenFunction } from "./written.js";

/**
 * `Name`, `Receiver.Name`, `import/path.Name` or `import/path.Receiver.Name`,
 * or the same in fields. With a package given, a qualifier is the package's
 * name and not a receiver: `controllerutil.AddFinalizer`.
 */
export function understandFunction(written: WrittenFunction, path: Path, report: Report): FunctionRule | null {
  const { packagePath, words } = split(written.name);
  if (words.length > 2 || !words.every((word) => IDENTIFIER.test(word))) {
    report(path, { code: "not-a-function", name: written.name });
    return null;
  }
  const name = words.at(-1) ?? "";
  const qualifier = words.length === 2 ? (words[0] ?? null) : null;
  const isPackageName = packagePath === null && written.package !== undefined;
  return {
    name,
    receiver: written.receiver ?? (isPackageName ? null : qualifier),
    package: written.package ?? packagePath,
  };
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The package ends at the first dot behind the last slash. */
function split(name: string): { packagePath: string | null; words: readonly string[] } {
  const slash = name.lastIndexOf("/");
  if (slash < 0) return { packagePath: null, words: name.split(".") };
  const dot = name.indexOf(".", slash);
  if (dot < 0) return { packagePath: name, words: [""] };
  return { packagePath: name.slice(0, dot), words: name.slice(dot + 1).split(".") };
}

/** A function rule in one line, as `split` would read it. */
export function printFunction(rule: FunctionRule): string {
  const name = rule.receiver === null ? rule.name : `${rule.receiver}.${rule.name}`;
  return rule.package === null ? name : `${rule.package}.${name}`;
}
