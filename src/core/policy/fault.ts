// What is wrong with a policy file, as data: the catalogue says it to whoever writes the policy.
import type { RefusalReason } from "../command/refusal.ts";
import type { Decision } from "./decision.ts";

/** A value that its place cannot take. */
export type Unfit =
  | "groupId"
  | "ruleId"
  | "clusterPattern"
  | "clusterName"
  | "namespacePattern"
  | "verb"
  | "resource";

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

  testAsksOneThing: Nothing;
  testUnmaskedWithoutRun: Nothing;
  testRefused: { reason: RefusalReason };
  /** `rule`: the one that was expected; `withheld`: the output would be shown, but masked. */
  testFails: { expected: Decision["effect"]; rule: string | null; decision: Decision; withheld: boolean };
};

export type PolicyFault = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];
