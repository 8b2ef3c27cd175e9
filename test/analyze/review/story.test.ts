import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ReviewAnswer, type ReviewRequest, review } from "../../../src/analyze/index.js";
import { openRepository } from "../../../src/git/index.js";
import { buildStory } from "../../../src/stories/index.js";

let directory = "";
let repo = "";
const commits = new Map<number, string>();
/** What release-1.14 has of #6239, without its number. */
let picked = "";

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "volteface-review-"));
  repo = join(directory, "story");
  await buildStory("kube-ovn-migration", repo);
  const repository = await openRepository(repo);
  const [master] = await repository.resolve(["master"]);
  for await (const { subject, commit } of repository.history(master?.commit ?? ""))
    commits.set(Number(/\(#(\d+)\)/.exec(subject)?.[1]), commit);
  const [release] = await repository.resolve(["release-1.14"]);
  for await (const { subject, commit } of repository.history(release?.commit ?? ""))
    if (subject.endsWith("do not use old migration state")) picked = commit;
  await repository.close();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const asked = async (more: Partial<ReviewRequest>): Promise<ReviewAnswer> =>
  review(
    {
      directory: repo,
      base: "master",
      head: "#6242",
      number: null,
      against: [],
      rules: ["kube-ovn/live-migration"],
      all: false,
      text: null,
      dispositions: [],
      pullRequests: null,
      cache: false,
      ...more,
    },
    () => {},
  );

/** A merged pull request as if it were still open: against its parent. */
async function merged(number: number, more: Partial<ReviewRequest> = {}): Promise<ReviewAnswer["review"]> {
  const commit = commits.get(number) ?? "";
  return (await asked({ base: `${commit}~1`, head: commit, ...more })).review;
}

describe("the review of a pull request of the founding case", () => {
  it("asks of no branch that has the change in its past, whatever was done there later", async () => {
    const commit = commits.get(6241) ?? "";
    const git = (...words: string[]): string =>
      execFileSync("git", ["-C", repo, ...words], { encoding: "utf8" }).trim();
    const who = ["-c", "user.name=Lin Yao", "-c", "user.email=lin@example.org"];
    const back = git(...who, "commit-tree", `${commit}~1^{tree}`, "-p", commit, "-m", "As it was");
    git("branch", "as-it-was", back);
    const { findings } = await merged(6241, { against: ["as-it-was", "release-1.14"] });
    expect(findings.find(({ rule }) => rule === "missing-backport")?.facts).toMatchObject({
      missingOn: ["release-1.14"],
    });
  });

  it("leads with the earlier fix that #5873 takes back in part", async () => {
    const { findings, relations } = await merged(5873);
    expect(findings[0]).toMatchObject({
      rule: "undoes",
      severity: "warning",
      stage: "succeeded",
      file: "pkg/controller/kubevirt.go",
      facts: {
        extent: "partial",
        undone: { pullRequest: 5833, subject: "clean migrate state when migrate is done (#5833)" },
        cells: [
          { stage: "succeeded", before: "Clean", after: "Reset(false)" },
          { stage: "failed", before: "Clean", after: "Reset(true)" },
        ],
      },
    });
    expect(relations.map(({ kind, pullRequest }) => `${kind} ${pullRequest}`)).toEqual(["undoes 5833", "moves 4773"]);
  });

  it("says of the open #6242 that it would take back #5873", async () => {
    const { review: found } = await asked({ head: "#6242", base: null, number: 6242 });
    expect(found.base?.ref).toBe("master");
    expect(found.findings[0]).toMatchObject({ rule: "undoes", facts: { undone: { pullRequest: 5873 } } });
  });

  it.each([6081, 6253, 5649])("says nothing of #%i, which changes no behavior", async (number) => {
    const { changes, relations, findings, resolved } = await merged(number);
    expect({ changes, relations, findings, resolved }).toEqual({
      changes: [],
      relations: [],
      findings: [],
      resolved: [],
    });
  });

  it("names the change that made the same hazards go away on the default branch, for a pick without its number", async () => {
    const pick = await asked({ base: `${picked}~1`, head: picked });
    const master = { ref: "master", commit: commits.get(6239), pullRequest: 6239 };
    expect(pick.review.resolved.map(({ finding, asBefore }) => [finding.rule, asBefore])).toEqual([
      ["completed-skips-cleanup", master],
      ["stale-migration-state", master],
    ]);
  });

  it("names the same change on the default branch for what rules on cells no longer see", async () => {
    const log = ["log", "--first-parent", "--format=%H", "-1", "--grep=(#5833)", "release-1.14"];
    const pick = execFileSync("git", ["-C", repo, ...log], { encoding: "utf8" }).trim();
    const { review: found } = await asked({ base: `${pick}~1`, head: pick });
    const master = { ref: "master", commit: commits.get(5833), pullRequest: 5833 };
    expect(pick).not.toBe(master.commit);
    expect(found.resolved.map(({ finding, asBefore }) => [finding.rule, asBefore])).toEqual([
      ["guarded-cleanup", master],
      ["asymmetry", master],
    ]);
  });

  it("takes the author's word for what is meant", async () => {
    const text = { title: "fix migrate failed", description: "Volteface-Intent: undo #5833 — pinned on purpose" };
    const { findings, stated } = await merged(5873, { text });
    expect(findings.filter(({ rule }) => rule === "undoes")).toEqual([]);
    expect(stated).toMatchObject([{ by: "trailer", reason: "pinned on purpose", finding: { rule: "undoes" } }]);
  });
});

describe("a review of an unusual change", () => {
  it("says that head has nothing new", async () => {
    const { review: found } = await asked({ base: "master", head: "master~2" });
    expect(found.remarks.map(({ code }) => code)).toEqual(["nothing-new"]);
    expect(found.findings).toEqual([]);
  });

  it("is the same, byte for byte, each time", async () => {
    expect(JSON.stringify(await merged(5873))).toBe(JSON.stringify(await merged(5873)));
  });

  it("judges head alone when there is no base", async () => {
    const { review: found } = await asked({ base: null, head: "master" });
    expect(found).toMatchObject({ base: null, mergeBase: null, changes: [], standing: 0 });
  });
});
