import { FakeGithub, type PullRequest, type Repository } from "../../test/fake-github/index.js";
import { MigrationStory } from "../../test/github/app/migration-story.js";
import { type Letter, letterOf } from "./letter.js";

/** Repositories of one account, and with them of one installation. */
const OF_ONE_OWNER = 5;
/** The number of the first pull request of the crowd; those of the story are above. */
const FIRST = 7001;

/** A pull request of the crowd, and what it does. */
export interface Member {
  readonly pull: PullRequest;
  readonly repository: Repository;
  /** It takes a change back, which deserves a comment; the others deserve none. */
  readonly takesBack: boolean;
}

/** Many pull requests in many repositories of one story, and the deliveries that tell of them. */
export class Crowd {
  readonly #members: Member[] = [];

  private constructor(
    readonly github: FakeGithub,
    readonly repositories: readonly Repository[],
    private readonly story: MigrationStory,
  ) {}

  static async gather(repositoryCount: number): Promise<Crowd> {
    const [github, story] = [await FakeGithub.start(), await MigrationStory.build()];
    const repositories: Repository[] = [];
    for (let at = 0; at < repositoryCount; at += 1) {
      const owner = `owner-${Math.floor(at / OF_ONE_OWNER) + 1}`;
      repositories.push(await story.host(github, `${owner}/repository-${at + 1}`));
    }
    for (const account of new Set(repositories.map(({ owner }) => owner))) {
      github.owners.install(repositories.filter(({ owner }) => owner === account));
    }
    return new Crowd(github, repositories, story);
  }

  get members(): readonly Member[] {
    return this.#members;
  }

  /** Opens so many pull requests, pushes to each again and edits it: five deliveries for one. Every other one takes a change back. */
  async open(count: number): Promise<Letter[]> {
    return await this.#collect(count, async (repository, index) => {
      const branch = `change-${index}`;
      await this.#push(repository, branch, index, 0);
      const pull = await this.github.people.openPullRequest(repository, {
        head: branch,
        title: `change ${index}`,
        number: FIRST + index,
      });
      this.#members.push({ pull, repository, takesBack: this.#takesBack(index) });
      await this.#push(repository, branch, index, 1);
      await this.github.people.editPullRequest(repository, pull.number, { body: "Please look." });
    });
  }

  /** Pushes twice to each pull request, and edits it: five more deliveries for one. */
  async goOn(): Promise<Letter[]> {
    const numbered = new Map(this.#members.map((member) => [member.pull.number - FIRST, member]));
    return await this.#collect(numbered.size, async (_, index) => {
      const member = numbered.get(index);
      if (member === undefined) return;
      const { pull, repository } = member;
      for (const turn of [2, 3]) await this.#push(repository, pull.head.ref, index, turn);
      await this.github.people.editPullRequest(repository, pull.number, { body: "Please look again." });
    });
  }

  async disperse(): Promise<void> {
    this.story.remove();
    await this.github.close();
  }

  /** The deliveries of what happens `count` times, spread over the repositories. */
  async #collect(count: number, act: (repository: Repository, index: number) => Promise<void>): Promise<Letter[]> {
    const { app, deliveries } = this.github.state;
    const known = deliveries.length;
    // They are made, but go nowhere: the sender takes them there. Where to is of no matter.
    app.webhookUrl = this.github.url;
    this.github.deliveries.next("lost", () => true, Number.POSITIVE_INFINITY);
    const one = async (repository: Repository, own: number) => {
      for (let index = own; index < count; index += this.repositories.length) await act(repository, index);
    };
    await Promise.all(this.repositories.map(one));
    await this.github.deliveries.settled();
    app.webhookUrl = null;
    return deliveries.slice(known).map((delivery) => {
      // It will be taken; else the App would have it delivered once more.
      delivery.status = 200;
      return letterOf(delivery, app.webhookSecret);
    });
  }

  async #push(repository: Repository, branch: string, index: number, turn: number): Promise<void> {
    const note = { [`docs/note-${index}.md`]: `Turn ${turn}.\n` };
    const undo = turn === 0 && this.#takesBack(index) ? this.story.changed("5833", "5873") : {};
    await this.github.people.commit(repository, branch, `turn ${turn} of ${branch}`, { ...undo, ...note });
  }

  #takesBack(index: number): boolean {
    return Math.floor(index / this.repositories.length) % 2 === 0;
  }
}
