import type { OperationRule } from "./pack.js";
import type { Report } from "./problem.js";
import { printFunction, understandFunction } from "./understand-functions.js";
import type { WrittenPack } from "./written.js";

export function understandOperations(written: WrittenPack["operations"], report: Report): readonly OperationRule[] {
  const owners = new Map<string, string>();
  return Object.entries(written).map(([name, operation]) => {
    const functions = operation.functions.flatMap((rule, index) => {
      const path = ["operations", name, "functions", index];
      const understood = understandFunction(rule, path, report);
      if (understood === null) return [];
      const printed = printFunction(understood);
      const owner = owners.get(printed);
      if (owner !== undefined) report(path, { code: "function-of-two", function: printed, operation: owner });
      owners.set(printed, name);
      return [understood];
    });
    return { name, role: operation.role, functions };
  });
}
