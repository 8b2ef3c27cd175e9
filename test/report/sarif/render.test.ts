import type { Log, Run } from "sarif";
import { describe, expect, it } from "vitest";
import { type ReviewContext, renderReview } from "../../../src/report/index.js";
import type { Review } from "../../../src/review/index.js";
import { hostileStrings } from "../hostile.js";
import { context, explainedHazard, HEAD, hazard, reviewOf } from "./reviews.js";

function runOf(review: Review, of: Partial<ReviewContext> = {}): Run {
  const { runs } = JSON.parse(renderReview(review, "sarif", { ...context, ...of })) as Log;
  const [run] = runs;
  if (run === undefined || runs.length > 1) throw new Error("a review is one run");
  return run;
}

const EXPLAIN = "volteface explain stale-migration-state tells how to silence it, with a reason.";

const notes = (run: Run) => run.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text) ?? [];

describe("a review as SARIF", () => {
  it("is a run with its rules and results", () => {
    const evidence = [
      { commit: HEAD, file: "pkg/controller/kubevirt.go", line: 108 },
      { commit: HEAD, file: "pkg/a b/é#1.go", line: 7 },
      { commit: "c".repeat(40), file: "pkg/controller/kubevirt.go", line: 3 },
      { commit: HEAD, file: null, line: null },
    ];
    const review = reviewOf([hazard({ evidence })], {
      remarks: [{ code: "nothing-new", fields: { base: "master", head: "#6239" } }],
    });
    const text = renderReview(review, "sarif", context);
    expect(text.indexOf("\n")).toBe(text.length - 1);
    expect(JSON.parse(text)).toEqual({
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "Volteface",
              semanticVersion: "0.1.0",
              rules: [
                {
                  id: "stale-migration-state",
                  name: "StaleMigrationState",
                  shortDescription: { text: "About stale-migration-state" },
                  fullDescription: { text: "Why it *matters*." },
                  help: {
                    text: `About stale-migration-state\n\nWhy it *matters*.\n\n${EXPLAIN}`,
                    markdown: `**About stale-migration-state**\n\nWhy it \\*matters\\*.\n\n${EXPLAIN.replace(/volteface \S+ \S+/, "`$&`")}`,
                  },
                  defaultConfiguration: { level: "error" },
                  properties: { tags: ["behavior", "kube-ovn/live-migration"], "problem.severity": "error" },
                },
              ],
            },
          },
          language: "en",
          automationDetails: { id: "volteface/review/" },
          originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top of the repository." } } },
          versionControlProvenance: [
            {
              repositoryUri: "https://github.com/kubeovn/kube-ovn",
              revisionId: HEAD,
              mappedTo: { uriBaseId: "%SRCROOT%" },
            },
          ],
          columnKind: "utf16CodeUnits",
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [
                { level: "note", message: { text: "#6239 has nothing that master has not." } },
              ],
            },
          ],
          results: [
            {
              ruleId: "stale-migration-state",
              ruleIndex: 0,
              level: "warning",
              message: { text: "In handleAddOrUpdateVMIMigration: the nodes are those of an earlier migration." },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "pkg/controller/kubevirt.go", uriBaseId: "%SRCROOT%" },
                    region: { startLine: 108 },
                  },
                },
              ],
              relatedLocations: [
                {
                  id: 1,
                  physicalLocation: {
                    artifactLocation: { uri: "pkg/a%20b/%C3%A9%231.go", uriBaseId: "%SRCROOT%" },
                    region: { startLine: 7 },
                  },
                },
              ],
              partialFingerprints: { "volteface/v1": "0123456789abcdef" },
              baselineState: "new",
            },
          ],
        },
      ],
    });
  });

  it("has the levels of SARIF, and rules by id whatever the order of the findings", () => {
    const rule = "unowned-cleanup";
    const facts = { rule, stage: "failed", call: "Clean", keys: ["k"] } as const;
    const run = runOf(
      reviewOf([
        hazard({ severity: "failure" }),
        hazard({ severity: "notice", rule, facts }),
        hazard({ severity: "warning", rule, facts: { ...facts, call: "Return" } }),
      ]),
    );
    expect(run.tool.driver.rules?.map(({ id }) => id)).toEqual(["stale-migration-state", "unowned-cleanup"]);
    expect(run.results?.map(({ level, ruleIndex }) => [level, ruleIndex])).toEqual([
      ["error", 0],
      ["note", 1],
      ["warning", 1],
    ]);
    expect(run.tool.driver.rules?.[1]?.shortDescription?.text).toBe("A cleanup does not ask whose state it removes");
  });

  it("knows what is new only beside a base, and when not all was asked for", () => {
    const state = (review: Review, of?: Partial<ReviewContext>) => runOf(review, of).results?.[0]?.baselineState;
    expect(state(reviewOf([hazard()]))).toBe("new");
    expect(state(reviewOf([hazard()], { base: null }))).toBeUndefined();
    expect(state(reviewOf([hazard()]), { all: true })).toBeUndefined();
  });

  it("leaves out what is only counted and what is resolved, and suppresses what was answered for", () => {
    const stated = [{ finding: hazard(), reason: "meant [so](x)", by: "trailer", who: null }] as const;
    const run = runOf(
      reviewOf([hazard({ severity: "failure", mode: "monitor" })], {
        stated,
        resolved: [{ finding: hazard(), asBefore: null }],
      }),
    );
    expect(run.results?.map(({ level, suppressions }) => [level, suppressions])).toEqual([
      ["note", [{ kind: "external", status: "accepted", justification: "meant \\[so\\](x)" }]],
    ]);
  });

  it("falls back on a place of head for a finding without one, and says what has none", () => {
    const elsewhere = { commit: "c".repeat(40), file: "a.go", line: 1 };
    const run = runOf(
      reviewOf([
        hazard({ file: null, line: null, evidence: [elsewhere, { commit: HEAD, file: "b.go", line: null }] }),
        hazard({ file: null, line: null, evidence: [elsewhere] }),
      ]),
    );
    expect(run.results?.map(({ locations }) => locations?.[0]?.physicalLocation)).toEqual([
      { artifactLocation: { uri: "b.go", uriBaseId: "%SRCROOT%" }, region: { startLine: 1 } },
    ]);
    expect(notes(run)).toEqual([
      "1 finding has no place in the sources of this commit and is not in this file; volteface review tells it.",
    ]);
  });

  it("names the repository only by an address that is safe to show", () => {
    for (const webUrl of [null, "javascript:alert(1)", "https://a.test/x y", "/home/me/repo"])
      expect(runOf(reviewOf([]), { webUrl }).versionControlProvenance).toBeUndefined();
  });

  it("is empty and still whole when there is nothing to tell", () => {
    const run = runOf(reviewOf([]));
    expect([run.results, run.tool.driver.rules]).toEqual([[], []]);
  });
});

