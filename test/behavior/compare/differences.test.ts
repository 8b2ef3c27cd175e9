import { describe, expect, it } from "vitest";
import { differencesBetween, OPERATIONS, type Sources, verdictOn } from "../harbour.js";

const watching = (body: string) => `
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
${body}
	return nil
}
`;
const departing = (body: string) => watching(`\tif ferry.Signal == FerryDeparted {\n${body}\n\t}`);

/** Pairs of programs, and all that is different. */
const changes: readonly (readonly [string, Sources, Sources, readonly string[]])[] = [
  [
    "a changed operator",
    departing("if h.count < 3 { h.ReturnBerth(ferry) }"),
    departing("if h.count <= 3 { h.ReturnBerth(ferry) }"),
    ["departed guards: h.count < 3 ⇒ h.count <= 3"],
  ],
  [
    "a negation that came",
    departing("if h.tidy { h.ReturnBerth(ferry) }"),
    departing("if !h.tidy { h.ReturnBerth(ferry) }"),
    ["departed guards: h.tidy ⇒ !h.tidy"],
  ],
  [
    "and became or",
    departing("if h.tidy && h.calm { h.ReturnBerth(ferry) }"),
    departing("if h.tidy || h.calm { h.ReturnBerth(ferry) }"),
    ["departed guards: h.tidy && h.calm ⇒ h.tidy || h.calm"],
  ],
  [
    "a guard that went",
    departing("if h.tidy { h.ReturnBerth(ferry) }"),
    departing("h.ReturnBerth(ferry)"),
    ["departed guards: h.tidy ⇒ —"],
  ],
  [
    "an early return that came",
    departing("h.ReturnBerth(ferry)"),
    departing("if ferry.Moored { return nil }\nh.ReturnBerth(ferry)"),
    ["departed guards: — ⇒ !ferry.Moored"],
  ],
  [
    "a silent skip that became an error",
    departing("if !ferry.Moored { return nil }\nh.ReturnBerth(ferry)"),
    departing('if !ferry.Moored { return errors.New("adrift") }\nh.ReturnBerth(ferry)'),
    ["departed guards: ferry.Moored ⇒ ferry.Moored, else error"],
  ],
  [
    "a guard on another thing under the same words",
    departing("ready := h.tidy\nif ready { h.ReturnBerth(ferry) }"),
    departing("ready := h.calm\nif ready { h.ReturnBerth(ferry) }"),
    ["departed guards: tidy ⇒ calm"],
  ],
  [
    "a guard on another entry",
    departing('if _, ok := ferry.Papers["toll"]; ok { h.ReturnBerth(ferry) }'),
    departing('if _, ok := ferry.Papers["tax"]; ok { h.ReturnBerth(ferry) }'),
    ['departed guards: _, ok := ferry.Papers["toll"]; ok ⇒ _, ok := ferry.Papers["tax"]; ok'],
  ],
  [
    "a guard on another constant",
    departing("if h.mode == ModeCalm { h.ReturnBerth(ferry) }"),
    departing("if h.mode == ModeRough { h.ReturnBerth(ferry) }"),
    ["departed guards: h.mode == ModeCalm ⇒ h.mode == ModeRough"],
  ],
  [
    "a constant that got another value",
    {
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": `const limit = 3\n${departing("if h.count < limit { h.ReturnBerth(ferry) }")}`,
    },
    {
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": `const limit = 4\n${departing("if h.count < limit { h.ReturnBerth(ferry) }")}`,
    },
    ["departed guards: count < 3 ⇒ count < 4"],
  ],
  [
    "a guard that asks another of two objects of one kind",
    `
func (h *Harbour) watch(old, now *Ferry) {
	if old.Signal == FerryDeparted && old.Moored {
		h.ReturnBerth(old)
	}
}
`,
    `
func (h *Harbour) watch(old, now *Ferry) {
	if old.Signal == FerryDeparted && now.Moored {
		h.ReturnBerth(old)
	}
}
`,
    ["departed guards: old.Signal == FerryDeparted && old.Moored ⇒ old.Signal == FerryDeparted && now.Moored"],
  ],
  [
    "a guard on a status that is called an error",
    departing("if h.state == StateError { h.ReturnBerth(ferry) }"),
    departing("h.ReturnBerth(ferry)"),
    ["departed guards: h.state == StateError ⇒ —"],
  ],
  [
    "a call that now happens only after an error",
    departing("h.AssignBerth(ferry, wish, home)\nh.ReturnBerth(ferry)"),
    departing("if err := h.AssignBerth(ferry, wish, home); err != nil {\nh.ReturnBerth(ferry)\n}"),
    ["departed guards: — ⇒ err := h.AssignBerth(ferry, wish, home); err != nil"],
  ],
  [
    "a loop that came",
    departing("h.ReturnBerth(ferry)"),
    departing("for _, tender := range ferry.Tenders { h.ReturnBerth(tender) }"),
    ["departed guards: — ⇒ for _, tender := range ferry.Tenders"],
  ],
  [
    "arguments that were swapped at the call site",
    departing("h.AssignBerth(ferry, wish, home)"),
    departing("h.AssignBerth(ferry, home, wish)"),
    ["departed effects: berth=wish,home, pilot=aboard ⇒ berth=home,wish, pilot=aboard"],
  ],
  [
    "an argument that decides",
    departing("h.MoveBerth(ferry, wish, home, false)"),
    departing("h.MoveBerth(ferry, wish, home, true)"),
    ["departed calls: Move(false) ⇒ Move(true)"],
  ],
  [
    "another operation",
    departing("h.MoveBerth(ferry, wish, home, false)"),
    departing("h.ReturnBerth(ferry)"),
    ["departed calls: Move(false) ⇒ Return"],
  ],
  [
    "the order of two",
    departing("h.MoveBerth(ferry, wish, home, false)\nh.ReturnBerth(ferry)"),
    departing("h.ReturnBerth(ferry)\nh.MoveBerth(ferry, wish, home, false)"),
    ["departed calls: Move(false) → Return ⇒ Return → Move(false)"],
  ],
  [
    "a call that went, and one that came",
    departing("h.ReturnBerth(ferry)"),
    watching("\tif ferry.Signal == FerrySunk { h.ReturnBerth(ferry) }"),
    ["departed missing: Return ⇒ —", "sunk missing: — ⇒ Return"],
  ],
  [
    "a second call",
    departing("h.ReturnBerth(ferry)"),
    departing("h.ReturnBerth(ferry)\nh.ReturnBerth(ferry.Tender)"),
    ["departed calls: Return ⇒ Return → Return"],
  ],
  [
    "another trigger for the same stage",
    watching("\tif ferry.Signal == FerryArrived { h.AssignBerth(ferry, wish, home) }"),
    watching('\tif ferry.Flags["quarantine"] != "" { h.AssignBerth(ferry, wish, home) }'),
    ["arrived trigger: signal arrived ⇒ flag quarantine"],
  ],
  [
    "an operation that sets another value, deletes one key less, or asks for less",
    departing("h.ReturnBerth(ferry)\nh.AssignBerth(ferry, wish, home)\nh.MoveBerth(ferry, wish, home, true)"),
    {
      "harbour/ops.go": OPERATIONS.replace(
        '	delete(h.Plan, "pilot")\n	return nil\n}\n\nfunc (h *Harbour) ReturnBerth',
        "	return nil\n}\n\nfunc (h *Harbour) ReturnBerth",
      )
        .replace('"aboard"', '"ashore"')
        .replace('	delete(h.Plan, "berth")\n	delete(h.Plan, "pilot")', '	delete(h.Plan, "berth")'),
      "harbour/watch.go": departing(
        "h.ReturnBerth(ferry)\nh.AssignBerth(ferry, wish, home)\nh.MoveBerth(ferry, wish, home, true)",
      ),
    },
    [
      "departed effects: -berth, -pilot ⇒ -berth",
      "departed effects: berth=wish,home, pilot=aboard ⇒ berth=wish,home, pilot=ashore",
      "departed effects: berth=home, -pilot ⇒ berth=home",
    ],
  ],
  [
    "an operation without a stage that changed",
    { "harbour/ops.go": OPERATIONS },
    { "harbour/ops.go": OPERATIONS.replace('"aboard"', '"ashore"') },
    ["Assign effects: Assign: berth=wish,home, pilot=aboard ⇒ Assign: berth=wish,home, pilot=ashore"],
  ],
  [
    "an operation without a stage that lost its guard",
    { "harbour/ops.go": OPERATIONS },
    { "harbour/ops.go": OPERATIONS.replace('if _, ok := h.Plan["berth"]; !ok {', "if h.off {") },
    ['Move guards: _, ok := h.Plan["berth"]; ok ⇒ !h.off'],
  ],
  [
    "an operation whose guard now stands before another of its effects",
    {
      "harbour/ops.go":
        'func (h *Harbour) ReturnBerth() {\n\tdelete(h.Plan, "pilot")\n\tif h.off {\n\t\treturn\n\t}\n\tdelete(h.Plan, "berth")\n}\n',
    },
    {
      "harbour/ops.go":
        'func (h *Harbour) ReturnBerth() {\n\tdelete(h.Plan, "berth")\n\tif h.off {\n\t\treturn\n\t}\n\tdelete(h.Plan, "pilot")\n}\n',
    },
    ["Return guards: -berth: !h.off ⇒ -pilot: !h.off"],
  ],
  [
    "an operation that is gone",
    { "harbour/ops.go": OPERATIONS },
    { "harbour/ops.go": OPERATIONS.slice(0, OPERATIONS.indexOf("func (h *Harbour) ReturnBerth")) },
    ["Return missing: ReturnBerth ⇒ —"],
  ],
];

describe("a difference of exactly its kind is made by", () => {
  it.each(changes)("%s", async (_title, before, after, differences) => {
    expect(await differencesBetween(before, after)).toEqual(differences);
  });
});

describe("the verdict on an operation", () => {
  it("says that it differs, is gone, or is new", async () => {
    const all = { "harbour/ops.go": OPERATIONS };
    const changed = { "harbour/ops.go": OPERATIONS.replace('"aboard"', '"ashore"') };
    const without = { "harbour/ops.go": OPERATIONS.slice(0, OPERATIONS.indexOf("func (h *Harbour) ReturnBerth")) };
    expect([
      await verdictOn("Assign", all, changed),
      await verdictOn("Move", all, changed),
      await verdictOn("Return", all, without),
      await verdictOn("Return", without, all),
    ]).toEqual(["differs", "identical", "absent", "only-here"]);
  });
});
