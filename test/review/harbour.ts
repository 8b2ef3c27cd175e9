import { type Finding, findStanding, type Sighting } from "../../src/review/index.js";
import { toFindings } from "../../src/review/to-findings.js";
import type { Pack } from "../../src/rules/index.js";
import { behaviorOf, packOf, type Sources } from "../behavior/harbour.js";

/**
 * Ferries hold a berth and a pilot while they are in port. A voyage that is over
 * is marked so; a berth is shared by the ferries of a convoy.
 */
const harbour = packOf(`
keys:
  berth: { entry: '*.Plan["berth"]' }
  pilot: { entry: '*.Plan["pilot"]' }
operations:
  Assign: { role: set, functions: AssignBerth }
  Move: { role: reset, functions: MoveBerth }
  Return: { role: clean, functions: ReturnBerth }
stages: [arrived, departed, sunk]
triggers:
  - { stage: arrived, kind: signal, constant: FerryArrived, value: arrived, subject: '*.Signal' }
  - { stage: departed, kind: signal, constant: FerryDeparted, value: departed, subject: '*.Signal' }
  - { stage: arrived, kind: flag, present: '*.Flags["quarantine"]', value: quarantine }
  - { stage: sunk, kind: storm, function: handleStorm }
terminal: { stages: [departed], holds: '*.Voyage.Over' }
shared: { stages: [sunk], owner: ['*.Convoy.Others', '*.Voyage.ID'] }
`);

export const ASSIGN = `
func (h *Harbour) AssignBerth(ferry *Ferry) {
	h.Plan["berth"] = ferry.Wish
	h.Plan["pilot"] = "aboard"
}
`;
/** Sets one key and removes the other, where there is something to move. */
export const MOVE = `
func (h *Harbour) MoveBerth(ferry *Ferry) {
	if _, ok := h.Plan["berth"]; !ok {
		return
	}
	h.Plan["berth"] = ferry.Wish
	delete(h.Plan, "pilot")
}
`;
export const RETURN = `
func (h *Harbour) ReturnBerth(ferry *Ferry) {
	delete(h.Plan, "berth")
	delete(h.Plan, "pilot")
}
`;
/** Forgets the pilot. */
export const RETURN_HALF = `
func (h *Harbour) ReturnBerth(ferry *Ferry) {
	delete(h.Plan, "berth")
}
`;
/** Every operation at its stage. */
export const WATCH = `
func (h *Harbour) watch(ferry *Ferry) {
	switch ferry.Signal {
	case FerryArrived:
		h.AssignBerth(ferry)
	case FerryDeparted:
		h.MoveBerth(ferry)
	}
}

func (h *Harbour) handleStorm(ferry *Ferry) {
	if ferry.Convoy.Others > 0 {
		return
	}
	h.ReturnBerth(ferry)
}
`;

interface Asked {
  readonly pack?: Pack;
  /** Other refs by name. */
  readonly others?: Readonly<Record<string, Sources>>;
  readonly hazards?: readonly Sighting[];
  readonly status?: "ok" | "incomplete";
}

/** What stands on a ref with these sources. */
export async function findingsIn(sources: Sources, asked: Asked = {}): Promise<Finding[]> {
  const { pack = harbour, others = {}, hazards = [], status = "ok" } = asked;
  const evaluated = async (ref: string, files: Sources, state: "ok" | "incomplete") => ({
    view: { ref, commit: `commit of ${ref}`, status: state, problems: [] },
    behavior: await behaviorOf(typeof files === "string" ? { "harbour/all.go": files } : files, pack),
  });
  const kin = await Promise.all(Object.entries(others).map(([ref, files]) => evaluated(ref, files, "ok")));
  const here = await evaluated("here", sources, status);
  const seen = findStanding({ pack, here, others: kin }, hazards).map((sighting) => ({ sighting, behavior: pack.id }));
  return toFindings(seen, here.view, () => ({ mode: "comment", severity: null, reason: null })).map(
    ({ finding }) => finding,
  );
}

/** The facts alone, of one rule or of all. */
export async function factsIn(sources: Sources, rule: string | null, asked?: Asked): Promise<unknown[]> {
  const found = await findingsIn(sources, asked);
  return found.map(({ facts }) => facts).filter((facts) => rule === null || facts.rule === rule);
}
