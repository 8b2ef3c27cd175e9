import { evaluateHazard } from "../../../src/analyze/index.js";
import { packOf } from "../harbour.js";

const HEAD = `
keys: { berth: { entry: '*.Plan["berth"]' } }
stages: [departed]
triggers: [{ stage: departed, kind: signal, constant: FerryDeparted }]
hazards:
  adrift:
    message: A ferry is adrift
    explanation: It has no berth.
    examples:
      - { title: One, code: 'func a() {}', lines: 1 }
      - { title: None, code: 'func b() {}', lines: [] }
`;

const SIGNATURE = "(h *Harbour) moor(ferry, other *Ferry, wish string)";

/** The lines of a function's body, counted from 1, on which a rule finds something. `rule` has the fields of `find`. */
export function seen(rule: string, body: string, where = ""): readonly number[] {
  const pack = packOf(
    `${HEAD}    find:\n${indented(rule, 6)}${where === "" ? "" : `    where:\n${indented(where, 6)}`}`,
  );
  const [hazard] = pack.hazards;
  const lines = hazard && evaluateHazard(pack, hazard, `func ${SIGNATURE} {\n${body}\n}\n`);
  if (!lines) throw new Error("the code does not parse");
  return lines.map((line) => line - 1);
}

function indented(text: string, by: number): string {
  return `${text.trim().replace(/^/gm, " ".repeat(by))}\n`;
}
