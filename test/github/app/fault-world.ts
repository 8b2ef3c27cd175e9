import { expect } from "vitest";
import type { DatabaseOptions } from "../../../src/store/index.js";
import type { TestStore } from "../../databases/index.js";
import { FakeGithub, type Repository } from "../../fake-github/index.js";
import { AppProcess, until } from "./app-process.js";
import type { MigrationStory } from "./migration-story.js";

const login = "volteface[bot]";

/** What is missing of what the App should have left on a pull request, and what is there twice. */
export interface Balance {
  readonly lost: number;
  readonly doubled: number;
}
/** What a review that fails and is tried again may take on a busy machine. */
const PATIENCE_MS = 60_000;

const nothingWrong: Balance = { lost: 0, doubled: 0 };

/** The App, a GitHub of its own and a repository, in which a fault is met and what it left is counted. */
export class FaultWorld implements AsyncDisposable {
  #number = 100;

  private constructor(
    readonly github: FakeGithub,
    readonly repository: Repository,
    private readonly story: MigrationStory,
    private readonly where: DatabaseOptions,
    public app: AppProcess,
  ) {}

  /** @param more settings of the App */
  static async open(
    story: MigrationStory,
    store: Pick<TestStore, "place">,
    more: Readonly<Record<string, string>> = {},
  ): Promise<FaultWorld> {
    const github = await FakeGithub.start();
    const repository = await story.host(github);
    const where = await store.place();
    const world = new FaultWorld(github, repository, story, where, await AppProcess.start(github, where, more));
    github.owners.install([repository]);
    await until(() => world.app.jobs("reconcile") > 0);
    return world;
  }

  /**
   * A pull request that undoes #5833 from a branch of its own; what it is called tells the log nothing.
   *
   * @param before is told its number before anything happens
   */
  async openPull(before: (number: number) => void = () => {}): Promise<number> {
    this.#number += 1;
    const [number, head] = [this.#number, `undo-${this.#number}`];
    before(number);
    await this.github.people.push(this.repository, head, this.story.commit("5873"));
    await this.github.people.openPullRequest(this.repository, { head, title: "fix", number });
    return number;
  }

  /** Kills the App and starts it again. */
  async killAndRestart(): Promise<void> {
    await this.app.end("SIGKILL");
    this.app = await AppProcess.start(this.github, this.where);
  }

  /** Waits until all is said about a pull request, then until nothing moves, and counts. */
  async endsWell(...numbers: readonly number[]): Promise<void> {
    const missing = () => numbers.filter((number) => this.balance(number).lost > 0);
    await until(
      () => missing().length === 0,
      () => `${missing().map((number) => `#${number}`)} in ${this.app.log.slice(-6000)}`,
      PATIENCE_MS * (1 + numbers.length),
    );
    await this.app.idle();
    expect(numbers.map((number) => this.balance(number))).toEqual(numbers.map(() => nothingWrong));
  }

  balance(number: number): Balance {
    const { comments, checkRuns, pulls } = this.repository;
    const pull = pulls.find((one) => one.number === number);
    const ours = comments.filter((comment) => comment.number === number && comment.author === login);
    const checks = checkRuns.filter(({ sha, externalId }) => sha === pull?.head.sha && externalId === `pull/${number}`);
    const told = ours.filter(
      ({ body }) => body.includes(`head=${pull?.head.sha} `) && body.includes("This takes back"),
    );
    const completed = checks.filter(({ status, conclusion }) => status === "completed" && conclusion === "neutral");
    const notes = checks.flatMap(({ annotations }) => annotations.map((note) => JSON.stringify(note)));
    return {
      lost: [told, completed, notes].filter(({ length }) => length === 0).length,
      doubled: Math.max(0, ours.length - 1) + Math.max(0, checks.length - 1) + (notes.length - new Set(notes).size),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.end("SIGKILL");
    await this.github.close();
  }
}
