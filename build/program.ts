/**
 * Makes the program that people run of the sources, in dist unless told otherwise. `tsc` has written its
 * modules to dist before; they stay there for those who import them.
 *
 *   tsx build/program.ts [DIRECTORY]
 */
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { bundleCli } from "./bundle-cli.js";
import { readyPacks } from "./ready-packs.js";

const directory = argv[2] ?? fileURLToPath(new URL("../dist/", import.meta.url));
await bundleCli(directory);
await readyPacks(directory);
