import { describe, expect, it } from "vitest";
import { type PlayedOn, playScenarios } from "../../src/behavior/index.js";
import { Failure } from "../../src/primitives/index.js";
import { behaviorOf, harbourWith, type Sources } from "./harbour.js";

/** The harbour's pack with one story. */
const telling = (steps: readonly string[], expected: string) =>
  harbourWith(`scenarios:
  - title: A story
    steps: ${JSON.stringify(steps)}
    expect: ${expected}
`);

/** A watcher that does these things, stage by stage. */
const watching = (arrived: string, departed = "", sunk = "") => `
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
	switch ferry.Signal {
	case FerryArrived:
		${arrived}
	case FerryDeparted:
		${departed}
	case FerrySunk:
		${sunk}
	}
	return nil
}
`;

const ASSIGN = "h.AssignBerth(ferry, wish, home)";
const RETURN = "h.ReturnBerth(ferry)";

async function play(sources: Sources, steps: readonly string[], expected = "{ berth: absent }"): Promise<PlayedOn> {
  const pack = telling(steps, expected);
  const behavior = await behaviorOf(sources, pack);
  const view = { ref: "main", commit: "c".repeat(40), status: "ok", problems: [] } as const;
  const [played] = playScenarios(pack, [{ view, behavior }]).scenarios[0]?.on ?? [];
  if (played === undefined) throw new Error("one story and one ref are played once");
  return played;
}

/** Operations of a harbour whose Return is this. */
const returning = (body: string, watch: string): Sources => ({
  "harbour/ops.go": `
func (h *Harbour) AssignBerth(ferry *Ferry, wish, home string) error {
	h.Plan["berth"] = fmt.Sprintf("%s,%s", wish, home)
	h.Plan["pilot"] = "aboard"
	return nil
}

func (h *Harbour) ReturnBerth(ferry *Ferry) error {
${body}
	return nil
}
`,
  "harbour/watch.go": watch,
});

