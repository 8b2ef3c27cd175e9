import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/store/index.js";
import { testStores } from "../../databases/index.js";

const [embedded] = testStores();

/** Kills the processes of embedded databases that this one has started. */
function killDatabases(): number {
  const listed = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  const found = listed.split("\n").filter((line) => line.includes("embedded-child"));
  for (const line of found) process.kill(Number.parseInt(line, 10), "SIGKILL");
  return found.length;
}

it("the embedded database comes back when its process was killed, with all that was committed", async () => {
  const place = await embedded?.place();
  if (place === undefined) throw new Error("it is always there");
  const database = await openDatabase(place);
  try {
    await database.query("create table kept (n integer)");
    await database.query("insert into kept values ($1)", [1]);
    const broken = database.transaction(async (transaction) => {
      await transaction.query("insert into kept values ($1)", [2]);
      expect(killDatabases()).toBe(1);
      await transaction.query("insert into kept values ($1)", [3]);
    });
    await expect(broken).rejects.toThrow("the embedded database has ended");
    expect(await database.query("select n from kept")).toEqual([{ n: 1 }]);
  } finally {
    await database.close();
  }
});
