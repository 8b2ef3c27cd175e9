import { isMapping, type Report, readForm } from "../rules/index.js";
import type { ReadSettings } from "./layer.js";
import type { WrittenSettings } from "./written-settings.js";

/**
 * A settings file as text or bytes, understood or refused. Never throws, runs nothing, and tells all
 * problems at once. An empty file says nothing, and is fine.
 *
 * @param knownRules ids that may be configured; null to accept any, as when the packs are not at hand
 */
export async function loadSettings(
  file: string,
  source: string | Uint8Array,
  knownRules: readonly string[] | null,
): Promise<ReadSettings> {
  const [read, { writtenSettings }] = await Promise.all([readForm(file, source), import("./written-settings.js")]);
  if (!read.ok) return read;
  const { form } = read;
  checkDays(form.value, form.report);
  if (knownRules !== null) checkRules(form.value, knownRules, form.report);
  const parsed = form.value === null ? NOTHING : form.check(writtenSettings);
  const { problems } = form;
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    layer: { written: parsed.data, originOf: (path) => ({ kind: "file", ...form.placeOf(path) }) },
  };
}

const NOTHING: { readonly success: true; readonly data: WrittenSettings } = { success: true, data: {} };

/** On plain values, so that a mistake elsewhere does not hide one here. */
function checkDays(value: unknown, report: Report): void {
  const branches: readonly unknown[] = isMapping(value) && Array.isArray(value.branches) ? value.branches : [];
  for (const [index, branch] of branches.entries()) {
    const { since, until } = isMapping(branch) ? branch : {};
    if (typeof since === "string" && typeof until === "string" && until < since)
      report(["branches", index, "until"], { code: "until-before-since" });
  }
}

function checkRules(value: unknown, known: readonly string[], report: Report): void {
  const rules = isMapping(value) && isMapping(value.rules) ? value.rules : {};
  for (const id of Object.keys(rules).filter((each) => !known.includes(each)))
    report(["rules", id], { code: "unknown-name", of: "rule", name: id, known }, { on: "name" });
}
