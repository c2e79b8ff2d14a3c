// Rows for identity.*, entra.* and access.*: as whom the cluster acts, and what the asker may.
import type { ClusterIdentity } from "../../../../src/core/snapshot/cluster.ts";
import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import type { HeldRole } from "../../../../src/core/snapshot/rights.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { identityId, ids, requesterId, rights, withData } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  setAccess,
  setClient,
  setCluster,
  setData,
  setPools,
} from "../../../fixtures/snapshot-changes.ts";
import { managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import { setNodeSubnet } from "../../../fixtures/snapshot-nodes.ts";
import { clusterDenied, deny, hubDenied, withoutEntra } from "../../../fixtures/snapshot-variants.ts";
import { networkContributor } from "../../../fixtures/snapshots.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const application = "9a5e1b47-c3d8-4f60-b291-7e0a4d8c6f15";
const principal = setCluster({ identity: { kind: "servicePrincipal", clientId: application } });
const sawItEarlier: Change = (snapshot) => ({
  ...snapshot,
  client: { ...snapshot.client, symptomIsOld: true },
});
const secretOver = { symptom: `AADSTS7000222: The keys for app '${application}' are expired.` };
const actsAs = (identity: ClusterIdentity) => setCluster({ identity });

const identityUnsaid: Change = (snapshot) => {
  if (snapshot.managedCluster.status === "unavailable") return snapshot;
  const { identity: _gone, ...rest } = snapshot.managedCluster.data;
  return { ...snapshot, managedCluster: collected(rest) };
};

const roles =
  (id: string, ...held: readonly HeldRole[]): Change =>
  (snapshot) => ({
    ...snapshot,
    identityRoles: { ...snapshot.identityRoles, [idKey(id)]: collected(held) },
  });

const rolesDenied =
  (id: string): Change =>
  (snapshot) => ({
    ...snapshot,
    identityRoles: {
      ...snapshot.identityRoles,
      [idKey(id)]: unavailable("denied", "The roles could not be read.", [
        { action: "Microsoft.Authorization/roleAssignments/read", scope: id },
      ]),
    },
  });

const failedWith = (code: string, message = "") =>
  setCluster({ provisioningState: "Failed", provisioningError: { code, message } });
const notLinked = (id: string) =>
  failedWith("LinkedAuthorizationFailed", `It does not have permission on the linked scope(s) '${id}'.`);
const poolFailed = setPools({
  provisioningState: "Failed",
  provisioningError: { code: "LinkedAuthorizationFailed", message: "" },
});

const reader: HeldRole = { role: "Reader", scope: ids.spoke, permissions: rights("*/read") };
const custom: HeldRole = { role: "0f1e", scope: ids.spoke, permissions: null };

const ownZone = setAccess({ privateDnsZone: ids.zone });
const zoneRole: HeldRole = {
  role: "Private DNS Zone Contributor",
  scope: ids.zone,
  permissions: rights("Microsoft.Network/privateDnsZones/*"),
};

const kubenet: readonly Change[] = [
  setCluster({ network: { plugin: "kubenet", podCidrs: [], serviceCidrs: [] } }),
  setNodeSubnet({ routeTableId: ids.nodeRoutes }),
];

const grantOn = (id: string, role: string) =>
  `az role assignment create --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --assignee-object-id ${identityId} --assignee-principal-type ServicePrincipal --role '${role}' --scope ${id}`;

const identityRows: Rows = {
  "identity.kind": [
    row("an identity of its own", [actsAs({ kind: "system", principalId: identityId })], "pass"),
    row("one that was given", [], "pass"),
    row("a service principal", [principal], "warn", { says: "secret ends one day" }),
    row("its secret is over", [principal, failedWith("x", "AADSTS7000222: expired")], "fail"),
    row("the asker's text says so", [principal, setClient(secretOver)], "fail", { says: application }),
    row(
      "the text names no application",
      [principal, setClient({ symptom: "AADSTS7000222: The provided client secret keys are expired." })],
      "notAssessed",
      { says: `az ad app credential list --id ${application}` },
    ),
    row(
      "the asker saw it with an earlier question",
      [principal, setClient(secretOver), sawItEarlier],
      "warn",
    ),
    row(
      "the text is about another application",
      [principal, setClient({ symptom: `AADSTS7000222: The keys for app '${requesterId}' are expired.` })],
      "warn",
    ),
    row("not said", [identityUnsaid], "notAssessed"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "identity.subnet-role": [
    row("Network Contributor above it", [], "pass"),
    row("none", [roles(ids.nodeSubnet)], "warn", { fix: grantOn(ids.nodeSubnet, "Network Contributor") }),
    row("Reader only", [roles(ids.nodeSubnet, reader)], "warn", { says: "subnets/join/action on nodes" }),
    row("none, and an operation failed for it", [roles(ids.nodeSubnet), notLinked(ids.nodeSubnet)], "fail", {
      fix: "az aks update",
    }),
    row("none, and a pool failed for it", [poolFailed, roles(ids.nodeSubnet)], "fail"),
    row("none, and an operation failed for something else", [roles(ids.nodeSubnet), failedWith("x")], "warn"),
    row("a role that was not read", [roles(ids.nodeSubnet, custom)], "notAssessed", { says: "0f1e" }),
    row(
      "one that was not read beside one that does",
      [roles(ids.nodeSubnet, custom, networkContributor)],
      "pass",
    ),
    row("roles denied", [rolesDenied(ids.nodeSubnet)], "notAssessed"),
    row(
      "roles denied, and Azure's error names it",
      [rolesDenied(ids.nodeSubnet), notLinked(ids.nodeSubnet)],
      "fail",
    ),
    row(
      "roles denied, and the error names another",
      [rolesDenied(ids.nodeSubnet), notLinked(ids.hub)],
      "notAssessed",
    ),
    row("a service principal", [principal], "notAssessed", { says: "service principal" }),
    row("no identity named", [identityUnsaid], "notAssessed"),
    row("an identity without an id", [actsAs({ kind: "system" })], "notAssessed"),
    row("a network that AKS made", [managedNetwork()], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "identity.dns-role": [
    row("the zone's role", [ownZone, roles(ids.zone, zoneRole)], "pass"),
    row("none", [ownZone, roles(ids.zone)], "warn", {
      fix: grantOn(ids.zone, "Private DNS Zone Contributor"),
    }),
    row("none, and a start failed for it", [ownZone, roles(ids.zone), notLinked(ids.zone)], "fail"),
    row("not listed", [ownZone], "notAssessed"),
    row("AKS's own zone", [], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "identity.route-role": [
    row("Network Contributor", kubenet, "pass"),
    row("none", [...kubenet, roles(ids.nodeRoutes)], "warn", {
      fix: grantOn(ids.nodeRoutes, "Network Contributor"),
    }),
    row(
      "none, and an upgrade failed for it",
      [...kubenet, roles(ids.nodeRoutes), notLinked(ids.nodeRoutes)],
      "fail",
    ),
    row("roles denied", [...kubenet, rolesDenied(ids.nodeRoutes)], "notAssessed"),
    row("no kubenet", [], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};

const entra = (patch: Readonly<Record<string, unknown>>) =>
  setCluster({ entra: { managed: true, enableAzureRbac: false, adminGroupObjectIds: [], ...patch } });

const entraRows: Rows = {
  "entra.managed-aad": [
    row("integrated", [], "pass"),
    row("not", [withoutEntra], "warn", { says: "administrator" }),
    row("as it was before", [entra({ managed: false, serverAppId: application })], "warn", {
      says: "no longer supports",
    }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "entra.azure-rbac": [
    row("by Azure", [], "pass"),
    row("by bindings", [entra({})], "pass", { says: "bindings" }),
    row("by nobody", [setCluster({ enableRbac: false })], "warn", { says: "everything" }),
    row("no Entra", [withoutEntra], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "entra.local-accounts": [
    row("off", [], "pass"),
    row("the only way", [withoutEntra, setCluster({ disableLocalAccounts: false })], "pass"),
    row("on beside Entra", [setCluster({ disableLocalAccounts: false })], "warn"),
    row("off without Entra", [withoutEntra], "fail", { says: "nobody can sign in" }),
    row(
      "the asker wanted them",
      [setClient({ symptom: "Getting static credential is not allowed" })],
      "fail",
      {
        fix: "az aks get-credentials",
      },
    ),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "entra.admin-group": [
    row("one", [], "pass"),
    row("none, and bindings decide", [entra({})], "warn"),
    row("none, and Azure decides", [entra({ enableAzureRbac: true })], "notApplicable"),
    row("no Entra", [withoutEntra], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};

const forbidden = (what: string) =>
  setClient({
    symptom: `Error from server (Forbidden): ${what} is forbidden: User "x" cannot list resource "${what}" in API group "" at the cluster scope`,
  });
const noData = setData("permissions", rights("*/read"));
const onlyPods = setData(
  "permissions",
  withData("Microsoft.ContainerService/managedClusters/pods/read", "*/read"),
);

const rightRows: Rows = {
  "access.kubernetes-role": [
    row("may read pods", [], "pass"),
    row("no role on the cluster", [noData], "warn", { says: "on a namespace alone" }),
    row("may not list nodes", [onlyPods, forbidden("nodes")], "fail", {
      says: "Microsoft.ContainerService/managedClusters/nodes/read",
    }),
    row("may not list pods", [noData, forbidden("pods")], "fail", {
      fix: "--role 'Azure Kubernetes Service RBAC Reader'",
    }),
    row(
      "refused, and not said what",
      [noData, setClient({ symptom: "Error from server (Forbidden): no" })],
      "fail",
    ),
    row(
      "a resource of a group",
      [
        noData,
        setClient({
          symptom: 'cannot delete resource "deployments" in API group "apps" in the namespace "web"',
        }),
      ],
      "fail",
      { says: "managedClusters/apps/deployments/delete" },
    ),
    row("has it by now", [forbidden("nodes")], "pass", { says: "five minutes" }),
    row("bindings decide", [entra({})], "notApplicable"),
    row("bindings decide, and refuse", [entra({}), forbidden("nodes")], "fail", { says: "no binding" }),
    row("bindings decided, and refused then", [entra({}), forbidden("nodes"), sawItEarlier], "notApplicable"),
    row("denied", [deny("permissions")], "notAssessed"),
  ],
  "access.arm-read": [
    row("all was read", [], "pass"),
    row("the hub is not theirs", [hubDenied], "warn", { says: "rg-hub", fix: "--role Reader" }),
    row(
      "too much was asked",
      [(snapshot) => ({ ...snapshot, peerNetworks: unavailable("throttled", "Too many requests.") })],
      "notAssessed",
    ),
  ],
  "access.pim-eligible": [
    row("nothing was refused", [], "notApplicable"),
    row(
      "a role waits",
      [(snapshot) => ({ ...snapshot, eligibleRoles: [{ role: "Reader", scope: ids.hub }] })],
      "warn",
      { says: "Reader on vnet-hub" },
    ),
  ],
};

export const identityAndRightRows: Rows = { ...identityRows, ...entraRows, ...rightRows };
