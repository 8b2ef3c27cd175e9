import { evaluateFiles } from "../../src/analyze/evaluate-example.js";
import {
  buildMatrix,
  callsText,
  callText,
  type EvaluatedRef,
  effectsText,
  type Matrix,
  type RefBehavior,
} from "../../src/behavior/index.js";
import type { Pack } from "../../src/rules/index.js";
import { loadPack } from "../../src/rules/load-pack.js";

/** The little world of these tests: ferries come and go, and hold a berth and a pilot meanwhile. */
const HARBOUR = `
keys:
  berth: { entry: '*.Plan["berth"]' }
  pilot: { entry: '*.Plan["pilot"]' }
values:
  wish: [wish, '*.Wish']
  home: [home, '*.Home']
operations:
  Assign: { role: set, functions: AssignBerth }
  Move: { role: reset, functions: MoveBerth }
  Return: { role: clean, functions: ReturnBerth }
stages: [arrived, departed, sunk]
triggers:
  - { stage: arrived, kind: signal, constant: FerryArrived, value: arrived, subject: '*.Signal' }
  - { stage: departed, kind: signal, constant: FerryDeparted, value: departed, subject: '*.Signal' }
  - { stage: sunk, kind: signal, constant: FerrySunk, value: sunk, subject: '*.Signal' }
  - { stage: arrived, kind: flag, present: '*.Flags["quarantine"]', value: quarantine }
  - { stage: sunk, kind: distress, holds: '*.IsSinking()', value: mayday }
  - { stage: sunk, kind: storm, function: handleStorm }
`;
const harbour = packOf(HARBOUR);

/** The harbour's pack with a field more. */
export function harbourWith(field: string): Pack {
  return packOf(HARBOUR + field);
}

/** A pack from the fields that matter; the rest is filled in. */
export function packOf(fields: string): Pack {
  const head = "format: volteface/pack@1\nid: harbour/test\ntitle: Berths\ndescription: Ferries and their berths.\n";
  const loaded = loadPack("pack.yml", head + fields);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

/** The operations of the harbour, as they are unless a test is about them. */
export const OPERATIONS = `
func (h *Harbour) AssignBerth(ferry *Ferry, wish, home string) error {
	h.Plan["berth"] = fmt.Sprintf("%s,%s", wish, home)
	h.Plan["pilot"] = "aboard"
	return nil
}

func (h *Harbour) MoveBerth(ferry *Ferry, wish, home string, failed bool) error {
	if _, ok := h.Plan["berth"]; !ok {
		return nil
	}
	if failed {
		h.Plan["berth"] = home
	} else {
		h.Plan["berth"] = wish
	}
	delete(h.Plan, "pilot")
	return nil
}

func (h *Harbour) ReturnBerth(ferry *Ferry) error {
	delete(h.Plan, "berth")
	delete(h.Plan, "pilot")
	return nil
}
`;

/** Go source by path; a single text is one file of package harbour beside the operations. */
export type Sources = string | Readonly<Record<string, string>>;

export function behaviorOf(sources: Sources, pack: Pack = harbour): Promise<RefBehavior> {
  const files = typeof sources === "string" ? { "harbour/ops.go": OPERATIONS, "harbour/watch.go": sources } : sources;
  return evaluateFiles(
    pack,
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        text.trimStart().startsWith("package ") ? text : inPackage(path, text),
      ]),
    ),
  );
}

function inPackage(path: string, text: string): string {
  return `package ${path.split("/").at(-2) ?? "main"}\n\n${text}`;
}

/** What every stage shows, stages with nothing left out. */
export async function cellsOf(sources: Sources, pack?: Pack): Promise<Record<string, string>> {
  const { stages } = await behaviorOf(sources, pack);
  return Object.fromEntries(
    stages
      .filter(({ calls }) => calls.length > 0)
      .map(({ stage, calls }) => [stage, callsText(calls.map(({ call }) => call))]),
  );
}

/** What has no stage. */
export async function unplacedIn(sources: Sources, pack?: Pack): Promise<string[]> {
  return (await behaviorOf(sources, pack)).unplaced.map(({ call }) => `${call.function}: ${callText(call)}`);
}

/** What each function that is no operation writes: `function: effects`. */
export async function writersIn(sources: Sources, pack?: Pack): Promise<string[]> {
  const { writers } = await behaviorOf(typeof sources === "string" ? { "harbour/plan.go": sources } : sources, pack);
  return writers.map((writer) => `${writer.function}: ${effectsText(writer.effects)}`);
}

/** The cases of an operation: `Move(true): berth=home, -pilot`. */
export async function casesOf(operation: string, sources: Sources, pack?: Pack): Promise<string[]> {
  const files = typeof sources === "string" ? { "harbour/ops.go": sources } : sources;
  const found = (await behaviorOf(files, pack)).operations.find((each) => each.operation === operation);
  return (found?.cases ?? []).map(
    ({ when, effects }) => `${callText({ operation, arguments: when })}: ${effectsText(effects)}`,
  );
}

/** How the second program differs from the first: `stage kind: before ⇒ after`. */
export async function differencesBetween(before: Sources, after: Sources, pack: Pack = harbour): Promise<string[]> {
  return (await compared(before, after, pack)).differences.map(
    ({ stage, operation, kind, before: was, after: is }) => `${stage ?? operation} ${kind}: ${was} ⇒ ${is}`,
  );
}

/** The verdict on an operation of the second program against the first. */
export async function verdictOn(operation: string, before: Sources, after: Sources, pack?: Pack): Promise<string> {
  const { operations } = await compared(before, after, pack ?? harbour);
  return operations.find((each) => each.operation === operation && each.ref === "after")?.verdict ?? "nowhere";
}

async function compared(before: Sources, after: Sources, pack: Pack): Promise<Matrix> {
  const evaluated = async (ref: string, sources: Sources): Promise<EvaluatedRef> => ({
    view: { ref, commit: ref, status: "ok", problems: [] },
    behavior: await behaviorOf(sources, pack),
  });
  return buildMatrix(pack, [await evaluated("before", before), await evaluated("after", after)]);
}
