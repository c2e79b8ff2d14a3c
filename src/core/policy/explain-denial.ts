// Finds out why something is not allowed: which part of a command is in the way, and what to ask instead where something
// smaller would be.
import type { CommandRequest, Read } from "../command/command-request.ts";
import { commandText } from "../command/command-text.ts";
import { decide } from "./decide.ts";
import type { PolicyAction } from "./decision.ts";
import type { Deed, Instead, PolicyDenies } from "./denial.ts";
import { isWrite } from "./match-change.ts";
import { inOneNamespace, narrowerCommands } from "./narrower.ts";
import type { Rule } from "./policy.ts";
import type { Part, Verdict } from "./verdict.ts";
import { type Asked, whyNotNow } from "./why-not-now.ts";

type RunAction = Extract<PolicyAction, { kind: "run" }>;
type Denied = Extract<Verdict, { effect: "deny" }>;
type Denial = Asked & Readonly<{ verdict: Denied }>;

export function explainDenial(denial: Denial): PolicyDenies {
  const { action, groups, verdict } = denial;
  const { rule, inTheWay } = verdict;
  const deed = deedOf(action, inTheWay);
  const plain = (instead: Instead | null): PolicyDenies =>
    rule === null
      ? { is: "noRule", groups, deed, instead }
      : { is: "ruleForbids", rule: rule.id, deed, instead };
  if (rule === null) {
    const why = whyNoRule(denial, deed);
    if (why !== null) return why;
  }
  if (action.kind !== "run" && action.kind !== "change") return plain(null);
  const instead = action.kind === "run" ? insteadOf(denial, action) : null;
  if (!isAlso(inTheWay)) return plain(instead);
  return {
    is: "alsoReads",
    verb: action.request.verb,
    read: inTheWay,
    cluster: action.cluster.name,
    groups,
    rule: rule?.id ?? null,
    closed: rule === null ? [] : closedOf(rule, inTheWay),
    instead,
  };
}

/** What keeps the rules that might allow it from doing so; null where there is none. */
function whyNoRule(denial: Denial, deed: Deed): PolicyDenies | null {
  const { action, groups, verdict } = denial;
  if (groups.length === 0) return { is: "inNoGroup", deed };
  if (verdict.contradict !== undefined) return { is: "approvalsContradict", rules: verdict.contradict, deed };
  if (
    "clusterAdmin" in action &&
    action.clusterAdmin &&
    isAllowed(denial, { ...action, clusterAdmin: false })
  )
    return { is: "clusterAdmin", cluster: action.cluster.name, groups };
  return whyNotNow(denial, deed);
}

const isAllowed = ({ policy, groups, circumstances }: Denial, action: PolicyAction): boolean =>
  decide(policy, groups, action, circumstances).effect === "allow";

const isAlso = (part: Part): part is Read => part !== null && !isWrite(part) && part.also;

/** Which namespaces it is that all namespaces would include. */
function closedOf({ run }: Rule, { scope }: Read): readonly string[] {
  if (run === undefined || scope.kind !== "allNamespaces" || run.namespaces.includes("*")) return [];
  return run.namespaces;
}

/** What would be allowed instead; null where nothing near is. */
function insteadOf(denial: Denial, action: RunAction): Instead | null {
  const { rule, inTheWay } = denial.verdict;
  const allowed = (request: CommandRequest) => isAllowed(denial, { ...action, request });
  const one = inOneNamespace(action.request);
  if (one !== null && inTheWay?.scope.kind === "allNamespaces") {
    if (rule === null) return { is: "perhapsOneNamespace" };
    if (allowed(one)) return { is: "oneNamespace", also: isAlso(inTheWay) };
  }
  const narrower = narrowerCommands(action.request).find(allowed);
  return narrower === undefined ? null : { is: "narrower", command: commandText(narrower) };
}

function deedOf(action: PolicyAction, inTheWay: Part): Deed {
  const cluster = action.cluster.name;
  switch (action.kind) {
    case "change":
      return { kind: "change", cluster, verb: action.request.verb, of: inTheWay };
    case "run": {
      const read = inTheWay === null || isWrite(inTheWay) ? null : inTheWay;
      return { kind: "run", cluster, verb: action.request.verb, read };
    }
    default:
      return { kind: action.kind, cluster };
  }
}
