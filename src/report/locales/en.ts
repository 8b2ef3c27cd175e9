import { align } from "./en/align.js";
import { cli, remarks } from "./en/cli.js";
import { failures } from "./en/failures.js";
import { matrix } from "./en/matrix.js";
import { rules } from "./en/rules.js";

/** The English catalogue, and by its type the contract of the others. */
export const en = { matrix, align, rules, cli, remarks, failures };

export type Messages = typeof en;
