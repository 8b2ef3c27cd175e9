import { spawnSync } from "node:child_process";
import type { Command } from "./command.js";

/** What one run took, in seconds. */
export interface Reading {
  readonly wall: number;
  /** User and system time of the program and of all its children that it waited for. */
  readonly cpu: number;
}

/** bash's own `time` needs nothing installed and counts children of children; what the command complains of comes through. */
const SCRIPT = `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>&3`;

export function time({ name, program, words, environment }: Command): Reading {
  const { status, stderr, error } = spawnSync("bash", ["-c", SCRIPT, "bash", program, ...words], {
    env: { ...process.env, LC_ALL: "C", ...environment },
    stdio: ["ignore", "ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  const [wall, user, system] = (stderr ?? "").trim().split(/\s+/).map(Number);
  if (status !== 0 || wall === undefined || user === undefined || system === undefined)
    throw new Error(`${name} failed: ${error?.message ?? `exit ${status}`}`);
  return { wall, cpu: user + system };
}

/** Runs the commands in turn, A B A B …, so that what else the machine does falls on all of them. */
export function takeTurns(commands: readonly Command[], rounds: number): Reading[][] {
  const readings = commands.map((): Reading[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) readings[index]?.push(time(command));
  }
  return readings;
}
