#!/usr/bin/env node
/**
 * The program that people run. In: a command line. Out: an answer on stdout,
 * remarks on stderr, an exit code. It turns words into a request and an answer
 * into text, and refuses to know how anything is found out.
 */
import { prepareShortRun } from "../primitives/index.js";
import { cleanNow } from "./cleanup.js";
import { endOnSignals } from "./interrupt.js";
import { processIo } from "./io.js";
import { run } from "./run.js";

prepareShortRun();
endOnSignals();
const code = await run(process.argv.slice(2), processIo());
cleanNow();
process.exit(code);
