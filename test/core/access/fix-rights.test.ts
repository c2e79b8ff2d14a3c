// What a fix takes, as actions at scopes; and that it is understood of every fix that a finding proposes.
import { rightsOf } from "../../../src/core/access/fix-rights.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import type { FixStep } from "../../../src/core/fix/write/actions.ts";
import { target } from "../../../src/core/fix/write/az.ts";
import type { Fix, RoleName, RoleOn } from "../../../src/core/fix/write/fix.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { allRows } from "../finding/rows/all-rows.ts";
import { lazyWalks } from "../finding/rows/lazy-walks.ts";

const hub = "/subscriptions/s2/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub";
const zone = "/subscriptions/s1/resourceGroups/mc/providers/Microsoft.Network/privateDnsZones/z.io";
const cluster =
  "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/prod-1";

const fix = (roles: readonly RoleOn[], ...steps: readonly FixStep[]): Fix => ({
  ...{ roles, steps },
  ...{ risks: [], disruptive: false },
});
const role = (name: RoleName, ...on: readonly string[]): RoleOn => ({ role: name, on });
const atPlace = (name: RoleName, is: "cluster" | "linkedNetworks" | "zoneGroup"): RoleOn => ({
  role: name,
  on: { is },
});
const [zones, networks] = ["Private DNS Zone Contributor", "Network Contributor"] as const;
const ofCluster = "Azure Kubernetes Service Contributor Role";
const of = (given: Fix, resourceId?: string) =>
  rightsOf(given, { clusterId: cluster, resourceId })?.map(({ action, scope }) => `${action} ${scope}`) ??
  null;
/** What is done to the things themselves, without what is done to parts of them. */
const wholes = (given: Fix, resourceId?: string) =>
  of(given, resourceId)?.filter(
    (each) =>
      !/^\S+\/(A|virtualNetworkLinks|virtualNetworkPeerings|subnets|securityRules|routes|agentPools)\/|^\S+\/(join|peer|start)\/action /.test(
        each,
      ),
  ) ?? null;

const inHub = { subscriptionId: "s2", resourceGroup: "rg-hub" };
const inNodes = { subscriptionId: "s1", resourceGroup: "mc" };
const link: FixStep = { kind: "createLink", at: target(inNodes, "z.io", "link"), network: hub };
/** Only shown: nothing but its line says where it is. */
const show: FixStep = { kind: "deleteEndpoint", at: target(inHub, "nsg-jump") };
const [network, dns] = ["Microsoft.Network/virtualNetworks/write", "Microsoft.Network/privateDnsZones/write"];
const aks = "Microsoft.ContainerService/managedClusters/write";

