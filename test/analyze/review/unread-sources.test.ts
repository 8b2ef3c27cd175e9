import { expect, it } from "vitest";
import { review } from "../../../src/analyze/index.js";
import { Scratch } from "../../git/tiny-repository.js";
import { OPTIONS, OPTIONS_FILE, WATCHER_FILE, watcher } from "../trace/moving-world.js";

it("a review says when sources that it should have compared could not be read", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  kube.commit("Introduce moves (#1)", { [OPTIONS_FILE]: OPTIONS, [WATCHER_FILE]: watcher("Reset") });
  const lost = kube.blob(watcher("Clean"));
  kube.commit("Clean after a move (#2)", { [WATCHER_FILE]: watcher("Clean") });
  const remarks = async () => {
    const request = { directory: kube.directory, base: "HEAD~1", head: "HEAD", number: null, against: [], all: false };
    const rest = { rules: ["kube-ovn/live-migration"], text: null, dispositions: [], pullRequests: null, cache: false };
    return (await review({ ...request, ...rest }, () => {})).review.remarks;
  };
  expect(await remarks()).toEqual([]);
  kube.lose(lost);
  expect(await remarks()).toEqual([{ code: "sources-unread", fields: { sources: 1 } }]);
});
