import { describe, expect, test } from "vitest";
import { Agenda, type Search } from "../../src/analyze/agenda.js";

/** A tree of `path blob` entries. */
function tree(...entries: string[]) {
  return entries.map((entry) => {
    const [path = "", blob = ""] = entry.split(" ");
    return { path, blob };
  });
}

/** `names: blobs` of each search. */
function told(searches: readonly Search[]): string[] {
  return searches
    .map(({ needles, blobs }) => `${needles.map(({ text }) => text).join(" ")}: ${blobs.join(" ")}`)
    .sort();
}

const old = tree("pkg/berths/plan.go a", "pkg/watch/watch.go b");
const moved = tree("cmd/main.go c", "internal/berths/plan.go d", "pkg/watch/watch.go b");

describe("looking for names", () => {
  test("what a pack names can be in every blob", () => {
    const agenda = new Agenda([old, moved]);
    agenda.seed(["AssignBerth"]);
    expect(told(agenda.admit([old, moved]))).toEqual(["AssignBerth: c d a b"]);
  });

  test("a name of a package is looked for where the package lies, on any branch", () => {
    const agenda = new Agenda([old, moved]);
    agenda.admit([old, moved]);
    expect(told(agenda.want([{ name: "freeBerth", within: "pkg/berths" }]))).toEqual(["freeBerth: d a"]);
    expect(told(agenda.want([{ name: "Depth", within: "example.org/v2/berths" }]))).toEqual(["Depth: d a"]);
  });

  test("blobs in which the same can be are searched together, each once", () => {
    const agenda = new Agenda([old, moved]);
    agenda.admit([old, moved]);
    const wanted = [
      { name: "Watch", within: null },
      { name: "Watch", within: null },
      { name: "freeBerth", within: "pkg/berths" },
    ];
    expect(told(agenda.want(wanted))).toEqual(["Watch freeBerth: d a", "Watch: c b"]);
  });

  test("nothing is looked for twice", () => {
    const agenda = new Agenda([old, moved]);
    agenda.seed(["AssignBerth"]);
    agenda.admit([old, moved]);
    agenda.want([{ name: "freeBerth", within: "pkg/berths" }]);
    expect(agenda.want([{ name: "freeBerth", within: "internal/berths" }])).toEqual([]);
    expect(agenda.want([{ name: "AssignBerth", within: "pkg/watch" }])).toEqual([]);
    expect(told(agenda.want([{ name: "freeBerth", within: null }]))).toEqual(["freeBerth: c d a b"]);
  });
});

describe("trees that come later", () => {
  test("their new blobs are asked for all names so far, and the others are left alone", () => {
    const agenda = new Agenda([old, moved]);
    agenda.seed(["AssignBerth"]);
    expect(told(agenda.admit([old]))).toEqual(["AssignBerth: a b"]);
    expect(told(agenda.want([{ name: "freeBerth", within: "pkg/berths" }]))).toEqual(["freeBerth: a"]);
    expect(told(agenda.admit([old, moved]))).toEqual(["AssignBerth freeBerth: d", "AssignBerth: c"]);
    expect(told(agenda.want([{ name: "moor", within: "cmd" }]))).toEqual(["moor: c"]);
    expect(agenda.admit([old, moved])).toEqual([]);
  });

  test("a blob that lies in two packages is asked for the names of both, before the second is seen", () => {
    const copied = tree("pkg/berths/plan.go a", "pkg/copies/plan.go a");
    const agenda = new Agenda([old, copied]);
    agenda.admit([old]);
    expect(told(agenda.want([{ name: "moor", within: "pkg/copies" }]))).toEqual(["moor: a"]);
  });
});

test("blobs come in the order of their paths, all versions of a file together", () => {
  const versions = [tree("a/x.go 3", "a/y.go 1"), tree("a/x.go 2", "a/y.go 4"), tree("a/w.go 5")];
  const agenda = new Agenda(versions);
  agenda.seed(["Berth"]);
  expect(told(agenda.admit(versions))).toEqual(["Berth: 5 3 2 1 4"]);
});
