import type { Listener, PullRequestFacts, PullRequestLookup } from "../analyze/index.js";
import type { GithubAccess } from "./access.js";
import { type Asking, askGithub } from "./ask.js";
import { factsOf } from "./facts.js";
import { type Trouble, troubleOf } from "./trouble.js";

/** So many questions are on their way at a time; GitHub asks for restraint, not for a queue. */
const AT_ONCE = 4;
/** So many numbers are named in a remark. */
const NAMED = 8;

/**
 * Looks pull requests up on GitHub. What goes wrong is said once and ends the
 * asking; what is known by then is answered, and the rest stays as it is known
 * offline. Each number is asked for once, however often it is looked up.
 */
export class GithubPullRequests {
  readonly #asking: Asking;
  readonly #repository: string;
  readonly #known = new Map<number, PullRequestFacts | null>();
  #repositorySeen = false;
  #over = false;

  constructor(access: GithubAccess) {
    this.#asking = askGithub(access);
    this.#repository = `${access.owner}/${access.repo}`;
  }

  /** Whether GitHub answered whatever it was asked. */
  get answered(): boolean {
    return !this.#over;
  }

  readonly lookUp: PullRequestLookup = async (numbers, listen) => {
    const fresh = [...new Set(numbers)].filter((number) => !this.#known.has(number));
    const waiting = [...fresh];
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work(waiting, listen)));
    const gone = fresh.filter((number) => this.#known.get(number) === null).sort((a, b) => a - b);
    if (gone.length > 0 && !this.#over) await this.#tellGone(gone, listen);
    return new Map(
      numbers.flatMap((number) => {
        const facts = this.#known.get(number);
        return facts == null ? [] : [[number, facts] as const];
      }),
    );
  };

  async #work(waiting: number[], listen: Listener): Promise<void> {
    for (let number = waiting.shift(); number !== undefined && !this.#over; number = waiting.shift()) {
      try {
        this.#known.set(number, factsOf(await this.#asking.pullRequest(number)));
        this.#repositorySeen = true;
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.code === "not-found") this.#known.set(number, null);
        else this.#end(trouble, listen);
      }
    }
  }

  /** GitHub says "not found" of a pull request that is gone, and of a repository that the token may not see. */
  async #tellGone(gone: readonly number[], listen: Listener): Promise<void> {
    if (!this.#repositorySeen) {
      try {
        await this.#asking.repository();
        this.#repositorySeen = true;
      } catch (error) {
        const trouble = troubleOf(error);
        return this.#end(
          trouble.code === "not-found" ? { code: "github-no-repository", detail: "404" } : trouble,
          listen,
        );
      }
    }
    const named = gone.slice(0, NAMED).map((number) => `#${number}`);
    const numbers = [...named, ...(gone.length > NAMED ? ["…"] : [])].join(" ");
    const fields = { repository: this.#repository, numbers, count: gone.length };
    listen({ kind: "remark", code: "github-no-pull-request", fields });
  }

  #end({ code, detail }: Exclude<Trouble, { code: "not-found" }>, listen: Listener): void {
    if (this.#over) return;
    this.#over = true;
    listen({ kind: "remark", code, fields: { repository: this.#repository, detail } });
  }
}
