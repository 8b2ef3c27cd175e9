import { createHash } from "node:crypto";
import type { Analysis, Annotation } from "../analysis/index.js";

/** What a finished check says. */
export interface CheckResult extends Pick<Analysis, "title" | "annotations"> {
  readonly conclusion: Analysis["conclusion"] | "cancelled";
  readonly summary: string;
}

/** A check run as it is on GitHub. */
export interface CheckState {
  readonly id: number;
  readonly completed: boolean;
  readonly conclusion: string | null;
  readonly title: string;
  readonly summary: string;
  /** `annotationKey` of each that is there. */
  readonly annotations: readonly string[];
}

/** What is to be done so that a commit has a check with that result. */
export type CheckPlan =
  | { readonly kind: "create"; readonly annotations: readonly Annotation[] }
  /** Annotations are added to those that are there. */
  | { readonly kind: "update"; readonly id: number; readonly annotations: readonly Annotation[] }
  | { readonly kind: "nothing"; readonly id: number };

/**
 * Decides how a check comes to its result. GitHub adds annotations and never takes one away, so a
 * check run with one that is no longer true makes room for a new one of the same name.
 */
export function planCheckRun(state: CheckState | null, result: CheckResult): CheckPlan {
  const wanted = result.annotations.map(annotationKey);
  if (state === null || state.annotations.some((key) => !wanted.includes(key)))
    return { kind: "create", annotations: result.annotations };
  const missing = result.annotations.filter((_, at) => !state.annotations.includes(wanted[at] ?? ""));
  const same =
    state.completed &&
    state.conclusion === result.conclusion &&
    state.title === result.title &&
    state.summary.trimEnd() === result.summary.trimEnd();
  return same && missing.length === 0
    ? { kind: "nothing", id: state.id }
    : { kind: "update", id: state.id, annotations: missing };
}

/** The same for the same note at the same place. */
export function annotationKey({ path, line, level, title, message }: Annotation): string {
  return createHash("sha256")
    .update(JSON.stringify([path, line, level, title, message]))
    .digest("hex");
}
