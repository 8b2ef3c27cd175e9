import { Failure } from "../../../src/primitives/index.js";
import { lockDirectory } from "../../../src/store/database/lock-directory.js";

/** A process of its own that locks a directory and says whether it could, for lock-directory.test.ts. */
try {
  await lockDirectory(process.argv[2] ?? "");
  process.stdout.write("held\n");
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(`${error instanceof Failure ? error.code : error}\n`);
}
