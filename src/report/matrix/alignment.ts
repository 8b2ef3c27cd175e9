import type { Place } from "../../behavior/index.js";
import type { AlignChange } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import type { Text } from "../text.js";

/** One change to make, as a sentence. */
export function changeSentence(change: AlignChange, messages: Messages): Text {
  const say = messages.align.changes;
  const at = (place: Place | null): Text => (place === null ? [] : messages.align.at(place));
  switch (change.code) {
    case "replace-call":
      return say["replace-call"](change, at(change.at));
    case "add-call":
      return say["add-call"](change, at(change.at));
    case "remove-call":
      return say["remove-call"](change, at(change.at));
    case "add-effect":
      return say["add-effect"](change, at(change.at));
    case "remove-effect":
      return say["remove-effect"](change, at(change.at));
    case "change-trigger":
      return say["change-trigger"](change, at(change.at));
    case "change-guards":
      return say["change-guards"](change, at(change.at));
    case "add-operation":
      return say["add-operation"](change, at(change.like));
    case "remove-operation":
      return say["remove-operation"](change, at(change.at));
  }
}
