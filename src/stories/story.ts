/** A story as understood: defaults filled in, every name checked. How one is written is in fixtures/histories/README.md. */
export interface Story {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  readonly head: string;
  /** In an order in which parents come first. */
  readonly commits: readonly StoryCommit[];
  /** Refs beyond the branches that commits made: more branches, tags, pull request heads. */
  readonly refs: readonly StoryRef[];
  readonly expect: Expectation;
}

export interface StoryCommit {
  /** The name other commits call it by; not part of the repository. */
  readonly id: string;
  readonly branch: string;
  /** Ids, first parent first; empty for a root. */
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  /** May name an earlier commit's full object id as `{commit:ID}`. */
  readonly message: string;
  /** What it does to its first parent's files, in order. */
  readonly changes: readonly Change[];
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly seconds: number;
  /** `+0800` */
  readonly zone: string;
}

export type Change =
  | { readonly kind: "put"; readonly path: string; readonly content: Content }
  /** `replace` must occur exactly once. */
  | { readonly kind: "edit"; readonly path: string; readonly replace: string; readonly with: string }
  | { readonly kind: "delete"; readonly path: string }
  | { readonly kind: "move"; readonly from: string; readonly to: string };

export type Content =
  /** A file or folder beside story.yml, or of another story (`../other/...`). */
  | { readonly kind: "source"; readonly source: string; readonly format: Format }
  | { readonly kind: "text"; readonly text: string; readonly format: Format }
  /** The same line many times between two texts: a huge file in three lines of story. */
  | {
      readonly kind: "repeat";
      readonly before: string;
      readonly line: string;
      readonly times: number;
      readonly after: string;
    }
  | { readonly kind: "bytes"; readonly hex: string }
  | { readonly kind: "symlink"; readonly target: string }
  | { readonly kind: "submodule"; readonly commit: string };

/** How a text is laid down in the repository; sources beside the story always have plain line ends. */
export interface Format {
  readonly crlf: boolean;
  readonly byteOrderMark: boolean;
  readonly executable: boolean;
}

export interface StoryRef {
  /** `refs/tags/v1.14.0` */
  readonly name: string;
  readonly commit: string;
  /** Set for an annotated tag. */
  readonly annotation: { readonly tagger: Signature; readonly message: string } | null;
}

/** What the tool must say about the story; checked where the tool is, never here. */
export interface Expectation {
  /** The pack's id. */
  readonly rules: string | null;
  /** ref -> stage -> the cell as a timeline writes it: `Reset(false)`, `Set → Clean`, `—`. */
  readonly matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** ref -> stage -> `kind=value` of the first call's trigger. */
  readonly triggers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** ref -> operation with its deciding arguments -> effects as `key=value` and `-key`. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** ref -> functions that write a key and are no operation. */
  readonly writers: Readonly<Record<string, readonly string[]>>;
  /** ref -> `ok`, `incomplete` or `unreadable`. */
  readonly status: Readonly<Record<string, string>>;
  /** Whether the refs of the matrix differ at all, when the story is about that. */
  readonly differences: boolean | null;
  /** What happened to the cells along a ref, oldest first: commit ids of the story with their changed stages. */
  readonly timelines: Readonly<Record<string, readonly ExpectedEvent[]>>;
}

export interface ExpectedEvent {
  readonly commit: string;
  /** stage -> `before ⇒ after` as cells. */
  readonly stages: Readonly<Record<string, string>>;
  /** operation -> `before ⇒ after` as effects. */
  readonly operations: Readonly<Record<string, string>>;
  /** stage -> what else changed: `guards`, `trigger`. */
  readonly also: Readonly<Record<string, string>>;
}
