import { postgresBinaries } from "./postgres-binaries.js";

/** Says once per run what is left out, and how to have it. */
export default function notice(): void {
  if (postgresBinaries() !== null) return;
  process.stdout.write(
    "PostgreSQL's server is not installed: tests on it are skipped (Debian and Ubuntu: apt-get install postgresql).\n",
  );
}
