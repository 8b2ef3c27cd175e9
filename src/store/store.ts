/** Remembers values by key. What it returns is what was put, or null; it may forget at any time. */
export interface Store {
  /** False when nothing is ever remembered, so that no key is needed. */
  readonly keeps: boolean;
  /** The value of a key, null when there is none or it is not whole any more. Never fails. */
  get(key: string): Promise<Uint8Array | null>;
  /** Remembers a value; false when that was not possible (no room, no permission, switched off). Never fails. */
  put(key: string, value: Uint8Array): Promise<boolean>;
}
