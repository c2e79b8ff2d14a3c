// Names the one fault to mend first, out of everything that fails on its own account.

import { catalogue } from "../finding/catalogue.ts";
import { ancestorsOf } from "../finding/check-graph.ts";
import { changeOf } from "../finding/recent-changes.ts";
import type { CheckResult, Severity } from "../outcome/check.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";
import type { RootCause } from "./diagnosis.ts";

export type Problem = Extract<CheckResult, Readonly<{ status: "warn" | "fail" }>>;

const isProblem = (result: CheckResult): result is Problem =>
  result.status === "warn" || result.status === "fail";

/** What is wrong with the cluster or the way to it, and no more than advice. */
export const isWarning = (result: CheckResult): result is Problem =>
  result.status === "warn" && result.advice === undefined && !isAboutRequester(result);

const aboutRequester: ReadonlySet<string> = new Set(
  catalogue.filter(({ about }) => about === "requester").map(({ id }) => id),
);
export const isAboutRequester = ({ id }: Pick<CheckResult, "id">): boolean => aboutRequester.has(id);

const aboutPeople: ReadonlySet<string> = new Set(
  catalogue.filter(({ about }) => about === "people").map(({ id }) => id),
);
/** It closes a way in, and nothing that the cluster does by itself needs it. */
export const isAboutPeople = ({ id }: Pick<CheckResult, "id">): boolean => aboutPeople.has(id);

const onlyAdvice: ReadonlySet<string> = new Set(
  catalogue.filter((check) => check.onlyAdvice === true).map(({ id }) => id),
);
export const isOnlyAdvice = ({ id }: Pick<CheckResult, "id">): boolean => onlyAdvice.has(id);

const groupOf = (id: string): string => id.split(".")[0] ?? id;

/** Groups that concern everyone who wants to reach the API server, whatever way they come. */
const globalGroups: ReadonlySet<string> = new Set(["cluster", "api", "pe", "dns"]);
/**
 * In those groups, and yet the API server answers: a failed operation, an endpoint that some people made, one
 * network of several from which people come, and servers on premises.
 */
const onlySome: ReadonlySet<string> = new Set([
  "cluster.provisioning-failed",
  "pe.extra-endpoint",
  "dns.link-client",
  "dns.onprem-forwarding",
]);
export const isGlobal = ({ id }: CheckResult): boolean => globalGroups.has(groupOf(id)) && !onlySome.has(id);

const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** The graver one first. */
export const compareSeverity = (
  one: Pick<CheckResult, "severity">,
  other: Pick<CheckResult, "severity">,
): number => severities.indexOf(one.severity) - severities.indexOf(other.severity);

/** Where two faults are equal otherwise: the one that is met first on the way in. */
const phases = [
  "cluster",
  "access",
  "entra",
  "identity",
  "pe",
  "api",
  "dns",
  "bastion",
  "vpn",
  "er",
  "jit",
  "jump",
  "cloudshell",
  "avd",
  "vnet",
  "peering",
  "route",
  "nsg",
  "egress",
  "firewall",
  "pool",
  "invoke",
];

const compareKeys = (left: readonly number[], right: readonly number[]): number =>
  left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** When the resource of a problem was changed last, in milliseconds; 0 where nobody touched it. */
function changedAt({ resourceId }: Problem, changes: readonly ResourceChange[]): number {
  const change = resourceId === undefined ? undefined : changeOf(resourceId, changes);
  return change === undefined ? 0 : Date.parse(change.time) || 0;
}

/**
 * Faults of the cluster or the way to it, the one to name first: what a symptom points at, what concerns everyone, what
 * is gravest, and of equal ones what was changed last. `changes` newest first.
 */
export function rankFaults(
  results: readonly CheckResult[],
  suspects: ReadonlySet<string>,
  changes: readonly ResourceChange[],
): readonly Problem[] {
  const key = (result: Problem): readonly number[] => [
    suspects.has(result.id) ? 0 : 1,
    isGlobal(result) ? 0 : 1,
    severities.indexOf(result.severity),
    -changedAt(result, changes),
    phases.indexOf(groupOf(result.id)),
  ];
  return (
    results
      .filter(isProblem)
      .filter((result) => result.status === "fail" && result.explainedBy === undefined)
      .filter((result) => result.severity !== "info" && !isAboutRequester(result))
      // What a walk tells is ranked by what needs it.
      .filter(({ need }) => need === undefined)
      .toSorted((left, right) => compareKeys(key(left), key(right)))
  );
}

/** What is named where nothing has failed, and yet not all is well: the gravest, and of equal ones the first. */
export const gravestWarning = (results: readonly CheckResult[]): Problem | undefined =>
  results.filter(isWarning).toSorted(compareSeverity)[0];

const lacks = [
  "invoke.permission",
  "access.kubeconfig",
  "entra.local-accounts",
  "entra.tenant",
  "access.kubernetes-role",
  "cluster.credential-stale",
  "bastion.sku-features",
  "bastion.client-address",
  // Parts of a way that not everybody comes by: nobody's fault, until somebody asks about them.
  ...["cloudshell.providers", "cloudshell.network-profile", "cloudshell.relay", "cloudshell.storage"],
  "vpn.p2s-config",
  ...["cloudshell.aci-roles", "cloudshell.reach", "avd.host-pool", "avd.session-hosts", "avd.reach"],
];

/** What the asker's error text points at could not be read. */
export const isOpenLack = (results: readonly CheckResult[], suspects: ReadonlySet<string>): boolean =>
  results.some(({ id, status }) => status === "notAssessed" && lacks.includes(id) && suspects.has(id));

/** What only the asker lacks: a right, the right tenant, or a feature that they want; in the order in which it matters. */
export const rankLacks = (results: readonly CheckResult[]): readonly Problem[] =>
  results.filter(isProblem).filter(({ id }) => lacks.includes(id));

/** Those that the asker's own error text points at, of whatever only concerns the asker. */
export const lacksPointedAt = (
  results: readonly CheckResult[],
  suspects: ReadonlySet<string>,
): readonly Problem[] =>
  results
    .filter(isProblem)
    .filter(({ id }) => suspects.has(id))
    .filter((each) => lacks.includes(each.id) || (isAboutRequester(each) && each.advice === undefined))
    .toSorted((one, other) => rankOfLack(one) - rankOfLack(other));

const rankOfLack = ({ id }: Problem): number => (lacks.includes(id) ? lacks.indexOf(id) : lacks.length);

/** `certain` only when everything that could explain it was assessed. */
export function toRootCause(
  problem: Problem,
  results: readonly CheckResult[],
  changes: readonly ResourceChange[],
): RootCause {
  const before = ancestorsOf(problem.id, catalogue);
  const open = results.some(({ id, status }) => before.has(id) && status === "notAssessed");
  const { id, facts, resourceId, fix } = problem;
  const change = resourceId === undefined ? undefined : changeOf(resourceId, changes);
  return {
    check: id,
    facts,
    confidence: open ? "likely" : "certain",
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(change === undefined ? {} : { changed: change }),
    ...(fix === undefined ? {} : { fix }),
  };
}
