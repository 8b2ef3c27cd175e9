import type { Messages } from "./en.js";
import { align } from "./zh-CN/align.js";
import { cli, remarks } from "./zh-CN/cli.js";
import { failures } from "./zh-CN/failures.js";
import { matrix } from "./zh-CN/matrix.js";
import { rules } from "./zh-CN/rules.js";

export const zhCN: Messages = { matrix, align, rules, cli, remarks, failures };
