import { cleanNow } from "./cleanup.js";

/** The exit codes a shell expects: 128 and the signal's number. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ends quickly when asked to. Child processes read from or write to our pipes,
 * so they end when we do; what else must go is in the cleanup registry.
 */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      cleanNow();
      process.exit(code);
    });
  }
}
