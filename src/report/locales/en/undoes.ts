import type { Undone } from "../../../history/index.js";
import { join, prose, say, type Text } from "../../text.js";
import { listTexts, plural } from "./words.js";

export const undoes = {
  headline: {
    one: (f: { change: Text; what: Text; percent: number; more: number }) =>
      say`${f.change} takes back ${share(f.percent)} ${f.what}${f.more > 0 ? say` and parts of ${f.more} more` : []}.`,
    none: (change: Text) => say`${change} takes nothing back, as far as this can tell.`,
    many: (taking: number, changes: number) =>
      taking === 0
        ? say`None of the ${changes} changes takes anything back, as far as this can tell.`
        : say`${taking} of ${changes} changes ${plural(taking, "takes", "take")} something back.`,
    all: say` --all also shows what there is little evidence for.`,
  },
  taking: (change: Text, count: number) => say`What ${change} takes back (${count})`,
  undone: (f: { who: Text; subject: Text; date: Text }) => say`${f.who} ${f.subject} (${f.date})`,
  share: (f: { percent: number; confidence: Undone["confidence"]; by: Undone["by"] }) =>
    say`${f.percent} % of it; confidence ${confidence[f.confidence]}, ${by[f.by]}`,
  kind: (kind: Undone["kind"], lines: number) =>
    kind === "brings-back"
      ? say`brings back what it removed (${lines} ${plural(lines, "line", "lines")} in all)`
      : say`removes what it added (${lines} ${plural(lines, "line", "lines")} in all)`,
  kindByBehavior: (kind: Undone["kind"]) =>
    kind === "brings-back" ? say`brings back what it replaced` : say`removes what it added`,
  declared: (declared: boolean) => (declared ? say`the change says so itself` : say`the change does not say so`),
  condition: (text: Text) => say`the removed lines say when they may go: ${text}`,
  quoted: (text: string) => say`“${prose(text)}”`,
  also: (commits: readonly Text[]) => say`with ${listTexts(commits)} of the same pull request`,
  chain: (commits: readonly Text[]) => say`put in and taken out before: ${join(commits, " → ")}`,
  line: (place: Text, change: "removes-added" | "adds-removed", text: string) =>
    say`${place} ${change === "adds-removed" ? say`+` : say`−`} ${text}`,
  moreLines: (count: number) => say`${count} more ${plural(count, "line", "lines")}`,
  more: (count: number) => say`${count} more`,
  headings: { remarks: say`What could not be looked at` },
  remarks: {
    "commit-too-large": (commit: Text) => say`${commit} changes so much that only its beginning was looked at.`,
    "file-unread": (commit: Text, path: string | null) =>
      path === null
        ? say`a folder that ${commit} changes is not in this clone.`
        : say`${path}, which ${commit} changes, is not in this clone.`,
    "history-ends": (commits: readonly Text[]) =>
      say`this clone is shallow: nothing is known of what was before ${listTexts(commits)}; git fetch --unshallow brings it.`,
    "files-not-followed": (commit: Text, files: number) =>
      say`${commit} touches more files than are followed: ${files} were left out.`,
  },
};

function share(percent: number): Text {
  return percent >= 100 ? say`all of` : say`${percent} % of`;
}

const confidence = {
  high: say`high`,
  medium: say`medium`,
  low: say`low`,
} satisfies Record<Undone["confidence"], Text>;

const by = {
  behavior: say`by what the stages do`,
  lines: say`by its lines`,
} satisfies Record<Undone["by"], Text>;
