import { describe, expect, it } from "vitest";
import { packOf, writersIn } from "../harbour.js";

const flags = packOf(`
keys:
  flag: { each: true, list: '*.Flags', calls: [ { set: '$object.SetFlags($keys)' } ] }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);
const yellow = packOf(`
keys: { yellow: { list: '*.Flags' } }
stages: [arrived]
triggers: [{ stage: arrived, kind: signal, constant: FerryArrived }]
`);

describe("a list whose elements are keys", () => {
  it("gains elements by append, by literals and by helpers that say so", async () => {
    const written = await writersIn(
      `
const yellow = "yellow"
func hoist(f *Ferry) { f.Flags = append(f.Flags, yellow) }
func hoistTwo(f *Ferry) { f.Flags = append(f.Flags, yellow, "blue") }
func hoistAll(f *Ferry) { f.Flags = append(f.Flags, []string{yellow, "blue"}...) }
func whole(f *Ferry) { f.Flags = []string{yellow} }
func launch() *Ferry { return &Ferry{Flags: []string{"blue"}} }
func helper(f *Ferry) { f.Flags = util.AddString(f.Flags, yellow) }
func local(f *Ferry) {
	flags := append(f.Flags, yellow)
	f.Flags = flags
}
func alias(f *Ferry) {
	meta := f.Meta
	meta.Flags = append(meta.Flags, "blue")
}
`,
      flags,
    );
    expect(written).toEqual([
      "hoist: yellow@Ferry=present",
      "hoistTwo: yellow@Ferry=present, blue@Ferry=present",
      "hoistAll: yellow@Ferry=present, blue@Ferry=present",
      "whole: yellow@Ferry=present",
      "launch: blue@Ferry=present",
      "helper: yellow@Ferry=present",
      "local: yellow@Ferry=present",
      "alias: blue=present",
    ]);
  });

  it("loses elements by helpers, by slices.DeleteFunc, by loops that keep the others, and all by nil", async () => {
    const written = await writersIn(
      `
const yellow = "yellow"
func strike(f *Ferry) { f.Flags = removeString(f.Flags, yellow) }
func library(f *Ferry) { f.Flags = slice.RemoveString(f.Flags, yellow, nil) }
func deleted(f *Ferry) {
	f.Flags = slices.DeleteFunc(f.Flags, func(s string) bool { return s == yellow })
}
func filtered(f *Ferry) {
	f.Flags = lo.Filter(f.Flags, func(s string, _ int) bool { return s != yellow })
}
func kept(f *Ferry) {
	var rest []string
	for _, flag := range f.Flags {
		if flag != yellow {
			rest = append(rest, flag)
		}
	}
	f.Flags = rest
}
func skipped(f *Ferry) {
	rest := make([]string, 0, len(f.Flags))
	for _, flag := range f.Flags {
		if flag == yellow {
			continue
		}
		rest = append(rest, flag)
	}
	f.Flags = rest
}
func spliced(f *Ferry) {
	for i, flag := range f.Flags {
		if flag == yellow {
			f.Flags = append(f.Flags[:i], f.Flags[i+1:]...)
			break
		}
	}
}
func none(f *Ferry) { f.Flags = nil }
func empty(f *Ferry) { f.Flags = []string{} }
`,
      flags,
    );
    expect(written).toEqual([
      "strike: -yellow@Ferry",
      "library: -yellow@Ferry",
      "deleted: -yellow@Ferry",
      "filtered: -yellow@Ferry",
      "kept: -yellow@Ferry",
      "skipped: -yellow@Ferry",
      "spliced: -yellow@Ferry",
      "none: -*@Ferry",
      "empty: -*@Ferry",
    ]);
  });

  it("is given to a setter as a whole", async () => {
    const written = await writersIn(
      `
const yellow = "yellow"
func hoist(f *Ferry) { f.SetFlags(append(f.GetFlags(), yellow)) }
func strike(f *Ferry) { f.SetFlags(removeString(f.GetFlags(), yellow)) }
func only(f *Ferry) { f.SetFlags([]string{yellow}) }
func none(f *Ferry) { f.SetFlags(nil) }
func copied(f, other *Ferry) { f.SetFlags(other.GetFlags()) }
`,
      flags,
    );
    expect(written).toEqual([
      "hoist: yellow@Ferry=present",
      "strike: -yellow@Ferry",
      "only: yellow@Ferry=present",
      "none: -*@Ferry",
    ]);
  });

  it("shows an element without a constant as the source has it", async () => {
    const written = await writersIn(
      `
func (c *Coast) hoist(f *Ferry) { f.Flags = append(f.Flags, c.flag) }
func (c *Coast) strike(f *Ferry) { f.Flags = remove(f.Flags, flagOf(f)) }
`,
      flags,
    );
    expect(written).toEqual(["hoist: flag@Ferry=present", "strike: -flagOf(f)@Ferry"]);
  });

  it("may be one key among the elements", async () => {
    const written = await writersIn(
      `
func hoist(f *Ferry) { f.Flags = append(f.Flags, "yellow") }
func other(f *Ferry) { f.Flags = append(f.Flags, "blue") }
func strike(f *Ferry) { f.Flags = remove(f.Flags, "yellow") }
func none(f *Ferry) {
	if contains(f.Flags, "yellow") {
		f.Flags = nil
	}
}
`,
      yellow,
    );
    expect(written).toEqual(["hoist: yellow=present", "strike: -yellow", "none: -yellow"]);
  });

  it("is not touched by reading, by copies, or by lists of another name", async () => {
    const written = await writersIn(
      `
func look(f, other *Ferry, more []string) bool {
	flags := append(f.Flags, "yellow")
	f.Banners = append(f.Banners, "yellow")
	f.Banners = append(f.Flags, "yellow")
	f.Flags = sorted(f.Flags)
	f.Flags = mergeFlags(f.Flags, other.Flags)
	f.Flags = mergeFlags(f.Flags, other.GetFlags())
	f.Flags = append(f.Flags, other.Flags...)
	f.Flags = append(f.Flags, more...)
	return slices.Contains(flags, "yellow") || len(f.Flags) > 0
}
`,
      flags,
    );
    expect(written).toEqual([]);
  });
});
