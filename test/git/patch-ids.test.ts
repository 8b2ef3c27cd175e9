import { expect, test } from "vitest";
import { readPatchIds } from "../../src/git/patch-ids.js";
import { Scratch } from "./tiny-repository.js";

test("two commits have one id exactly when git takes their patches for equal; a missing blob costs only its commit", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  const base = world.commit("base", { "port.go": "1\n2\n3\n", "other.go": "1\n" });
  const change = world.commit("change", { "port.go": "1\n2\n4\n" });
  world.git("checkout", "--quiet", "--detach", base);
  const elsewhere = world.commit("elsewhere", { "other.go": "2\n" });
  const lost = world.commit("lost", { "other.go": "3\n" });
  world.git("cherry-pick", change);
  const pick = world.idOf("HEAD");
  const empty = world.commit("empty");
  world.lose(world.idOf(`${lost}:other.go`));
  const ids = await readPatchIds(
    `${world.directory}/.git`,
    [change, elsewhere, lost, pick, empty].map((commit) => ({ commit })),
  );
  expect([...ids.keys()].sort()).toEqual([change, elsewhere, pick].sort());
  expect(ids.get(pick)).toBe(ids.get(change));
  expect(ids.get(elsewhere)).not.toBe(ids.get(change));
});
