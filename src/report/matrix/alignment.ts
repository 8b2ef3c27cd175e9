import type { AlignChange, Place } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import type { Text } from "../text.js";

/** Where a change is to be made, or what it can be copied from. */
export function placeOf(change: AlignChange): Place | null {
  return change.code === "add-operation" ? change.like : change.at;
}

/** One change to make, as a sentence; formats with links of their own leave the place out. */
export function changeSentence(change: AlignChange, messages: Messages, places: "with-place" | "bare"): Text {
  const say = messages.align.changes;
  const place = placeOf(change);
  const at = place === null || places === "bare" ? [] : messages.align.at(place);
  switch (change.code) {
    case "replace-call":
      return say["replace-call"](change, at);
    case "add-call":
      return say["add-call"](change, at);
    case "remove-call":
      return say["remove-call"](change, at);
    case "add-effect":
      return say["add-effect"](change, at);
    case "remove-effect":
      return say["remove-effect"](change, at);
    case "change-trigger":
      return say["change-trigger"](change, at);
    case "change-guards":
      return say["change-guards"](change, at);
    case "add-operation":
      return say["add-operation"](change, at);
    case "remove-operation":
      return say["remove-operation"](change, at);
  }
}
