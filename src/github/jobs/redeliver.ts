import type { GithubClient } from "../api/index.js";

/** GitHub delivers again for three days. */
const DAYS_MS = 3 * 24 * 3600 * 1000;
/** A delivery may still be on its way. */
const UNDER_WAY_MS = 10_000;
/** What failed so often will not succeed; what it told is found by looking. */
const ATTEMPTS = 5;
/** Pages of a hundred. */
const PAGES = 20;

/** One attempt at a delivery; those of one event share the guid. */
interface Attempt {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
}

/** Asks GitHub to deliver again what never arrived; tells how much that was. */
export async function redeliver(app: GithubClient, now: Date): Promise<number> {
  const failed = failedDeliveries(await recentAttempts(app, now), now);
  for (const delivery_id of failed) await app.rest.apps.redeliverWebhookDelivery({ delivery_id });
  return failed.length;
}

/** The last attempt of each delivery that none of its attempts brought to us. */
export function failedDeliveries(attempts: readonly Attempt[], now: Date): number[] {
  const byGuid = new Map<string, Attempt[]>();
  for (const attempt of attempts) byGuid.set(attempt.guid, [...(byGuid.get(attempt.guid) ?? []), attempt]);
  return [...byGuid.values()].flatMap((group) => {
    const [last, ...others] = group.sort((a, b) => b.id - a.id);
    const arrived = group.some(({ status_code: status }) => status >= 200 && status < 300);
    if (last === undefined || arrived || others.length + 1 >= ATTEMPTS) return [];
    return now.getTime() - Date.parse(last.delivered_at) < UNDER_WAY_MS ? [] : [last.id];
  });
}

async function recentAttempts(app: GithubClient, now: Date): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let pages = 0;
  for await (const { data } of app.paginate.iterator(app.rest.apps.listWebhookDeliveries, { per_page: 100 })) {
    attempts.push(...data.filter(({ delivered_at: at }) => now.getTime() - Date.parse(at) < DAYS_MS));
    pages += 1;
    const last = data.at(-1);
    if (pages === PAGES || last === undefined || now.getTime() - Date.parse(last.delivered_at) >= DAYS_MS) break;
  }
  return attempts;
}
