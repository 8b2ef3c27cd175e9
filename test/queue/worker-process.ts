import { setTimeout as wait } from "node:timers/promises";
import { openQueue } from "../../src/queue/index.js";
import { openDatabase } from "../../src/store/index.js";
import { entryKind, write } from "./ledger.js";

/** A worker in a process of its own, to be killed by faults.test.ts. It says `began N` and `done N`. */
const [url = "", directory = ""] = process.argv.slice(2);
const database = await openDatabase({ url: url === "" ? null : url, directory });
const queue = await openQueue({ database, kinds: [entryKind], listen: () => {} });
process.once("SIGTERM", () => {
  void queue
    .stop(300)
    .then(() => database.close())
    .then(() => process.exit(0));
});
await queue.work(entryKind, 3, async ({ n, milliseconds }, { signal }) => {
  await write(database, n, "began");
  process.stdout.write(`began ${n}\n`);
  await wait(milliseconds, undefined, { signal });
  await write(database, n, "done");
  process.stdout.write(`done ${n}\n`);
});
process.stdout.write("working\n");
