import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Listener, type ReplayAnswer, replay } from "../../../src/analyze/index.js";
import { Scratch, type TinyRepository } from "../../git/tiny-repository.js";
import { OPTIONS, OPTIONS_FILE, WATCHER_FILE, watcher } from "../trace/moving-world.js";

let scratch: Scratch;
let kube: TinyRepository;

beforeAll(() => {
  scratch = new Scratch();
  vi.stubEnv("VOLTEFACE_CACHE_DIR", scratch.path("memories"));
  vi.stubEnv("VOLTEFACE_NO_CACHE", "");
  kube = scratch.repository();
  kube.commit("Watch moves (#1)", { [OPTIONS_FILE]: OPTIONS, [WATCHER_FILE]: watcher("Reset") });
  kube.commit("Clean when a move succeeded (#2)", { [WATCHER_FILE]: watcher("Clean") });
  kube.commit("Say more (#3)", { "README.md": "Ports\n" });
  kube.commit("Tidy up (#4)", { [WATCHER_FILE]: watcher("Reset") });
});
afterAll(() => {
  vi.unstubAllEnvs();
  scratch[Symbol.dispose]();
});

const replayed = async (cache: boolean, listen: Listener = () => {}): Promise<ReplayAnswer["replay"]> => {
  const request = { directory: kube.directory, ref: "main", last: 100, cache, rules: ["kube-ovn/live-migration"] };
  return (await replay(request, listen)).replay;
};

it("goes on where it was interrupted, and says the same as in one go", async () => {
  const interrupt: Listener = (event) => {
    if (event.kind === "stage" && event.done === 2) throw new Error("interrupted");
  };
  await expect(replayed(true, interrupt)).rejects.toThrow("interrupted");
  const resumed = await replayed(true);
  expect(resumed).toEqual(await replayed(false));
  expect(resumed.merges).toBe(3);
  const told = resumed.comments.map(({ pullRequest, findings }) => [pullRequest, findings.map(({ rule }) => rule)]);
  expect(told).toEqual([[4, ["undoes"]]]);
});
