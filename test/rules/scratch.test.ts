import { test } from "vitest";
import { goFrontEnd } from "../../src/languages/index.js";
import { buildProgram, callsText, evaluateBehavior, effectsText, FactTable, type KeptFile } from "../../src/behavior/index.js";
import { checkPack, findPack, listBundledPacks, type Evaluate } from "../../src/rules/index.js";

const table = new FactTable(goFrontEnd);
export const evaluate: Evaluate = async (pack, files) => {
  const kept: KeptFile[] = Object.entries(files).map(([path, source]) => {
    const bytes = Buffer.from(source);
    const cut = goFrontEnd.cut(bytes);
    return { path, module: cut.module, imports: cut.imports, declarations: cut.pieces.map((piece) => ({ piece, facts: table.of(bytes.subarray(piece.start, piece.end).toString()) })) };
  });
  const b = evaluateBehavior(buildProgram(kept, goFrontEnd), pack);
  if (process.env.SHOW) {
    for (const s of b.stages) console.log(s.stage, callsText(s.calls.map((c) => c.call)), s.calls.map((c) => effectsText(c.call.effects)).join(" ; "));
    console.log("unplaced", callsText(b.unplaced.map((c) => c.call)), b.unplaced.map((c) => effectsText(c.call.effects)));
    console.log("writers", b.writers.map((w) => `${w.function}: ${effectsText(w.effects)}`));
    console.log("ops", b.operations.map((o) => `${o.operation} ${JSON.stringify(o.cases.map((c) => [c.when, effectsText(c.effects)]))}`));
  }
  return { cells: Object.fromEntries(b.stages.map((s) => [s.stage, callsText(s.calls.map((c) => c.call))])), writers: b.writers.map((w) => w.function) };
};
test("x", async () => {
  for (const { id } of await listBundledPacks()) {
    if (process.env.ONLY && !id.includes(process.env.ONLY)) continue;
    const pack = await findPack(id);
    console.log(id, JSON.stringify(await checkPack(pack, evaluate), null, 1));
  }
});
