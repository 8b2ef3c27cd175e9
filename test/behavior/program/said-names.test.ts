import { expect, it } from "vitest";
import { SaidNames, SoughtNames } from "../../../src/behavior/program/said-names.js";

it("a text says its words and what counts as said, and no parts of words", () => {
  const said = new SaidNames("func (h *Harbour) moor() { h.berth = marks.Größe }", ["Arrived"]);
  const names = ["Harbour", "Harb", "marks", "Größe", "Gr", "Arrived", "Departed"];
  expect(names.filter((name) => said.says(name))).toEqual(["Harbour", "marks", "Größe", "Arrived"]);
});

it("names that become known later are found too, each once, in the order in which they became known", () => {
  const sought = new SoughtNames();
  const said = new SaidNames("return Tug + Berth + Pilot", []);
  sought.add(new Set(["Pilot", "Buoy"]));
  expect(said.among(sought)).toEqual(["Pilot"]);
  sought.add(new Set(["Buoy", "Tug", "Pilot"]));
  sought.add(new Set(["Berth"]));
  expect(said.among(sought)).toEqual(["Pilot", "Tug", "Berth"]);
});
