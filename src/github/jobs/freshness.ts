import { createHash } from "node:crypto";
import { version } from "../../primitives/index.js";
import type { LastReport } from "../../store/index.js";
import type { ListedPullRequest, RemotePullRequest } from "../api/index.js";

/** Stands in a report for a review that has begun and not ended. */
export const UNFINISHED = "";

/** What a report depends on, besides the commits of base and head: the settings are those of base. */
export function circumstancesOf({ title, body, draft, base }: ListedPullRequest | RemotePullRequest): string {
  const told = [version(), title, body ?? "", draft === true, base.ref];
  return createHash("sha256").update(JSON.stringify(told)).digest("hex");
}

/** What a review may take, in milliseconds; a job has as much patience. */
const UNDER_WAY_MS = 900_000;

/** Whether somebody looks at this head right now, or has just been broken off and will look again. */
export function isUnderWay(report: LastReport | undefined, pull: ListedPullRequest, now: Date): boolean {
  return report !== undefined && isUnfinished(report, now) && report.head === pull.head.sha;
}

/** Whether a report is of a review that has begun and will end. */
export function isUnfinished(report: LastReport | null, now: Date): boolean {
  return report?.configurationHash === UNFINISHED && now.getTime() - report.at.getTime() < UNDER_WAY_MS;
}

/** Whether a report says what would be said now. */
export function isFresh(report: LastReport | undefined, pull: ListedPullRequest, baseTip: string | null): boolean {
  return (
    report !== undefined &&
    report.head === pull.head.sha &&
    report.base === baseTip &&
    report.configurationHash === circumstancesOf(pull)
  );
}
