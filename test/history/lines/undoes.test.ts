import { expect, test } from "vitest";
import { Scratch } from "../../git/tiny-repository.js";
import { ask, FIXED_PORT, outline, PORT, replace, text } from "./port-world.js";

const METRICS = text(["package ports", "", "var finishedMigrations = newCounter()", "", "func CountPorts() int { return len(allPorts) }", ""]);

test("a fix that comes undone in another change is told with its lines, whatever the message says", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  world.commit("Introduce ports (#1)", { "port.go": text(PORT) });
  const fix = world.commit("fix: requested chassis after a migration (#12)", { "port.go": text(FIXED_PORT) });
  const change = world.commit("Count ports (#14)", { "port.go": text(PORT), "metrics.go": METRICS });
  expect(await ask(world, ["HEAD"])).toEqual({});
  void [fix, change];
});

test("x", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  world.commit("Introduce ports (#1)", { "port.go": text(PORT) });
  expect(await outline(world)).toEqual(["?"]);
});
