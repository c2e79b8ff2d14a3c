// What is wrong with a policy file, as data: the catalogue says it to whoever writes the policy.

import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import type { RefusalReason } from "../command/grammar/refusal.ts";
import type { Approval, Decision } from "./decision.ts";

/** What a value is not, that its place cannot take. */
export const unfits = [
  ...(["groupId", "ruleId", "clusterPattern", "clusterName", "namespacePattern"] as const),
  ...(["namePattern", "verb", "changeVerb", "resource", "duration"] as const),
  ...(["count", "timeOfDay", "timeZone", "time", "tags"] as const),
] as const;
export type Unfit = (typeof unfits)[number];

/** What is left out may be anything. */
export type ExpectedApproval =
  | "requester"
  | Readonly<{
      count?: number | undefined;
      groups?: readonly string[] | undefined;
      runAs?: "requester" | "approver" | undefined;
    }>;

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
  onCallSource: { schedule: string };
  scheduleUnknown: { name: string; near: readonly string[] };
  scheduleTwice: { name: string };
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

// A YAML text as data, with the place of every value in it, so that each problem can name its line.

export type PolicyProblem = Readonly<{ line: number; column: number; fault: PolicyFault }>;
export type FaultPath = readonly PropertyKey[];
/** A problem that knows its place but not yet its line; `key` names a key of the mapping at `path`. */
export type Fault = Readonly<{ path: FaultPath; fault: PolicyFault; key?: string }>;
type YamlText = Readonly<{ value: unknown; locate: (fault: Fault) => PolicyProblem }>;

/** Reads YAML 1.2 without aliases: a policy says everything where it stands. Lines and columns count from 1. */
export function readYaml(
  text: string,
): Readonly<{ ok: true; yaml: YamlText } | { ok: false; problems: readonly PolicyProblem[] }> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
  const problem = (offset: number, fault: PolicyFault): PolicyProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), fault };
  };
  const problems = [...document.errors, ...document.warnings].map(({ pos, code, message }) =>
    problem(pos[0], code === "MULTIPLE_DOCS" ? { is: "severalDocuments" } : { is: "notYaml", said: message }),
  );
  visit(document, {
    Alias: (_, { range }) => {
      problems.push(problem(range?.[0] ?? 0, { is: "alias" }));
    },
  });
  if (problems.length > 0) return { ok: false, problems };
  /** Where the path leads to nothing, the nearest value on the way counts. */
  const locate = ({ path, fault, key }: Fault) => problem(offsetOf(document, path, key), fault);
  return { ok: true, yaml: { value: document.toJS(), locate } };
}

function offsetOf(document: Document, path: FaultPath, key?: string): number {
  let node: unknown = document.contents;
  for (const segment of path) {
    const next = childOf(node, segment);
    if (next === undefined) break;
    node = next;
  }
  if (key !== undefined && isMap(node)) {
    const found = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key;
    if (isNode(found)) return found.range?.[0] ?? 0;
  }
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function childOf(node: unknown, segment: PropertyKey): unknown {
  if (isAlias(node)) return undefined;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
    return pair?.value ?? pair?.key;
  }
  return isSeq(node) && typeof segment === "number" ? node.items[segment] : undefined;
}
