// What the rules of a policy say to somebody in these groups, without the words for it.
import {
  allowBy,
  approvalOf,
  type RuleCandidate,
  type RulePart,
  type RuleVerdict,
  type Wanted,
} from "./choose-rules.ts";
import { type Circumstances, counts } from "./circumstances.ts";
import type { PolicyAction } from "./decision.ts";
import {
  type ChangeNeed,
  covers,
  coversChange,
  isWrite,
  matchesCluster,
  matchesGroups,
  neededReadsOf,
  oneByOne,
  touches,
  touchesChange,
  touchesUnread,
} from "./match.ts";
import type { AllowRule, DenyRule, Policy } from "./policy.ts";

type Action<Kind extends PolicyAction["kind"]> = Extract<PolicyAction, { kind: Kind }>;

/** `groups`: names of the policy. */
export function decide(
  policy: Policy,
  groups: readonly string[],
  action: PolicyAction,
  circumstances: Circumstances,
): RuleVerdict {
  const { cluster } = action;
  const rules = policy.rules
    .filter((rule) => matchesGroups(rule, groups) && matchesCluster(rule, cluster))
    .filter((rule) => counts(rule, cluster, circumstances))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const denied = deniedBy(
    rules.filter((rule) => rule.effect === "deny"),
    action,
  );
  if (denied !== null) return denied;
  const asAdmin = "clusterAdmin" in action && action.clusterAdmin;
  const urgent = "breakGlass" in action && action.breakGlass === true;
  const usable = rules
    .filter((rule) => rule.effect === "allow")
    .filter(({ asClusterAdmin, breakGlass }) => (asClusterAdmin || !asAdmin) && (urgent || !breakGlass));
  return allowBy(wantedOf(usable, action));
}

function deniedBy(rules: readonly DenyRule[], action: PolicyAction): RuleVerdict | null {
  for (const rule of rules) {
    const inTheWay = whatDenies(rule, action);
    if (inTheWay !== undefined) return { effect: "deny", rule, inTheWay };
  }
  return null;
}

/** The part that the rule closes; undefined where it closes nothing of it. */
function whatDenies(rule: DenyRule, action: PolicyAction): RulePart | undefined {
  switch (action.kind) {
    case "run":
      return neededReadsOf(action.request).find(
        (need) => rule.run && touches(rule.run, action.request.verb, need),
      );
    case "change":
      return whatDeniesChange(rule, action);
    default:
      return rule[action.kind] === true ? null : undefined;
  }
}

/** What may not be read is not changed either. */
function whatDeniesChange({ run, change }: DenyRule, { request }: Action<"change">): RulePart | undefined {
  return (
    request.writes.find((write) => change && touchesChange(change, request, write)) ??
    request.reads.find((read) => run && touches(run, "get", read)) ??
    request.writes.find((write) => run && touchesUnread(run, write))
  );
}

/** For each part, the rules that allow it. */
function wantedOf(rules: readonly AllowRule[], action: PolicyAction): readonly Wanted[] {
  switch (action.kind) {
    case "run": {
      const { verb } = action.request;
      return neededReadsOf(action.request).map((need) => ({
        need,
        by: rules.filter(({ run }) => run && covers(run, verb, need)).map(reading),
      }));
    }
    case "change": {
      const { request } = action;
      return [...request.writes, ...request.reads].map((need) => ({
        need,
        by: rules.flatMap((rule) => changing(rule, request, need)),
        ofEach: oneByOne(need).map((one) => rules.flatMap((rule) => changing(rule, request, one))),
      }));
    }
    case "fix":
      return [{ need: null, by: rules.filter(({ fix }) => fix).flatMap(withApproval) }];
    default:
      return [{ need: null, by: rules.filter((rule) => rule[action.kind]).map(reading) }];
  }
}

/** Whoever may read something anyway needs nobody's approval for that. */
function changing(rule: AllowRule, request: Action<"change">["request"], need: ChangeNeed): RuleCandidate[] {
  if (!isWrite(need) && rule.run && covers(rule.run, "get", need)) return [reading(rule)];
  return rule.change && coversChange(rule.change, request, need) ? withApproval(rule) : [];
}

const reading = (rule: AllowRule): RuleCandidate => ({ rule, approval: null });

/** One that does not say who has to agree, which the check of the file does not let pass, lets nothing be changed. */
const withApproval = (rule: AllowRule): RuleCandidate[] =>
  rule.approval === undefined ? [] : [{ rule, approval: approvalOf(rule.approval) }];
