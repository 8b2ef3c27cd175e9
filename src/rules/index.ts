/**
 * YAML in, packs out: what to track, what counts as an operation, how stages
 * are told. This folder knows how a pack is written and what it means; it knows
 * no repository and no behavior, and runs nothing that a pack says.
 */
export { type BundledPack, listBundledPacks } from "./bundled.js";
export { type CheckedHazard, checkHazards, type SeeHazard } from "./check-hazards.js";
export { type CheckedExample, checkPack, type Evaluate, type Evaluation, type Mismatch } from "./check-pack.js";
export type { HazardDescription, RuleLine } from "./describe-hazard.js";
export { describePack, type PackDescription } from "./describe-pack.js";
export type { Fault, Kind, Label } from "./fault.js";
export { bundledPacks, findPack, findPackFile, isPackFile, type PackBytes, type PackReference } from "./find-pack.js";
export { findPacks } from "./find-packs.js";
export type { Form, ReadForm } from "./form.js";
export {
  builtInRules,
  type CodeKind,
  type CodeRule,
  type GuardLiteral,
  type GuardRule,
  type HazardExample,
  type HazardRule,
  type ObjectRule,
  type Relation,
  SUBJECT,
  type TextRule,
} from "./hazard.js";
export type { LoadedPack } from "./load-pack.js";
export { isMapping } from "./names.js";
export type {
  Example,
  Expectation,
  FunctionRule,
  KeyLocation,
  KeyRule,
  OperationRule,
  Pack,
  Pattern,
  Scenario,
  ScenarioStep,
  SourceRule,
  TriggerCondition,
  TriggerRule,
} from "./pack.js";
export { InvalidFile, type Path, type Problem, type Report } from "./problem.js";
export { readForm } from "./read-form.js";
export { readBeginning, readPack } from "./read-pack.js";
export { makeReady } from "./ready-pack.js";
export { expressionOf } from "./text-expression.js";
