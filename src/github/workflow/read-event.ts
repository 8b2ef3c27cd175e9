import { readFile } from "node:fs/promises";
import * as z from "zod";
import { Failure } from "../../primitives/index.js";

export type Environment = Readonly<Record<string, string | undefined>>;

const event = z.object({
  pull_request: z.object({
    number: z.number(),
    title: z.string(),
    body: z.string().nullish(),
    draft: z.boolean().nullish(),
    base: z.object({ ref: z.string(), sha: z.string() }),
    head: z.object({ sha: z.string() }),
  }),
});

/** What a workflow knows of the pull request that it runs for. */
export interface WorkflowEvent {
  readonly pull: z.infer<typeof event>["pull_request"];
  readonly owner: string;
  readonly name: string;
  /** `https://github.com/OWNER/REPO` */
  readonly webUrl: string;
  readonly apiUrl: string;
  /** Null where there is none. */
  readonly token: string | null;
}

/** Reads what the runner tells: https://docs.github.com/actions/reference/workflows-and-actions/variables. Fails with `action.no-pull-request`. */
export async function readEvent(env: Environment): Promise<WorkflowEvent> {
  const { GITHUB_EVENT_PATH: path = "", GITHUB_REPOSITORY: repository = "" } = env;
  const [owner = "", name = ""] = repository.split("/");
  const understood = event.safeParse(await written(path));
  if (!understood.success || owner === "" || name === "") {
    throw new Failure("action.no-pull-request", { event: env.GITHUB_EVENT_NAME ?? "?" });
  }
  const token = (env.GITHUB_TOKEN ?? "").trim();
  return {
    pull: understood.data.pull_request,
    owner,
    name,
    webUrl: `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${repository}`,
    apiUrl: env.GITHUB_API_URL ?? "https://api.github.com",
    token: token === "" ? null : token,
  };
}

async function written(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}
