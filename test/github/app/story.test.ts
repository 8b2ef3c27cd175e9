import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStores } from "../../databases/index.js";
import { FakeGithub, type Repository } from "../../fake-github/index.js";
import { AppProcess, until } from "./app-process.js";
import { MigrationStory } from "./migration-story.js";

let story: MigrationStory;
beforeAll(async () => {
  story = await MigrationStory.build();
});
afterAll(() => story.remove());

describe.each(testStores())("the founding story, played live ($name)", ({ installed, place }) => {
  if (!installed) return it.skip("needs PostgreSQL");
  let github: FakeGithub;
  let app: AppProcess;
  let repository: Repository;
  beforeAll(async () => {
    github = await FakeGithub.start();
    repository = await story.host(github);
    app = await AppProcess.start(github, await place());
    github.owners.install([repository]);
  }, 120_000);
  afterAll(async () => {
    await app?.end();
    await github?.close();
  });

  const settled = async (reviews: number) => {
    await until(
      () => app.jobs("review") >= reviews,
      () => `${reviews} reviews in ${app.log}`,
    );
  };

  it("comments on what is about to be undone", async () => {
    await github.people.openPullRequest(repository, { head: "undo", title: "fix migrate failed", number: 5873 });
    await settled(1);
    expect(repository.comments.map(({ body }) => body)).toMatchInlineSnapshot(`
      [
        "<!-- volteface:report base=8d8383d038a728614ab6f4fd6ab6a662d8ac3d69 head=c9ab1df5196bac64b2733b8a6979ed6eebd77b2a -->
      **This takes back part of [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) “clean migrate state when migrate is done”: at \`succeeded\` \`Clean\` becomes \`Reset(false)\`; at \`failed\` \`Clean\` becomes \`Reset(true)\`. Is that intended? 1 more finding below.**

      From \`master\` ([\`8d8383d038\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69)) to \`#5873\` ([\`c9ab1df519\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a)), by the rules \`kube-ovn/live-migration\`.

      3 findings of the base stand as before; --all lists them.

      #### Worth a look (2)

      - This takes back part of [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) “clean migrate state when migrate is done”: at \`succeeded\` \`Clean\` becomes \`Reset(false)\`; at \`failed\` \`Clean\` becomes \`Reset(true)\`. Is that intended?
        - at [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/kubevirt.go#L69)
        - \`volteface explain e7cd2e3eb12d\` shows the derivation and how to answer it for good
      - [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873) “fix migrate failed” is not on \`release-1.14\`. Is it meant for that branch?
        - \`volteface explain a65c9912ffd5\` shows the derivation and how to answer it for good

      #### Resolved by this (1)

      - \`Reset\` (\`ResetLogicalSwitchPortMigrateOptions\`) is defined, and nothing calls it. Is it still needed? Gone with this change.

      <details><summary>A paragraph for the description, if this is meant</summary>

      - This returns \`succeeded\` to \`Reset(false)\`, \`failed\` to \`Reset(true)\`. [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) (“clean migrate state when migrate is done”) had changed it because \\_\\_\\_\\_. I think this is right because \\_\\_\\_\\_.

      </details>

      <details><summary>What changes (4)</summary>

      - \`started\`, \`Set\`: \`crd-status Running\` → \`pod-label kubevirt.io/migrationJobUID\` (trigger)
      - \`started\`, \`Set\`: other conditions
        - gone: \`vmiMigration.Status.MigrationState != nil; !vmiMigration.Status.MigrationState.Completed; vmi.Status.MigrationState != nil\`
        - new: \`isVMPod, _ := isVMPod(pod); isVMPod; sourceNode, ok := pod.Labels["kubevirt.io/nodeName"]; ok && sourceNode != pod.Spec.NodeName\`
      - \`succeeded\`: \`Clean\` → \`Reset(false)\` (calls)
      - \`failed\`: \`Clean\` → \`Reset(true)\` (calls)
      - moves \`Set\`, at \`started\`, from where [\`#4773\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/4773) had put it

      </details>

      <details><summary>Only counted so far (1, rules in monitor mode)</summary>

      - \`Reset\` removes \`activation-strategy\` only where \`requested-chassis\` is present. Nothing seen here leaves the one without the other; will that stay so?
        - at [\`pkg/ovs/ovn-nb-logical_switch_port.go:112\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/ovs/ovn-nb-logical_switch_port.go#L112)
        - at [\`pkg/ovs/ovn-nb-logical_switch_port.go:123\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/ovs/ovn-nb-logical_switch_port.go#L123)
        - \`volteface explain a855a6f0d839\` shows the derivation and how to answer it for good

      </details>

      <details><summary>How to see this again</summary>

      - \`volteface review --base 8d8383d038 --head c9ab1df519\`

      </details>

      <details><summary>\`kube-ovn/live-migration\`: Where branches disagree</summary>

      | stage | \`master\`, \`release-1.14\` (same) | \`#5873\` | \`release-1.13\` |
      | --- | --- | --- | --- |
      | \`started\` | \`Set\`; on \`crd-status Running\`; \`requested-chassis=src,target\`; \`activation-strategy=rarp\`; [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/kubevirt.go#L69) | \`Set\`; **≠ on \`pod-label kubevirt.io/migrationJobUID\`**; \`requested-chassis=src,target\`; \`activation-strategy=rarp\`; **≠ under other conditions**; [\`pkg/controller/pod.go:26\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/pod.go#L26) | \`Set\`; on \`crd-status Running\`; \`requested-chassis=src,target\`; \`activation-strategy=rarp\`; [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/kubevirt.go#L69) |
      | \`succeeded\` | \`Clean\`; on \`crd-status Succeeded\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/kubevirt.go#L75) | **≠ \`Reset(false)\`**; on \`crd-status Succeeded\`; **≠ \`requested-chassis=target\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/kubevirt.go#L69) | **≠ \`Reset(false)\`**; on \`crd-status Succeeded\`; **≠ \`requested-chassis=target\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/kubevirt.go#L75) |
      | \`failed\` | \`Clean\`; on \`crd-status Failed\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/kubevirt.go#L75) | **≠ \`Reset(true)\`**; on \`crd-status Failed\`; **≠ \`requested-chassis=src\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/kubevirt.go#L75) | **≠ \`Reset(true)\`**; on \`crd-status Failed\`; **≠ \`requested-chassis=src\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:81\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/kubevirt.go#L81) |
      | \`pod-deleted\` | \`Clean\`^; on \`pod-deletion handleDeletePod\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/pod.go:59\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/pod.go#L59) | \`Clean\`^; on \`pod-deletion handleDeletePod\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/pod.go:70\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/pod.go#L70) | \`Clean\`^; on \`pod-deletion handleDeletePod\`; \`-requested-chassis\`; **≠ \`activation-strategy\` unchanged**; [\`pkg/controller/pod.go:59\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/pod.go#L59) |

      ≠ differs from \`master\`; ^ stage given by the rules; where refs share a column, file and line are those of the first

      #### Differences (5)

      - \`succeeded\`: \`#5873\` and \`release-1.13\` call \`Reset(false)\` where \`master\` calls \`Clean\`.
      - \`failed\`: \`#5873\` and \`release-1.13\` call \`Reset(true)\` where \`master\` calls \`Clean\`.
      - \`pod-deleted\`, \`Clean\`: on \`release-1.13\` the effects are \`-requested-chassis\`; on \`master\`, \`-requested-chassis, -activation-strategy\`.
      - \`started\`, \`Set\`: \`#5873\` is triggered by \`pod-label kubevirt.io/migrationJobUID\`, \`master\` by \`crd-status Running\`.
      - \`started\`, \`Set\`: \`#5873\` requires other conditions than \`master\` (matrix --evidence shows them).

      </details>

      <details><summary>\`kube-ovn/live-migration\`: How they came to</summary>

      #### Stage by stage

      \`\`\`mermaid
      flowchart LR
        subgraph s0["started"]
          direction LR
          s0n0["nothing"]
          s0n0 -->|"#3767"| s0n1["Set"]
        end
        subgraph s1["succeeded"]
          direction LR
          s1n0["nothing"]
          s1n0 -->|"#3767"| s1n1["Reset(false)"]
          s1n1 -->|"#5833"| s1n2["Clean"]
          s1n2 -->|"#5873 undoes #5833"| s1n3["Reset(false)"]
        end
        subgraph s2["failed"]
          direction LR
          s2n0["nothing"]
          s2n0 -->|"#3767"| s2n1["Reset(true)"]
          s2n1 -->|"#5833"| s2n2["Clean"]
          s2n2 -->|"#5873 undoes #5833"| s2n3["Reset(true)"]
        end
        subgraph s3["pod-deleted"]
          direction LR
          s3n0["nothing"]
          s3n0 -->|"#3767"| s3n1["Clean"]
        end
        classDef proposed stroke-dasharray: 4 4
      \`\`\`

      - \`started\`: \`Set\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767)
      - \`succeeded\`: \`Reset(false)\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) → \`Clean\` [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) → \`Reset(false)\` [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873)
      - \`failed\`: \`Reset(true)\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) → \`Clean\` [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) → \`Reset(true)\` [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873)
      - \`pod-deleted\`: \`Clean\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767)

      #### Changes (5, oldest first)

      Long conditions are cut; --format json has them whole.

      - 2024-03-05 [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) [\`79694944b8\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/79694944b85ef3638b28de1e1d7d66674241c469) VM live migrate, by Mei Sandoval
        - \`started\`: nothing → \`Set\` (calls)
        - \`succeeded\`: nothing → \`Reset(false)\` (calls)
        - \`failed\`: nothing → \`Reset(true)\` (calls)
        - \`pod-deleted\`: nothing → \`Clean\` (calls)
        - on \`release-1.13\` and \`release-1.14\`
      - 2024-11-30 [\`#4773\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/4773) [\`a760d0c9b0\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/a760d0c9b0f615b3650a04bdedabf678c1a8dc9f) add kubevirt live migration optimize, by Lin Yao
        - \`started\`, \`Set\`: \`pod-annotation started\` → \`crd-status Running\` (trigger)
        - \`started\`, \`Set\`; \`succeeded\`, \`Reset\`; \`failed\`, \`Reset\`: other conditions
          - gone: \`isVMPod, vmName := isVMPod(pod); isVMPod && c.config.EnableKeepVMIP; _, ok := pod.Annotations[util.MigrationJobAnnotation]; ok; _, ok := po…\`
          - new: \`vmiMigration.Status.MigrationState != nil; vmi.Status.MigrationState != nil\`
        - \`succeeded\`, \`Reset\`: \`pod-annotation succeeded\` → \`crd-status Succeeded\` (trigger)
        - \`failed\`, \`Reset\`: \`pod-annotation failed\` → \`crd-status Failed\` (trigger)
        - moves \`Set\` and \`Reset\`, at \`started\`, \`succeeded\` and \`failed\`, from where [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) had put them
        - on \`release-1.14\` and \`release-1.13\` as [\`1d44a8f81f\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/1d44a8f81f572d9b2dbbdbbb77eddac375fbf30e)
      - 2025-02-25 [\`#5026\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5026) [\`50ae8b87f1\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/50ae8b87f1767e77d3d30efaf45e06fb1b2a0ac6) fix rerun the completed vmi migration (\\#&#8203;5020), by Lin Yao
        - \`started\`, \`Set\`; \`succeeded\`, \`Reset\`; \`failed\`, \`Reset\`: nothing → \`!vmiMigration.Status.MigrationState.Completed\` (conditions)
        - on \`release-1.14\` and \`release-1.13\` as [\`20178aad4b\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/20178aad4be031d2c8342c540cf0cb1429a8fb89)
      - 2025-10-29 [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) [\`8d8383d038\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69) clean migrate state when migrate is done, by Lin Yao
        - \`succeeded\`: \`Reset(false)\` → \`Clean\` (calls)
        - \`failed\`: \`Reset(true)\` → \`Clean\` (calls)
        - \`pod-deleted\`, \`Clean\`: \`-requested-chassis\` → \`-requested-chassis, -activation-strategy\` (effects)
        - on \`release-1.14\` as [\`af56276f88\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/af56276f88d06f7e48598a5438022a0ddcfd725a)
      - 2025-11-07 [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873) [\`c9ab1df519\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a) fix migrate failed, by Lin Yao
        - \`started\`, \`Set\`: \`crd-status Running\` → \`pod-label kubevirt.io/migrationJobUID\` (trigger)
        - \`started\`, \`Set\`: other conditions
          - gone: \`vmiMigration.Status.MigrationState != nil; !vmiMigration.Status.MigrationState.Completed; vmi.Status.MigrationState != nil\`
          - new: \`isVMPod, _ := isVMPod(pod); isVMPod; sourceNode, ok := pod.Labels["kubevirt.io/nodeName"]; ok && sourceNode != pod.Spec.NodeName\`
        - \`succeeded\`: \`Clean\` → \`Reset(false)\` (calls)
        - \`failed\`: \`Clean\` → \`Reset(true)\` (calls)
        - undoes part of [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833), at \`succeeded\` and \`failed\`; its message does not say so
        - moves \`Set\`, at \`started\`, from where [\`#4773\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/4773) had put it

      #### How far this looked

      - 9 commits of \`master\`, in the files known from today's branches; --deep also reads files that are gone.

      </details>

      <details><summary>\`kube-ovn/live-migration\`: What is missing where</summary>

      #### Questions (2)

      - \`release-1.14\` does not have [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873): is it meant to be there?
      - \`release-1.13\` has only part of [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873): is that meant?

      #### Which branch has what

      | change | \`release-1.13\` | \`release-1.14\` |
      | --- | --- | --- |
      | [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873) fix migrate failed | **?** partial | **?** missing |

      - ? a question for the maintainers of the branch, no fault

      </details>
      ",
      ]
    `);
    expect(repository.checkRuns).toMatchInlineSnapshot(`
      [
        {
          "actions": [
            {
              "description": "Review this pull request again",
              "identifier": "again",
              "label": "Run again",
            },
          ],
          "annotations": [
            {
              "annotation_level": "warning",
              "end_line": 69,
              "message": "This takes back part of #5833 “clean migrate state when migrate is done”: at succeeded Clean becomes Reset(false); at failed Clean becomes Reset(true). Is that intended?",
              "path": "pkg/controller/kubevirt.go",
              "start_line": 69,
              "title": "volteface: undoes",
            },
          ],
          "app": "volteface[bot]",
          "completedAt": "2026-11-26T12:08:14.794Z",
          "conclusion": "neutral",
          "detailsUrl": null,
          "externalId": "pull/5873",
          "id": 1009,
          "name": "volteface",
          "output": {
            "summary": "**This takes back part of [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) “clean migrate state when migrate is done”: at \`succeeded\` \`Clean\` becomes \`Reset(false)\`; at \`failed\` \`Clean\` becomes \`Reset(true)\`. Is that intended? 1 more finding below.**

      From \`master\` ([\`8d8383d038\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69)) to \`#5873\` ([\`c9ab1df519\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a)), by the rules \`kube-ovn/live-migration\`.

      3 findings of the base stand as before; --all lists them.

      #### Worth a look (2)

      - This takes back part of [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) “clean migrate state when migrate is done”: at \`succeeded\` \`Clean\` becomes \`Reset(false)\`; at \`failed\` \`Clean\` becomes \`Reset(true)\`. Is that intended?
        - at [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/kubevirt.go#L69)
        - \`volteface explain e7cd2e3eb12d\` shows the derivation and how to answer it for good
      - [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873) “fix migrate failed” is not on \`release-1.14\`. Is it meant for that branch?
        - \`volteface explain a65c9912ffd5\` shows the derivation and how to answer it for good

      #### Resolved by this (1)

      - \`Reset\` (\`ResetLogicalSwitchPortMigrateOptions\`) is defined, and nothing calls it. Is it still needed? Gone with this change.

      <details><summary>A paragraph for the description, if this is meant</summary>

      - This returns \`succeeded\` to \`Reset(false)\`, \`failed\` to \`Reset(true)\`. [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) (“clean migrate state when migrate is done”) had changed it because \\_\\_\\_\\_. I think this is right because \\_\\_\\_\\_.

      </details>

      <details><summary>What changes (4)</summary>

      - \`started\`, \`Set\`: \`crd-status Running\` → \`pod-label kubevirt.io/migrationJobUID\` (trigger)
      - \`started\`, \`Set\`: other conditions
        - gone: \`vmiMigration.Status.MigrationState != nil; !vmiMigration.Status.MigrationState.Completed; vmi.Status.MigrationState != nil\`
        - new: \`isVMPod, _ := isVMPod(pod); isVMPod; sourceNode, ok := pod.Labels["kubevirt.io/nodeName"]; ok && sourceNode != pod.Spec.NodeName\`
      - \`succeeded\`: \`Clean\` → \`Reset(false)\` (calls)
      - \`failed\`: \`Clean\` → \`Reset(true)\` (calls)
      - moves \`Set\`, at \`started\`, from where [\`#4773\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/4773) had put it

      </details>

      <details><summary>Only counted so far (1, rules in monitor mode)</summary>

      - \`Reset\` removes \`activation-strategy\` only where \`requested-chassis\` is present. Nothing seen here leaves the one without the other; will that stay so?
        - at [\`pkg/ovs/ovn-nb-logical_switch_port.go:112\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/ovs/ovn-nb-logical_switch_port.go#L112)
        - at [\`pkg/ovs/ovn-nb-logical_switch_port.go:123\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/ovs/ovn-nb-logical_switch_port.go#L123)
        - \`volteface explain a855a6f0d839\` shows the derivation and how to answer it for good

      </details>

      <details><summary>How to see this again</summary>

      - \`volteface review --base 8d8383d038 --head c9ab1df519\`

      </details>

      <details><summary>\`kube-ovn/live-migration\`: Where branches disagree</summary>

      | stage | \`master\`, \`release-1.14\` (same) | \`#5873\` | \`release-1.13\` |
      | --- | --- | --- | --- |
      | \`started\` | \`Set\`; on \`crd-status Running\`; \`requested-chassis=src,target\`; \`activation-strategy=rarp\`; [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/kubevirt.go#L69) | \`Set\`; **≠ on \`pod-label kubevirt.io/migrationJobUID\`**; \`requested-chassis=src,target\`; \`activation-strategy=rarp\`; **≠ under other conditions**; [\`pkg/controller/pod.go:26\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/pod.go#L26) | \`Set\`; on \`crd-status Running\`; \`requested-chassis=src,target\`; \`activation-strategy=rarp\`; [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/kubevirt.go#L69) |
      | \`succeeded\` | \`Clean\`; on \`crd-status Succeeded\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/kubevirt.go#L75) | **≠ \`Reset(false)\`**; on \`crd-status Succeeded\`; **≠ \`requested-chassis=target\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:69\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/kubevirt.go#L69) | **≠ \`Reset(false)\`**; on \`crd-status Succeeded\`; **≠ \`requested-chassis=target\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/kubevirt.go#L75) |
      | \`failed\` | \`Clean\`; on \`crd-status Failed\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/kubevirt.go#L75) | **≠ \`Reset(true)\`**; on \`crd-status Failed\`; **≠ \`requested-chassis=src\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:75\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/kubevirt.go#L75) | **≠ \`Reset(true)\`**; on \`crd-status Failed\`; **≠ \`requested-chassis=src\`**; \`-activation-strategy\`; [\`pkg/controller/kubevirt.go:81\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/kubevirt.go#L81) |
      | \`pod-deleted\` | \`Clean\`^; on \`pod-deletion handleDeletePod\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/pod.go:59\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69/pkg/controller/pod.go#L59) | \`Clean\`^; on \`pod-deletion handleDeletePod\`; \`-requested-chassis\`; \`-activation-strategy\`; [\`pkg/controller/pod.go:70\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a/pkg/controller/pod.go#L70) | \`Clean\`^; on \`pod-deletion handleDeletePod\`; \`-requested-chassis\`; **≠ \`activation-strategy\` unchanged**; [\`pkg/controller/pod.go:59\`](http://127.0.0.1:42455/kubeovn/kube-ovn/blob/20178aad4be031d2c8342c540cf0cb1429a8fb89/pkg/controller/pod.go#L59) |

      ≠ differs from \`master\`; ^ stage given by the rules; where refs share a column, file and line are those of the first

      #### Differences (5)

      - \`succeeded\`: \`#5873\` and \`release-1.13\` call \`Reset(false)\` where \`master\` calls \`Clean\`.
      - \`failed\`: \`#5873\` and \`release-1.13\` call \`Reset(true)\` where \`master\` calls \`Clean\`.
      - \`pod-deleted\`, \`Clean\`: on \`release-1.13\` the effects are \`-requested-chassis\`; on \`master\`, \`-requested-chassis, -activation-strategy\`.
      - \`started\`, \`Set\`: \`#5873\` is triggered by \`pod-label kubevirt.io/migrationJobUID\`, \`master\` by \`crd-status Running\`.
      - \`started\`, \`Set\`: \`#5873\` requires other conditions than \`master\` (matrix --evidence shows them).

      </details>

      <details><summary>\`kube-ovn/live-migration\`: How they came to</summary>

      #### Stage by stage

      \`\`\`mermaid
      flowchart LR
        subgraph s0["started"]
          direction LR
          s0n0["nothing"]
          s0n0 -->|"#3767"| s0n1["Set"]
        end
        subgraph s1["succeeded"]
          direction LR
          s1n0["nothing"]
          s1n0 -->|"#3767"| s1n1["Reset(false)"]
          s1n1 -->|"#5833"| s1n2["Clean"]
          s1n2 -->|"#5873 undoes #5833"| s1n3["Reset(false)"]
        end
        subgraph s2["failed"]
          direction LR
          s2n0["nothing"]
          s2n0 -->|"#3767"| s2n1["Reset(true)"]
          s2n1 -->|"#5833"| s2n2["Clean"]
          s2n2 -->|"#5873 undoes #5833"| s2n3["Reset(true)"]
        end
        subgraph s3["pod-deleted"]
          direction LR
          s3n0["nothing"]
          s3n0 -->|"#3767"| s3n1["Clean"]
        end
        classDef proposed stroke-dasharray: 4 4
      \`\`\`

      - \`started\`: \`Set\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767)
      - \`succeeded\`: \`Reset(false)\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) → \`Clean\` [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) → \`Reset(false)\` [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873)
      - \`failed\`: \`Reset(true)\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) → \`Clean\` [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) → \`Reset(true)\` [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873)
      - \`pod-deleted\`: \`Clean\` [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767)

      #### Changes (5, oldest first)

      Long conditions are cut; --format json has them whole.

      - 2024-03-05 [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) [\`79694944b8\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/79694944b85ef3638b28de1e1d7d66674241c469) VM live migrate, by Mei Sandoval
        - \`started\`: nothing → \`Set\` (calls)
        - \`succeeded\`: nothing → \`Reset(false)\` (calls)
        - \`failed\`: nothing → \`Reset(true)\` (calls)
        - \`pod-deleted\`: nothing → \`Clean\` (calls)
        - on \`release-1.13\` and \`release-1.14\`
      - 2024-11-30 [\`#4773\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/4773) [\`a760d0c9b0\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/a760d0c9b0f615b3650a04bdedabf678c1a8dc9f) add kubevirt live migration optimize, by Lin Yao
        - \`started\`, \`Set\`: \`pod-annotation started\` → \`crd-status Running\` (trigger)
        - \`started\`, \`Set\`; \`succeeded\`, \`Reset\`; \`failed\`, \`Reset\`: other conditions
          - gone: \`isVMPod, vmName := isVMPod(pod); isVMPod && c.config.EnableKeepVMIP; _, ok := pod.Annotations[util.MigrationJobAnnotation]; ok; _, ok := po…\`
          - new: \`vmiMigration.Status.MigrationState != nil; vmi.Status.MigrationState != nil\`
        - \`succeeded\`, \`Reset\`: \`pod-annotation succeeded\` → \`crd-status Succeeded\` (trigger)
        - \`failed\`, \`Reset\`: \`pod-annotation failed\` → \`crd-status Failed\` (trigger)
        - moves \`Set\` and \`Reset\`, at \`started\`, \`succeeded\` and \`failed\`, from where [\`#3767\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/3767) had put them
        - on \`release-1.14\` and \`release-1.13\` as [\`1d44a8f81f\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/1d44a8f81f572d9b2dbbdbbb77eddac375fbf30e)
      - 2025-02-25 [\`#5026\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5026) [\`50ae8b87f1\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/50ae8b87f1767e77d3d30efaf45e06fb1b2a0ac6) fix rerun the completed vmi migration (\\#&#8203;5020), by Lin Yao
        - \`started\`, \`Set\`; \`succeeded\`, \`Reset\`; \`failed\`, \`Reset\`: nothing → \`!vmiMigration.Status.MigrationState.Completed\` (conditions)
        - on \`release-1.14\` and \`release-1.13\` as [\`20178aad4b\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/20178aad4be031d2c8342c540cf0cb1429a8fb89)
      - 2025-10-29 [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833) [\`8d8383d038\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/8d8383d038a728614ab6f4fd6ab6a662d8ac3d69) clean migrate state when migrate is done, by Lin Yao
        - \`succeeded\`: \`Reset(false)\` → \`Clean\` (calls)
        - \`failed\`: \`Reset(true)\` → \`Clean\` (calls)
        - \`pod-deleted\`, \`Clean\`: \`-requested-chassis\` → \`-requested-chassis, -activation-strategy\` (effects)
        - on \`release-1.14\` as [\`af56276f88\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/af56276f88d06f7e48598a5438022a0ddcfd725a)
      - 2025-11-07 [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873) [\`c9ab1df519\`](http://127.0.0.1:42455/kubeovn/kube-ovn/commit/c9ab1df5196bac64b2733b8a6979ed6eebd77b2a) fix migrate failed, by Lin Yao
        - \`started\`, \`Set\`: \`crd-status Running\` → \`pod-label kubevirt.io/migrationJobUID\` (trigger)
        - \`started\`, \`Set\`: other conditions
          - gone: \`vmiMigration.Status.MigrationState != nil; !vmiMigration.Status.MigrationState.Completed; vmi.Status.MigrationState != nil\`
          - new: \`isVMPod, _ := isVMPod(pod); isVMPod; sourceNode, ok := pod.Labels["kubevirt.io/nodeName"]; ok && sourceNode != pod.Spec.NodeName\`
        - \`succeeded\`: \`Clean\` → \`Reset(false)\` (calls)
        - \`failed\`: \`Clean\` → \`Reset(true)\` (calls)
        - undoes part of [\`#5833\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5833), at \`succeeded\` and \`failed\`; its message does not say so
        - moves \`Set\`, at \`started\`, from where [\`#4773\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/4773) had put it

      #### How far this looked

      - 9 commits of \`master\`, in the files known from today's branches; --deep also reads files that are gone.

      </details>

      <details><summary>\`kube-ovn/live-migration\`: What is missing where</summary>

      #### Questions (2)

      - \`release-1.14\` does not have [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873): is it meant to be there?
      - \`release-1.13\` has only part of [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873): is that meant?

      #### Which branch has what

      | change | \`release-1.13\` | \`release-1.14\` |
      | --- | --- | --- |
      | [\`#5873\`](http://127.0.0.1:42455/kubeovn/kube-ovn/pull/5873) fix migrate failed | **?** partial | **?** missing |

      - ? a question for the maintainers of the branch, no fault

      </details>
      ",
            "text": null,
            "title": "This takes back part of #5833 “clean migrate state when migrate is done”: at succeeded Clean becomes Reset(false); at failed Clean becomes Reset(true). Is that intended? 1 more finding below.",
          },
          "sha": "c9ab1df5196bac64b2733b8a6979ed6eebd77b2a",
          "startedAt": "2026-11-26T12:08:02.033Z",
          "status": "completed",
          "suite": 1008,
        },
      ]
    `);
  });
});
