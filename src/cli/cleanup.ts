/** What must not outlive the program: temporary directories, half-written files. Undone at once when it is interrupted. */
const pending = new Set<() => void>();

/** Registers an undo and returns a function that runs it (once) or, with `keep`, forgets it. */
export function cleanLater(undo: () => void): (outcome?: "keep") => void {
  pending.add(undo);
  return (outcome) => {
    if (pending.delete(undo) && outcome !== "keep") undo();
  };
}

export function cleanNow(): void {
  for (const undo of pending) {
    pending.delete(undo);
    try {
      undo();
    } catch {
      // The program is ending; the other undos still deserve their turn.
    }
  }
}
