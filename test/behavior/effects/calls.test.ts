import { describe, expect, it } from "vitest";
import { casesOf, cellsOf, packOf, unplacedIn, writersIn } from "../harbour.js";

/** Flags are hoisted and struck by a library; each flag is a key of its own. */
const flags = packOf(`
keys:
  flag:
    each: true
    calls:
      - { set: 'signals.Hoist($object, $key)', package: example.org/sea/signals }
      - { delete: 'signals.Strike($object, $key)', package: example.org/sea/signals }
operations:
  Hoist: { role: set, functions: [example.org/sea/signals.Hoist, EnsureFlag] }
  Strike: { role: clean, functions: example.org/sea/signals.Strike }
stages: [arrived, departed]
triggers:
  - { stage: arrived, kind: signal, constant: FerryArrived }
  - { stage: departed, kind: signal, constant: FerryDeparted }
`);
/** The same without names for what is done. */
const unnamed = packOf(`
keys:
  flag:
    each: true
    calls:
      - { set: 'signals.Hoist($object, $key)', package: example.org/sea/signals }
      - { delete: 'signals.Strike($object, $key)', package: example.org/sea/signals }
stages: [arrived, departed]
triggers:
  - { stage: arrived, kind: signal, constant: FerryArrived }
  - { stage: departed, kind: signal, constant: FerryDeparted }
`);
const locks = packOf(`
keys:
  gate: { calls: [ { set: '*.gate.Lock()' }, { delete: '*.gate.Unlock()' } ] }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);

const inHarbour = (source: string) => ({
  "harbour/watch.go": `package harbour\n\nimport "example.org/sea/signals"\n${source}`,
});

describe("a call that stands for an effect", () => {
  it("is an event of its own, named by the key and by the kind of object", async () => {
    const cells = await cellsOf(
      inHarbour(`
const yellow = "yellow"
func (h *Harbour) watch(f *Ferry) {
	switch f.Signal {
	case FerryArrived:
		signals.Hoist(f, yellow)
	case FerryDeparted:
		signals.Strike(f, "yellow")
		other := &Barge{}
		signals.Strike(other, yellow)
	}
}
`),
      flags,
    );
    expect(cells).toEqual({
      arrived: "Hoist(yellow@Ferry)",
      departed: "Strike(yellow@Ferry) → Strike(yellow@Barge)",
    });
  });

  it("is known under another import name, and a namesake of another package is not it", async () => {
    const cells = await cellsOf(
      {
        "harbour/watch.go": `package harbour

import (
	mast "example.org/sea/signals"
	"example.org/radio/signals"
)

func (h *Harbour) watch(f *Ferry) {
	if f.Signal == FerryArrived {
		mast.Hoist(f, "yellow")
		signals.Hoist(f, "blue")
	}
}
`,
      },
      flags,
    );
    expect(cells).toEqual({ arrived: "Hoist(yellow@Ferry)" });
  });

  it("is not a method of the same name, nor a function of the own package", async () => {
    const sources = inHarbour(`
func Hoist(f *Ferry, flag string) {}
func (h *Harbour) Hoist(f *Ferry, flag string) {}
func (h *Harbour) watch(f *Ferry) {
	if f.Signal == FerryArrived {
		Hoist(f, "yellow")
		h.Hoist(f, "yellow")
		h.signals.Hoist(f, "yellow")
	}
}
`);
    expect(await cellsOf(sources, flags)).toEqual({});
    expect(await unplacedIn(sources, flags)).toEqual([]);
    expect(await writersIn(sources, flags)).toEqual([]);
  });

  it("tells kinds of objects apart where the source shows them", async () => {
    const cells = await cellsOf(
      inHarbour(`
func newBarge() *Barge { return nil }
func (h *Harbour) find() (*Tug, error) { return nil, nil }
func (h *Harbour) watch(f *Ferry, any interface{ Name() string }, fleet []*Ferry) {
	if f.Signal != FerryArrived {
		return
	}
	copied := f.DeepCopy()
	signals.Hoist(copied, "a")
	barge := newBarge()
	signals.Hoist(barge, "b")
	tug, _ := h.find()
	signals.Hoist(tug, "c")
	var raft Raft
	signals.Hoist(&raft, "d")
	signals.Hoist(any.(*Canoe), "e")
	signals.Hoist(h.unknown(), "f")
	signals.Hoist(new(Yacht), "g")
	for _, each := range fleet {
		signals.Hoist(each, "h")
	}
}
`),
      flags,
    );
    expect(cells).toEqual({
      arrived: [
        "Hoist(a@Ferry)",
        "Hoist(b@Barge)",
        "Hoist(c@Tug)",
        "Hoist(d@Raft)",
        "Hoist(e@Canoe)",
        "Hoist(f)",
        "Hoist(g@Yacht)",
        "Hoist(h@Ferry)",
      ].join(" → "),
    });
  });

  it("may be Lock and Unlock of one mutex among several", async () => {
    const sources = `
func (h *Harbour) work() {
	h.gate.Lock()
	defer h.gate.Unlock()
	h.tower.Lock()
	h.gate.RLock()
}
func (h *Harbour) tower() { h.tower.Unlock() }
`;
    expect(await writersIn(sources, locks)).toEqual(["work: gate=present, -gate"]);
  });
});

describe("a helper that takes the key as a parameter", () => {
  const helper = `
const yellow = "yellow"
func EnsureFlag(ctx context.Context, obj Object, flag string) error {
	if signals.Has(obj, flag) {
		return nil
	}
	signals.Hoist(obj, flag)
	return nil
}
`;

  it("has its effect at its callers, with their keys, under its operation's name", async () => {
    const cells = await cellsOf(
      inHarbour(`${helper}
func (h *Harbour) watch(f *Ferry, b *Barge) error {
	if f.Signal == FerryArrived {
		if err := EnsureFlag(h.ctx, f, yellow); err != nil {
			return err
		}
		return EnsureFlag(h.ctx, b, "blue")
	}
	return nil
}
`),
      flags,
    );
    expect(cells).toEqual({ arrived: "Hoist(yellow@Ferry) → Hoist(blue@Barge)" });
  });

  it("has its effect at its callers under its own name when the pack has none", async () => {
    const sources = inHarbour(`${helper}
func (h *Harbour) watch(f *Ferry) error {
	if f.Signal == FerryArrived {
		return EnsureFlag(h.ctx, f, yellow)
	}
	return nil
}
`);
    expect(await cellsOf(sources, unnamed)).toEqual({ arrived: "EnsureFlag(yellow@Ferry)" });
    expect(await writersIn(sources, unnamed)).toEqual(["EnsureFlag: flag=present"]);
  });

  it("has it through two levels", async () => {
    const sources = inHarbour(`${helper}
func (h *Harbour) mark(obj Object, flag string) error { return EnsureFlag(h.ctx, obj, flag) }
func (h *Harbour) watch(f *Ferry, b *Barge) error {
	switch f.Signal {
	case FerryArrived:
		return h.mark(f, yellow)
	case FerryDeparted:
		return h.mark(b, "blue")
	}
	return nil
}
`);
    expect(await cellsOf(sources, flags)).toEqual({ arrived: "Hoist(yellow@Ferry)", departed: "Hoist(blue@Barge)" });
    expect(await cellsOf(sources, unnamed)).toEqual({
      arrived: "EnsureFlag(yellow@Ferry)",
      departed: "EnsureFlag(blue@Barge)",
    });
  });

  it("has it in another package, through a constant of a third", async () => {
    const cells = await cellsOf(
      {
        "flags/ensure.go": `package flags

import "example.org/sea/signals"

func Ensure(obj Object, flag string) { signals.Hoist(obj, flag) }
`,
        "names/names.go": 'package names\n\nconst prefix = "harbour/"\n\nconst Yellow = prefix + "yellow"\n',
        "harbour/watch.go": `package harbour

import (
	"example.org/coast/flags"
	"example.org/coast/names"
)

func (h *Harbour) watch(f *Ferry) {
	if f.Signal == FerryArrived {
		flags.Ensure(f, names.Yellow)
	}
}
`,
      },
      unnamed,
    );
    expect(cells).toEqual({ arrived: "Ensure(harbour/yellow@Ferry)" });
  });

  it("is unplaced under the caller's key where no stage is known", async () => {
    const unplaced = await unplacedIn(
      inHarbour(`${helper}
func (h *Harbour) adopt(f *Ferry) error { return EnsureFlag(h.ctx, f, yellow) }
`),
      flags,
    );
    expect(unplaced).toEqual(["adopt: Hoist(yellow@Ferry)"]);
  });

  it("may write a list, and namesakes in two packages are two helpers", async () => {
    const lists = packOf(`
keys: { flag: { each: true, list: '*.Flags' } }
operations: { Hoist: { role: set, functions: example.org/coast/flags.Ensure } }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);
    const cells = await cellsOf(
      {
        "flags/ensure.go": "package flags\n\nfunc Ensure(f *Ferry, flag string) { f.Flags = append(f.Flags, flag) }\n",
        "lamps/ensure.go": "package lamps\n\nfunc Ensure(f *Ferry, flag string) { f.Lamps = append(f.Lamps, flag) }\n",
        "harbour/watch.go": `package harbour

import (
	"example.org/coast/flags"
	"example.org/coast/lamps"
)

func (h *Harbour) watch(f *Ferry) {
	if f.Signal == FerryArrived {
		flags.Ensure(f, "yellow")
		lamps.Ensure(f, "red")
	}
}
`,
      },
      lists,
    );
    expect(cells).toEqual({ arrived: "Hoist(yellow@Ferry)" });
  });
});

