import { afterEach, describe, expect, it } from "vitest";
import { migrate } from "../../../src/store/database/migrate.js";
import { type Database, type DatabaseOptions, openDatabase } from "../../../src/store/index.js";
import { testStores } from "../../databases/index.js";

const open: Database[] = [];
async function opened(place: DatabaseOptions): Promise<Database> {
  const database = await openDatabase(place);
  open.push(database);
  return database;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
});

describe.each(testStores())("a database ($name)", ({ installed, place }) => {
  it.skipIf(!installed)("gives back what it was given, in one set of types", async () => {
    const database = await opened(await place());
    expect(
      await database.query(
        `select $1::bigint as number, $2::timestamptz as instant, $3::text as text, '{"a":[1]}'::jsonb as value,
         null as nothing, count(*) as count from (values (1), (2)) as two`,
        [4_503_599_627_370_497, new Date("2026-11-26T10:00:00Z"), "ü\n"],
      ),
    ).toEqual([
      {
        number: 4_503_599_627_370_497,
        instant: new Date("2026-11-26T10:00:00Z"),
        text: "ü\n",
        value: { a: [1] },
        nothing: null,
        count: 2,
      },
    ]);
  });

  it.skipIf(!installed)("answers several statements together, and goes on after one of them failed", async () => {
    const database = await opened(await place());
    expect(await database.query("begin; select 1 as one; commit; select 2 as two")).toEqual([{ one: 1 }, { two: 2 }]);
    await expect(database.query("begin; select 1/0; commit")).rejects.toThrow("division by zero");
    expect(await database.query("select 3 as three")).toEqual([{ three: 3 }]);
  });

  it.skipIf(!installed)("does all of a transaction or nothing", async () => {
    const database = await opened(await place());
    await database.query("create table kept (n integer)");
    const failing = database.transaction(async (transaction) => {
      await transaction.query("insert into kept values ($1)", [1]);
      throw new Error("halfway");
    });
    await expect(failing).rejects.toThrow("halfway");
    const answer = await database.transaction(async (transaction) => {
      await transaction.query("insert into kept values ($1)", [2]);
      return "done";
    });
    expect(answer).toBe("done");
    expect(await database.query("select n from kept")).toEqual([{ n: 2 }]);
  });

  it.skipIf(!installed)("keeps what it was given when it is opened again, and migrates only once", async () => {
    const where = await place();
    const first = await opened(where);
    await first.query("insert into volteface.deliveries values ('here', now())");
    const steps = await first.query("select * from volteface.migrations");
    await first.close();
    await first.close();
    const second = await opened(where);
    expect(await second.query("select id from volteface.deliveries")).toEqual([{ id: "here" }]);
    expect(await second.query("select * from volteface.migrations")).toEqual(steps);
  });

  it.skipIf(!installed)("takes all missing steps or none, and refuses a database of a later version", async () => {
    const database = await opened(await place());
    const [{ step } = { step: 0 }] = await database.query<{ step: number }>(
      "select max(step) as step from volteface.migrations",
    );
    const present = Array.from({ length: step }, () => "select 1");
    const broken = [...present, "create table volteface.fresh (n integer)", "create nonsense"];
    await expect(migrate(database, broken)).rejects.toThrow("syntax error");
    expect(await database.query("select to_regclass('volteface.fresh') as fresh")).toEqual([{ fresh: null }]);
    await migrate(database, broken.slice(0, -1));
    expect(await database.query("select n from volteface.fresh")).toEqual([]);
    await expect(migrate(database, present)).rejects.toMatchObject({
      code: "store.newer",
      fields: { found: step + 1, known: step },
    });
  });
});
