import { join, name, say, type Text } from "../../text.js";
import { listTexts, plural } from "./words.js";

/** Stories, what they come to on each ref, and what was taken for granted. */
export const scenario = {
  headline: {
    none: (behavior: string) => say`The rules ${behavior} tell no scenarios.`,
    fine: (stories: number, refs: number) =>
      say`${stories} ${plural(stories, "scenario ends", "scenarios end")} as expected on ${refs === 1 ? say`the ref` : say`all ${refs} refs`} with this behavior.`,
    nowhere: say`No ref does anything at the stages of these scenarios.`,
    failed: (f: { title: Text; refs: Text; keys: readonly Text[] }) =>
      say`“${f.title}” does not end as expected on ${f.refs}: ${listTexts(f.keys)}.`,
    more: (stories: number) =>
      say` ${stories} more ${plural(stories, "scenario does", "scenarios do")} not either, see below.`,
    unsure: (refs: number) => say` ${refs} ${plural(refs, "ref", "refs")} could not be read completely.`,
  },
  step: say`step`,
  numbered: (number: number, text: string) => say`${number}. ${text}`,
  end: say`at the end`,
  asExpected: say`as expected`,
  isSet: (key: string, value: string) => say`${`${key}=${value}`}`,
  isAbsent: (key: string) => say`${key} absent`,
  keyIs: (key: string, value: string | null) => (value === null ? say`${key} is absent` : say`${key} is ${value}`),
  expected: (keys: readonly Text[]) => say`Expected at the end: ${join(keys, "; ")}.`,
  /** What will do at the end: `A or absent`. */
  values: (values: readonly (string | null)[]) =>
    join(
      values.map((value) => (value === null ? say`absent` : name(value))),
      " or ",
    ),
  mayBe: (key: string, values: Text) => say`${key} ${values}`,
  failed: (f: { refs: Text; key: Text; expected: Text }) => say`${f.refs}: ${f.key}, expected ${f.expected}`,
  skipped: (f: { refs: Text; step: number; call: string; condition: string }) =>
    say`${f.refs}: ${f.call} does nothing at step ${f.step}, because this does not hold: ${f.condition}`,
  headings: {
    assumptions: (count: number) => say`Assumed, because no key tells (${count})`,
  },
  assumption: (f: { condition: string; calls: readonly string[]; refs: Text }) =>
    say`${f.condition} (${join(f.calls.map(name), ", ")}; ${f.refs})`,
  without: (refs: Text, count: number) =>
    say`Not shown, because nothing happens there at any stage: ${refs} (${count}).`,
};
