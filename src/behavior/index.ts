/**
 * Declarations of one tree in, behavior out: what happens at every stage, what
 * operations do, who else writes. Several behaviors in, one matrix out. This
 * folder knows no git and no text that people read.
 */
export { type AlignChange, type AlignStep, alignBehaviors } from "./cells/align.js";
export { buildMatrix, type EvaluatedRef } from "./cells/build-matrix.js";
export { behaviorKey, type Change, compareBehaviors } from "./cells/compare.js";
export type { OperationBehavior } from "./cells/operations.js";
export type { KeyNeed, PlayableEffect } from "./cells/playable-effect.js";
export { BehaviorEvaluator, type RefBehavior } from "./cells/ref-behavior.js";
export type { StagedCall } from "./cells/staged-call.js";
export { callsText, callText, effectsText, NOTHING } from "./cells/text.js";
export type { WriterBehavior } from "./cells/writers.js";
export type { Evidence, Snippet } from "./evidence.js";
export { type DeclarationHazards, type HazardSighting, HazardTable } from "./hazards/hazard-table.js";
export { hazardNeedles } from "./hazards/needles.js";
export type {
  CallView,
  CellView,
  Confidence,
  Difference,
  DifferenceKind,
  Effect,
  GuardView,
  Matrix,
  OperationView,
  Place,
  RefStatus,
  RefView,
  Scalar,
  Trigger,
  UnplacedView,
  Verdict,
  WriterView,
} from "./matrix.js";
export { type DeclarationFacts, FactTable } from "./program/declaration-facts.js";
export type { KeptFile } from "./program/kept-file.js";
export { seedNames } from "./program/seed-names.js";
export type { WantedName } from "./program/wanted-name.js";
export { playScenarios } from "./scenarios/play-scenarios.js";
export type {
  ExpectedKey,
  ExpectedValue,
  FailedExpectation,
  PlayedOn,
  PlayedScenario,
  Scenarios,
} from "./scenarios/scenarios.js";
