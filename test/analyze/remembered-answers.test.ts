import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type MatrixRequest, matrix, type ProgressEvent } from "../../src/analyze/index.js";
import { buildStory } from "../../src/stories/index.js";

let scratch: string;
let repository: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "volteface-remembered-"));
  repository = (await buildStory("kube-ovn-migration", join(scratch, "story"))).directory;
});
beforeEach(async () => {
  vi.stubEnv("VOLTEFACE_NO_CACHE", "");
  vi.stubEnv("VOLTEFACE_CACHE_DIR", await mkdtemp(join(scratch, "cache-")));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(scratch, { recursive: true }));

/** Asks, and tells whether any source was looked at. */
async function ask(request: Partial<MatrixRequest>) {
  const events: ProgressEvent[] = [];
  const answers = await matrix(
    {
      directory: repository,
      refs: ["master", "release-1.13", "release-1.12"],
      rules: ["kube-ovn/live-migration"],
      evidence: false,
      align: null,
      cache: true,
      ...request,
    },
    (event) => events.push(event),
  );
  const remarks = events.filter(({ kind }) => kind === "remark");
  return { answers, remarks, looked: events.some((event) => event.kind === "stage" && event.name === "facts") };
}

const requests: [string, Partial<MatrixRequest>][] = [
  ["a matrix", {}],
  ["evidence", { evidence: true }],
  ["an alignment", { align: { from: "release-1.12", to: "master" } }],
  ["the packs that fit", { rules: [] }],
  ["a pack that finds nothing", { rules: ["etcd/lessor"] }],
];
test.each(requests)("%s is the same when remembered", async (_, request) => {
  const computed = await ask({ ...request, cache: false });
  const first = await ask(request);
  const second = await ask(request);
  expect([computed.looked, first.looked, second.looked]).toEqual([true, true, false]);
  expect(first.answers).toEqual(computed.answers);
  expect(second.answers).toEqual(computed.answers);
  expect(second.remarks).toEqual(computed.remarks);
});

test("another question is asked anew", async () => {
  await ask({});
  expect((await ask({ refs: ["master", "release-1.12"] })).looked).toBe(true);
  expect((await ask({ refs: ["release-1.13", "master", "release-1.12"] })).looked).toBe(true);
  expect((await ask({ evidence: true })).looked).toBe(true);
  expect((await ask({ rules: ["kubernetes/metadata"] })).looked).toBe(true);
  expect((await ask({})).looked).toBe(false);
});

test("a pack that was edited is another pack", async () => {
  const rules = [join(scratch, "berths.yml")];
  const pack = (entry: string) => `format: volteface/pack@1
id: harbour/berths
title: Berths
description: Berths of ferries.
keys: { berth: { entry: '*.Options["${entry}"]' } }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`;
  await writeFile(rules[0] ?? "", pack("requested-chassis"));
  const before = await ask({ rules });
  await writeFile(rules[0] ?? "", pack("activation-strategy"));
  const after = await ask({ rules });
  expect(after.looked).toBe(true);
  expect(after.answers).not.toEqual(before.answers);
});

test("an answer without some of the sources is not remembered", async () => {
  const { directory } = await buildStory("kube-ovn-migration", join(scratch, "damaged"));
  const object = await looseObject(directory, "master:pkg/controller/pod.go");
  await rename(object, `${object}.away`);
  const damaged = await ask({ directory });
  expect(damaged.answers[0]?.matrix.refs[0]?.status).toBe("incomplete");
  await rename(`${object}.away`, object);
  const whole = await ask({ directory });
  expect(whole.looked).toBe(true);
  expect(whole.answers[0]?.matrix.refs[0]?.status).toBe("ok");
});

/** Unpacks a bare repository, and gives the file that holds an object. */
async function looseObject(directory: string, name: string): Promise<string> {
  const packs = join(directory, "objects/pack");
  await rename(packs, join(directory, "packs"));
  for (const file of await readdir(join(directory, "packs"))) {
    if (!file.endsWith(".pack")) continue;
    const input = await readFile(join(directory, "packs", file));
    execFileSync("git", ["unpack-objects", "-q"], { cwd: directory, input });
  }
  const id = execFileSync("git", ["rev-parse", name], { cwd: directory, encoding: "utf8" }).trim();
  return join(directory, "objects", id.slice(0, 2), id.slice(2));
}
