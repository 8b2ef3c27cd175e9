/** A name whose declaration, or whose callers, are worth reading. */
export interface WantedName {
  readonly name: string;
  /** Where it can occur: a directory, an import path, or anywhere (null). */
  readonly within: string | null;
}
