import { describe, expect, it } from "vitest";
import { cellsOf, packOf } from "../harbour.js";

/** A flag is up on a ship as long as it is afloat; `$object` says that the ship's own fate counts. */
const flags = packOf(`
keys:
  flag: { each: true, calls: [{ set: 'Hoist($object, $key)' }, { delete: 'Strike($object, $key)' }] }
operations:
  Hoist: { role: set, functions: [Hoist] }
  Strike: { role: clean, functions: [Strike] }
stages: [afloat, sunk]
triggers:
  - { stage: afloat, kind: fate, holds: '$object.SunkAt.IsZero()' }
  - { stage: sunk, kind: fate, fails: '$object.SunkAt.IsZero()' }
`);

const cells = (source: string) => cellsOf({ "harbour/flags.go": source }, flags);

describe("a question about an object", () => {
  it("tells the stage of that object", async () => {
    expect(
      await cells(`
func sail(ship *Ship) {
	if !ship.SunkAt.IsZero() {
		Strike(ship, "red")
		return
	}
	Hoist(ship, "red")
}
`),
    ).toEqual({ afloat: "Hoist(red@Ship)", sunk: "Strike(red@Ship)" });
  });

  it("says nothing of an object of another type", async () => {
    expect(
      await cells(`
func sail(fleet *Fleet, ship *Ship) {
	if fleet.SunkAt.IsZero() {
		Strike(ship, "red")
	}
}
`),
    ).toEqual({});
  });

  it("says nothing of another field of the same thing, also where a helper asked it; the caller's question counts", async () => {
    expect(
      await cells(`
type scope struct { fleet *Fleet; ship *Ship }

func watch(ship *Ship, s *scope) {
	if !ship.SunkAt.IsZero() {
		sink(s)
	}
}

func sink(s *scope) {
	fleet := s.fleet
	ship := s.ship
	if !isAfloat(fleet) {
		return
	}
	Strike(ship, "red")
}

func isAfloat(fleet *Fleet) bool {
	if fleet.SunkAt.IsZero() {
		return true
	}
	return false
}
`),
    ).toEqual({ sunk: "Strike(red)" });
  });

  it("says nothing of what was there before the object that was asked was fetched", async () => {
    expect(
      await cells(`
func sail(s *scope) error {
	port, err := find(s)
	if err != nil {
		return err
	}
	if port.SunkAt.IsZero() {
		Strike(s.ship, "red")
		Hoist(port, "blue")
	}
	return nil
}
`),
    ).toEqual({ afloat: "Hoist(blue)" });
  });

  it("counts where it is not known whose it is, and through a pointer, the metadata or another name", async () => {
    expect(
      await cells(`
func sail(all []*Ship, any Object) {
	ship := all[0]
	same := &ship.ObjectMeta
	if same.SunkAt.IsZero() {
		Hoist(ship, "red")
	}
	if any.SunkAt.IsZero() {
		Hoist(ship, "blue")
	}
}
`),
    ).toEqual({ afloat: "Hoist(red@Ship) → Hoist(blue@Ship)" });
  });
});
