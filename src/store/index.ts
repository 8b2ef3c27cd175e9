/**
 * The door to what outlives a run. In: a key and bytes, or a record. Out: the same again.
 *
 * Remembered results (`openStore`) may be deleted at any time and never change an answer; that
 * part never fails: no disk, no room and no permission all mean "nothing remembered". Records of
 * the App (`openDatabase` and the functions over it) are kept, and tell when they cannot be. This
 * folder refuses to know what its values mean and what follows from them.
 */
export type { Database, Queryable } from "./database/database.js";
export { lockDirectory } from "./database/lock-directory.js";
export { type DatabaseOptions, openDatabase } from "./database/open-database.js";
export { openStore, type StoreOptions } from "./open-store.js";
export { type AskedCommand, keepCommand, listCommands } from "./records/commands.js";
export { findHandled, markHandled, pruneDeliveries } from "./records/deliveries.js";
export { type Disposition, keepDisposition, listDispositions } from "./records/dispositions.js";
export {
  findReport,
  forgetOtherInstallations,
  forgetReport,
  keepReport,
  type LastReport,
  listReports,
} from "./records/reports.js";
export type { Store } from "./store.js";
