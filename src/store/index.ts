/**
 * The door to remembered results. In: a key and bytes. Out: the same bytes, or nothing.
 * It may be deleted at any time and never changes an answer. This folder refuses to know
 * what it stores, and never fails: no disk, no room and no permission all mean "nothing remembered".
 */
export { openStore, type StoreOptions } from "./open-store.js";
export type { Store } from "./store.js";
