import { fileURLToPath } from "node:url";

/** A repository's question: the pack that the matrix answers, and the words that git looks for instead. */
export interface Subject {
  /** An id or a file. */
  readonly rules: string;
  /** For `git grep -E`. */
  readonly words: string;
  /** Pathspecs of what git reads. */
  readonly paths: readonly string[];
}

/** What the matrix leaves out of kubevirt: vendored copies and tests, by the names of files and of directories. */
const SOURCES = ["vendor", "third_party", "test", "tests", "testing", "testutils", "e2e"]
  .map((directory) => `:(exclude,glob)**/${directory}/**`)
  .concat(":(exclude)*_test.go");

export const subjects: Readonly<Record<string, Subject>> = {
  "kube-ovn": {
    rules: "kube-ovn/live-migration",
    words: "LogicalSwitchPortMigrateOptions|requested-chassis|activation-strategy",
    paths: ["*.go"],
  },
  kubevirt: {
    rules: fileURLToPath(new URL("kubevirt-migration.yml", import.meta.url)),
    words: "EvacuationNodeName|AbortRequested|setMigrationAbortStatus",
    paths: ["*.go", ...SOURCES],
  },
};
