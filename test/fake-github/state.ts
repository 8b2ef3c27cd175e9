/** What the fake knows, as plain values: tests read it, and may write what no action of people does. */
export interface State {
  readonly app: App;
  readonly accounts: Map<string, Account>;
  readonly repositories: Repository[];
  readonly installations: Installation[];
  readonly tokens: Token[];
  readonly deliveries: Delivery[];
  /** Every request, in the order of arrival. */
  readonly requests: Asked[];
}

export type Access = "read" | "write" | "admin";
export type Permissions = Readonly<Record<string, Access>>;

/** The App that is under test. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly webhookSecret: string;
  /** Where deliveries go; none are made while it is null. */
  webhookUrl: string | null;
}

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
}

export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  /** Ids of repositories. */
  repositories: number[];
  suspended: boolean;
  /** A removed installation is kept, so that its tokens are known to have ended. */
  removed: boolean;
  readonly budget: Budget;
}

/** The hourly budget of requests. */
export interface Budget {
  limit: number;
  used: number;
  /** Seconds since 1970. */
  reset: number;
}

/** What a client may present: of an installation, of a workflow, or of a person. */
export interface Token {
  readonly value: string;
  /** The login it acts as. */
  readonly actor: string;
  /** Null for the token of a person or of a workflow. */
  readonly installation: number | null;
  readonly permissions: Permissions;
  /** Ids of repositories. */
  readonly repositories: readonly number[];
  /** Milliseconds since 1970. */
  expires: number;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  private: boolean;
  defaultBranch: string;
  /** The repository this is a fork of. */
  readonly parent: number | null;
  /** Its bare repository on disk. */
  readonly directory: string;
  /** By login; people who are not named may read what is public. */
  readonly collaborators: Record<string, Access>;
  readonly pulls: PullRequest[];
  readonly comments: Comment[];
  readonly checkRuns: CheckRun[];
  readonly sarifs: Sarif[];
}

export interface PullRequest {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  title: string;
  body: string | null;
  draft: boolean;
  state: "open" | "closed";
  merged: boolean;
  mergeCommit: string | null;
  labels: string[];
  base: { ref: string; sha: string };
  readonly head: { readonly repository: number; readonly ref: string; sha: string };
  readonly created: string;
  updated: string;
}

export interface Comment {
  readonly id: number;
  /** Of the pull request. */
  readonly number: number;
  readonly author: string;
  readonly byApp: boolean;
  body: string;
  readonly created: string;
  updated: string;
  readonly reactions: Reaction[];
}

export interface Reaction {
  readonly id: number;
  readonly author: string;
  readonly content: string;
  readonly created: string;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: number;
  readonly app: string;
  name: string;
  readonly sha: string;
  externalId: string;
  detailsUrl: string | null;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  /** As they were sent; updates append. */
  readonly annotations: unknown[];
  actions: unknown[];
}

export interface Sarif {
  readonly id: string;
  readonly ref: string;
  readonly sha: string;
  readonly log: unknown;
}

/** One attempt to deliver an event. A redelivery is another attempt with the same guid. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installation: number | null;
  readonly repository: number | null;
  readonly redelivery: boolean;
  readonly delivered: string;
  readonly payload: object;
  /** What the App answered; 0 while it has not, and when it could not be reached. */
  status: number;
}

/** A request as it came. */
export interface Asked {
  readonly method: string;
  /** Without `/api/v3`, with the query. */
  readonly path: string;
  /** The login that asked; "" when nobody was let in. */
  actor: string;
  readonly authorization: string;
  readonly body: unknown;
  /** What was answered; 0 while nothing was. */
  status: number;
  /** Whether it was done, whatever was answered. */
  done: boolean;
}
