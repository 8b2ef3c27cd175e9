import { cleanNow } from "./cleanup.js";

/** The exit codes a shell expects: 128 and the signal's number. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Who wants to end by itself on the next signal. */
let gentle: (() => void) | null = null;

/**
 * Ends quickly when asked to. Child processes read from or write to our pipes,
 * so they end when we do; what else must go is in the cleanup registry.
 */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      const end = gentle;
      gentle = null;
      if (end !== null) return end();
      cleanNow();
      process.exit(code);
    });
  }
}

/** Resolves on the next signal, which then does not end the program; the one after it does. */
export function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    gentle = resolve;
  });
}
