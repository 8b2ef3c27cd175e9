import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Packages that read files of their own, or that only a server needs. */
const apart = ["@electric-sql/pglite", "pg", "pg-boss", "probot", "prom-client"];

/**
 * Puts the program that people run into a few files: reading four hundred small ones takes longer than
 * many a question to it. A bundled file lies as deep as the module it came from, so that paths from it
 * lead to the same place.
 */
export async function bundleCli(directory: string): Promise<void> {
  await rm(join(directory, "bundled"), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    // What people run, the process that the App starts for each review, and the one of the embedded database.
    entryPoints: {
      "cli/main": "src/cli/main.ts",
      "github/analyse-child": "src/github/analyse-child.ts",
      "store/embedded-child": "src/store/embedded-child.ts",
    },
    outdir: directory,
    chunkNames: "bundled/[name]-[hash]",
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: apart,
    // Packages in the older module format call `require` for what Node brings along.
    banner: {
      js: 'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);',
    },
    sourcemap: true,
    // What is never called is skipped, and still read: the fewer characters the better. Names stay, for reports of errors.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
  });
}
