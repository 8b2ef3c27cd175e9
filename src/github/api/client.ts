import { ProbotOctokit } from "probot";

/** A server that does not answer must not keep anybody waiting: milliseconds for one request. */
const PATIENCE = 20_000;
/** Longer than so many seconds nobody waits for a limit to pass; the job is tried again instead. */
const WAIT = 20;
/** So many times a request is made again. */
const AGAIN = 2;

/** What GitHub says is left of the hourly budget, with each answer. */
export interface Budget {
  /** Null for what the App asks as itself. */
  readonly installation: number | null;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

export interface ClientOptions {
  /** `https://api.github.com`, or `https://HOST/api/v3` of a server of one's own. */
  readonly baseUrl: string;
  readonly appId: number | string;
  /** PEM. */
  readonly privateKey: string;
  readonly onBudget?: (budget: Budget) => void;
  /** One write a second, three seconds between notifications, as GitHub asks for. On unless a test is in a hurry. */
  readonly restraint?: boolean;
}

/** The client that asks GitHub; `rest` has a method for each endpoint, `paginate` goes through all pages. */
export type GithubClient = InstanceType<typeof ProbotOctokit>;

/** Nothing is logged: a client that logs requests could log more than it should. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Makes the client of the App itself, or of one of its installations; its tokens are got and renewed by themselves.
 *
 * Only what changes nothing is tried again after an error: a write may have been done though its answer was lost.
 */
export function createClient(options: ClientOptions, installation: number | null): GithubClient {
  const { baseUrl, appId, privateKey, onBudget, restraint = true } = options;
  const auth = { appId, privateKey, ...(installation === null ? {} : { installationId: installation }) };
  const client = carefulClient({ baseUrl, auth }, String(installation ?? "app"), restraint);
  if (onBudget !== undefined) watchBudget(client, installation, onBudget);
  return client;
}

/** Makes a client that asks with a token which somebody gave us, as a workflow has one. */
export function tokenClient(baseUrl: string, token: string): GithubClient {
  return carefulClient({ baseUrl, auth: { token } }, "token", true);
}

function carefulClient(
  access: { readonly baseUrl: string; readonly auth: object },
  id: string,
  restraint: boolean,
): GithubClient {
  const mayWait = (seconds: number, _: unknown, __: unknown, retries: number) => seconds <= WAIT && retries < AGAIN;
  const throttle = { id, onRateLimit: mayWait, onSecondaryRateLimit: mayWait };
  // `defaults` with an object leaves Probot's own restraint in place; with a function it is replaced.
  const Client = ProbotOctokit.defaults((given: object) => ({
    ...given,
    throttle: restraint ? throttle : { enabled: false },
    retry: { retries: AGAIN },
    request: { fetch: fetchInTime },
    userAgent: "volteface",
    log: silent,
  }));
  const client = new Client(access);
  client.hook.before("request", (request) => {
    // In a new object: the old one belongs to all requests.
    if (request.method !== "GET") request.request = { ...request.request, retries: 0 };
  });
  return client;
}

/**
 * Fetches within the time that a request may take. The client takes an answer that breaks
 * off for an empty one; so it is read to its end here, where breaking off is an error.
 */
async function fetchInTime(url: string, init: RequestInit): Promise<Response> {
  const timeout = AbortSignal.timeout(PATIENCE);
  const signal = init.signal == null ? timeout : AbortSignal.any([init.signal, timeout]);
  const response = await fetch(url, { ...init, signal });
  await response.clone().arrayBuffer();
  return response;
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#checking-the-status-of-your-rate-limit */
function watchBudget(client: GithubClient, installation: number | null, onBudget: (budget: Budget) => void): void {
  client.hook.after("request", ({ headers }) => {
    const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
      Number(headers[`x-ratelimit-${name}`]),
    );
    if (Number.isInteger(limit) && Number.isInteger(remaining) && Number.isInteger(reset)) {
      onBudget({ installation, limit, remaining, reset } as Budget);
    }
  });
}
