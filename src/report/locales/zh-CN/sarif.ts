import { say } from "../../text.js";
import type { Messages } from "../en.js";

export const sarif: Messages["sarif"] = {
  explain: (rule) => say`${`volteface explain ${rule}`} 会说明如何在给出理由后不再提示。`,
  withoutPlace: (findings) =>
    say`${findings} 个发现在该提交的源码中没有对应的位置，未写入此文件；可用 volteface review 查看。`,
  leftOut: (findings, most) => say`略去了级别最低的 ${findings} 个发现：一个文件最多只能有 ${most} 个。`,
  notShown: (findings, most) => say`在这 ${findings} 个发现中，GitHub 只显示级别最高的 ${most} 个。`,
  placesLeftOut: (places, most) => say`另有 ${places} 个位置未列出：每个发现最多显示 ${most} 个位置。`,
};
