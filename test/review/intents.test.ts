import { describe, expect, it } from "vitest";
import { readIntents } from "../../src/review/index.js";

describe("an author's intent", () => {
  it.each([
    ["Volteface-Intent: undo #5833 — the port must stay pinned", "#5833", "the port must stay pinned"],
    ["volteface-intent: revert 9681fc70d4 - it broke restarts", "9681fc70d4", "it broke restarts"],
    ["- Volteface-Intent: undo #5833: agreed", "#5833", "agreed"],
    ["> Volteface-Intent：undo #5833 —— 端口必须保留", "#5833", "端口必须保留"],
    ["Volteface-Intent: ignore 7dfb5cad59b4 checked by hand", "7dfb5cad59b4", "checked by hand"],
    [
      "Volteface-Intent: asymmetry, the second key is cleaned by the agent",
      "asymmetry",
      "the second key is cleaned by the agent",
    ],
  ])("is read from %s", (line, target, reason) => {
    expect(readIntents([`Why:\n\n${line}\r\nmore text`])).toEqual({ intents: [{ target, reason }], without: [] });
  });

  it("does not count without a reason", () => {
    const texts = ["undo #5833", "undo #6066 —  ", "undo #6239 — ____"].map((text) => `Volteface-Intent: ${text}`);
    expect(readIntents(texts)).toEqual({ intents: [], without: ["#5833", "#6066", "#6239"] });
  });

  it("is not read out of other text", () => {
    const texts = ["We discussed Volteface-Intent: undo #1 — in a sentence", "Intent: undo #1 — x", ""];
    expect(readIntents(texts)).toEqual({ intents: [], without: [] });
  });

  it("is counted once, however often it stands there", () => {
    const line = "Volteface-Intent: undo #5833 — agreed";
    expect(readIntents([line, `${line}\n${line}`]).intents).toHaveLength(1);
  });

  it("keeps no more of a reason than can be shown", () => {
    const [intent] = readIntents([`Volteface-Intent: undo #1 — ${"界".repeat(5000)}`]).intents;
    expect(intent?.reason).toBe("界".repeat(500));
  });
});
