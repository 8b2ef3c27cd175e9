import { Failure } from "../../primitives/index.js";

/** What follows when a job cannot do its work. */
export type Consequence =
  /** Nobody is there any more to tell anything to. */
  | { readonly kind: "leave" }
  /** GitHub asked to wait. */
  | { readonly kind: "wait"; readonly seconds: number }
  /** It is in the repository or in the settings, and can be told in a sentence; trying again changes nothing. */
  | { readonly kind: "tell"; readonly failure: Failure }
  /** It may pass; when it does not, it is told as a trouble of ours. */
  | { readonly kind: "retry" };

const GONE = ["github.not-found", "github.forbidden"];
const TOLD = /^(?:config|rules)\.|^mirror\.(?:too-large|history-rejected)$/;

/** Decides what follows from what a job threw. */
export function consequenceOf(error: unknown): Consequence {
  if (!(error instanceof Failure)) return { kind: "retry" };
  if (GONE.includes(error.code)) return { kind: "leave" };
  if (error.code === "github.rate-limited") return { kind: "wait", seconds: Number(error.fields.seconds) };
  return TOLD.test(error.code) ? { kind: "tell", failure: error } : { kind: "retry" };
}
