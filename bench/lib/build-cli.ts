import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Compiles the program into a directory of its own, so that nobody's `dist` is touched. Gives the script to run. */
export function buildCli(): string {
  const directory = mkdtempSync(join(tmpdir(), "volteface-bench-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  for (const name of ["package.json", "node_modules", "rules", "fixtures"])
    symlinkSync(join(root, name), join(directory, name));
  const words = ["-p", "tsconfig.build.json", "--outDir", join(directory, "dist"), "--sourceMap", "false"];
  execFileSync(join(root, "node_modules/.bin/tsc"), words, { cwd: root, stdio: ["ignore", 2, 2] });
  const program = ["--import", "tsx", "build/program.ts", join(directory, "dist")];
  execFileSync(process.execPath, program, { cwd: root, stdio: ["ignore", 2, 2] });
  return join(directory, "dist/cli/main.js");
}
