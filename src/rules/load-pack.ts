import { goFrontEnd, type LanguageFrontEnd } from "../languages/index.js";
import { formOf } from "./form.js";
import { isMapping, namesIn } from "./names.js";
import type { Pack } from "./pack.js";
import type { Problem, Report } from "./problem.js";
import { understand } from "./understand.js";
import { withoutBroken } from "./without-broken.js";
import { FORMAT, type WrittenPack, writtenPack } from "./written.js";

export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  /** Everything that is wrong, in the order of the file. Never empty. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** With what is said where a field has no words of its own. */
const DESCRIBED_PACK = writtenPack.describe("See docs/writing-rules.md");
const FRONT_ENDS: Readonly<Record<WrittenPack["language"], LanguageFrontEnd>> = { go: goFrontEnd };

/**
 * A pack's file as text or bytes, understood or refused. Never throws, runs
 * nothing that the file says, and tells all problems at once: what the schema
 * refuses is left out, and the rest is still checked.
 */
export function loadPack(file: string, source: string | Uint8Array): LoadedPack {
  const read = formOf(file, source);
  if (!read.ok) return read;
  const { form } = read;
  const { value, report } = form;
  if (!isMapping(value)) {
    report([], { code: "not-a-pack", format: FORMAT });
    return { ok: false, problems: form.problems };
  }
  if (isOtherFormat(value.format, report)) return { ok: false, problems: form.problems };
  const parsed = form.check(DESCRIBED_PACK);
  const written = parsed.success ? parsed.data : withoutBroken(value, parsed.error.issues);
  const pack =
    written === null ? null : understand(written, FRONT_ENDS, namesIn(value), report, (path) => form.placeOf(path));
  const { problems } = form;
  return problems.length === 0 && parsed.success && pack !== null ? { ok: true, pack } : { ok: false, problems };
}

/** A file of another format has other fields; complaining about them would only confuse. */
function isOtherFormat(format: unknown, report: Report): boolean {
  if (typeof format !== "string" || format === FORMAT) return false;
  const version = /^volteface\/pack@(.*)$/s.exec(format)?.[1];
  if (version === undefined) report(["format"], { code: "other-format", written: format, format: FORMAT });
  else report(["format"], { code: "other-version", version, format: FORMAT });
  return true;
}
