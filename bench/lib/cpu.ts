import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICKS = 100;

/** CPU seconds, user and system, of a process and of those it started and waited for; 0 where there is no /proc. */
export function cpuSeconds(pid: number): { readonly own: number; readonly children: number } {
  // The name of a program stands in brackets and may hold anything; what follows the last bracket are numbers.
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ")
    .map(Number);
  const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15);
  return { own: (user + system) / TICKS, children: (childrenUser + childrenSystem) / TICKS };
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
