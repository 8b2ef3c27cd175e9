import type { Failure } from "../../primitives/index.js";
import type { Disposition } from "../../review/index.js";
import type { InvalidFile, Problem } from "../../rules/index.js";
import type { Question } from "../commands/index.js";

/** What is to be looked at, in values that travel to another process. */
export interface AnalysisRequest {
  /** The mirror. */
  readonly directory: string;
  /** `https://github.com/OWNER/REPO` */
  readonly webUrl: string;
  /** The branch that the change wants to join; its settings count. */
  readonly base: string;
  /** `#12`, or a commit. */
  readonly head: string;
  readonly number: number | null;
  /** A draft is not looked at where the settings say so and nobody asks for anything. */
  readonly draft: boolean;
  readonly text: { readonly title: string; readonly description: string } | null;
  readonly dispositions: readonly Disposition[];
  /** Those to be answered, in the order in which they were asked. */
  readonly commands: readonly Asked[];
}

/** A command, and who gave it. */
export interface Asked {
  readonly command: Question;
  readonly author: string;
}

/** What there is to say about a change, in the words and forms that GitHub is sent. */
export interface Analysis {
  /** Tip of the base branch, where head left it, and head. */
  readonly base: string;
  readonly mergeBase: string | null;
  readonly head: string;
  /** False for a draft that was not looked at: what was said before stays as it is. */
  readonly seen: boolean;
  /** The repository wants comments. */
  readonly mayComment: boolean;
  /** There is something to say that deserves a comment. */
  readonly worthAComment: boolean;
  /** The one sentence. */
  readonly title: string;
  /** All of it, as Markdown within GitHub's limits. */
  readonly body: string;
  /** What stays of a comment when nothing is left to say. */
  readonly folded: string;
  readonly conclusion: "success" | "neutral" | "failure";
  readonly annotations: readonly Annotation[];
}

/** A note at a line of the change. */
export interface Annotation {
  readonly path: string;
  readonly line: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

/** What the other process tells. */
export type Told =
  | { readonly kind: "done"; readonly value: Analysis }
  | { readonly kind: "failure"; readonly code: string; readonly fields: Failure["fields"] }
  | {
      readonly kind: "invalid-file";
      readonly code: InvalidFile["code"];
      readonly file: string;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: "error"; readonly name: string; readonly message: string; readonly stack: string };
