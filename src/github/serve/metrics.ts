import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { JobReport, QueueDepth } from "../../queue/index.js";
import type { Budgets } from "./budgets.js";

/** How a delivery ended. */
export type DeliveryOutcome = "accepted" | "repeated" | "failed" | "forged" | "malformed" | "too-large" | "busy";

/** What the App tells of itself to whoever measures (Prometheus). */
export class Metrics {
  readonly #registry = new Registry();
  readonly #deliveries = this.#counter("deliveries_total", "Webhook deliveries, by how they ended", ["outcome"]);
  readonly #deliverySeconds = this.#histogram(
    "delivery_seconds",
    "From a delivery's first byte to the answer",
    [],
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10],
  );
  readonly #jobs = this.#counter("jobs_total", "Tries of jobs, by how they ended", ["job", "outcome"]);
  readonly #jobSeconds = this.#histogram(
    "job_seconds",
    "How long a try of a job took",
    ["job"],
    [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 900],
  );

  constructor(budgets: Budgets) {
    collectDefaultMetrics({ register: this.#registry });
    this.#gauge(
      "github_budget_remaining",
      "Requests left this hour to the installation that has the fewest",
      [],
      (gauge) => {
        // Not a number is what is not known, and no alarm goes off for it.
        gauge.set(budgets.least(new Date()) ?? Number.NaN);
      },
    );
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Asks for the depths whenever somebody measures; while the database does not answer, there are none. */
  watchQueue(depths: () => Promise<readonly QueueDepth[]>): void {
    this.#gauge("queue_jobs", "Jobs that wait, run, or were given up", ["job", "state"], async (gauge) => {
      gauge.reset();
      for (const { name, waiting, running, dead } of await depths().catch(() => [])) {
        for (const [state, count] of Object.entries({ waiting, running, dead })) gauge.set({ job: name, state }, count);
      }
    });
  }

  delivery(outcome: DeliveryOutcome, seconds: number): void {
    this.#deliveries.inc({ outcome });
    this.#deliverySeconds.observe(seconds);
  }

  job({ name, outcome, seconds }: JobReport): void {
    this.#jobs.inc({ job: name, outcome });
    this.#jobSeconds.observe({ job: name }, seconds);
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `volteface_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets: number[],
  ): Histogram<Label> {
    return new Histogram({ name: `volteface_${name}`, help, labelNames, buckets, registers: [this.#registry] });
  }

  #gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    read: (gauge: Gauge<Label>) => void | Promise<void>,
  ): void {
    new Gauge({
      name: `volteface_${name}`,
      help,
      labelNames,
      registers: [this.#registry],
      async collect() {
        await read(this);
      },
    });
  }
}
