import { createEmulator } from "emulate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appClient, tokenClient } from "./clients.js";
import { FakeGithub } from "./index.js";

// The same calls to our fake and to an independent one, which must give the same essential answers.

const at = { owner: "kubeovn", repo: "kube-ovn" };
const PERMISSIONS = { metadata: "read", contents: "read", pull_requests: "write", checks: "write" } as const;
const EVENTS = ["pull_request", "issue_comment", "check_run"];

interface Side {
  readonly url: string;
  readonly app: { readonly id: number; readonly privateKey: string };
  readonly installation: number;
  /** A commit of the default branch. */
  readonly sha: string;
  /** A pull request. */
  readonly number: number;
}

let close: () => Promise<unknown>;
const sides: Record<string, Side> = {};

beforeAll(async () => {
  const ours = await FakeGithub.start({ permissions: PERMISSIONS, events: EVENTS });
  const theirs = await createEmulator({ service: "github", port: 0, seed: seed() });
  sides.ours = await ourSide(ours);
  sides.theirs = await theirSide(theirs);
  close = () => Promise.all([ours.close(), theirs.close()]);
});
afterAll(() => close());
