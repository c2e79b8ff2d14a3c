// What is wrong with a policy file, as data: the catalogue says it to whoever writes the policy.
import type { RefusalReason } from "../command/grammar/refusal.ts";
import type { Approval, Decision } from "./decision.ts";

/** A value that its place cannot take. */
export type Unfit =
  | "groupId"
  | "ruleId"
  | "clusterPattern"
  | "clusterName"
  | "namespacePattern"
  | "namePattern"
  | "verb"
  | "changeVerb"
  | "resource"
  | "duration"
  | "count"
  | "timeOfDay"
  | "timeZone"
  | "time"
  | "tags";

/** What is left out may be anything. */
export type ExpectedApproval =
  | "requester"
  | Readonly<{ count?: number | undefined; groups?: readonly string[] | undefined }>;

type Nothing = Readonly<Record<never, never>>;

/** `at`: where in the file, such as `rules[0].run.verbs[1]`; empty for the whole of it. `near`: what may be meant. */
type Values = {
  severalDocuments: Nothing;
  /** In the words of the YAML library. */
  notYaml: { said: string };
  alias: Nothing;

  missing: { at: string };
  wrongType: { at: string; expected: string };
  wrongValue: { at: string; accepted: readonly string[] };
  wrongEffect: { at: string };
  wrongApproval: { at: string };
  isEmpty: { at: string };
  /** `full`: the full name of the resource type, where its short one was written. */
  unfit: { at: string; given: string; unfit: Unfit; near: readonly string[]; full?: string };
  /** In the words of the schema library. */
  otherwise: { at: string; given: string; said: string };
  keyOfAllow: { at: string; key: string };
  keyUnknown: { at: string; key: string; near: readonly string[]; known: readonly string[] };

  groupForAll: Nothing;
  groupTwice: { name: string; earlier: string };
  groupUnknown: { name: string; near: readonly string[] };
  allInAllow: Nothing;
  ruleTwice: { rule: string };
  ruleEmpty: { rule: string };
  ruleUnknown: { rule: string; near: readonly string[] };
  notClosed: { resource: string };
  windowEmpty: Nothing;
  approvalMissing: { rule: string };
  approvalUnused: { rule: string };
  escalatesLate: Nothing;
  breakGlassReads: { rule: string };
  breakGlassUnused: { rule: string };
  breakGlassAsksNoLess: { rule: string };

  testAsksOneThing: Nothing;
  testUnmaskedWithoutRun: Nothing;
  testOfChangeWithoutChange: Nothing;
  /** `holds` is missing where a file is named, stands where none is, or names what no file may hold. */
  testOfFile: Nothing;
  testRefused: { reason: RefusalReason };
  /** `rule`: the one that was expected; `withheld`: the output would be shown, but masked. */
  testFails: { expected: Decision["effect"]; rule: string | null; decision: Decision; withheld: boolean };
  /** It names its cluster by name; by its resource id these rules could decide otherwise. */
  testNeedsId: { rules: readonly string[] };
  /** It is allowed, and who has to agree is not who was expected. */
  testApproval: { rule: string; expected: ExpectedApproval; approval: Approval };
};

export type PolicyFault = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];
