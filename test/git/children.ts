import { readdirSync, readFileSync } from "node:fs";

/** The processes that a process has started and that still run, as Linux lists them. */
export function childrenOf(parent: number): { pid: number; command: string }[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // pid (name) state parent …
      const [, state, ppid] = /\) (\S) (\d+) /.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
      if (Number(ppid) !== parent || state === "Z") return [];
      return [
        { pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0").join(" ").trim() },
      ];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

/** Only Linux tells in a way that needs no other program. */
export const CAN_LIST_CHILDREN = process.platform === "linux";
