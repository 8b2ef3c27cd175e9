import { goFrontEnd, type LanguageFrontEnd } from "../languages/index.js";
import { decode } from "./decode.js";
import { explainIssue } from "./explain-issue.js";
import type { Locator } from "./locate.js";
import { isMapping, namesIn } from "./names.js";
import type { Pack } from "./pack.js";
import { inOrder, type Path, type Problem, type Report } from "./problem.js";
import { readYaml } from "./read-yaml.js";
import { understand } from "./understand.js";
import { withoutBroken } from "./without-broken.js";
import { FORMAT, type WrittenPack, writtenPack } from "./written.js";

export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  /** Everything that is wrong, in the order of the file. Never empty. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FRONT_ENDS: Readonly<Record<WrittenPack["language"], LanguageFrontEnd>> = { go: goFrontEnd };

/**
 * A pack's file as text or bytes, understood or refused. Never throws, runs
 * nothing that the file says, and tells all problems at once: what the schema
 * refuses is left out, and the rest is still checked.
 */
export function loadPack(file: string, source: string | Uint8Array): LoadedPack {
  const decoded = decode(typeof source === "string" ? Buffer.from(source, "utf8") : source);
  if (!decoded.ok) {
    const { line, column, message, hint } = decoded;
    return { ok: false, problems: [{ file, line, column, message, hint }] };
  }
  const yaml = readYaml(file, decoded.text);
  if (!yaml.ok) return yaml;
  const { value, locator } = yaml;
  const problems: Problem[] = [...yaml.problems];
  const report = reporter(locator, problems);

  if (!isMapping(value)) {
    report([], "a pack is a mapping of fields, and this file is not", `Begin it with format: ${FORMAT}.`);
    return { ok: false, problems: inOrder(problems) };
  }
  if (isOtherFormat(value.format, report)) return { ok: false, problems: inOrder(problems) };
  const parsed = writtenPack.safeParse(value);
  const issues = parsed.error?.issues ?? [];
  for (const { path, message, hint, on } of issues.flatMap((issue) => explainIssue(issue, writtenPack, locator)))
    report(path, message, hint, { on });
  const written = parsed.success ? parsed.data : withoutBroken(value, issues);
  const pack = written === null ? null : understand(written, FRONT_ENDS, namesIn(value), report);

  return problems.length === 0 && parsed.success && pack !== null
    ? { ok: true, pack }
    : { ok: false, problems: inOrder(problems) };
}

function reporter(locator: Locator, problems: Problem[]): Report {
  return (path: Path, message, hint, where) => {
    const place = where?.on === "name" ? locator.name(path) : locator.value(path, where?.offset ?? 0);
    problems.push({ ...place, message, hint });
  };
}

/** A file of another format has other fields; complaining about them would only confuse. */
function isOtherFormat(format: unknown, report: Report): boolean {
  if (typeof format !== "string" || format === FORMAT) return false;
  const version = /^volteface\/pack@(.*)$/s.exec(format)?.[1];
  if (version === undefined) report(["format"], `the format "${format}" is not a pack's`, `Write format: ${FORMAT}.`);
  else
    report(
      ["format"],
      `version ${version} of the pack format is not known here`,
      `This Volteface reads ${FORMAT}; update it, or write the pack in that version.`,
    );
  return true;
}
