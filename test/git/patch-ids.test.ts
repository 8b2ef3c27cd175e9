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

test("in a partial clone, what is at its remote costs only the commits that need it", async () => {
  using scratch = new Scratch();
  const full = scratch.repository();
  const large = (word: string) => `${word}\n`.repeat(2_000);
  full.commit("base", { "port.go": "1\n", "large.go": large("a") });
  const change = full.commit("change", { "port.go": "2\n" });
  const away = full.commit("away", { "large.go": large("b") });
  const world = scratch.clone(full, "partial", "--filter=blob:limit=1k", "--no-checkout");
  const requests = [change, away].map((commit) => ({ commit }));
  expect([...(await readPatchIds(`${world.directory}/.git`, requests)).keys()]).toEqual([change]);
});
