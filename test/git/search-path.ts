import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import type { Scratch } from "./tiny-repository.js";

/** Replaces PATH until disposed. */
export function searchPath(path: string): Disposable {
  const before = process.env.PATH;
  process.env.PATH = path;
  return {
    [Symbol.dispose]() {
      process.env.PATH = before;
    },
  };
}

/** A folder with a `git` of our own: a shell script in which `$REAL` is the real one. */
export function fakeGit(scratch: Scratch, script: string): string {
  const folder = scratch.path("bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/git`, `#!/bin/sh\nREAL() { PATH='${process.env.PATH}' exec git "$@"; }\n${script}\n`);
  chmodSync(`${folder}/git`, 0o755);
  return `${folder}:${process.env.PATH}`;
}
