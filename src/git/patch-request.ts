/** One comparison to make. */
export interface PatchRequest {
  readonly commit: string;
  /** The commit to compare with: for merges and ranges. Without it, the commit's only parent; merges then answer nothing. */
  readonly against?: string;
}

/** The same for two requests exactly when they ask the same. */
export function keyOf({ commit, against }: PatchRequest): string {
  return against === undefined ? commit : `${commit} ${against}`;
}

/** Requests as `git diff-tree --stdin` reads them: a commit, and the parents it shall be taken to have. */
export function inputOf(requests: readonly PatchRequest[]): string {
  return requests.map((request) => `${keyOf(request)}\n`).join("");
}
