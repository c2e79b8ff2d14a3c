// What a security group denies and a network manager always allows gets through: the group is never asked.
// https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins
import type { NeedId } from "../requirement/need.ts";
import type { Requirement } from "../requirement/requirement.ts";
import type { CheckResult } from "./check.ts";

/** Checks that read groups alone, and the needs whose walks ask all that stands before those groups. */
const walkedBy: Readonly<Record<string, readonly NeedId[]>> = {
  "nsg.client-443": ["people.api"],
  // The way out is walked only where something may hold it up.
  "nsg.node-egress": ["nodes.api", "nodes.egress"],
  "nsg.intra-node": ["nodes.nodes", "pods.dns"],
  "nsg.jump-inbound": ["bastion.jump"],
  "api.vnetint-nsg": ["nodes.api", "people.api"],
};

const isOverruled = ({ walks }: Requirement): boolean =>
  walks.some(({ trace }) => trace.steps.some(({ reason }) => reason.is === "adminAllows"));

function overGroups(result: CheckResult, requirements: readonly Requirement[]): CheckResult {
  if (result.status !== "fail" && result.status !== "warn") return result;
  const needs = walkedBy[result.id] ?? [];
  const walked = requirements.filter(({ id }) => needs.includes(id));
  const isLetThrough =
    walked.length > 0 && walked.every(({ end }) => end === "delivered") && walked.some(isOverruled);
  const { id, title, severity, summary } = result;
  return isLetThrough
    ? {
        ...{ id, title, severity, status: "pass" },
        summary: `A network manager's rule lets it through before any group is asked: ${summary}`,
      }
    : result;
}

export const withAdminRules = (
  results: readonly CheckResult[],
  requirements: readonly Requirement[],
): readonly CheckResult[] => results.map((result) => overGroups(result, requirements));
