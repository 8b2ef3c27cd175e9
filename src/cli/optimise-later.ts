import { setFlagsFromString } from "node:v8";

/**
 * A run lasts a second. Most of what V8 optimises meanwhile, on a second thread, would pay for itself
 * only later, so Node 20 is told to wait longer with it: docs/performance.md has the figures. Later
 * versions wait by themselves, and do not know the flag.
 */
export function optimiseLater(): void {
  if (process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=300000");
}