describe("a story", () => {
  it("is played with what values stand for, from the step that says so", async () => {
    const played = await play(
      watching(ASSIGN, "h.MoveBerth(ferry, wish, home, false)", RETURN),
      ["arrived wish=north home=quay", "departed", "arrived wish=south", "sunk"],
      "{ berth: absent, pilot: absent }",
    );
    expect(played).toEqual({
      ref: "main",
      commit: "c".repeat(40),
      status: "ok",
      applies: true,
      states: [
        { berth: "north,quay", pilot: "aboard" },
        { berth: "north", pilot: null },
        { berth: "south,quay", pilot: "aboard" },
        { berth: null, pilot: null },
      ],
      calls: ["Assign", "Move(false)", "Assign", "Return"],
      skipped: [],
      assumptions: [],
      failed: [],
    });
  });

  it("ends otherwise where a cleanup forgets a key", async () => {
    const forgets = returning('\tdelete(h.Plan, "berth")', watching(ASSIGN, RETURN));
    const played = await play(
      forgets,
      ["arrived wish=n home=q", "departed"],
      "{ berth: absent, pilot: [gone, absent] }",
    );
    expect(played.failed).toEqual([{ key: "pilot", expected: ["gone", null], actual: "aboard" }]);
  });

  it("asks a guard once, before the first of the deletes behind it", async () => {
    const guarded = returning(
      `
	if _, ok := h.Plan["berth"]; !ok {
		return nil
	}
	delete(h.Plan, "berth")
	delete(h.Plan, "pilot")`,
      watching(ASSIGN, RETURN),
    );
    const played = await play(guarded, ["arrived wish=n home=q", "departed"]);
    expect(played.states.at(-1)).toEqual({ berth: null, pilot: null });
    expect(played.assumptions).toEqual([]);
  });

  it("sees what a function has done above a question", async () => {
    const asksAgain = returning(
      `
	delete(h.Plan, "berth")
	if h.Plan["berth"] != "" {
		delete(h.Plan, "pilot")
	}`,
      watching(ASSIGN, RETURN),
    );
    const played = await play(asksAgain, ["arrived wish=n home=q", "departed"]);
    expect(played.states.at(-1)).toEqual({ berth: null, pilot: "aboard" });
  });

  it("does nothing where a key that is asked for is absent, and says why", async () => {
    const played = await play(watching(ASSIGN, "h.MoveBerth(ferry, wish, home, false)"), ["departed wish=n home=q"]);
    expect(played.states).toEqual([{ berth: null, pilot: null }]);
    expect(played.skipped).toEqual([{ step: 1, call: "Move(false)", condition: '_, ok := h.Plan["berth"]; ok' }]);
  });

  it("leaves alone what can exist alone, when its cleanup is guarded by another key", async () => {
    const guarded = returning(
      `
	if h.Plan["berth"] == "" {
		return nil
	}
	delete(h.Plan, "pilot")
	delete(h.Plan, "berth")`,
      watching(ASSIGN, RETURN, 'delete(h.Plan, "berth")'),
    );
    const played = await play(guarded, ["arrived wish=n home=q", "sunk", "departed"], "{ pilot: absent }");
    expect(played.calls).toEqual(["Assign", "inline", "Return"]);
    expect(played.failed).toEqual([{ key: "pilot", expected: null, actual: "aboard" }]);
    expect(played.skipped).toEqual([{ step: 3, call: "Return", condition: 'h.Plan["berth"] != ""' }]);
  });

  it("plays questions about values, also against what a key is set to", async () => {
    const compares = returning(
      `
	if h.Plan["berth"] != ferry.Wish {
		return nil
	}
	delete(h.Plan, "berth")`,
      watching(`if wish != "" && wish != home {\n${ASSIGN}\n}`, RETURN, 'h.Plan["berth"] = wish'),
    );
    const steps = ["arrived wish=n home=n", "arrived home=q", "departed", "sunk", "departed"];
    const played = await play(compares, steps);
    expect(played.states.map(({ berth }) => berth)).toEqual([null, "n,q", "n,q", "n", null]);
    expect(played.assumptions).toEqual([]);
  });

  it("takes what no key answers to hold, says so, and does not take its contrary to hold as well", async () => {
    const asks = returning(
      `
	if ferry.Lost {
		h.Plan["berth"] = "held"
		return nil
	}
	delete(h.Plan, "berth")`,
      watching(ASSIGN, RETURN),
    );
    const played = await play(asks, ["arrived wish=n home=q", "departed"]);
    expect(played.states.at(-1)).toEqual({ berth: "held", pilot: "aboard" });
    expect(played.assumptions).toEqual([{ call: "Return", condition: "ferry.Lost" }]);
  });

  it("knows that a map with an entry is not nil", async () => {
    const nil = returning(
      `
	if h.Plan == nil {
		return nil
	}
	delete(h.Plan, "berth")`,
      watching(ASSIGN, RETURN),
    );
    const played = await play(nil, ["arrived wish=n home=q", "departed"]);
    expect(played.assumptions).toEqual([]);
    expect(played.states.at(-1)).toEqual({ berth: null, pilot: "aboard" });
  });

  it("leaves out what happens only after an error", async () => {
    const fails = returning(
      `
	if err := h.signOff(ferry); err != nil {
		h.Plan["berth"] = "stuck"
		return err
	}
	delete(h.Plan, "berth")`,
      watching(ASSIGN, RETURN),
    );
    const played = await play(fails, ["arrived wish=n home=q", "departed"]);
    expect(played.states.at(-1)).toEqual({ berth: null, pilot: "aboard" });
    expect(played.assumptions).toEqual([]);
  });

  it("tells a text that reads like a name from the name", async () => {
    const played = await play(watching('h.Plan["berth"] = "home"', 'h.Plan["pilot"] = home'), [
      "arrived home=quay",
      "departed",
    ]);
    expect(played.states.at(-1)).toEqual({ berth: "home", pilot: "quay" });
  });

  it("expects nothing where nothing happens at any stage", async () => {
    const played = await play("func (h *Harbour) watch() {}", ["arrived wish=n home=q"], "{ berth: n }");
    expect(played).toMatchObject({ applies: false, failed: [], calls: ["—"] });
  });

  it("cannot be played where a value that is written was never given, and says where", async () => {
    const unbound = play(watching(ASSIGN), ["departed", "arrived wish=n"]);
    await expect(unbound).rejects.toEqual(
      new Failure("scenario.unbound", {
        at: "pack.yml:26:24",
        symbol: "home",
        stage: "arrived",
        call: "Assign",
        key: "berth",
        ref: "main",
      }),
    );
  });
});
