import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { invalid, json } from "../answer.js";
import { about, type RepositoryCall, type Route } from "../route.js";

/** So many runs are taken in one file, and so many results in one run. */
const RUNS = 20;
const RESULTS = 25_000;

export const codeScanningRoutes: readonly Route[] = [
  about("POST /code-scanning/sarifs", { security_events: "write" }, takeSarif),
];

/** https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data */
function takeSarif({ repository, body, world }: RepositoryCall) {
  const { commit_sha: sha, ref, sarif } = body;
  if (typeof sha !== "string" || !/^[0-9a-f]{40}$/.test(sha)) throw invalid("commit_sha is not a full commit id.");
  if (typeof ref !== "string" || !/^refs\/(heads|tags|pull)\//.test(ref)) throw invalid("ref is not a full ref name.");
  const log = unpacked(sarif);
  const runs = (log as { runs?: unknown }).runs;
  if (!Array.isArray(runs) || runs.length > RUNS) throw invalid(`a file holds at most ${RUNS} runs.`);
  const tooMany = runs.some(({ results }: { results?: unknown[] }) => (results?.length ?? 0) > RESULTS);
  if (tooMany) throw invalid(`a run holds at most ${RESULTS} results.`);
  const id = randomUUID();
  repository.sarifs.push({ id, ref, sha, log });
  return json(202, {
    id,
    url: `${world.origin}/repos/${repository.owner}/${repository.name}/code-scanning/sarifs/${id}`,
  });
}

function unpacked(sarif: unknown): object {
  try {
    return JSON.parse(gunzipSync(Buffer.from(String(sarif), "base64")).toString("utf8")) as object;
  } catch {
    throw invalid("sarif is not gzip in Base64.");
  }
}