describe("the limits of GitHub's code scanning", () => {
  it("leave the least severe out, keep the order, and are told", () => {
    const findings = Array.from({ length: 25_002 }, (_, index) =>
      hazard({ line: index + 1, severity: index % 2 === 0 ? "notice" : "warning" }),
    );
    const run = runOf(reviewOf(findings));
    const lines = run.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.region?.startLine) ?? [];
    expect(lines).toHaveLength(25_000);
    expect(lines).toEqual([...lines].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(lines.slice(-3)).toEqual([24_998, 25_000, 25_002]);
    expect(notes(run)).toEqual([
      "2 findings of the least severity were left out: a file may not have more than 25000.",
      "Of these 25000 findings, GitHub shows the 5000 most severe.",
    ]);
  });

  it("hold for places and texts", () => {
    const evidence = Array.from({ length: 150 }, (_, line) => ({ commit: HEAD, file: "a.go", line: line + 1 }));
    const long = "x".repeat(10_000);
    const facts = { rule: "hazard", hazard: long, message: long, text: "", function: "" } as const;
    const finding = hazard({ evidence, rule: long, facts });
    const run = runOf(reviewOf([finding]), { explained: () => explainedHazard(long, long) });
    const [result] = run.results ?? [];
    const [described] = run.tool.driver.rules ?? [];
    expect(result?.relatedLocations).toHaveLength(99);
    expect(result?.message.text).toHaveLength(4_096);
    expect(described?.shortDescription?.text).toHaveLength(1_024);
    expect(described?.fullDescription?.text).toHaveLength(1_024);
    expect(described?.name).toHaveLength(255);
    expect(notes(run)).toEqual(["51 further places were left out: a finding is shown at no more than 100."]);
  });
});

describe("text from outside in SARIF", () => {
  it.each(hostileStrings)("%j stays text, wherever it stands", (text) => {
    const facts = { rule: "hazard", hazard: text, message: text, text, function: text } as const;
    const finding = hazard({
      file: `pkg/${text}`,
      rule: text,
      facts,
      evidence: [{ commit: HEAD, file: `${text}.go`, line: 2 }],
    });
    const stated = [{ finding, reason: text, by: "disposition", who: text }] as const;
    const review = reviewOf([finding], { stated, remarks: [{ code: text, fields: {} }] });
    const rendered = renderReview(review, "sarif", {
      ...context,
      webUrl: text,
      explained: (rule) => explainedHazard(rule, text),
    });
    expect(rendered).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
    const [run] = (JSON.parse(rendered) as Log).runs;
    for (const { message, locations = [], relatedLocations = [] } of run?.results ?? []) {
      expect(message.text).not.toMatch(/\p{C}|(?<!\\)\](?=\()/u);
      for (const { physicalLocation } of [...locations, ...relatedLocations])
        expect(physicalLocation?.artifactLocation?.uri).toMatch(/^([\w.~/-]|%[0-9A-F]{2})*$/);
    }
  });

  it("does not turn Go into links", () => {
    const message = "calls handlers[i](x), C:\\a";
    const facts = { rule: "hazard", hazard: "h", message, text: "", function: "watch" } as const;
    expect(runOf(reviewOf([hazard({ facts })])).results?.[0]?.message.text).toBe(
      "In watch: calls handlers\\[i\\](x), C:\\\\a.",
    );
  });

  it("keeps the bytes of a file name that is not UTF-8", () => {
    const [result] = runOf(reviewOf([hazard({ file: "pkg/\\xff\\x0a.go" })])).results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("pkg/%FF%0A.go");
  });
});
