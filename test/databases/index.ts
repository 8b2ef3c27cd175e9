import { mkdtempSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { DatabaseOptions } from "../../src/store/index.js";
import { embeddedTemplate } from "./embedded-template.js";
import { postgresBinaries } from "./postgres-binaries.js";
import { PostgresServer } from "./postgres-server.js";

/** One of the two databases the App runs on, as tests meet it. */
export interface TestStore {
  readonly name: "embedded" | "PostgreSQL";
  readonly installed: boolean;
  /** A place for a new, empty database; opening it again finds what was left there. */
  place(): Promise<DatabaseOptions>;
}

/** The stores of this test file; call it once, at the top. What it starts ends with the file. */
export function testStores(): readonly TestStore[] {
  return [embedded(), postgres().store];
}

function embedded(): TestStore {
  const directories: string[] = [];
  // The first file on a busy machine waits for it far longer than any test does.
  beforeAll(embeddedTemplate, 300_000);
  afterAll(() => {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });
  return {
    name: "embedded",
    installed: true,
    place: async () => {
      const directory = mkdtempSync(join(tmpdir(), "volteface-store-"));
      directories.push(directory);
      await cp(await embeddedTemplate(), directory, { recursive: true });
      return { url: null, directory };
    },
  };
}

/** PostgreSQL alone, with a server that can be ended and begun again. */
export function postgres(): { readonly store: TestStore; server(): Promise<PostgresServer> } {
  let started: Promise<PostgresServer> | null = null;
  afterAll(async () => {
    await (await started)?.remove();
  });
  const server = () => {
    started ??= PostgresServer.start();
    return started;
  };
  return {
    server,
    store: {
      name: "PostgreSQL",
      installed: postgresBinaries() !== null,
      place: async () => ({ url: await (await server()).createDatabase(), directory: tmpdir() }),
    },
  };
}
