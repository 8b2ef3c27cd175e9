import type { Queryable } from "../database/database.js";

/** What the App last said about a pull request, and from what it was made. */
export interface LastReport {
  readonly installation: number;
  /** GitHub's number of the repository, which outlives its names. */
  readonly repository: number;
  readonly number: number;
  /** The comment's id; null when there is none. */
  readonly comment: number | null;
  /** Hash of the comment's text, so that it is written only when it changes. */
  readonly commentHash: string | null;
  readonly checkRun: number | null;
  readonly base: string;
  readonly head: string;
  readonly configurationHash: string;
  readonly at: Date;
}

const COLUMNS = `installation, repository, number, comment, comment_hash as "commentHash", check_run as "checkRun",
  base_commit as base, head_commit as head, configuration_hash as "configurationHash", reported_at as at`;

/** The last report on a pull request, null when there was none. */
export async function findReport(database: Queryable, repository: number, number: number): Promise<LastReport | null> {
  const sql = `select ${COLUMNS} from volteface.reports where repository = $1 and number = $2`;
  const [found] = await database.query<LastReport>(sql, [repository, number]);
  return found ?? null;
}

/** The last reports on the pull requests of a repository, by number. */
export async function listReports(database: Queryable, repository: number): Promise<LastReport[]> {
  const sql = `select ${COLUMNS} from volteface.reports where repository = $1 order by number`;
  return await database.query<LastReport>(sql, [repository]);
}

/** Remembers a report in place of the one before. */
export async function keepReport(database: Queryable, report: LastReport): Promise<void> {
  await database.query(
    `insert into volteface.reports (installation, repository, number, comment, comment_hash, check_run,
       base_commit, head_commit, configuration_hash, reported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (repository, number) do update set installation = excluded.installation, comment = excluded.comment,
       comment_hash = excluded.comment_hash, check_run = excluded.check_run, base_commit = excluded.base_commit,
       head_commit = excluded.head_commit, configuration_hash = excluded.configuration_hash,
       reported_at = excluded.reported_at`,
    [
      report.installation,
      report.repository,
      report.number,
      report.comment,
      report.commentHash,
      report.checkRun,
      report.base,
      report.head,
      report.configurationHash,
      report.at,
    ],
  );
}

/** Forgets the report on one pull request. */
export async function forgetReport(database: Queryable, repository: number, number: number): Promise<void> {
  await database.query("delete from volteface.reports where repository = $1 and number = $2", [repository, number]);
}

/** Forgets all reports to installations that are gone, which are all but these. */
export async function forgetOtherInstallations(database: Queryable, installations: readonly number[]): Promise<void> {
  const sql =
    "delete from volteface.reports where installation <> all (select jsonb_array_elements_text($1::text::jsonb)::bigint)";
  await database.query(sql, [JSON.stringify(installations)]);
}
