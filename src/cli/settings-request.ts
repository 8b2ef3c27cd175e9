import { resolve } from "node:path";
import type { SettingsRequest } from "../analyze/index.js";
import { flagLayer, inputLayer } from "../config/index.js";
import { InvalidFile } from "../rules/index.js";
import type { Call } from "./session.js";

/**
 * Whose settings a command goes by: those of `ref` (the base of a change; null for the default branch) or of
 * `--config`, under the inputs of the Action, under the flags.
 */
export async function settingsRequest({ flags, session: { io } }: Call, ref: string | null): Promise<SettingsRequest> {
  const inputs = await inputLayer(io.env);
  if (!inputs.ok) throw new InvalidFile("config.invalid", "inputs", inputs.problems);
  return {
    file: flags.config === null ? null : resolve(io.cwd, flags.config),
    ref,
    layers: [inputs.layer, flagLayer(flags)],
  };
}
