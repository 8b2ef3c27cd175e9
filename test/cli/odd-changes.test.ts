import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPTIONS, OPTIONS_FILE, WATCHER_FILE, watcher } from "../analyze/trace/moving-world.js";
import { Scratch, type TinyRepository } from "../git/tiny-repository.js";
import { volteface } from "./fake-io.js";

let scratch: Scratch;
let kube: TinyRepository;

/** `main` went from Reset to Clean and on; `back` left it before that went on, `alone` has no parent. */
beforeAll(() => {
  scratch = new Scratch();
  kube = scratch.repository();
  kube.commit("Watch moves (#1)", { [OPTIONS_FILE]: OPTIONS, [WATCHER_FILE]: watcher("Reset") });
  kube.commit("Clean when a move succeeded (#2)", { [WATCHER_FILE]: watcher("Clean") });
  kube.git("branch", "back");
  kube.commit("Say more (#3)", { "README.md": "Ports\n" });
  kube.git("checkout", "--quiet", "back");
  kube.commit("Tidy up", { [WATCHER_FILE]: watcher("Reset") });
  kube.git("checkout", "--quiet", "-b", "empty");
  kube.commit("Nothing");
  kube.git("checkout", "--quiet", "--orphan", "alone");
  kube.commit("From nowhere", { [WATCHER_FILE]: watcher("Clean") });
  kube.git("checkout", "--quiet", "main");
});
afterAll(() => scratch[Symbol.dispose]());

/** The exit code, what went to stderr, and the first lines on stdout, paragraphs as one line each. */
async function review(...words: string[]) {
  const { code, out, err } = await volteface([
    ...["review", "--repo", kube.directory, "--rules", "kube-ovn/live-migration"],
    ...words,
  ]);
  const paragraphs = out.split("\n\n").map((each) =>
    each
      .split("\n")
      .map((line) => line.trim())
      .join(" ")
      .trim(),
  );
  return { code, err, out: paragraphs };
}

const UNDONE =
  "This takes back #2 “Clean when a move succeeded”: at succeeded Clean becomes Reset, as it was before #2. Is that intended?";
const QUIET = "No change of behavior, and nothing new that asks for attention.";

describe("a review of an odd change", () => {
  it("takes a side that is left out for HEAD, as git does", async () => {
    expect(await review("...back")).toEqual(await review("HEAD...back"));
    expect(await review("back...")).toEqual(await review("back...HEAD"));
    expect((await review("main...")).code).toBe(0);
  });

  it("compares with where head left a base that went on", async () => {
    const { code, err, out } = await review("main...back");
    expect({ code, err, opening: out[0] }).toEqual({ code: 0, err: "", opening: UNDONE });
    expect(out[2]).toContain(kube.idOf("main~1").slice(0, 10));
  });

  it("compares what has no common history as it is, and says so", async () => {
    const { code, err, out } = await review("--base", "back", "--head", "alone");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Please note - back and alone have no common history; they were compared as they are.");
  });

  it("has nothing to say of an empty change", async () => {
    const { code, err, out } = await review("back...empty");
    expect({ code, err, opening: out[0] }).toEqual({ code: 0, err: "", opening: QUIET });
  });

  it("says that head has nothing that base has not", async () => {
    for (const head of ["main", "main~2"]) {
      const { code, err, out } = await review("--base", "main", "--head", head);
      expect({ code, err, opening: out[0] }).toEqual({ code: 0, err: "", opening: QUIET });
      expect(out).toContain(`Please note - ${head} has nothing that main has not.`);
    }
  });

  it("refuses a pull request whose head is not here", async () => {
    expect(await review("#4711")).toEqual({
      code: 2,
      err: "volteface: the head of pull request #4711 is not here; git fetch origin refs/pull/4711/head:refs/pull/4711/head brings it.\n",
      out: [""],
    });
  });

  it("finds the one change of behavior among three thousand changed files", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2999 }, (_, index) => [`docs/page-${index}/text.go`, `package page${index}\n`]),
    );
    kube.git("checkout", "--quiet", "-b", "everything", "main");
    kube.commit("Everything at once", { ...files, [WATCHER_FILE]: watcher("Reset") });
    const { code, err, out } = await review("main...everything");
    expect({ code, err, opening: out[0] }).toEqual({ code: 0, err: "", opening: UNDONE });
  });
});
