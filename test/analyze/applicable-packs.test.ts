import { expect, it } from "vitest";
import { scanRefs } from "../../src/analyze/scan-refs.js";
import { openRepository, type ResolvedRef } from "../../src/git/index.js";
import { Scratch } from "../git/tiny-repository.js";
import { OPTIONS, OPTIONS_FILE, WATCHER_FILE, watcher } from "./trace/moving-world.js";

const LESSOR = `package lease

type lessor struct{ leaseMap map[int64]*Lease }

func (le *lessor) Grant(id int64, ttl int64) (*Lease, error) {
	l := NewLease(id, ttl)
	le.leaseMap[id] = l
	return l, nil
}

func (le *lessor) Revoke(id int64) error {
	delete(le.leaseMap, id)
	return nil
}
`;
const MOVES = { [OPTIONS_FILE]: OPTIONS, [WATCHER_FILE]: watcher("Reset") };
const LEASES = { "server/lease/lessor.go": LESSOR };
const NEITHER = { "main.go": "package main\n\nfunc main() {}\n" };

/** The packs that fit, and how many refs each was evaluated on, when the answer tells of the first refs only. */
async function fitting(refs: readonly Readonly<Record<string, string>>[], told?: number): Promise<string[]> {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const resolved = refs.map((files, index): ResolvedRef => {
    kube.git("checkout", "--quiet", "--orphan", `branch-${index}`);
    kube.git("rm", "-rfq", "--ignore-unmatch", ".");
    return { ref: `branch-${index}`, commit: kube.commit(`${index}`, files) };
  });
  const repository = await openRepository(kube.directory);
  try {
    const scans = await scanRefs({ rules: [], cache: false }, resolved, repository, () => {}, told);
    return scans.flatMap(({ result }) => result.packs.map(({ pack, behaviors }) => `${pack.id} ${behaviors.length}`));
  } finally {
    await repository.close();
  }
}

const BOTH = ["etcd/lessor 3", "kube-ovn/live-migration 3"];

it("takes the specific packs that fit any ref, where all are told of", async () => {
  expect(await fitting([MOVES, LEASES, NEITHER])).toEqual(BOTH);
});

it("leaves out those that fit only beside the refs that are told of", async () => {
  expect(await fitting([MOVES, NEITHER, LEASES], 2)).toEqual(["kube-ovn/live-migration 3"]);
});

it("takes what fits beside them where none fits the refs themselves", async () => {
  expect(await fitting([NEITHER, MOVES, LEASES], 1)).toEqual(BOTH);
});

it("takes the general packs where no specific one fits any ref", async () => {
  expect(await fitting([NEITHER, NEITHER], 1)).toEqual(["kubernetes/finalizers 2", "kubernetes/metadata 2"]);
});
