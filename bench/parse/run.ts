/**
 * How fast, and how well, do we read Go as it is written?
 *
 *   npx tsx bench/parse/run.ts --repo GITDIR [--sample N] [REF...]
 *
 * Cuts every distinct Go file of the refs (all branches without any), lowers
 * every distinct declaration, and lists what does not parse. Every Nth file and
 * declaration is compared with tree-sitter, node by node; 0 compares none.
 */
import { parseArgs } from "node:util";
import { TreeSitterOracle } from "../../test/languages/go/tree-sitter-oracle.js";
import { branchHeads, readGoBlobs } from "./go-blobs.js";
import { Tally } from "./tally.js";

const { values, positionals } = parseArgs({
  options: { repo: { type: "string", default: "." }, sample: { type: "string", default: "50" } },
  allowPositionals: true,
});
const refs = positionals.length > 0 ? positionals : branchHeads(values.repo);
const oracle = await TreeSitterOracle.load();
const tally = new Tally(oracle, Number(values.sample));
for await (const blob of readGoBlobs(values.repo, refs)) tally.add(blob);
console.log(tally.report());
