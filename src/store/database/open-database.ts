import type { Database } from "./database.js";
import { migrate } from "./migrate.js";

export interface DatabaseOptions {
  /** `postgres://…`; null for the embedded database. */
  readonly url: string | null;
  /** Where the embedded database lives; made when it is missing. */
  readonly directory: string;
  /** Hears of broken connections that nobody is waiting for. */
  readonly lost?: (error: Error) => void;
}

/**
 * Opens the database and brings its records to their present form.
 *
 * @throws Failure `store.*`: in use, unreachable, not writable, damaged, of a later version
 */
export async function openDatabase({ url, directory, lost }: DatabaseOptions): Promise<Database> {
  const database = await (url === null ? embedded(directory) : postgres(url, lost));
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

// Each brings megabytes along, of which a process needs one kind or, most often, none.
async function embedded(directory: string): Promise<Database> {
  return (await import("./embedded.js")).openEmbedded(directory);
}

async function postgres(url: string, lost: (error: Error) => void = () => {}): Promise<Database> {
  return (await import("./postgres.js")).openPostgres(url, lost);
}
