import type { Queryable } from "../database/database.js";

/** What is known of the clone that one machine keeps of a repository. */
export interface MirrorUse {
  /** The machine's name: workers on several machines have a disk each. */
  readonly machine: string;
  readonly repository: number;
  /** What it takes on disk. */
  readonly bytes: number;
  readonly usedAt: Date;
}

/** Remembers that a mirror was used and how large it is. */
export async function keepMirrorUse(database: Queryable, use: MirrorUse): Promise<void> {
  await database.query(
    `insert into volteface.mirrors (machine, repository, bytes, used_at) values ($1, $2, $3, $4)
     on conflict (machine, repository) do update set bytes = excluded.bytes, used_at = excluded.used_at`,
    [use.machine, use.repository, use.bytes, use.usedAt],
  );
}

/** The mirrors of a machine, the one that was not used for longest first. */
export async function listMirrorUses(database: Queryable, machine: string): Promise<MirrorUse[]> {
  return await database.query<MirrorUse>(
    `select machine, repository, bytes, used_at as "usedAt" from volteface.mirrors
     where machine = $1 order by used_at, repository`,
    [machine],
  );
}

export async function forgetMirrorUse(database: Queryable, machine: string, repository: number): Promise<void> {
  const sql = "delete from volteface.mirrors where machine = $1 and repository = $2";
  await database.query(sql, [machine, repository]);
}
