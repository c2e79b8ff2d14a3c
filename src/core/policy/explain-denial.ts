// Finds out why something is not allowed: which part of a command is in the way, and what to ask instead where something
// smaller would be.

import { type AlertSeverity, severities } from "../alert/alert.ts";
import { type CommandRequest, commandText, type Read } from "../command/grammar/command-request.ts";
import { parseArgv } from "../command/parse-command.ts";
import type { RulePart, RuleVerdict } from "./choose-rules.ts";
import type { Circumstances } from "./circumstances.ts";
import { decide } from "./decide.ts";
import type { Deed, Instead, PolicyAction, PolicyDenies } from "./decision.ts";
import { isWrite } from "./match.ts";
import type { AllowRule, Policy, Rule } from "./policy.ts";
import { opensAt } from "./window.ts";

// What to ask instead of a command that reads too much: commands that read less and answer much of the same.

/** The nearest first. Which of them are allowed is another question. */
function narrowerCommands({ verb, argv, names, scope }: CommandRequest): readonly CommandRequest[] {
  const words = argv.slice(1 + verb.split(" ").length);
  const without = (flags: RegExp) => words.filter((word) => !flags.test(word));
  const get = ["kubectl", "get", ...without(/^--(show-events|revision)\b/)];
  switch (verb) {
    case "describe":
      return accepted(["kubectl", "describe", ...without(/^--show-events\b/), "--show-events=false"], get);
    case "helm status": {
      const plain = words.filter((word) => !/^--(revision|output)\b/.test(word));
      return accepted(["helm", "history", ...plain], ["helm", "get", "notes", ...plain]);
    }
    case "rollout history":
      return accepted(get);
    case "logs": {
      const there = scope.kind === "namespace" ? [`--namespace=${scope.name}`] : [];
      return accepted(["kubectl", "logs", "POD", ...there]);
    }
    case "get": {
      const [types = "", ...flags] = without(/^--(selector|field-selector)=/);
      return names.length === 0 ? accepted(["kubectl", "get", types, "NAME", ...flags]) : [];
    }
    default:
      return [];
  }
}

/** The same in a namespace that most rules reach: says whether naming one can help at all. Null where it was no `-A`. */
function inOneNamespace({ argv, scope }: CommandRequest): CommandRequest | null {
  if (scope.kind !== "allNamespaces") return null;
  const one = argv.map((word) => (word === "--all-namespaces" ? "--namespace=default" : word));
  return accepted(one)[0] ?? null;
}

/** Commands of our own go through the same door as everyone's. */
const accepted = (...argvs: readonly (readonly string[])[]): readonly CommandRequest[] =>
  argvs.map(parseArgv).flatMap((parsed) => (parsed.ok ? [parsed.request] : []));

// Where no rule allows something as things are: whether one would at another hour, while an alert is open, in an emergency.

type Asked = Readonly<{
  policy: Policy;
  /** Names of the person's groups in the policy. */
  groups: readonly string[];
  action: PolicyAction;
  circumstances: Circumstances;
}>;

/** Null where no rule would. The way that is open at once comes first. */
function whyNotNow(asked: Asked, deed: Deed): PolicyDenies | null {
  const rule = urgently(asked);
  if (rule !== null) return { is: "emergencyOnly", rule, deed };
  const incident = inIncident(asked);
  if (incident !== null)
    return { is: "noIncident", ...incident, deed, known: asked.circumstances.incident !== null };
  const inHours = allowing(without(asked, "when"));
  if (inHours !== null)
    return { is: "outsideHours", ...(opening(asked) ?? { rule: inHours, opens: null }), deed };
  const withTags = asked.action.cluster.tags === undefined ? allowing(without(asked, "tags")) : null;
  return withTags === null ? null : { is: "tagsUnknown", rule: withTags, deed };
}

/** The least severe alert that would open it. */
function inIncident(asked: Asked): Readonly<{ rule: string; least: AlertSeverity }> | null {
  for (const least of severities.toReversed()) {
    const rule = allowing({ ...asked, circumstances: { ...asked.circumstances, incident: least } });
    if (rule !== null) return { rule, least };
  }
  return null;
}

function urgently(asked: Asked): string | null {
  const { action } = asked;
  if (action.kind !== "change" && action.kind !== "fix") return null;
  return allowing({ ...asked, action: { ...action, breakGlass: true } });
}

/** Ids of the rules that allow it; null where none does. */
function allowing({ policy, groups, action, circumstances }: Asked): string | null {
  const verdict = decide(policy, groups, action, circumstances);
  return verdict.effect === "allow" ? verdict.rule : null;
}

/** The same, if rules that allow did not ask for this. */
function without(asked: Asked, condition: "when" | "tags"): Asked {
  const rules = asked.policy.rules.map((rule) => {
    if (rule.effect === "deny") return rule;
    const { [condition]: _, ...rest } = rule;
    return rest satisfies AllowRule;
  });
  return { ...asked, policy: { ...asked.policy, rules } };
}

/** The next time at which some rule's hours begin and it is allowed then. ISO, UTC. */
function opening(asked: Asked): Readonly<{ rule: string; opens: string }> | null {
  const { now } = asked.circumstances;
  if (now === null) return null;
  const times = asked.policy.rules.flatMap(({ when }) => (when && opensAt(when, now)) ?? []);
  for (const time of times.toSorted((a, b) => a.getTime() - b.getTime())) {
    const rule = allowing({ ...asked, circumstances: { ...asked.circumstances, now: time } });
    if (rule !== null) return { rule, opens: time.toISOString() };
  }
  return null;
}

type RunAction = Extract<PolicyAction, { kind: "run" }>;
type Denied = Extract<RuleVerdict, { effect: "deny" }>;
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

const isAlso = (part: RulePart): part is Read => part !== null && !isWrite(part) && part.also;

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

function deedOf(action: PolicyAction, inTheWay: RulePart): Deed {
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
