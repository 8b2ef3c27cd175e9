import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/primitives/index.js";
import { openDatabase } from "../../../src/store/index.js";
import { postgres } from "../../databases/index.js";

const { store, server } = postgres();

describe.skipIf(!store.installed)("PostgreSQL", () => {
  it("is migrated once when several processes start together", async () => {
    const place = await store.place();
    const all = await Promise.all([1, 2, 3, 4].map(() => openDatabase(place)));
    const [first] = all;
    expect(await first?.query("select count(*) = max(step) as each_once from volteface.migrations")).toEqual([
      { each_once: true },
    ]);
    await Promise.all(all.map((database) => database.close()));
  });

  it("may be restarted: queries fail meanwhile, connections that break are told, then all is well again", async () => {
    const lost: Error[] = [];
    const database = await openDatabase({ ...(await store.place()), lost: (error) => lost.push(error) });
    const running = await server();
    const waiting = database.transaction(async (transaction) => {
      await transaction.query("select 1");
      await running.end();
      await transaction.query("select 1");
    });
    await expect(waiting).rejects.toThrow();
    await expect(database.query("select 1")).rejects.toThrow("ECONNREFUSED");
    await running.begin();
    expect(await database.query("select 1 as one")).toEqual([{ one: 1 }]);
    await database.close();
  });

  it.each([
    ["nobody listens", "postgres://somebody:hush@127.0.0.1:1/none", "ECONNREFUSED"],
    ["the address is none", "postgres://somebody:hush@127.0.0.1:99999/none", "ERR_INVALID_URL"],
  ])("tells in one word that it cannot be reached, and not the password: %s", async (_, url, reason) => {
    const failure = await openDatabase({ url, directory: "/" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: "store.database-unreachable", fields: { reason } });
  });
});
