// Small policies and actions for the tests of the policy.
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { authorizeByPolicy } from "../../../src/core/policy/authorize.ts";
import type { Circumstances } from "../../../src/core/policy/circumstances.ts";
import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { Membership } from "../../../src/core/requester.ts";
import { saidProblem, saidRefusal } from "../../said.ts";

export const ids = {
  oncall: "00000000-0000-0000-0000-00000000000a",
  leads: "00000000-0000-0000-0000-00000000000b",
} as const;

/** A policy of these rules in YAML; its groups are `oncall` and `leads`. */
export function policyOf(...rules: readonly string[]): Policy {
  const groups = Object.entries(ids).map(([name, id]) => `  ${name}: ${id}`);
  const parsed = parsePolicy(
    ["version: 1", "groups:", ...groups, "rules:", ...rules.map((rule) => `  - ${rule}`)].join("\n"),
  );
  if (!parsed.ok) throw new Error(parsed.problems.map(saidProblem).join("\n"));
  return parsed.policy;
}

export const memberOf = (...groups: readonly (keyof typeof ids)[]): Membership => ({
  status: "known",
  groupIds: groups.map((group) => ids[group]),
  source: "token",
});

export const prod = {
  id: "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourcegroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1",
  name: "prod-1",
};

export const diagnose = (name = prod.name): PolicyAction => ({
  kind: "diagnose",
  cluster: { ...prod, name },
});

export const lookInside = (clusterAdmin = false, name = prod.name): PolicyAction => ({
  kind: "diagnose-inside",
  cluster: { ...prod, name },
  clusterAdmin,
});

export const watch = (name = prod.name): PolicyAction => ({ kind: "watch", cluster: { ...prod, name } });

export function run(
  command: string,
  options: { clusterAdmin?: boolean; cluster?: string } = {},
): PolicyAction {
  const parsed = parseKubectl(command);
  if (!parsed.ok) throw new Error(saidRefusal(parsed.reason));
  const cluster = { ...prod, name: options.cluster ?? prod.name };
  return { kind: "run", cluster, request: parsed.request, clusterAdmin: options.clusterAdmin ?? false };
}

export function change(
  command: string,
  {
    cluster = prod.name,
    ...options
  }: { clusterAdmin?: boolean; breakGlass?: true; cluster?: string; tags?: Record<string, string> } = {},
): Extract<PolicyAction, { kind: "change" }> {
  const parsed = parseChange(command);
  if (!parsed.ok) throw new Error(saidRefusal(parsed.reason));
  const { clusterAdmin = false, breakGlass, tags } = options;
  return {
    ...{ kind: "change", request: parsed.request, clusterAdmin, ...(breakGlass && { breakGlass }) },
    cluster: { ...prod, name: cluster, ...(tags && { tags }) },
  };
}

export const fix = (breakGlass?: true, name = prod.name): PolicyAction => ({
  kind: "fix",
  cluster: { ...prod, name },
  ...(breakGlass && { breakGlass }),
});

/** Rules in YAML: everyone's denial, and what the group `oncall` is allowed. */
export const allow = (id: string, rest: string, show = "thread") =>
  `{ id: ${id}, effect: allow, groups: [oncall], clusters: ["*"], show: ${show}, ${rest} }`;
export const deny = (id: string, rest: string) =>
  `{ id: ${id}, effect: deny, groups: ["*"], clusters: ["*"], ${rest} }`;
export const may = (verbs: string, resources: string, namespaces: string, more = "") =>
  `run: { verbs: [${verbs}], resources: [${resources}], namespaces: [${namespaces}]${more} }`;

export const mayChange = (verbs: string, resources: string, namespaces: string, more = "") =>
  `change: { verbs: [${verbs}], resources: [${resources}], namespaces: [${namespaces}]${more} }`;
export const byLeads = "approval: { count: 1, groups: [leads], expires: 30m }";

export const everything = may('"*"', '"*"', '"*"', ", clusterScoped: true");
/** `"*"` is all but what Helm keeps. */
export const everythingAndHelm = may('"*"', '"*", secrets/helm', '"*"', ", clusterScoped: true");
export const podsInPay = may("get", "pods", "pay, pay-*");

export const decide = (
  rules: readonly string[],
  action: PolicyAction,
  membership = memberOf("oncall"),
  circumstances?: Circumstances,
) => authorizeByPolicy(policyOf(...rules), membership, action, circumstances);
