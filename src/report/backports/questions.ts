import type { BackportChange, BackportStatus, Backports, Policy } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { nameSome } from "../names.js";
import { refer } from "../refer.js";
import type { Text } from "../text.js";

/** What some branches have in common: changes in force on the source branch that they do not have as it has them. */
export interface Question {
  readonly kind: "missing" | "partial" | "reverted";
  /** In the order of the answer. */
  readonly refs: readonly string[];
  readonly changes: readonly BackportChange[];
}

const KINDS = ["missing", "reverted", "partial"] as const satisfies readonly BackportStatus[];

/** The questions, those about the newest branches first; branches with the same gap share one. */
export function questionsOf({ refs, changes }: Backports): Question[] {
  const byVersion = new Intl.Collator("en", { numeric: true });
  const newestFirst = [...refs].sort((a, b) => byVersion.compare(b, a));
  const asked = KINDS.flatMap((kind) => {
    const groups = new Map<string, { refs: string[]; changes: BackportChange[] }>();
    for (const ref of refs) {
      const found = changes.filter((change) => isAsked(change, ref) && change.on[ref]?.status === kind);
      if (found.length === 0) continue;
      const key = found.map(({ commit }) => commit).join("\n");
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { refs: [ref], changes: found });
      else group.refs.push(ref);
    }
    return [...groups.values()].map((group): Question => ({ kind, ...group }));
  });
  const age = ({ refs: of }: Question): number => Math.min(...of.map((ref) => newestFirst.indexOf(ref)));
  return asked.sort((a, b) => age(a) - age(b) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** Nothing that the source branch has itself replaced can be missed elsewhere, nor what a branch's policy rules out. */
export function isAsked({ superseded, on }: BackportChange, ref: string): boolean {
  const mark = on[ref];
  return !superseded && mark?.asked !== false && KINDS.some((kind) => kind === mark?.status);
}

/** The policy by which at least one gap of a branch is no question; null for a branch that is asked about all. */
export function policyAgainst({ changes }: Backports, ref: string): Policy | null {
  const mark = changes.find(({ superseded, on }) => !superseded && on[ref]?.asked === false)?.on[ref];
  return mark?.policy?.policy ?? null;
}

const MOST_CHANGES = 8;

export function questionText(
  { kind, refs, changes }: Question,
  backports: Backports,
  messages: Messages,
  webUrl: string | null,
): Text {
  const say = messages.backports;
  const shown = changes.slice(0, MOST_CHANGES).map((change) => refer(change, webUrl));
  return say.question[kind]({
    refs: say.refs(nameSome(backports.refs, refs)),
    count: refs.length,
    changes: say.changes(shown, changes.length - shown.length),
    from: backports.from,
  });
}
