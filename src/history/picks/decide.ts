import type { Pick, PickStatus, Witness } from "./answer.js";
import type { Evidence, FilesThere, FoundPick } from "./evidence.js";

/** A pick that holds less of the change is a part of it. */
const PART = 0.4;
/** Added lines that stand on the ref: from here on the change came some other way, or part of it. */
const ALL_THERE = 0.9;
const PART_THERE = 0.5;
/** Weight of lines that must be looked for before their presence or absence means anything. */
const TELLING = 1.5;

/** Weighs the evidence. Behavior decides where it is known; then history, the later word over the earlier; then the files. */
export function decide(evidence: Evidence): Pick {
  const decided = decideByHistory(evidence) ?? decideByFiles(evidence.files);
  if (evidence.behavior === null) return decided;
  return { ...decided, status: evidence.behavior, witnesses: [...decided.witnesses, "behavior"] };
}

function decideByHistory({ ancestor, picks, reverts }: Evidence): Pick | null {
  const lastRevert = reverts.reduce((last, each) => Math.max(last, each.order), -1);
  const since = picks.filter(({ order }) => order > lastRevert);
  if (ancestor !== null && ancestor > lastRevert) return pick("present", null, ["ancestor"], 1);
  const best = since.toSorted(byStrength)[0];
  if (best !== undefined)
    return pick(best.contained < PART ? "partial" : "present", best.commit, witnessesOf(since), best.contained);
  const before = picks.toSorted(byStrength)[0];
  if (before === undefined && ancestor === null) return null;
  const revertedBy = reverts.find(({ order }) => order === lastRevert)?.commit ?? null;
  const witnesses: Witness[] = ancestor === null ? witnessesOf(picks) : ["ancestor", ...witnessesOf(picks)];
  return { ...pick("reverted", before?.commit ?? null, witnesses, before?.contained ?? null), revertedBy };
}

function decideByFiles(files: FilesThere | null): Pick {
  if (files === null) return pick("missing", null, [], null);
  if (!files.createsAll && !files.anyFile) return pick("not-applicable", null, [], 0);
  if (files.addedWorth >= TELLING && files.addedThere >= PART_THERE) {
    const whole = files.addedThere >= ALL_THERE && files.removedThere <= 1 - ALL_THERE;
    return pick(whole ? "present" : "partial", null, ["similarity"], files.addedThere);
  }
  const nothingToChange = files.removedWorth >= TELLING && files.removedThere === 0;
  return pick(nothingToChange ? "not-applicable" : "missing", null, [], files.addedThere);
}

const ORDER: readonly Witness[] = ["ancestor", "trailer", "number", "patch-id", "similarity", "behavior"];

function witnessesOf(picks: readonly FoundPick[]): Witness[] {
  return ORDER.filter((witness) => picks.some(({ witnesses }) => witnesses.some((each) => each === witness)));
}

/** The more alike first, then what holds more, then the earlier. */
function byStrength(a: FoundPick, b: FoundPick): number {
  return b.likeness - a.likeness || b.contained - a.contained || a.order - b.order;
}

function pick(
  status: PickStatus,
  commit: string | null,
  witnesses: readonly Witness[],
  contained: number | null,
): Pick {
  return {
    status,
    commit,
    witnesses,
    revertedBy: null,
    contained: contained === null ? null : Math.round(contained * 100) / 100,
  };
}
