import type { CommitGraph } from "../lines/commit-graph.js";
import { type Declaration, readDeclaration } from "../lines/declared.js";
import type { LineIndex } from "../lines/line-index.js";
import type { Origins } from "./origins.js";
import { plainSubject } from "./subject-likeness.js";

/** What the texts of the commits say. */
export interface Texts {
  readonly graph: CommitGraph;
  /** Of the commits that only the refs have. */
  readonly origins: ReadonlyMap<number, Origins>;
  readonly declarations: ReadonlyMap<number, Declaration>;
  /** How often each plain subject stands on the source branch. */
  readonly subjects: ReadonlyMap<string, number>;
}

/** Texts and lines: all that is known of the history. */
export interface Known extends Texts {
  readonly index: LineIndex;
  /** What `git patch-id` says, by commit, as far as it was asked. */
  readonly patchIds: ReadonlyMap<string, string>;
}

export function readTexts(graph: CommitGraph, onSource: Uint8Array, origins: ReadonlyMap<number, Origins>): Texts {
  const declarations = new Map<number, Declaration>();
  const subjects = new Map<string, number>();
  for (const [commit, record] of graph.records.entries()) {
    if (record.parents.length > 1) continue;
    const declaration = readDeclaration(record);
    if (declaration !== null) declarations.set(commit, declaration);
    if (onSource[commit] !== 1) continue;
    const plain = plainSubject(record.subject);
    subjects.set(plain, (subjects.get(plain) ?? 0) + 1);
  }
  return { graph, origins, declarations, subjects };
}
