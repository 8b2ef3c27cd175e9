/** What long work tells while it runs. */
export type ProgressEvent =
  | {
      readonly kind: "stage";
      readonly name: "refs" | "trees" | "blobs" | "facts" | "cells" | "merges";
      readonly done: number;
      readonly total: number;
    }
  /** Something the user should know that is no part of the answer; `code` names the message in the locales. */
  | { readonly kind: "remark"; readonly code: string; readonly fields: Readonly<Record<string, string | number>> };

export type Listener = (event: ProgressEvent) => void;