describe("the cases of an operation", () => {
  it("are told apart by a boolean argument, and shown for both values", async () => {
    const cases = await casesOf(
      "Move",
      `
func (h *Harbour) MoveBerth(wish, home string, failed bool) {
	if failed {
		h.Plan["berth"] = home
	} else {
		h.Plan["berth"] = wish
	}
	delete(h.Plan, "pilot")
}
`,
    );
    expect(cases).toEqual(["Move(false): berth=wish, -pilot", "Move(true): berth=home, -pilot"]);
  });

  it("are told apart by an early return, by negation and by comparison with true", async () => {
    const early = await casesOf(
      "Move",
      `
func (h *Harbour) MoveBerth(wish string, keep, soft bool) {
	delete(h.Plan, "pilot")
	if keep == true || !soft {
		return
	}
	h.Plan["berth"] = wish
}
`,
    );
    expect(early).toEqual([
      "Move(false, false): -pilot",
      "Move(false, true): -pilot, berth=wish",
      "Move(true, false): -pilot",
      "Move(true, true): -pilot",
    ]);
  });

  it("are told apart by a constant argument, with all other values as one more case", async () => {
    const cases = await casesOf(
      "Move",
      `
const north = "north"
func (h *Harbour) MoveBerth(wish, home, mode string) {
	switch mode {
	case north:
		h.Plan["berth"] = wish
	case "south":
		h.Plan["berth"] = home
	default:
		delete(h.Plan, "berth")
	}
}
`,
    );
    expect(cases).toEqual(["Move(north): berth=wish", "Move(south): berth=home", "Move(*): -berth"]);
  });

  it("are one when no argument decides, and preconditions are guards", async () => {
    const cases = await casesOf(
      "Return",
      `
func (h *Harbour) ReturnBerth(name string, verbose bool) error {
	if name == "" {
		return errors.New("nobody")
	}
	if verbose {
		log.Print(name)
	}
	if _, ok := h.Plan["berth"]; !ok {
		return nil
	}
	delete(h.Plan, "berth")
	return nil
}
`,
    );
    expect(cases).toEqual(["Return: -berth"]);
  });

  it("include what the operation's helpers do", async () => {
    const cases = await casesOf(
      "Move",
      `
func (h *Harbour) MoveBerth(wish, home string, failed bool) {
	if failed {
		h.place(home)
		return
	}
	h.place(wish)
	h.dismiss()
}
func (h *Harbour) place(where string) { h.Plan["berth"] = where }
func (h *Harbour) dismiss() { delete(h.Plan, "pilot") }
`,
    );
    expect(cases).toEqual(["Move(false): berth=wish, -pilot", "Move(true): berth=home"]);
  });
});
