import { defineConfig } from "vitest/config";

// Every test sees the same clock zone and sort order, and so do the processes it starts.
const environment = { TZ: "UTC", LC_ALL: "C" };
Object.assign(process.env, environment);

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    globalSetup: ["test/databases/notice.ts"],
    env: environment,
    pool: "forks",
    // Inherited by the processes that the App starts from the sources.
    execArgv: ["--import", "tsx"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The plain summary comes last: its line must be the last one of the output.
    reporters: ["default", "./test/plain-summary.ts"],
  },
});
