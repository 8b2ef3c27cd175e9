import type { Assignment, Binding, Scope } from "./scope.js";

/** The assignments whose value a variable may have at a place. */
export interface Definitions {
  /** In the order of the text. */
  readonly assignments: readonly Assignment[];
  /** It may still have the value it came with: a parameter's, or none. */
  readonly initial: boolean;
}

/**
 * Reaching definitions, read off the nesting of blocks: Go's control flow is
 * structured but for `goto`, so an assignment in a block around the use, and
 * before it, overwrites what was there; one in a block beside it may have run.
 */
export function definitionsAt({ assignments, scope }: Binding, use: Scope, at: number): Definitions {
  const place: Place = { scope: use, at, owner: scope };
  const reaching: Assignment[] = [];
  let initial = true;
  let last: Assignment | null = null;
  for (const assignment of [...assignments].sort((a, b) => b.at - a.at)) {
    if (assignment.at > at || last !== null) continue;
    if (assignment.scope.encloses(use)) {
      reaching.push(assignment);
      initial = false;
      last = assignment;
    } else if (mayReach(assignment, place)) reaching.push(assignment);
  }
  const later = assignments.filter((assignment) => assignment.at > at && comesRound(assignment, place, last));
  return { assignments: [...reaching.reverse(), ...later], initial };
}

interface Place {
  readonly scope: Scope;
  readonly at: number;
  /** Where the variable is declared. */
  readonly owner: Scope;
}

/** An assignment before the use, in a block that is not around it. */
function mayReach({ scope }: Assignment, { scope: use, owner }: Place): boolean {
  const common = scope.within(owner).find((each) => each.encloses(use)) ?? owner;
  const branch = scope.within(common);
  if (branch.some(({ kind }) => kind === "closure")) return true;
  if (branch.some(({ leaves }) => leaves)) return false;
  const [own, other] = [branch.at(-1), use.within(common).at(-1)];
  const excluded = own?.kind === "alternative" && other?.kind === "alternative";
  return !excluded || isIn("loop", common, owner);
}

/** An assignment behind the use, which a loop or a closure brings before it. */
function comesRound(assignment: Assignment, { scope: use, owner }: Place, last: Assignment | null): boolean {
  const { scope } = assignment;
  if (use.within(owner).some((each) => each.kind === "closure" && !each.encloses(scope))) return true;
  const loop = use.within(owner).find((each) => each.kind === "loop" && each.encloses(scope));
  return loop !== undefined && (last === null || !loop.encloses(last.scope));
}

function isIn(kind: "loop", scope: Scope, owner: Scope): boolean {
  return scope.within(owner).some((each) => each.kind === kind);
}
