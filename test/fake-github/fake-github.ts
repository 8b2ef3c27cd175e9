import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Faults } from "./faults.js";
import { Owners } from "./owners.js";
import { People } from "./people.js";
import { serve } from "./serve.js";
import type { App, Asked, State } from "./state.js";
import { World } from "./world.js";

/** What the App is registered with; what app.yml asks for unless told. */
export type Registration = Partial<Omit<App, "privateKey" | "publicKey">>;

const registered: Omit<App, "privateKey" | "publicKey"> = {
  id: 4711,
  slug: "volteface",
  permissions: { metadata: "read", contents: "read", pull_requests: "write", checks: "write" },
  events: ["pull_request", "issue_comment", "check_run", "check_suite", "merge_group", "push"],
  webhookSecret: "webhook-secret-of-the-tests",
  webhookUrl: null,
};

/** Making a key takes a tenth of a second: one is enough for a process. */
let keys: { readonly privateKey: string; readonly publicKey: string } | null = null;

function makeKeys() {
  const publicKeyEncoding = { type: "spki", format: "pem" } as const;
  const privateKeyEncoding = { type: "pkcs1", format: "pem" } as const;
  return generateKeyPairSync("rsa", { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding });
}

/**
 * A GitHub of our own on loopback: REST API (also under `/api/v3`), git over smart
 * HTTP and signed webhook deliveries from one origin, with GitHub's limits, and
 * faults on command. What is done is kept as plain values in `state`.
 */
export class FakeGithub implements AsyncDisposable {
  readonly faults = new Faults();
  readonly people: People;
  readonly owners: Owners;

  private constructor(
    private readonly server: Server,
    private readonly world: World,
    private readonly directory: string,
  ) {
    this.people = new People(world, directory);
    this.owners = new Owners(world);
  }

  static async start(registration: Registration = {}): Promise<FakeGithub> {
    keys ??= makeKeys();
    const world = new World({
      app: { ...registered, ...keys, ...registration },
      accounts: new Map(),
      repositories: [],
      installations: [],
      tokens: [],
      deliveries: [],
      requests: [],
    });
    const server = createServer();
    const directory = await mkdtemp(join(tmpdir(), "fake-github-"));
    const github = new FakeGithub(server, world, directory);
    server.on("request", (request, response) => {
      // A client that leaves in the middle of its request is no fault of ours.
      serve(world, github.faults, request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return github;
  }

  /** Where everything is: `http://127.0.0.1:PORT`. */
  get url(): string {
    return this.world.origin;
  }

  get state(): State {
    return this.world.state;
  }

  get deliveries() {
    return this.world.deliveries;
  }

  /** Requests that changed something, even where the answer was lost, in order; tokens are not counted. */
  get writes(): readonly Asked[] {
    return this.state.requests.filter(
      ({ method, path, done }) => method !== "GET" && done && !/access_tokens$|\.git\//.test(path),
    );
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
    await rm(this.directory, { recursive: true, force: true, maxRetries: 3 });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
