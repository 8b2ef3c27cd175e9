/** An answer that somebody with the right to give it gave before: this is meant, or need not be told. */
export interface Disposition {
  /** A finding's id; null for whatever the change undoes. */
  readonly finding: string | null;
  readonly reason: string;
  readonly who: string;
  /** UTC. */
  readonly when: string;
}
