#!/usr/bin/env node
import { cleanNow } from "./cleanup.js";
import { endOnSignals } from "./interrupt.js";
import { processIo } from "./io.js";
import { run } from "./run.js";

endOnSignals();
const code = await run(process.argv.slice(2), processIo());
cleanNow();
process.exit(code);
