import { expect, it } from "vitest";
import { GroupScan } from "../../../src/analyze/group-scan.js";
import { seedOf } from "../../../src/analyze/trace/seed.js";
import { openRepository } from "../../../src/git/index.js";
import { findPack } from "../../../src/rules/index.js";
import { Scratch } from "../../git/tiny-repository.js";
import { OPTIONS, OPTIONS_FILE, WATCHER_FILE, watcher } from "./moving-world.js";

/** The files that history would follow from a single commit. */
async function followed(files: Readonly<Record<string, string>>): Promise<string[]> {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commit = kube.commit("all", files);
  const repository = await openRepository(kube.directory);
  try {
    const pack = await findPack("kube-ovn/live-migration");
    const scan = new GroupScan([pack], [{ ref: commit, commit }], repository, false, () => {});
    return [...seedOf(await scan.finish()).files].sort();
  } finally {
    await repository.close();
  }
}

const WORLD = { [OPTIONS_FILE]: OPTIONS, [WATCHER_FILE]: watcher("Reset") };

/** Tells what kind of thing has the options. */
const PIN = `package ports

func Pin(port *Port) {
	port.Options["requested-chassis"] = "here"
}
`;

it("follows what says a name of the pack", async () => {
  expect(await followed(WORLD)).toEqual([WATCHER_FILE, OPTIONS_FILE]);
});

it("does not follow what replaces the map of another thing, which had to be looked into", async () => {
  const routes = `package routes

func Renew(route *Route) {
	route.Options = map[string]string{"color": "blue"}
}
`;
  const files = { ...WORLD, "pkg/ports/pin.go": PIN };
  expect(await followed({ ...files, "pkg/routes/route.go": routes })).toEqual(Object.keys(files).sort());
});

it("follows the callers through which a stage is found", async () => {
  const deletion = `package moves

func (w *Watcher) handleDeletePod(port string) error {
	return w.free(port)
}
`;
  const wrapper = `package moves

func (w *Watcher) free(port string) error {
	return w.nb.CleanLogicalSwitchPortMigrateOptions(port)
}
`;
  const files = { "pkg/moves/delete.go": deletion, "pkg/moves/free.go": wrapper, [OPTIONS_FILE]: OPTIONS };
  expect(await followed(files)).toEqual(Object.keys(files).sort());
});

it("follows everything on a ref that would do something else without a file that no cell shows", async () => {
  const renewal = `package ports

func (c *Client) Renew(name string) {
	port := c.portOf(name)
	port.Options = map[string]string{"color": "blue"}
}
`;
  const lookup = `package ports

func (c *Client) portOf(name string) *Port {
	return c.ports[name]
}
`;
  const renewing = `package moves

func (w *Watcher) sync(move *kv.Migration, port string) {
	if move.Status.Phase == kv.MigrationSucceeded {
		w.nb.Renew(port)
	}
}
`;
  const files = {
    [WATCHER_FILE]: renewing,
    "pkg/ports/lookup.go": lookup,
    [OPTIONS_FILE]: OPTIONS,
    "pkg/ports/pin.go": PIN,
    "pkg/ports/renew.go": renewal,
  };
  expect(await followed(files)).toEqual(Object.keys(files).sort());
});
