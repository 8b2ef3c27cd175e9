import { loadPack } from "../../src/rules/load-pack.js";
import { problemLines } from "../report/problem-lines.js";

/** A small pack that is right; the tests spoil it in one way at a time. */
export const HARBOUR = `format: volteface/pack@1
id: harbour/berths
title: Berths
description: A ferry holds a berth while it is in port.
keys:
  berth: { entry: '*.Plan["berth"]' }
values:
  wish: [wish, '*.Wish']
operations:
  Assign: { role: set, functions: AssignBerth }
  Return: { role: clean, functions: [ReturnBerth, CastOff] }
stages: [arrived, departed]
triggers:
  - { stage: arrived, kind: signal, constant: FerryArrived }
  - { stage: departed, kind: signal, constant: FerryDeparted }
examples:
  - title: A ferry leaves
    files: { harbour/watch.go: package harbour }
    cells: { departed: Return }
`;

/** The harbour's pack with one text in place of another. */
export function spoilt(text: string, by: string): string {
  if (!HARBOUR.includes(text)) throw new Error(`the pack has no ${text}`);
  return HARBOUR.replace(text, () => by);
}

/** What loading says, as lines; "fine" when nothing is wrong. */
export function said(source: string | Uint8Array): string {
  const loaded = loadPack("pack.yml", source);
  return loaded.ok ? "fine" : problemLines(loaded.problems).join("\n");
}
