import { getPriority, setPriority } from "node:os";

/** So much lower than ours (Unix: from -20, the first, to 19). */
const BEHIND = 10;
const LOWEST = 19;

/** Lets a process that was just started, and those it will start, compute when nobody else wants to: an answer to GitHub comes first. */
export function standBack({ pid }: { readonly pid?: number | undefined }): void {
  try {
    if (pid !== undefined) setPriority(pid, Math.min(getPriority() + BEHIND, LOWEST));
  } catch {
    // It has ended already, or the system does not let us.
  }
}
