import { expect, it } from "vitest";
import { describePack, findPack } from "../../src/rules/index.js";

it("a pack is described without its parsed patterns", async () => {
  const { description, examples, ...rest } = describePack(await findPack("etcd/lessor"));
  expect(description).toContain("A lease lives in three places");
  expect(examples.map(({ title }) => title)).toEqual([
    "From grant to revoke",
    "A client that revokes through the network is another thing",
    "Starting over and checkpoints write without being an operation",
  ]);
  expect(rest).toMatchInlineSnapshot(`
    {
      "general": false,
      "hazards": [],
      "id": "etcd/lessor",
      "keys": [
        {
          "each": false,
          "locations": [
            {
              "action": null,
              "kind": "entry",
              "package": null,
              "pattern": "*.leaseMap[*]",
            },
          ],
          "name": "leaseMap",
        },
        {
          "each": false,
          "locations": [
            {
              "action": null,
              "kind": "entry",
              "package": null,
              "pattern": "*.itemMap[*]",
            },
          ],
          "name": "itemMap",
        },
        {
          "each": false,
          "locations": [
            {
              "action": null,
              "kind": "entry",
              "package": null,
              "pattern": "*.itemSet[*]",
            },
          ],
          "name": "itemSet",
        },
        {
          "each": false,
          "locations": [
            {
              "action": "set",
              "kind": "call",
              "package": null,
              "pattern": "*.persistTo(*)",
            },
            {
              "action": "delete",
              "kind": "call",
              "package": null,
              "pattern": "*.UnsafeDelete(leaseBucketName, *)",
            },
            {
              "action": "delete",
              "kind": "call",
              "package": null,
              "pattern": "*.UnsafeDelete(buckets.Lease, *)",
            },
            {
              "action": "delete",
              "kind": "call",
              "package": null,
              "pattern": "schema.UnsafeDeleteLease($...)",
            },
          ],
          "name": "persisted-lease",
        },
      ],
      "language": "go",
      "operations": [
        {
          "functions": [
            "lessor.Grant",
          ],
          "name": "Grant",
          "role": "set",
        },
        {
          "functions": [
            "lessor.Revoke",
          ],
          "name": "Revoke",
          "role": "clean",
        },
        {
          "functions": [
            "lessor.Attach",
          ],
          "name": "Attach",
          "role": "set",
        },
        {
          "functions": [
            "lessor.Detach",
          ],
          "name": "Detach",
          "role": "clean",
        },
      ],
      "scenarios": [
        {
          "expect": [
            {
              "key": "leaseMap",
              "values": [
                null,
              ],
            },
            {
              "key": "itemMap",
              "values": [
                null,
              ],
            },
            {
              "key": "itemSet",
              "values": [
                null,
              ],
            },
            {
              "key": "persisted-lease",
              "values": [
                null,
              ],
            },
          ],
          "steps": [
            "lease-granted lease=L",
            "key-put",
            "key-deleted",
            "lease-revoked",
          ],
          "title": "A key is put and deleted, and its lease is revoked",
        },
      ],
      "sources": {
        "exclude": [
          "client/**",
          "clientv3/**",
          "contrib/**",
          "etcdctl/**",
          "etcdserver/auth/**",
          "functional/**",
          "proxy/**",
          "tests/**",
          "tools/**",
          "**/proxy/**",
          "**/v2auth/**",
        ],
        "generated": false,
        "include": [],
        "mocks": false,
        "tests": false,
        "vendored": false,
      },
      "stages": [
        {
          "name": "lease-granted",
          "triggers": [
            {
              "condition": "function",
              "kind": "raft-apply",
              "on": "applierV3backend.LeaseGrant",
              "subject": null,
              "value": "LeaseGrant",
            },
          ],
        },
        {
          "name": "key-put",
          "triggers": [
            {
              "condition": "function",
              "kind": "transaction",
              "on": "storeTxnWrite.put",
              "subject": null,
              "value": "put",
            },
            {
              "condition": "function",
              "kind": "transaction",
              "on": "store.put",
              "subject": null,
              "value": "put",
            },
          ],
        },
        {
          "name": "key-deleted",
          "triggers": [
            {
              "condition": "function",
              "kind": "transaction",
              "on": "storeTxnWrite.delete",
              "subject": null,
              "value": "delete",
            },
            {
              "condition": "function",
              "kind": "transaction",
              "on": "store.delete",
              "subject": null,
              "value": "delete",
            },
          ],
        },
        {
          "name": "lease-revoked",
          "triggers": [
            {
              "condition": "function",
              "kind": "raft-apply",
              "on": "applierV3backend.LeaseRevoke",
              "subject": null,
              "value": "LeaseRevoke",
            },
          ],
        },
        {
          "name": "store-restored",
          "triggers": [
            {
              "condition": "function",
              "kind": "start-up",
              "on": "store.restore",
              "subject": null,
              "value": "restore",
            },
          ],
        },
      ],
      "title": "Leases and the keys attached to them",
      "values": [
        {
          "patterns": [
            "leaseID",
            "lid",
            "id",
          ],
          "symbol": "lease",
        },
      ],
    }
  `);
});

it("every kind of trigger is described as its author wrote it", async () => {
  const { stages } = describePack(await findPack("kube-ovn/live-migration"));
  expect(stages.map(({ name, triggers }) => [name, triggers.map(({ kind, on, value }) => [kind, on, value])])).toEqual([
    [
      "started",
      [
        ["crd-status", "MigrationScheduling", "Scheduling"],
        ["crd-status", "MigrationScheduled", "Scheduled"],
        ["crd-status", "MigrationPreparingTarget", "PreparingTarget"],
        ["crd-status", "MigrationTargetReady", "TargetReady"],
        ["crd-status", "MigrationRunning", "Running"],
        ["pod-annotation", "MigrationPhaseStarted", "started"],
        ["pod-label", '*.Labels["kubevirt.io/migrationJobUID"]', "kubevirt.io/migrationJobUID"],
        ["pod-label", "*.Labels[*.MigrationJobLabel]", "kubevirt.io/migrationJobUID"],
      ],
    ],
    [
      "succeeded",
      [
        ["crd-status", "MigrationSucceeded", "Succeeded"],
        ["pod-annotation", "MigrationPhaseSucceeded", "succeeded"],
      ],
    ],
    [
      "failed",
      [
        ["crd-status", "MigrationFailed", "Failed"],
        ["pod-annotation", "MigrationPhaseFailed", "failed"],
      ],
    ],
    ["pod-deleted", [["pod-deletion", "handleDeletePod", "handleDeletePod"]]],
  ]);
});
