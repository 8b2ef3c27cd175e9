import type { Matrix, RefView } from "../../src/behavior/index.js";
import { foundingCase } from "./founding-case.js";

/**
 * The founding case on 63 refs: release branches that behave as the first, many
 * that behave as master, one where nothing is called when the pod goes, one that
 * could not be read completely and one that could not be read at all.
 */
export function manyRefs(): Matrix {
  const names = [...Array.from({ length: 60 }, (_, index) => `release-1.${index}`), "stripped", "shallow", "broken"];
  const like = (name: string) => {
    const number = Number(/^release-1\.(\d+)$/.exec(name)?.[1] ?? 99);
    return number < 14 ? "release-1.12-mc" : "master";
  };
  const refs = names.map((ref, index): RefView => {
    const commit = index.toString(16).padStart(2, "0").repeat(20);
    if (ref === "shallow") {
      return {
        ref,
        commit,
        status: "incomplete",
        problems: ["tree 4b825dc642 cannot be read; what it holds is unknown"],
      };
    }
    if (ref === "broken") return { ref, commit, status: "unreadable", problems: ["the commit's tree is missing"] };
    return { ref, commit, status: "ok", problems: [] };
  });
  const copies = <T extends { readonly ref: string }>(items: readonly T[]): T[] =>
    names
      .filter((ref) => ref !== "broken")
      .flatMap((ref) => items.filter((item) => item.ref === like(ref)).map((item) => ({ ...item, ref })));
  const others = names.filter((ref) => like(ref) === "master" && ref !== "broken");
  const cells = copies(foundingCase.cells).map((cell) =>
    (cell.ref === "stripped" || cell.ref === "shallow") && cell.stage === "pod-deleted"
      ? { ...cell, calls: [], net: { "requested-chassis": "unchanged", "activation-strategy": "unchanged" } }
      : cell,
  );
  const cleaning = others.filter((ref) => ref !== "stripped" && ref !== "shallow");
  return {
    ...foundingCase,
    refs,
    cells,
    operations: copies(foundingCase.operations).map((each) =>
      each.ref === "release-1.0" || each.verdict !== "baseline" ? each : { ...each, verdict: "identical" },
    ),
    writers: copies(foundingCase.writers),
    unplaced: copies(foundingCase.cells)
      .filter((cell) => cell.ref === "stripped" && cell.stage === "pod-deleted")
      .flatMap((cell) =>
        cell.calls.map((call) => ({ ...call, trigger: null, ref: cell.ref, function: "forgetPort", line: 77 })),
      ),
    differences: [
      ...foundingCase.differences.map((each) => ({ ...each, refs: each.stage === "pod-deleted" ? cleaning : others })),
      {
        stage: "pod-deleted",
        operation: null,
        call: null,
        refs: ["stripped", "shallow"],
        kind: "missing",
        summary: "",
        before: "Clean",
        after: "—",
      },
      {
        stage: "succeeded",
        operation: "Reset",
        call: "Reset(false)",
        refs: ["stripped"],
        kind: "guards",
        summary: "",
        before: "—",
        after: "vmi.Status.MigrationState.Completed",
      },
    ],
  };
}
