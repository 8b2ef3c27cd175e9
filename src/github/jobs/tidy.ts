import { pruneDeliveries } from "../../store/index.js";
import type { MakeHandler } from "../work.js";

/** GitHub repeats a delivery for three days (a server of one's own for seven); later none is taken for a repetition. */
const KEEP_DELIVERIES_MS = 10 * 24 * 3600 * 1000;

/** Forgets deliveries that cannot come again. */
export const tidy: MakeHandler<"tidy"> =
  ({ database, log }) =>
  async () => {
    const count = await pruneDeliveries(database, new Date(Date.now() - KEEP_DELIVERIES_MS));
    log.info("forgot old deliveries", { count });
  };
