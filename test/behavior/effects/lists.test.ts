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
func look(f *Ferry) bool {
	flags := append(f.Flags, "yellow")
	f.Banners = append(f.Banners, "yellow")
	f.Banners = append(f.Flags, "yellow")
	f.Flags = sorted(f.Flags)
	return slices.Contains(flags, "yellow") || len(f.Flags) > 0
}
`,
      flags,
    );
    expect(written).toEqual([]);
  });
});
