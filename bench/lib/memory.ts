import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Command } from "./command.js";

/** The memory of a program and its children, in MiB. Pages of a mapped pack count: to the kernel they are resident. */
export interface Memory {
  /** The most that a single process held, and which. */
  readonly largest: number;
  readonly process: string;
  /** The most that all processes held at one time. */
  readonly together: number;
}

const PAUSE = 4;

/**
 * Runs a command and looks into Linux's /proc while it runs; null where there is no /proc. The
 * kernel keeps each process's own peak (VmHWM), so only the last milliseconds of a process can be missed.
 */
export async function peakMemory({ program, words, environment }: Command): Promise<Memory | null> {
  if (process.platform !== "linux") return null;
  const child = spawn(program, words, { env: { ...process.env, ...environment }, stdio: "ignore" });
  let peak: Memory = { largest: 0, process: "", together: 0 };
  const timer = setInterval(() => {
    const seen = child.pid === undefined ? [] : family(child.pid).flatMap(memoryOf);
    const together = seen.reduce((sum, { now }) => sum + now, 0);
    peak = { ...peak, together: Math.max(peak.together, together) };
    for (const { name, most } of seen) if (most > peak.largest) peak = { ...peak, largest: most, process: name };
  }, PAUSE);
  await new Promise((resolve, reject) => child.on("exit", resolve).on("error", reject));
  clearInterval(timer);
  return peak;
}

/** What one process holds now, in MiB; 0 when it is gone, and where there is no /proc. */
export function residentMemory(pid: number): number {
  return memoryOf(pid)[0]?.now ?? 0;
}

function family(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(family)];
}

function memoryOf(pid: number): { name: string; now: number; most: number }[] {
  const status = read(`/proc/${pid}/status`);
  const mebibytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
  const name = /^Name:\s+(.*)/m.exec(status)?.[1];
  return name === undefined ? [] : [{ name, now: mebibytes("VmRSS"), most: mebibytes("VmHWM") }];
}

/** Empty when the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
