import { setPriority } from "node:os";

/** Lower than what people and deliveries wait for (Unix: from -20, the first, to 19). */
const BEHIND = 10;

/** Lets a process that was just started, and those it will start, compute when nobody else wants to: an answer to GitHub comes first. */
export function standBack({ pid }: { readonly pid?: number | undefined }): void {
  try {
    if (pid !== undefined) setPriority(pid, BEHIND);
  } catch {
    // It has ended already, or the system does not let us.
  }
}
