// access.arm-read: what lies on the way and the asker may not read; whatever stands there is judged by nobody.

import { grantFix } from "../../fix/cluster.ts";
import { type Fix, joinFixes } from "../../fix/write/fix.ts";
import { advise, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import type { Permission } from "../../snapshot/rights.ts";
import type { UnavailableReason } from "../../snapshot/section.ts";
import { unreadParts } from "../../snapshot/unread.ts";
import { distinct } from "../../text/distinct.ts";
import { defineCheck } from "../kit/define-check.ts";

/** `scopes`: resource groups and subscriptions, by name. */
export type ArmReadFact = Readonly<{ is: "mayReadAll" } | { is: "mayNotRead"; scopes: readonly string[] }>;

/** Azure said nothing of rights. */
const unanswers: readonly UnavailableReason[] = ["throttled", "timedOut", "failed"];

/** Readers are let in by resource group: what stands beside it is asked for next. */
const groupOf = (scope: string): string =>
  /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?/i.exec(scope)?.[0] ?? scope;

/** Nobody pastes more lines than these. */
const mostScopes = 4;

/** A subscription in which something is missing as a whole stands for its groups. */
function scopesOf(missing: readonly Permission[]): readonly string[] {
  const scopes = [...new Map(missing.map(({ scope }) => [idKey(groupOf(scope)), groupOf(scope)])).values()];
  return scopes.filter((scope) => !scopes.some((other) => idKey(scope).startsWith(`${idKey(other)}/`)));
}

function reader(scopes: readonly string[], requesterObjectId: string | undefined): Fix | undefined {
  const named = scopes.filter((scope) => scope.startsWith("/subscriptions/")).slice(0, mostScopes);
  return joinFixes(
    named.flatMap((scope) => grantFix(scope, requesterObjectId, ["Reader"], { is: "scopesShown" }) ?? []),
  );
}

export const accessArmRead = defineCheck({
  id: "access.arm-read",
  severity: "medium",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  shownBy: "azure",
  source: "https://learn.microsoft.com/rest/api/authorization/permissions",
  needs: [],
  looksAt: [
    ...(["managedCluster", "permissions", "identityRoles", "privateDnsZone", "privateDnsLinks"] as const),
    ...(["apiServerRecord", "privateEndpoint", "privateEndpointNic", "clusterNetwork"] as const),
    ...(["peerNetworks", "networkSecurityGroups", "routeTables", "natGateways", "firewalls"] as const),
    ...(["firewallPolicies", "virtualNetworkGateways", "bastionHosts", "jumpHosts", "scaleSets"] as const),
  ],
  after: ["cluster.exists"],
  evaluate: (sections, { clusterId, requesterObjectId }): Outcome<ArmReadFact | SharedFact> => {
    const parts = unreadParts(sections);
    const missing = parts.filter(({ reason }) => reason === "denied").flatMap(({ needs }) => needs);
    const unanswered = parts.find(({ reason }) => unanswers.includes(reason));
    if (missing.length === 0)
      return unanswered === undefined ? pass({ is: "mayReadAll" }) : unread(unanswered);
    const scopes = scopesOf(missing);
    const evidence = distinct(
      missing.map(({ action, scope }) => labelled("missing", { is: "on", what: action, scope })),
    );
    return advise(
      { is: "mayNotRead", scopes: scopes.map(nameOf) },
      { resourceId: clusterId, evidence, fix: reader(scopes, requesterObjectId) },
    );
  },
});
