import { expect, it } from "vitest";
import { failedDeliveries } from "../../../src/github/jobs/redeliver.js";

const now = new Date("2026-11-24T12:00:00Z");
const attempt = (id: number, guid: string, status_code: number, delivered_at = "2026-11-24T11:00:00Z") => ({
  id,
  guid,
  status_code,
  delivered_at,
});

it("asks again for deliveries that no attempt brought, by their last attempt, until it is hopeless", () => {
  const attempts = [
    attempt(1, "arrived", 200),
    attempt(2, "failed", 502),
    attempt(3, "failed, then arrived", 0),
    attempt(4, "failed, then arrived", 202),
    attempt(5, "failed twice", 500),
    attempt(6, "failed twice", 500),
    ...[7, 8, 9, 10, 11].map((id) => attempt(id, "hopeless", 500)),
    attempt(12, "just now", 0, "2026-11-24T11:59:55Z"),
  ];
  expect(failedDeliveries(attempts, now)).toEqual([2, 6]);
});
