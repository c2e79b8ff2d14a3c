// A way to reach the API server, judged hop by hop. What it is called stands in a catalogue of words.
import type { Absence } from "../client/gateways-near.ts";
import type { SkipFact } from "../finding/kit/skips.ts";
import type { StepFact } from "../finding/kit/step-fact.ts";
import type { Fact } from "../outcome/fact.ts";
import type { Stop } from "../requirement/requirement-result.ts";
import type { Instruction, WayFact } from "./way-fact.ts";

export type AccessPathState = "available" | "probable" | "blocked" | "notConfigured";

/** Why a way is in its state. */
export type PathReason =
  | WayFact
  | Absence
  | SkipFact
  | Readonly<
      | Extract<StepFact, Readonly<{ is: "step" | "stop" }>>
      /** The run command's pod runs on a node, which lacks something itself. */
      | ({ is: "podStopped" } & Stop)
      /** What a finding says. */
      | { is: "told"; check: string; facts: readonly Fact[] }
    >;

export type AccessPath = Readonly<{
  /** P01 to P16. */
  id: string;
  state: AccessPathState;
  reason: PathReason;
  /** Ids of failing checks, root causes only, and of those that tell where a walk is stopped. */
  blockedBy: readonly string[];
  /** Ids of checks that could not be assessed and would settle a `probable` path. */
  unconfirmed: readonly string[];
  /** 1 is the best; only usable paths have a rank. */
  rank?: number;
  /** Shell lines to copy, in order, and what is to be done between them. */
  steps: readonly (string | Instruction)[];
}>;
