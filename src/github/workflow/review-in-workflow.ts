import { appendFile } from "node:fs/promises";
import { inputLayer } from "../../config/index.js";
import { Failure } from "../../primitives/index.js";
import { InvalidFile } from "../../rules/index.js";
import { type Analysis, analyseChange } from "../analysis/index.js";
import { RemoteRepository, tokenClient } from "../api/index.js";
import { publishComment } from "../publish/index.js";
import { type Environment, readEvent, type WorkflowEvent } from "./read-event.js";
import { annotationCommand } from "./workflow-command.js";

/** The name under which the token of a workflow writes. */
const LOGIN = "github-actions[bot]";
/** GitHub shows so many annotations of a step. */
const MOST_ANNOTATIONS = 10;
/** With these the token may read, and not write: so it is for pull requests from forks. */
const READ_ONLY = ["github.forbidden", "github.not-found", "github.unauthorized"];

/** What became of a review in a workflow. */
export interface WorkflowOutcome {
  readonly failed: boolean;
  /** The comment could not be written: why. */
  readonly silenced: Failure | null;
}

/**
 * The review as a step of a workflow: its text in the summary of the step, notes at lines, and the one
 * comment where the token allows it. It reads the clone that the workflow has made.
 *
 * @param directory the clone, with all of its history
 * @param say takes a line for the runner
 */
export async function reviewInWorkflow(
  directory: string,
  env: Environment,
  say: (line: string) => void,
): Promise<WorkflowOutcome> {
  const inputs = await inputLayer(env);
  if (!inputs.ok) throw new InvalidFile("config.invalid", "inputs", inputs.problems);
  const event = await readEvent(env);
  const { number, title, body, base, head, draft } = event.pull;
  const text = { title, description: body ?? "" };
  // The branches of the repository are there under this name, as actions/checkout leaves them.
  const change = { base: `origin/${base.ref}`, head: head.sha, number, text, dispositions: [], commands: [] };
  const analysis = await analyseChange({ directory, webUrl: event.webUrl, draft: draft === true, ...change }, [
    inputs.layer,
  ]);
  if (env.GITHUB_STEP_SUMMARY !== undefined) await appendFile(env.GITHUB_STEP_SUMMARY, `${analysis.body}\n`);
  for (const annotation of analysis.annotations.slice(0, MOST_ANNOTATIONS)) say(annotationCommand(annotation));
  return { failed: analysis.conclusion === "failure", silenced: await comment(event, analysis) };
}

/** Writes the comment, or tells why the token does not allow that. */
async function comment(
  { pull, owner, name, apiUrl, token }: WorkflowEvent,
  analysis: Analysis,
): Promise<Failure | null> {
  if (token === null) return null;
  const repository = new RemoteRepository(tokenClient(apiUrl, token), owner, name);
  const place = { repository, number: pull.number, login: LOGIN, draft: pull.draft === true };
  try {
    await publishComment(place, { comment: null, commentHash: null }, analysis);
    return null;
  } catch (error) {
    if (error instanceof Failure && READ_ONLY.includes(error.code)) return error;
    throw error;
  }
}
