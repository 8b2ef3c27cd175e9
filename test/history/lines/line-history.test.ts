import { expect, test } from "vitest";
import { openRepository } from "../../../src/git/index.js";
import type { UndoesAnswer } from "../../../src/history/lines/answer.js";
import { LineHistory } from "../../../src/history/lines/line-history.js";
import { undoes } from "../../../src/history/lines/undoes.js";
import { Scratch } from "../../git/tiny-repository.js";
import { FIXED_PORT, PORT, text } from "./port-world.js";

/** Rarity is counted in other commits, so scores differ a little. */
function withoutScores(answer: UndoesAnswer) {
  return { ...answer, undone: answer.undone.map((each) => ({ ...each, score: null })) };
}

test("the index of the whole history gives the answers of single questions", async () => {
  using scratch = new Scratch();
  const world = scratch.repository();
  world.commit("Introduce ports (#1)", { "port.go": text(PORT) });
  world.commit("fix: requested chassis after a migration (#12)", { "port.go": text(FIXED_PORT) });
  world.commit("Move ports", { "port.go": null, "pkg/port.go": text(FIXED_PORT) });
  world.git("checkout", "--quiet", "-b", "topic");
  const simplified = world.commit("Simplify", { "pkg/port.go": text(PORT) });
  world.git("checkout", "--quiet", "main");
  world.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #13 from ada/topic", "topic");
  const again = world.commit('Revert "Simplify"', { "pkg/port.go": text(FIXED_PORT) });
  const asked = [again, world.idOf("HEAD~1"), simplified, world.idOf("HEAD~4")];
  const repository = await openRepository(world.directory);
  try {
    const history = await LineHistory.open(repository, [again]);
    const whole = await history.undoneBy(asked);
    const { answers } = await undoes(repository, asked, { main: "main" });
    expect(whole.map(withoutScores)).toEqual(answers.map(withoutScores));
    expect(whole.map(({ undone }) => undone.map(({ subject, declared }) => [subject, declared]))).toEqual([
      [["Simplify", true]],
      [["fix: requested chassis after a migration (#12)", false]],
      [["fix: requested chassis after a migration (#12)", false]],
      [],
    ]);
  } finally {
    await repository.close();
  }
});
