import type { Probot } from "probot";
import * as z from "zod";
import type { JobHandler, JobKind } from "../queue/index.js";
import type { Database } from "../store/index.js";
import type { Github } from "./api/index.js";
import type { Mirrors } from "./mirror/index.js";
import type { Log } from "./serve/log.js";

/** A repository, as a job names it: enough to ask GitHub how it is now. */
const repository = z.object({
  installation: z.number(),
  /** GitHub's number of the repository, which outlives its names. */
  repository: z.number(),
  owner: z.string(),
  name: z.string(),
});
export type RepositoryName = z.infer<typeof repository>;

const pullRequest = repository.extend({
  number: z.number(),
  /** Somebody pressed the button: the check is seen to run again, whatever comes of it. */
  again: z.boolean().optional(),
});
export type PullRequestName = z.infer<typeof pullRequest>;

const mergeGroup = repository.extend({ head: z.string(), base: z.string(), ref: z.string() });
export type MergeGroupName = z.infer<typeof mergeGroup>;

const command = pullRequest.extend({ comment: z.number() });

const sweep = repository.extend({
  /** A branch that was pushed to. */
  branch: z.string().optional(),
  /** The pull requests of this commit are looked at in any case. */
  head: z.string().optional(),
});
export type SweepName = z.infer<typeof sweep>;

const nothing = z.object({});

/** Looks at one pull request and says, on GitHub, what there is to say. */
const review: JobKind<PullRequestName> = {
  name: "review",
  payload: pullRequest,
  key: ({ repository, number }) => `${repository}#${number}`,
  retries: 5,
  patienceSeconds: 900,
};

/** Looks at what a merge queue is about to merge, which waits for the check. */
const checkMergeGroup: JobKind<MergeGroupName> = {
  name: "merge-group",
  payload: mergeGroup,
  key: ({ repository, head }) => `${repository}@${head}`,
  retries: 5,
  patienceSeconds: 900,
};

/** Does what a comment asks for. */
const obey: JobKind<z.infer<typeof command>> = {
  name: "command",
  payload: command,
  key: ({ repository, comment }) => `${repository}/${comment}`,
  retries: 5,
  patienceSeconds: 120,
};

/** Finds the pull requests of a repository whose report is not of today. */
const sweepRepository: JobKind<SweepName> = {
  name: "sweep",
  payload: sweep,
  key: ({ repository, branch = "", head = "" }) => `${repository}:${branch}@${head}`,
  retries: 5,
  patienceSeconds: 600,
};

/** Finds what no delivery told, or a lost one: pull requests whose report is stale, deliveries that failed. */
const reconcile: JobKind<Record<string, never>> = {
  name: "reconcile",
  payload: nothing,
  key: () => "all",
  retries: 2,
  patienceSeconds: 1800,
  schedule: { cron: "*/15 * * * *", payload: {} },
};

/** Forgets what is of no use any more. */
const tidy: JobKind<Record<string, never>> = {
  name: "tidy",
  payload: nothing,
  key: () => "all",
  retries: 2,
  patienceSeconds: 300,
  schedule: { cron: "40 3 * * *", payload: {} },
};

/** Every kind of job, by name. A new one is a constant above, a line here, and a handler. */
export const jobKinds = {
  review,
  mergeGroup: checkMergeGroup,
  command: obey,
  sweep: sweepRepository,
  reconcile,
  tidy,
};

export type JobName = keyof typeof jobKinds;
type PayloadOf<Name extends JobName> = z.infer<(typeof jobKinds)[Name]["payload"]>;

/** Makes a job, to be done now or in so many seconds; when one of its key waits already, that one does. Throws when it cannot be kept. */
export type Enqueue = <Name extends JobName>(
  name: Name,
  payload: PayloadOf<Name>,
  afterSeconds?: number,
) => Promise<void>;

/** What jobs work with. */
export interface Tools {
  readonly github: Github;
  readonly mirrors: Mirrors;
  readonly database: Database;
  readonly enqueue: Enqueue;
  readonly log: Log;
}

/**
 * What each kind of job does, made with the tools at hand. A process does not
 * take jobs of a kind that is missing here: they wait for one that does.
 */
export type JobHandlers = { readonly [Name in JobName]?: MakeHandler<Name> };
export type MakeHandler<Name extends JobName> = (tools: Tools) => JobHandler<PayloadOf<Name>>;

/**
 * Listens to events and makes jobs of those that concern us. It answers at
 * once: what it throws, GitHub is told, and delivers again when asked to.
 */
export type Doorman = (app: Probot, enqueue: Enqueue) => void;

/** The App, as the server runs it. */
export interface App {
  readonly doorman: Doorman;
  readonly handlers: JobHandlers;
}
