import { type Answer, json } from "./answer.js";

/** What goes wrong with a request. */
export type Fault =
  /** Nothing is done, and this is answered. */
  | { readonly kind: "answer"; readonly answer: Answer }
  /** It is done, and then this is answered all the same: the answer was lost on its way. */
  | { readonly kind: "lost"; readonly answer: Answer }
  /** Nothing is done, and nothing is ever answered. */
  | { readonly kind: "hang" }
  /** It is done; half of the answer arrives, and then the line is cut. */
  | { readonly kind: "truncate" }
  /** It is done, and answered at so many bytes a second. */
  | { readonly kind: "slow"; readonly bytesPerSecond: number }
  /** Something happens first; then all goes on as usual. */
  | { readonly kind: "first"; readonly act: () => unknown };

const said = (status: number, message: string, headers: Record<string, string> = {}): Fault => ({
  kind: "answer",
  answer: json(status, { message }, headers),
});

export const fails = (status: number): Fault => said(status, "Server Error");
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
export const secondaryLimit = (retryAfter: number): Fault =>
  said(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", {
    "retry-after": String(retryAfter),
  });
export const tooManyRequests = (retryAfter: number): Fault =>
  said(429, "Too many requests", { "retry-after": String(retryAfter) });
export const budgetSpent = (reset: number): Fault =>
  said(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) });
export const answers = (status: number, value: unknown, headers: Record<string, string> = {}): Fault => ({
  kind: "answer",
  answer: json(status, value, headers),
});
export const lost = (status = 502): Fault => ({ kind: "lost", answer: json(status, { message: "Server Error" }) });
export const hangs: Fault = { kind: "hang" };
export const truncates: Fault = { kind: "truncate" };
export const slow = (bytesPerSecond: number): Fault => ({ kind: "slow", bytesPerSecond });
export const first = (act: () => unknown): Fault => ({ kind: "first", act });

/** Where a fault strikes: text that `METHOD /path` contains, or a pattern of it. */
export type Where = string | RegExp;

/** The faults that were commanded, in the order of the commands. */
export class Faults {
  readonly #planned: { readonly where: Where; readonly fault: Fault; left: number }[] = [];

  /** The next requests at such a place, so many of them, meet the fault. */
  at(where: Where, fault: Fault, times = 1): void {
    this.#planned.push({ where, fault, left: times });
  }

  /** Places of the faults that nobody has met yet. */
  get left(): Where[] {
    return this.#planned.filter(({ left }) => left > 0).map(({ where }) => where);
  }

  /** The fault that a request meets, which is used up by that. */
  meet(place: string): Fault | null {
    const met = this.#planned.find(
      ({ where, left }) => left > 0 && (typeof where === "string" ? place.includes(where) : where.test(place)),
    );
    if (met === undefined) return null;
    met.left -= 1;
    return met.fault;
  }
}