test.each([
  ["the resource of the cause", fix([role(zones, "z.io")], link), zone, [`${dns} ${zone}`]],
  ["one that a step names by its id", fix([role(networks, "vnet-hub")], link), zone, [`${network} ${hub}`]],
  [
    "one of another type of the network",
    fix([role(networks, "nsg-jump")], show),
    hub.replace("virtualNetworks/vnet-hub", "networkSecurityGroups/nsg-jump"),
    [
      `Microsoft.Network/networkSecurityGroups/write ${hub.replace("virtualNetworks/vnet-hub", "networkSecurityGroups/nsg-jump")}`,
    ],
  ],
  [
    "one that a step names: its group",
    fix([role(networks, "nsg-jump")], show),
    hub,
    [`${network} /subscriptions/s2/resourceGroups/rg-hub`],
  ],
  [
    "one that is written: itself",
    fix([role(networks, "nic-jump")], { kind: "enableForwarding", at: target(inHub, "nic-jump") }),
    hub,
    [
      `Microsoft.Network/networkInterfaces/write ${hub.replace("virtualNetworks/vnet-hub", "networkInterfaces/nic-jump")}`,
    ],
  ],
  ["the cluster, by name", fix([role(ofCluster, "prod-1")]), zone, [`${aks} ${cluster}`]],
  ["the cluster", fix([atPlace(ofCluster, "cluster")]), zone, [`${aks} ${cluster}`]],
  [
    "two roles",
    fix([{ ...role(zones, "z.io"), and: role(networks, "vnet-hub") }], link),
    zone,
    [`${dns} ${zone}`, `${network} ${hub}`],
  ],
  [
    "one role on two",
    fix([role(networks, "vnet-hub", "nsg-jump"), role(networks, "vnet-hub")], link, show),
    zone,
    [`${network} ${hub}`, `${network} /subscriptions/s2/resourceGroups/rg-hub`],
  ],
  [
    "just-in-time access",
    fix([{ ...role("Contributor", "rg-hub"), orOwnWith: "Microsoft.Security/x/action" }], {
      kind: "openWindow",
      policy: hub,
      machine: "",
      port: 22,
      source: "10.0.0.4",
      until: "",
    }),
    undefined,
    [
      "Microsoft.Security/locations/jitNetworkAccessPolicies/initiate/action /subscriptions/s2/resourceGroups/rg-hub",
    ],
  ],
  [
    "what a part belongs to",
    fix([role(networks, "vnet-hub")], {
      kind: "grantRole",
      to: { appId: "a" },
      role: "r",
      scope: `${hub}/subnets/a`,
    }),
    undefined,
    [`${network} ${hub}`],
  ],
  [
    "two commands in one line, each about a group of its own",
    fix([role(networks, "vnet-x")], {
      ...{ kind: "attachFoundRouteTable", at: target({ ...inNodes, resourceGroup: "rg" }, "vnet-x", "a") },
      from: inNodes,
    }),
    undefined,
    [`${network} /subscriptions/s1/resourceGroups/rg`],
  ],
  [
    "the networks that are linked",
    fix([atPlace(networks, "linkedNetworks")], link),
    zone,
    [`${network} ${hub}`],
  ],
  [
    "the group in which a zone is made",
    fix([atPlace(zones, "zoneGroup")], link),
    undefined,
    [`${dns} /subscriptions/s1/resourceGroups/mc`],
  ],
  ["a name that nothing resolves", fix([role(networks, "vnet-y")], link), zone, null],
  [
    "two roles, one of which nothing resolves",
    fix([role(zones, "z.io"), role(networks, "x")], link),
    zone,
    null,
  ],
  [
    "a role that people need for themselves",
    fix([role("Azure Kubernetes Service Cluster User Role", "prod-1")]),
    zone,
    null,
  ],
  ["no role", fix([]), zone, null],
] as const)("%s", (_, given, resourceId, expected) => {
  expect(wholes(given, resourceId)).toEqual(expected);
});

test("two of one name: whoever may has to hold it on both", () => {
  const twin = hub.replace("rg-hub", "rg-other");
  const given = fix([role(networks, "vnet-hub")], link, { ...link, network: twin });
  expect(wholes(given)).toEqual([`${network} ${hub}`, `${network} ${twin}`]);
});

test("whoever may change a zone, and not link it, may not make a fix that links it", () => {
  expect(of(fix([{ ...role(zones, "z.io"), and: role(networks, "vnet-hub") }], link), zone)).toEqual([
    `${dns} ${zone}`,
    `Microsoft.Network/privateDnsZones/A/write ${zone}`,
    `Microsoft.Network/privateDnsZones/virtualNetworkLinks/write ${zone}`,
    `${network} ${hub}`,
    `Microsoft.Network/virtualNetworks/join/action ${hub}`,
    `Microsoft.Network/virtualNetworks/peer/action ${hub}`,
    `Microsoft.Network/virtualNetworks/subnets/write ${hub}`,
    `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete ${hub}`,
    `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write ${hub}`,
  ]);
});

/** Their fix is one's own to make, or is made to a whole subscription, of whose holders nobody is asked. */
const notUnderstood: readonly string[] = [
  "access.arm-read",
  "access.locks",
  "cloudshell.providers",
  "cluster.credential-stale",
  "entra.local-accounts",
  "entra.tenant",
];

test("every fix of a finding is understood, but for a few", () => {
  const proposed = catalogue.flatMap(({ id, evaluate }) =>
    (allRows[id] ?? []).flatMap(({ snapshot }) => {
      const outcome = evaluate(snapshot, lazyWalks(snapshot));
      if ((outcome.status !== "fail" && outcome.status !== "warn") || outcome.fix === undefined) return [];
      const { resourceId, fix: given } = outcome;
      return [{ id, rights: rightsOf(given, { clusterId: ids.cluster, resourceId }) }];
    }),
  );
  const silent = proposed.filter(({ rights }) => rights === null);
  expect([...new Set(silent.map(({ id }) => id))].toSorted()).toEqual(notUnderstood);
  expect(proposed.length).toBeGreaterThan(50);
});
