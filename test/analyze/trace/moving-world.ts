import { type TimelineAnswer, type TimelineRequest, timeline } from "../../../src/analyze/index.js";
import type { TinyRepository } from "../../git/tiny-repository.js";

/** What Set, Reset and Clean do to a port; the same in every history. */
export const OPTIONS = `package ports

import "fmt"

type Port struct{ Options map[string]string }

type Client struct{ ports map[string]*Port }

func (c *Client) SetLogicalSwitchPortMigrateOptions(name, srcNodeName, targetNodeName string) error {
	c.ports[name].Options["requested-chassis"] = fmt.Sprintf("%s,%s", srcNodeName, targetNodeName)
	return nil
}

func (c *Client) ResetLogicalSwitchPortMigrateOptions(name, targetNodeName string) error {
	c.ports[name].Options["requested-chassis"] = targetNodeName
	return nil
}

func (c *Client) CleanLogicalSwitchPortMigrateOptions(name string) error {
	delete(c.ports[name].Options, "requested-chassis")
	return nil
}
`;

const CALLS = {
  Reset: "ResetLogicalSwitchPortMigrateOptions(port, to)",
  Clean: "CleanLogicalSwitchPortMigrateOptions(port)",
} as const;

/** A watcher of migrations that does this when one succeeds. */
export function watcher(operation: keyof typeof CALLS): string {
  return `package moves

func (w *Watcher) sync(move *kv.Migration, port string) error {
	to := move.Status.MigrationState.TargetNode
	if move.Status.Phase == kv.MigrationSucceeded {
		return w.nb.${CALLS[operation]}
	}
	return nil
}
`;
}

export const OPTIONS_FILE = "pkg/ports/options.go";
export const WATCHER_FILE = "pkg/moves/watch.go";

/** The timeline of HEAD, or of another ref. */
export async function timelineOf(
  { directory }: TinyRepository,
  request: Partial<TimelineRequest> = {},
  onStage: () => void = () => {},
): Promise<TimelineAnswer["timeline"]> {
  const whole: TimelineRequest = {
    directory,
    ref: "HEAD",
    rules: ["kube-ovn/live-migration"],
    allBranches: false,
    deep: false,
    proposals: false,
    pullRequests: null,
    cache: false,
    ...request,
  };
  const [answer] = await timeline(whole, ({ kind }) => (kind === "stage" ? onStage() : undefined));
  if (answer === undefined) throw new Error("the pack applies");
  return answer.timeline;
}

/** Each event in one line: its number, subject, and what it did to the cell of succeeded migrations. */
export function outline({ events }: TimelineAnswer["timeline"]): string[] {
  return events.map(({ pullRequest, subject, changes }) => {
    const cell = changes.find(({ stage, kind }) => stage === "succeeded" && kind === "calls");
    return `${pullRequest ?? "-"} ${subject}: ${cell?.before} to ${cell?.after}`;
  });
}
