import { say } from "../../text.js";
import { plural } from "./words.js";

/** What a SARIF file tells of itself. */
export const sarif = {
  explain: (rule: string) => say`${`volteface explain ${rule}`} tells how to silence it, with a reason.`,
  withoutPlace: (findings: number) =>
    say`${findings} ${plural(findings, "finding has", "findings have")} no place in the sources of this commit and ${plural(findings, "is", "are")} not in this file; volteface review tells ${plural(findings, "it", "them")}.`,
  leftOut: (findings: number, most: number) =>
    say`${findings} ${plural(findings, "finding", "findings")} of the least severity ${plural(findings, "was", "were")} left out: a file may not have more than ${most}.`,
  notShown: (findings: number, most: number) =>
    say`Of these ${findings} findings, GitHub shows the ${most} most severe.`,
  placesLeftOut: (places: number, most: number) =>
    say`${places} further ${plural(places, "place was", "places were")} left out: a finding is shown at no more than ${most}.`,
};
