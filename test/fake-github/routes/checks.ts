import { z } from "zod";
import { invalid, json, notAllowed, notFound } from "../answer.js";
import { renderCheckRun } from "../render.js";
import { about, numberOf, page, type RepositoryCall, type Route } from "../route.js";
import type { CheckRun } from "../state.js";
import { commitOf } from "./repositories.js";

const KILOBYTES_64 = 65_536;
const CONCLUSIONS = ["success", "failure", "neutral", "cancelled", "timed_out", "action_required", "skipped"] as const;

const annotation = z
  .object({
    path: z.string().min(1),
    start_line: z.int().positive(),
    end_line: z.int().positive(),
    start_column: z.int().positive().optional(),
    end_column: z.int().positive().optional(),
    annotation_level: z.enum(["notice", "warning", "failure"]),
    message: z.string().min(1).max(KILOBYTES_64),
    title: z.string().max(255).optional(),
    raw_details: z.string().max(KILOBYTES_64).optional(),
  })
  .refine(
    ({ start_line, end_line, start_column, end_column }) =>
      start_line === end_line || (start_column === undefined && end_column === undefined),
    "start_column and end_column are for annotations of one line",
  );

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const fields = z.object({
  name: z.string().min(1).optional(),
  head_sha: z.string().optional(),
  external_id: z.string().optional(),
  details_url: z.string().optional(),
  status: z.enum(["queued", "in_progress", "completed"]).optional(),
  conclusion: z.enum(CONCLUSIONS).optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  output: z
    .object({
      title: z.string().optional(),
      summary: z.string().max(65_535).optional(),
      text: z.string().max(65_535).optional(),
      annotations: z.array(annotation).max(50).optional(),
    })
    .optional(),
  actions: z
    .array(z.object({ label: z.string().max(20), description: z.string().max(40), identifier: z.string().max(20) }))
    .max(3)
    .optional(),
});
type Fields = z.infer<typeof fields>;

/** Check runs. Only Apps may write them, and each only its own. */
export const checkRoutes: readonly Route[] = [
  about("POST /check-runs", { checks: "write" }, createCheckRun),
  about("PATCH /check-runs/:id", { checks: "write" }, (call) => {
    const run = runOf(call);
    if (run.app !== call.actor) throw notAllowed();
    const { name, details_url, external_id } = apply(run, understood(call.body), call.world.now());
    run.name = name ?? run.name;
    run.detailsUrl = details_url ?? run.detailsUrl;
    run.externalId = external_id ?? run.externalId;
    if (run.status === "completed") tell(call, run, "completed");
    return json(200, renderCheckRun(call.world, call.repository, run));
  }),
  about("GET /check-runs/:id", { checks: "read" }, (call) =>
    json(200, renderCheckRun(call.world, call.repository, runOf(call))),
  ),
  about("GET /check-runs/:id/annotations", { checks: "read" }, (call) => page(call, runOf(call).annotations)),
  about("GET /commits/:ref/check-runs", { checks: "read" }, listCheckRuns),
];

async function createCheckRun(call: RepositoryCall) {
  const { world, repository, actor, caller } = call;
  if (caller.kind !== "token" || !actor.endsWith("[bot]")) throw notAllowed();
  const asked = understood(call.body);
  const { name, head_sha } = asked;
  if (name === undefined || head_sha === undefined) throw invalid('"name", "head_sha" weren\'t supplied.');
  const sha = await commitOf(repository, head_sha);
  const suite = repository.checkRuns.find((one) => one.sha === sha && one.app === actor)?.suite ?? world.nextId();
  const run: CheckRun = {
    id: world.nextId(),
    suite,
    app: actor,
    name,
    sha,
    externalId: asked.external_id ?? "",
    detailsUrl: asked.details_url ?? null,
    status: "queued",
    conclusion: null,
    startedAt: world.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  apply(run, asked, world.now());
  repository.checkRuns.push(run);
  tell(call, run, "created");
  if (run.status === "completed") tell(call, run, "completed");
  return json(201, renderCheckRun(world, repository, run));
}

function understood(body: unknown): Fields {
  const { success, data, error } = fields.safeParse(body);
  if (!success) throw invalid(z.prettifyError(error));
  const { output, status, conclusion } = data;
  if (output !== undefined && (output.title === undefined || output.summary === undefined)) {
    throw invalid('"title", "summary" weren\'t supplied.');
  }
  if (status === "completed" && conclusion === undefined) throw invalid('"conclusion" wasn\'t supplied.');
  return data;
}

/** Takes over what was sent; annotations add to those that are there. */
function apply(run: CheckRun, asked: Fields, now: string): Fields {
  const { status, conclusion, output, actions } = asked;
  run.status = conclusion === undefined ? (status ?? run.status) : "completed";
  run.conclusion = run.status === "completed" ? (conclusion ?? run.conclusion) : null;
  run.startedAt = asked.started_at ?? run.startedAt;
  run.completedAt = run.status === "completed" ? (asked.completed_at ?? now) : null;
  run.actions = actions ?? run.actions;
  if (output !== undefined) {
    const { title = null, summary = null, text = null, annotations = [] } = output;
    run.output = { title, summary, text };
    run.annotations.push(...annotations);
  }
  return asked;
}

async function listCheckRuns(call: RepositoryCall) {
  const { world, repository, query, params } = call;
  const sha = await commitOf(repository, params.ref ?? "");
  const [name, status, app] = [query.get("check_name"), query.get("status"), query.get("app_id")];
  const runs = repository.checkRuns
    .filter(
      (run) =>
        run.sha === sha && (app === null || (app === String(world.state.app.id) && isOurs(run, world.state.app.slug))),
    )
    .filter((run) => (name === null || run.name === name) && (status === null || run.status === status));
  // Unless all are asked for, the youngest of each name stands for the others.
  const latest = runs.filter(
    (run) => !runs.some((one) => one.app === run.app && one.name === run.name && one.id > run.id),
  );
  return page(
    call,
    (query.get("filter") === "all" ? runs : latest).map((run) => renderCheckRun(world, repository, run)),
    (check_runs, total_count) => ({ total_count, check_runs }),
  );
}

const isOurs = (run: CheckRun, slug: string): boolean => run.app === `${slug}[bot]`;

function runOf(call: RepositoryCall): CheckRun {
  const found = call.repository.checkRuns.find(({ id }) => id === numberOf(call, "id"));
  if (found === undefined) throw notFound();
  return found;
}

function tell({ world, repository, actor }: RepositoryCall, run: CheckRun, action: string): void {
  world.tell(repository, "check_run", action, actor, { check_run: renderCheckRun(world, repository, run) });
}
