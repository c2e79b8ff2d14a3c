// Rows for identity.*, entra.* and access.*: as whom the cluster acts, and what the requester may.
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
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
    pass("an identity of its own", actsAs({ kind: "system", principalId: identityId })),
    pass("one that was given", []),
    warn("a service principal", principal, "secret ends one day"),
    fail("its secret is over", [principal, failedWith("x", "AADSTS7000222: expired")]),
    fail("the requester's text says so", [principal, setClient(secretOver)], application),
    notAssessed(
      "the text names no application",
      [principal, setClient({ symptom: "AADSTS7000222: The provided client secret keys are expired." })],
      `az ad app credential list --id ${application}`,
    ),
    warn("the requester saw it with an earlier question", [principal, setClient(secretOver), sawItEarlier]),
    warn("the text is about another application", [
      principal,
      setClient({ symptom: `AADSTS7000222: The keys for app '${requesterId}' are expired.` }),
    ]),
    notAssessed("not said", identityUnsaid),
    notAssessed("denied", clusterDenied),
  ],
  "identity.subnet-role": [
    pass("Network Contributor above it", []),
    warn("none", roles(ids.nodeSubnet), { fix: grantOn(ids.nodeSubnet, "Network Contributor") }),
    warn("Reader only", roles(ids.nodeSubnet, reader), "subnets/join/action on nodes"),
    fail("none, and an operation failed for it", [roles(ids.nodeSubnet), notLinked(ids.nodeSubnet)], {
      fix: "az aks update",
    }),
    fail("none, and a pool failed for it", [poolFailed, roles(ids.nodeSubnet)]),
    warn("none, and an operation failed for something else", [roles(ids.nodeSubnet), failedWith("x")]),
    notAssessed("a role that was not read", roles(ids.nodeSubnet, custom), "0f1e"),
    pass("one that was not read beside one that does", roles(ids.nodeSubnet, custom, networkContributor)),
    notAssessed("roles denied", rolesDenied(ids.nodeSubnet)),
    fail("roles denied, and Azure's error names it", [
      rolesDenied(ids.nodeSubnet),
      notLinked(ids.nodeSubnet),
    ]),
    notAssessed("roles denied, and the error names another", [
      rolesDenied(ids.nodeSubnet),
      notLinked(ids.hub),
    ]),
    notAssessed("a service principal", principal, "service principal"),
    notAssessed("no identity named", identityUnsaid),
    notAssessed("an identity without an id", actsAs({ kind: "system" })),
    notApplicable("a network that AKS made", managedNetwork()),
    notAssessed("denied", clusterDenied),
  ],
  "identity.dns-role": [
    pass("the zone's role", [ownZone, roles(ids.zone, zoneRole)]),
    warn("none", [ownZone, roles(ids.zone)], { fix: grantOn(ids.zone, "Private DNS Zone Contributor") }),
    fail("none, and a start failed for it", [ownZone, roles(ids.zone), notLinked(ids.zone)]),
    notAssessed("not listed", ownZone),
    notApplicable("AKS's own zone", []),
    notAssessed("denied", clusterDenied),
  ],
  "identity.route-role": [
    pass("Network Contributor", kubenet),
    warn("none", [...kubenet, roles(ids.nodeRoutes)], {
      fix: grantOn(ids.nodeRoutes, "Network Contributor"),
    }),
    fail("none, and an upgrade failed for it", [
      ...kubenet,
      roles(ids.nodeRoutes),
      notLinked(ids.nodeRoutes),
    ]),
    notAssessed("roles denied", [...kubenet, rolesDenied(ids.nodeRoutes)]),
    notApplicable("no kubenet", []),
    notAssessed("denied", clusterDenied),
  ],
};

const entra = (patch: Readonly<Record<string, unknown>>) =>
  setCluster({ entra: { managed: true, enableAzureRbac: false, adminGroupObjectIds: [], ...patch } });

const entraRows: Rows = {
  "entra.managed-aad": [
    pass("integrated", []),
    warn("not", withoutEntra, "administrator"),
    warn("as it was before", entra({ managed: false, serverAppId: application }), "no longer supports"),
    notAssessed("denied", clusterDenied),
  ],
  "entra.azure-rbac": [
    pass("by Azure", []),
    pass("by bindings", entra({}), "bindings"),
    warn("by nobody", setCluster({ enableRbac: false }), "everything"),
    notApplicable("no Entra", withoutEntra),
    notAssessed("denied", clusterDenied),
  ],
  "entra.local-accounts": [
    pass("off", []),
    pass("the only way", [withoutEntra, setCluster({ disableLocalAccounts: false })]),
    warn("on beside Entra", setCluster({ disableLocalAccounts: false })),
    fail("off without Entra", withoutEntra, "nobody can sign in"),
    fail("the requester wanted them", setClient({ symptom: "Getting static credential is not allowed" }), {
      fix: "az aks get-credentials",
    }),
    notAssessed("denied", clusterDenied),
  ],
  "entra.admin-group": [
    pass("one", []),
    warn("none, and bindings decide", entra({})),
    notApplicable("none, and Azure decides", entra({ enableAzureRbac: true })),
    notApplicable("no Entra", withoutEntra),
    notAssessed("denied", clusterDenied),
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
    pass("may read pods", []),
    warn("no role on the cluster", noData, "on a namespace alone"),
    fail("may not list nodes", [onlyPods, forbidden("nodes")], {
      says: "Microsoft.ContainerService/managedClusters/nodes/read",
    }),
    fail("may not list pods", [noData, forbidden("pods")], {
      fix: "--role 'Azure Kubernetes Service RBAC Reader'",
    }),
    fail("refused, and not said what", [noData, setClient({ symptom: "Error from server (Forbidden): no" })]),
    fail(
      "a resource of a group",
      [
        noData,
        setClient({
          symptom: 'cannot delete resource "deployments" in API group "apps" in the namespace "web"',
        }),
      ],
      "managedClusters/apps/deployments/delete",
    ),
    pass("has it by now", forbidden("nodes"), "five minutes"),
    notApplicable("bindings decide", entra({})),
    fail("bindings decide, and refuse", [entra({}), forbidden("nodes")], "no binding"),
    notApplicable("bindings decided, and refused then", [entra({}), forbidden("nodes"), sawItEarlier]),
    notAssessed("denied", deny("permissions")),
  ],
  "access.arm-read": [
    pass("all was read", []),
    warn("the hub is not theirs", hubDenied, { says: "rg-hub", fix: "--role Reader" }),
    notAssessed("too much was asked", (snapshot) => ({
      ...snapshot,
      peerNetworks: unavailable("throttled", "Too many requests."),
    })),
  ],
  "access.pim-eligible": [
    notApplicable("nothing was refused", []),
    warn(
      "a role waits",
      (snapshot) => ({ ...snapshot, eligibleRoles: [{ role: "Reader", scope: ids.hub }] }),
      "Reader on vnet-hub",
    ),
  ],
};

export const identityAndRightRows: Rows = { ...identityRows, ...entraRows, ...rightRows };
