import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AskedCommand,
  type Database,
  type Disposition,
  findHandled,
  findReport,
  forgetOtherInstallations,
  forgetReport,
  keepCommand,
  keepDisposition,
  keepReport,
  type LastReport,
  listCommands,
  listDispositions,
  listReports,
  markHandled,
  openDatabase,
  pruneDeliveries,
} from "../../src/store/index.js";
import { testStores } from "../databases/index.js";

const monday = new Date("2026-11-23T08:00:00Z");
const tuesday = new Date("2026-11-24T08:00:00Z");

const report: LastReport = {
  installation: 7,
  repository: 1_296_269_000_000,
  number: 5873,
  comment: 3_141_592_653,
  commentHash: "c".repeat(64),
  checkRun: null,
  base: "a".repeat(40),
  head: "b".repeat(40),
  configurationHash: "d".repeat(64),
  at: monday,
};

const decision: Disposition = {
  repository: 1,
  number: 6242,
  kind: "ignore",
  finding: "f1",
  reason: "we know; it's (deliberately) 'so'",
  author: "lin-yao",
  comment: 11,
  at: tuesday,
};

describe.each(testStores())("records ($name)", ({ installed, place }) => {
  if (!installed) return it.skip("needs PostgreSQL");
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await place());
  });
  afterAll(() => database.close());

  it("know the last report of a pull request, until it is forgotten", async () => {
    expect(await findReport(database, report.repository, report.number)).toBeNull();
    await keepReport(database, { ...report, comment: null, commentHash: null });
    const second = { ...report, number: 4773, installation: 8 };
    await keepReport(database, second);
    await keepReport(database, report);
    expect(await findReport(database, report.repository, report.number)).toEqual(report);
    expect(await listReports(database, report.repository)).toEqual([second, report]);
    await forgetOtherInstallations(database, [7, 9]);
    expect(await listReports(database, report.repository)).toEqual([report]);
    await forgetReport(database, report.repository, report.number);
    expect(await listReports(database, report.repository)).toEqual([]);
  });

  it("know what people asked for, in order, and what a comment asks for now", async () => {
    const help: AskedCommand = {
      repository: 1,
      number: 2,
      comment: 5,
      verb: "help",
      words: [],
      author: "mei",
      at: tuesday,
    };
    const compare: AskedCommand = { ...help, comment: 4, verb: "compare", words: ["it's", 'a"b', "ü"], at: monday };
    await keepCommand(database, help);
    await keepCommand(database, { ...compare, verb: "refused", words: ["unknown", "compere"] });
    await keepCommand(database, compare);
    await keepCommand(database, { ...help, number: 3, comment: 6 });
    expect(await listCommands(database, 1, 2)).toEqual([compare, help]);
  });

  it("know what people decided, in order, once for each comment", async () => {
    const intended: Disposition = { ...decision, kind: "intended", finding: null, comment: 10, at: monday };
    await keepDisposition(database, decision);
    await keepDisposition(database, intended);
    await keepDisposition(database, { ...decision, reason: "read again" });
    await keepDisposition(database, { ...decision, number: 1, comment: 12 });
    expect(await listDispositions(database, 1, 6242)).toEqual([intended, decision]);
  });

  it("know which deliveries were handled, until they are old", async () => {
    const handled = async () => [...(await findHandled(database, ["one", "two", "it's"]))].sort();
    expect(await handled()).toEqual([]);
    await markHandled(database, ["one"], monday);
    await markHandled(database, ["one", "two", "two"], tuesday);
    expect(await handled()).toEqual(["one", "two"]);
    expect(await pruneDeliveries(database, tuesday)).toBe(1);
    expect(await handled()).toEqual(["two"]);
  });
});
