import { Failure, prepareShortRun } from "../primitives/index.js";
import { InvalidFile } from "../rules/index.js";
import { type AnalysisRequest, analyseChange, type Told } from "./analysis/index.js";

// The process that `analyse` starts: it is sent one request, answers it, and ends.

prepareShortRun();
process.once("message", (request: AnalysisRequest) => {
  void analyseChange(request)
    .then((value): Told => ({ kind: "done", value }), failed)
    .then((told) => process.send?.(told, () => process.exit(0)));
});
// Whoever asked is gone.
process.once("disconnect", () => process.exit(1));

function failed(error: unknown): Told {
  if (error instanceof InvalidFile) {
    const { code, file, problems } = error;
    return { kind: "invalid-file", code, file, problems };
  }
  if (error instanceof Failure) return { kind: "failure", code: error.code, fields: error.fields };
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  return { kind: "error", name, message, stack };
}
