import { ProbotOctokit } from "probot";

/** What GitHub still allows, as its last answers told. */
export class Budgets {
  readonly #known = new Map<string, { readonly remaining: number; readonly resetAt: number }>();

  /** @param whose the installation, or the App itself */
  tell(whose: string, remaining: number, resetAt: Date): void {
    this.#known.set(whose, { remaining, resetAt: resetAt.getTime() });
  }

  /** Requests left to whom the fewest are left; null when nothing is known for this hour. */
  least(now: Date): number | null {
    for (const [whose, { resetAt }] of this.#known) if (resetAt <= now.getTime()) this.#known.delete(whose);
    const left = [...this.#known.values()].map(({ remaining }) => remaining);
    return left.length === 0 ? null : Math.min(...left);
  }
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/**
 * GitHub's client, telling what it was answered.
 *
 * @param answered is told every status; 0 when there was no answer
 */
export function watchedClient(budgets: Budgets, answered: (status: number) => void): typeof ProbotOctokit {
  return ProbotOctokit.plugin((octokit, options) => {
    const whose = String((options.auth as { installationId?: unknown } | undefined)?.installationId ?? "app");
    const note = ({ status = 0, headers = {} }: Answer) => {
      answered(status);
      const [remaining, reset] = [headers["x-ratelimit-remaining"], headers["x-ratelimit-reset"]].map(Number);
      if (Number.isInteger(remaining) && Number.isInteger(reset))
        budgets.tell(whose, remaining ?? 0, new Date((reset ?? 0) * 1000));
    };
    octokit.hook.after("request", note);
    octokit.hook.error("request", (error) => {
      note((error as { response?: Answer }).response ?? {});
      throw error;
    });
    return {};
  });
}
