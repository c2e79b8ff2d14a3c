// What mends something: its steps, what they may cost besides, and who may make them.

import type { ResourceId } from "../../snapshot/resource-id.ts";
import { distinct } from "../../text/distinct.ts";
import { type FixStep, lineOf } from "./actions.ts";
import { type AzTarget, forResource, target } from "./az.ts";
import type { FixRisk } from "./risk.ts";

/** Built-in roles, as Azure calls them. */
export type RoleName =
  | "Azure Container Instances Contributor Role"
  | "Azure Kubernetes Service Cluster User Role"
  | "Azure Kubernetes Service Contributor Role"
  | "Azure Relay Owner"
  | "Contributor"
  | "Key Vault Contributor"
  | "Network Contributor"
  | "Private DNS Zone Contributor"
  | "Role Based Access Control Administrator"
  | "Storage Account Contributor"
  | "User Access Administrator"
  | "Virtual Machine Contributor";

/** What is called by what it is, and not by a name. */
export type RolePlace = Readonly<{ is: "cluster" | "linkedNetworks" | "zoneGroup" }>;

export type RoleOn = Readonly<{
  role: RoleName;
  /** Names of what it is held on: on each of them. */
  on: readonly string[] | RolePlace;
  /** Held besides: the same lines take both. */
  and?: RoleOn;
  /** A role of one's own with this action does as well. */
  orOwnWith?: string;
}>;

/** `steps`: in order. */
export type Fix = Readonly<{
  steps: readonly FixStep[];
  risks: readonly FixRisk[];
  disruptive: boolean;
  roles: readonly RoleOn[];
}>;

/** What is said of a fix that interrupts somebody, or has what is under way take another path. */
const interrupting: readonly FixRisk["is"][] = [
  ...(["bastionUpdated", "certificatesRotated", "clientsDrop", "clusterReapplied"] as const),
  ...(["endpointMoved", "leavesByNatGateway", "leavesByRoute", "linkRemade"] as const),
  ...(["machineRestarted", "natGatewayReapplied", "portsShared", "routeRemoved"] as const),
  ...(["serviceEndpointAdded", "sourcesTranslated", "tableApplies", "tunnelsDrop"] as const),
];

type OneOrMore<T> = T | readonly T[];

export function fixOf(
  steps: OneOrMore<FixStep>,
  risks: OneOrMore<FixRisk>,
  ...roles: readonly RoleOn[]
): Fix {
  const all = [risks].flat();
  return {
    steps: [steps].flat(),
    risks: all,
    disruptive: all.some(({ is }) => interrupting.includes(is)),
    roles,
  };
}

/** The right to change what belongs to networks. */
export const networkRole = (...on: readonly string[]): RoleOn => ({ role: "Network Contributor", on });

/** One step that is made to the resource of that id; null for what is no id. */
export const fixAt = (
  id: string | undefined,
  step: (at: AzTarget, parts: ResourceId) => FixStep,
  risks: OneOrMore<FixRisk>,
  role: RoleName = "Network Contributor",
): Fix | null =>
  forResource(id, (parts) =>
    fixOf(step(target(parts, parts.name), parts), risks, { role, on: [parts.name] }),
  );

type Steps = Pick<Fix, "steps">;

/** Shell lines in order, each complete with `--subscription`, none asking a question. */
export const linesOf = ({ steps }: Steps): readonly string[] => steps.map(lineOf);

/** Whether both are made by the very same lines, however each spells an id. */
export const isSameFix = (one: Steps, other: Steps): boolean =>
  linesOf(one).join("\n") === linesOf(other).join("\n");

/** Each line once, where it comes first. */
const distinctSteps = (steps: readonly FixStep[]): readonly FixStep[] => [
  ...new Map(steps.map((step) => [lineOf(step), step])).values(),
];

/** All of them as one; undefined where there is none. */
export const joinFixes = (fixes: readonly Fix[]): Fix | undefined =>
  fixes.length === 0
    ? undefined
    : {
        steps: distinctSteps(fixes.flatMap(({ steps }) => steps)),
        risks: distinct(fixes.flatMap(({ risks }) => risks)),
        disruptive: fixes.some(({ disruptive }) => disruptive),
        roles: distinct(fixes.flatMap(({ roles }) => roles)),
      };
