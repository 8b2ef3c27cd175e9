import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Failure } from "../../src/primitives/index.js";
import { findPack, findPacks, InvalidFile, listBundledPacks } from "../../src/rules/index.js";
import { HARBOUR, spoilt } from "./harbour.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "volteface-rules-"));
  await writeFile(join(folder, "berths.yml"), HARBOUR);
  await writeFile(join(folder, "copy.yaml"), HARBOUR);
  await writeFile(join(folder, "wrong.yml"), spoilt("role: set", "role: sett"));
  await writeFile(join(folder, "huge.yml"), Buffer.alloc(10_000_000, "a"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The failure's code and fields, the folder's name left out. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return JSON.parse(JSON.stringify([error.code, error.fields]).replaceAll(folder, "FOLDER"));
  }
  throw new Error("nothing failed");
}

const KNOWN = "etcd/lessor, kube-ovn/live-migration, kubernetes/finalizers, kubernetes/metadata";

describe("--rules", () => {
  it("finds a bundled pack by its id", async () => {
    expect((await findPack("kube-ovn/live-migration")).title).toBe("Live migration of virtual machines");
  });

  it("finds a file, with either ending", async () => {
    expect((await findPack(join(folder, "berths.yml"))).id).toBe("harbour/berths");
    expect((await findPack(join(folder, "copy.yaml"))).id).toBe("harbour/berths");
  });

  it("takes the same pack once", async () => {
    const file = join(folder, "berths.yml");
    expect((await findPacks([file, "etcd/lessor", file])).map(({ id }) => id)).toEqual([
      "harbour/berths",
      "etcd/lessor",
    ]);
  });

  it("suggests the nearest bundled pack", async () => {
    expect(await failure(findPack("kube-ovn/live-migratoin"))).toEqual([
      "rules.unknown-pack-near",
      { reference: "kube-ovn/live-migratoin", nearest: "kube-ovn/live-migration", known: KNOWN },
    ]);
    expect(await failure(findPack("finalizers"))).toEqual([
      "rules.unknown-pack-near",
      { reference: "finalizers", nearest: "kubernetes/finalizers", known: KNOWN },
    ]);
  });

  it("lists the bundled packs when none is near", async () => {
    expect(await failure(findPack("weather"))).toEqual(["rules.unknown-pack", { reference: "weather", known: KNOWN }]);
  });

  it("tells files that cannot be read from those that are wrong", async () => {
    expect(await failure(findPack(join(folder, "nothing.yml")))).toEqual([
      "rules.no-such-file",
      { file: "FOLDER/nothing.yml" },
    ]);
    expect(await failure(findPack(join(folder, "berths.yml", "inside.yml")))).toEqual([
      "rules.no-such-file",
      { file: "FOLDER/berths.yml/inside.yml" },
    ]);
    expect(await failure(findPack(folder))).toEqual(["rules.file-is-a-folder", { file: "FOLDER" }]);
    expect(await failure(findPack(join(folder, "wrong.yml")))).toEqual([
      "rules.invalid-pack",
      {
        file: "FOLDER/wrong.yml",
        count: 1,
      },
    ]);
    expect(await failure(findPack(join(folder, "huge.yml")))).toEqual([
      "rules.invalid-pack",
      {
        file: "FOLDER/huge.yml",
        count: 1,
      },
    ]);
  });

  it("carries the problems of a wrong file along", async () => {
    await expect(findPack(join(folder, "wrong.yml"))).rejects.toSatisfy(
      (error) => error instanceof InvalidFile && error.problems[0]?.line === 10,
    );
  });

  it("does not take two packs with one id", async () => {
    expect(await failure(findPacks([join(folder, "berths.yml"), join(folder, "copy.yaml")]))).toEqual([
      "rules.same-id",
      { id: "harbour/berths", first: "FOLDER/berths.yml", second: "FOLDER/copy.yaml" },
    ]);
  });
});

it("the bundled packs are listed by id", async () => {
  expect((await listBundledPacks()).map(({ id }) => id).join(", ")).toBe(KNOWN);
});
