import type { WorkflowOutcome } from "./workflow/index.js";

/** Reviews the pull request of a workflow, as `reviewInWorkflow` does. What it takes is loaded only now. */
export async function reviewInWorkflow(
  directory: string,
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<WorkflowOutcome> {
  const workflow = await import("./workflow/index.js");
  return await workflow.reviewInWorkflow(directory, env, say);
}
