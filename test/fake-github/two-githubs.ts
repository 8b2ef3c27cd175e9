import { createEmulator } from "emulate";
import { appClient, tokenClient } from "./clients.js";
import { FakeGithub } from "./index.js";

export const AT = { owner: "ada", repo: "kube-ovn" };
const PERMISSIONS = { metadata: "read", contents: "read", pull_requests: "write", checks: "write" } as const;
const APP = 4711;

/** A GitHub of whatever make, with the App on one of two private repositories and one pull request in it. */
export interface SomeGithub {
  readonly url: string;
  readonly privateKey: string;
  readonly appId: number;
  readonly installation: number;
  readonly repository: number;
  readonly pull: { readonly number: number; readonly sha: string };
  close(): Promise<void>;
}

export async function openOurs(): Promise<SomeGithub> {
  const github = await FakeGithub.start({ id: APP, permissions: PERMISSIONS });
  const name = `${AT.owner}/${AT.repo}`;
  const repository = await github.people.createRepository({ name, private: true });
  await github.people.commit(repository, "master", "begin", { "README.md": "kube" });
  await github.people.createRepository({ name: `${AT.owner}/other`, private: true });
  await github.people.commit(repository, "topic", "x", { "a.txt": "a" });
  const { number, head } = await github.people.openPullRequest(repository, { head: "topic" });
  return {
    url: github.url,
    privateKey: github.state.app.privateKey,
    appId: APP,
    installation: github.owners.install([repository]).id,
    repository: repository.id,
    pull: { number, sha: head.sha },
    close: () => github.close(),
  };
}

/** The independent one. */
export async function openEmulated(): Promise<SomeGithub> {
  const repository = (name: string) => ({
    owner: AT.owner,
    name,
    private: true,
    auto_init: true,
    default_branch: "master",
  });
  const installation = { installation_id: 100, account: AT.owner, repository_selection: "selected" as const };
  const app = { app_id: APP, slug: "volteface", name: "volteface", permissions: PERMISSIONS, events: [] };
  const emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: { "token-of-ada": { login: AT.owner, scopes: ["repo"] } },
      github: {
        users: [{ login: AT.owner }],
        repos: [repository(AT.repo), repository("other")],
        apps: [{ ...app, installations: [{ ...installation, repositories: [`${AT.owner}/${AT.repo}`] }] }],
      },
    },
  });
  const ada = tokenClient(emulator.url, "token-of-ada").rest;
  const { data: master } = await ada.repos.getBranch({ ...AT, branch: "master" });
  await ada.git.createRef({ ...AT, ref: "refs/heads/topic", sha: master.commit.sha });
  const file = { path: "a.txt", message: "x", content: "YQ==", branch: "topic" };
  await ada.repos.createOrUpdateFileContents({ ...AT, ...file });
  const { data: pull } = await ada.pulls.create({ ...AT, title: "topic", head: "topic", base: "master" });
  return {
    url: emulator.url,
    privateKey: emulator.generatedSecrets[0]?.value ?? "",
    appId: APP,
    installation: 100,
    repository: (await ada.repos.get(AT)).data.id,
    pull: { number: pull.number, sha: pull.head.sha },
    close: () => emulator.close(),
  };
}

/** The App's client, and what makes clients of its installation. */
export function clientsOf({ url, appId, privateKey, installation }: SomeGithub) {
  const app = appClient(url, { id: appId, privateKey });
  return {
    app,
    async installed(narrowing: object = {}) {
      const { data } = await app.rest.apps.createInstallationAccessToken({
        installation_id: installation,
        ...narrowing,
      });
      return { client: tokenClient(url, data.token), ...data };
    },
  };
}
