import { describe, expect, it } from "vitest";
import { differencesBetween, OPERATIONS, type Sources, verdictOn } from "../harbour.js";

const watching = (body: string) => `
func (h *Harbour) watch(ferry *Ferry, wish, home string) error {
${body}
	return nil
}
`;

/** Pairs of programs that do the same. */
const same: readonly (readonly [string, Sources, Sources])[] = [
  [
    "wrapping of errors and logging",
    watching(`
	if ferry.Signal == FerryDeparted && h.tidy {
		if err := h.ReturnBerth(ferry); err != nil {
			return err
		}
	}
`),
    watching(`
	if ferry.Signal == FerryDeparted && h.tidy {
		klog.Infof("returning %s", ferry)
		if err := h.ReturnBerth(ferry); err != nil {
			klog.Errorf("failed: %v", err)
			return fmt.Errorf("return the berth of %s: %w", ferry, err)
		}
	}
`),
  ],
  [
    "error handling of steps before, however it is written",
    watching(`
	pier, err := h.pierOf(ferry)
	if err != nil {
		return err
	}
	if pier.Open && ferry.Signal == FerryDeparted {
		return h.ReturnBerth(ferry)
	}
`),
    watching(`
	pier, err := h.pierOf(ferry)
	if err != nil {
		if errors.IsNotFound(err) {
			return nil
		}
		return fmt.Errorf("pier: %w", err)
	}
	if err := h.ping(); err == nil {
		h.log("fine")
	}
	if pier.Open && ferry.Signal == FerryDeparted {
		return h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "nested ifs and a conjunction",
    watching(`
	if ferry.Signal == FerryDeparted {
		if h.tidy {
			if !h.closed {
				h.ReturnBerth(ferry)
			}
		}
	}
`),
    watching(`
	if h.tidy && ferry.Signal == FerryDeparted && !h.closed {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "an early return and an enclosing if",
    watching(`
	if ferry.Signal != FerryDeparted || h.closed {
		return nil
	}
	if !h.tidy {
		return nil
	}
	h.ReturnBerth(ferry)
`),
    watching(`
	if ferry.Signal == FerryDeparted && !h.closed && h.tidy {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "De Morgan's laws and mirrored comparisons",
    watching(`
	if ferry.Signal == FerryDeparted && !(h.closed || h.count < 1) {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	if ferry.Signal == FerryDeparted && !h.closed && 1 <= h.count {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "comparison with true and false",
    watching(`
	if ferry.Signal == FerryDeparted && h.closed == false && h.tidy == true {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	if ferry.Signal == FerryDeparted && !h.closed && h.tidy {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "an empty list asked by its length",
    watching(`
	if ferry.Signal == FerryDeparted && len(ferry.Crew) > 0 {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	if len(ferry.Crew) == 0 || ferry.Signal != FerryDeparted {
		return nil
	}
	h.ReturnBerth(ferry)
`),
  ],
  [
    "a switch and a chain of ifs",
    watching(`
	switch ferry.Signal {
	case FerryArrived:
		h.AssignBerth(ferry, wish, home)
	case FerryDeparted:
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	if ferry.Signal == FerryArrived {
		h.AssignBerth(ferry, wish, home)
	} else if ferry.Signal == FerryDeparted {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "a switch without a tag and a chain of ifs",
    watching(`
	switch {
	case h.closed:
		h.log("closed")
	case ferry.Signal == FerryDeparted:
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	if h.closed {
		h.log("closed")
	} else if ferry.Signal == FerryDeparted {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "a switch on something else than the stage, with and without a tag",
    watching(`
	if ferry.Signal == FerryDeparted {
		switch h.mode {
		case "calm":
			h.ReturnBerth(ferry)
		case "rough":
			h.MoveBerth(ferry, wish, home, true)
		}
	}
`),
    watching(`
	if ferry.Signal == FerryDeparted {
		if h.mode == "calm" {
			h.ReturnBerth(ferry)
		} else if h.mode == "rough" {
			h.MoveBerth(ferry, wish, home, true)
		}
	}
`),
  ],
  [
    "guards before a loop and in it",
    watching(`
	if ferry.Signal == FerryDeparted {
		for _, tender := range ferry.Tenders {
			if !h.tidy {
				continue
			}
			h.ReturnBerth(tender)
		}
	}
`),
    watching(`
	for _, boat := range ferry.Tenders {
		if ferry.Signal == FerryDeparted && h.tidy {
			h.ReturnBerth(boat)
		}
	}
`),
  ],
  [
    "other names for locals, parameters and receivers",
    `
func (h *Harbour) watch(ferry *Ferry, name, port string) error {
	limit := h.limit()
	if ferry.Signal == FerryDeparted && ferry.Name == name && limit > 3 {
		h.ReturnBerth(ferry)
	}
	return nil
}
`,
    `
func (port *Harbour) watch(boat *Ferry, title, base string) error {
	max := port.limit()
	if boat.Signal == FerryDeparted && boat.Name == title && max > 3 {
		port.ReturnBerth(boat)
	}
	return nil
}
`,
  ],
  [
    "other names for variables that are given several values",
    watching(`
	var late bool
	if h.clock() > 9 {
		late = true
	}
	if ferry.Signal == FerryDeparted && late {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	var tardy bool
	if h.clock() > 9 {
		tardy = true
	}
	if ferry.Signal == FerryDeparted && tardy {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "a condition in a variable and in place",
    watching(`
	gone := ferry.Signal == FerryDeparted
	ready := h.tidy && !h.closed
	if gone && ready {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	if ferry.Signal == FerryDeparted && h.tidy && !h.closed {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "a short statement before the condition and a statement above it",
    watching(`
	if dock, ok := h.docks[ferry.Name]; ok && ferry.Signal == FerryDeparted && dock.Open {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	dock, found := h.docks[ferry.Name]
	if !found {
		return nil
	}
	if ferry.Signal == FerryDeparted && dock.Open {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "a moved file, another package for the watcher, and another order of declarations",
    {
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": watching("\tif ferry.Signal == FerryDeparted && h.tidy {\n\t\th.ReturnBerth(ferry)\n\t}"),
    },
    {
      "pkg/berths/a.go": watching("\tif ferry.Signal == FerryDeparted && h.tidy {\n\t\th.ReturnBerth(ferry)\n\t}"),
      "pkg/berths/z.go": OPERATIONS.split(/\n(?=func )/)
        .reverse()
        .join("\n\n"),
    },
  ],
  [
    "renamed constants with the same value",
    {
      "names/names.go": 'package names\n\nconst ModeCalm = "calm"\n',
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": `package harbour

import "example.org/coast/names"
${watching("\tif ferry.Signal == FerryDeparted && h.mode(names.ModeCalm) && h.modes[names.ModeCalm] {\n\t\th.ReturnBerth(ferry)\n\t}")}`,
    },
    {
      "terms/terms.go": 'package terms\n\nconst Calm = "calm"\n',
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": `package harbour

import word "example.org/coast/terms"
${watching("\tif ferry.Signal == FerryDeparted && h.mode(word.Calm) && h.modes[word.Calm] {\n\t\th.ReturnBerth(ferry)\n\t}")}`,
    },
  ],
  [
    "another import name",
    {
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": `package harbour

import "example.org/coast/weather"
${watching("\tif ferry.Signal == FerryDeparted && weather.Calm() {\n\t\th.ReturnBerth(ferry)\n\t}")}`,
    },
    {
      "harbour/ops.go": OPERATIONS,
      "harbour/watch.go": `package harbour

import sky "example.org/coast/weather"
${watching("\tif ferry.Signal == FerryDeparted && sky.Calm() {\n\t\th.ReturnBerth(ferry)\n\t}")}`,
    },
  ],
  [
    "a guard at the call site and one with which the operation begins",
    {
      "harbour/ops.go": 'func (h *Harbour) ReturnBerth(ferry *Ferry) { delete(h.Plan, "berth") }\n',
      "harbour/watch.go": watching(
        "\tif ferry.Signal == FerryDeparted && ferry.Moored {\n\t\th.ReturnBerth(ferry)\n\t}",
      ),
    },
    {
      "harbour/ops.go": `func (port *Harbour) ReturnBerth(boat *Ferry) {
	if !boat.Moored {
		return
	}
	delete(port.Plan, "berth")
}
`,
      "harbour/watch.go": watching("\tif ferry.Signal == FerryDeparted {\n\t\th.ReturnBerth(ferry)\n\t}"),
    },
  ],
  [
    "a step that was put into a function of its own",
    watching(`
	if ferry.Signal == FerryDeparted && h.tidy {
		h.ReturnBerth(ferry)
	}
`),
    `${watching(`
	if ferry.Signal == FerryDeparted {
		return h.leave(ferry)
	}
`)}
func (h *Harbour) leave(boat *Ferry) error {
	if !h.tidy {
		return nil
	}
	return h.ReturnBerth(boat)
}
`,
  ],
  [
    "a check for nil that hands an error on",
    watching(`
	if ferry.Signal == FerryDeparted {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	if ferry == nil {
		return errors.New("no ferry")
	}
	if ferry.Signal == FerryDeparted {
		h.ReturnBerth(ferry)
	}
`),
  ],
  [
    "a result in a variable that is handed on later",
    watching(`
	if ferry.Signal == FerryDeparted {
		return h.ReturnBerth(ferry)
	}
`),
    watching(`
	var err error
	if ferry.Signal == FerryDeparted {
		err = h.ReturnBerth(ferry)
	}
	if err != nil {
		return err
	}
`),
  ],
  [
    "an object that is fetched in another way",
    watching(`
	pier, err := h.client.Piers(ferry.Port).Get(ctx, ferry.Name, options{})
	if err != nil {
		return err
	}
	if ferry.Signal == FerryDeparted && pier.Open {
		h.ReturnBerth(ferry)
	}
`),
    watching(`
	pier, err := h.lister.Find(ferry.Name)
	if err != nil {
		return err
	}
	if ferry.Signal == FerryDeparted && pier.Open {
		h.ReturnBerth(ferry)
	}
`),
  ],
];

describe("no difference is made by", () => {
  it.each(same)("%s", async (_title, before, after) => {
    expect(await differencesBetween(before, after)).toEqual([]);
    expect(await differencesBetween(after, before)).toEqual([]);
  });
});

const MOVE = `
func (h *Harbour) MoveBerth(ferry *Ferry, wish, home string, failed bool) error {
	if _, ok := h.Plan["berth"]; !ok {
		return nil
	}
	if failed {
		h.Plan["berth"] = home
	} else {
		h.Plan["berth"] = wish
	}
	delete(h.Plan, "pilot")
	return nil
}
`;
const moves: readonly (readonly [string, string])[] = [
  [
    "an early return, other names, logging and wrapped errors",
    `
func (port *Harbour) MoveBerth(boat *Ferry, wish, home string, lost bool) error {
	if _, found := port.Plan["berth"]; !found {
		klog.Info("nothing to do")
		return nil
	}
	defer klog.Flush()
	if lost {
		port.Plan["berth"] = home
	}
	if !lost {
		port.Plan["berth"] = wish
	}
	delete(port.Plan, "pilot")
	if err := port.store(); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	return nil
}
`,
  ],
  [
    "an enclosing if and a variable for the value",
    `
func (h *Harbour) MoveBerth(ferry *Ferry, wish, home string, failed bool) error {
	if _, ok := h.Plan["berth"]; ok {
		place := wish
		if failed {
			place = home
		}
		delete(h.Plan, "pilot")
		h.Plan["berth"] = place
	}
	return nil
}
`,
  ],
  [
    "a switch, an alias of the map and a map made where there is none",
    `
func (h *Harbour) MoveBerth(ferry *Ferry, wish, home string, failed bool) error {
	if h.Plan == nil {
		h.Plan = make(map[string]string, 2)
	}
	plan := h.Plan
	if _, ok := plan["berth"]; !ok {
		return nil
	}
	switch failed {
	case true:
		plan["berth"] = home
	default:
		plan["berth"] = wish
	}
	delete(plan, "pilot")
	return nil
}
`,
  ],
  [
    "steps in functions of their own",
    `
func (h *Harbour) MoveBerth(ferry *Ferry, wish, home string, failed bool) error {
	if _, ok := h.Plan["berth"]; !ok {
		return nil
	}
	if failed {
		h.place(home)
	} else {
		h.place(wish)
	}
	return h.dismiss()
}
func (h *Harbour) place(where string) { h.Plan["berth"] = where }
func (h *Harbour) dismiss() error {
	delete(h.Plan, "pilot")
	return nil
}
`,
  ],
];

describe("an operation is equivalent in spite of", () => {
  it.each(moves)("%s", async (_title, after) => {
    const inFile = (text: string) => ({ "harbour/ops.go": text });
    expect(await verdictOn("Move", inFile(MOVE), inFile(after))).toBe("equivalent");
    expect(await differencesBetween(inFile(MOVE), inFile(after))).toEqual([]);
  });

  it("nothing at all: the same text is identical, wherever it stands", async () => {
    expect(await verdictOn("Move", { "harbour/ops.go": MOVE }, { "other/place.go": MOVE })).toBe("identical");
  });
});
