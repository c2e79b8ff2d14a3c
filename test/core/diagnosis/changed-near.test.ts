// Beside a cause stands who changed what on the walk that it stops: the nearest to the stop first, and what is gone.

import { diagnose as diagnoseRaw } from "../../../src/core/diagnosis/diagnose.ts";
import { unavailable } from "../../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { subject } from "../../../src/core/snapshot/subject.ts";
import { diagnose } from "../../diagnosed.ts";
import { ids, listed } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setData,
  setEndpointSubnet,
  setHub,
  setRoutes,
  setRules,
} from "../../fixtures/snapshot-changes.ts";

const network = "Microsoft.Network";
const person = "megan@contoso.example";
const hubHalf = `${ids.hub}/virtualNetworkPeerings/hub-to-aks`;

type Entry = readonly [operation: string, resourceId: string];

/** The first is the newest. */
const logged =
  (...entries: readonly Entry[]): Change =>
  (snapshot) => ({
    ...snapshot,
    recentChanges: listed(
      ...entries.map(([operation, resourceId], index) => ({
        ...{ operation, resourceId, caller: person },
        time: `2026-11-25T0${9 - index}:00:00Z`,
      })),
    ),
  });

/** What is told beside the cause, the blamed resource first. */
function told(...changes: readonly Change[]): readonly string[] {
  const { rootCause } = diagnose(changed(...changes));
  const { changed: own, alsoChanged = [] } = rootCause ?? {};
  return [...(own === undefined ? [] : [own]), ...alsoChanged].map(({ what }) =>
    what.replace(`${person} `, ""),
  );
}

const ruleDenies = setRules({});
const peeringGone = setHub({ peerings: [] });
const toEndpoint = setEndpointSubnet("RouteTableEnabled");
const routeToNobody = setRoutes({ prefix: "10.10.0.0/16", hop: "VirtualAppliance", ip: "10.0.3.4" });
const noZone = setData("privateDnsZone", null);

const writes = {
  rule: [`${network}/networkSecurityGroups/securityRules/write`, `${ids.jumpNsg}/securityRules/custom`],
  ruleGone: [
    `${network}/networkSecurityGroups/securityRules/delete`,
    `${ids.jumpNsg}/securityRules/allow-aks`,
  ],
  peeringGone: [`${network}/virtualNetworks/virtualNetworkPeerings/delete`, hubHalf],
  otherPeering: [
    `${network}/virtualNetworks/virtualNetworkPeerings/write`,
    `${ids.hub}/virtualNetworkPeerings/hub-to-other`,
  ],
  route: [`${network}/routeTables/routes/write`, `${ids.jumpRoutes}/routes/to-aks`],
  firewallGone: [`${network}/azureFirewalls/delete`, ids.firewall],
  zoneGone: [`${network}/privateDnsZones/delete`, ids.zone],
  otherZoneGone: [`${network}/privateDnsZones/delete`, ids.zone.replace(/[^/]+$/, "privatelink.example.net")],
  subnetGone: [`${network}/virtualNetworks/subnets/delete`, `${ids.hub}/subnets/gone`],
  elsewhere: [`${network}/networkSecurityGroups/write`, ids.agentNsg.replace("agentpool", "other")],
  endpointGone: [`${network}/privateEndpoints/delete`, ids.endpoint],
  otherEndpointGone: [
    `${network}/privateEndpoints/delete`,
    ids.endpoint.replace(/resourceGroups\/[^/]+/i, "resourceGroups/rg-other"),
  ],
  balancerGone: [`${network}/loadBalancers/delete`, ids.balancer],
  connection: [
    "Microsoft.ContainerService/managedClusters/privateEndpointConnections/delete",
    ids.connection,
  ],
  right: [
    "Microsoft.Authorization/roleAssignments/write",
    `${ids.jumpNsg}/providers/Microsoft.Authorization/roleAssignments/x`,
  ],
} as const satisfies Readonly<Record<string, Entry>>;

const { rule, ruleGone, peeringGone: halfGone, otherPeering, route, firewallGone } = writes;
const { endpointGone, otherEndpointGone, balancerGone, connection } = writes;
const { zoneGone, otherZoneGone, subnetGone, elsewhere, right } = writes;

test.each<readonly [string, readonly Change[], readonly Entry[], readonly string[]]>([
  [
    "the endpoint that AKS made is gone, and no other one",
    [setData("privateEndpoint", null)],
    [otherEndpointGone, balancerGone, endpointGone],
    ["deleted the private endpoint kube-apiserver"],
  ],
  [
    "the load balancer that nodes leave by",
    [(snapshot) => ({ ...snapshot, loadBalancers: listed() })],
    [endpointGone, balancerGone],
    ["deleted the load balancer kubernetes"],
  ],
  [
    "the connection of an endpoint that has lost its interface",
    [setData("privateEndpointNic", null)],
    [connection],
    ["deleted the private endpoint connection kube-apiserver.1 of prod-1"],
  ],
  ["nothing was changed", [ruleDenies], [], []],
  ["what stands elsewhere", [ruleDenies], [elsewhere], []],
  ["a right on it is no part of it", [ruleDenies], [right], []],
  [
    "a rule that is gone from the group that stops",
    [ruleDenies],
    [ruleGone],
    ["deleted the security rule allow-aks of nsg-jump"],
  ],
  [
    "a peering that is gone leaves its deletion",
    [peeringGone],
    [halfGone],
    ["deleted the peering hub-to-aks of vnet-hub"],
  ],
  [
    "another peering of the hub that was written is nobody's hint where a rule stops",
    [ruleDenies],
    [otherPeering],
    [],
  ],
  [
    "a firewall that is gone, where a route leads to nobody",
    [toEndpoint, routeToNobody],
    [firewallGone],
    ["deleted the firewall fw-hub"],
  ],
  [
    "the route itself comes before what may have stood there",
    [toEndpoint, routeToNobody],
    [firewallGone, route],
    ["changed the route to-aks of rt-jump", "deleted the firewall fw-hub"],
  ],
  [
    "a zone that is gone, and none of another name",
    [noZone],
    [otherZoneGone, zoneGone],
    [`deleted the private DNS zone ${ids.zone.split("/").at(-1)}`],
  ],
])("%s", (_what, changes, entries, expected) => {
  expect(told(...changes, logged(...entries))).toEqual(expected);
});

test("the nearest to the stop first, at most three with what is told of the blamed resource", () => {
  const newestFirst = [subnetGone, zoneGone, right, ruleGone, rule] as const;
  expect(told(peeringGone, logged(halfGone, ...newestFirst))).toEqual([
    "deleted the peering hub-to-aks of vnet-hub",
    "deleted the subnet gone of vnet-hub",
    "deleted the security rule allow-aks of nsg-jump",
  ]);
});

describe("what the same caller did within an hour of the change", () => {
  const [peering, rule] = [writes.peeringGone, writes.elsewhere];
  const entry = ([operation, resourceId]: Entry, minute: number, caller = person) => ({
    ...{ operation, resourceId, caller },
    time: new Date(Date.UTC(2026, 10, 25, 9, minute)).toISOString(),
  });
  const bySame = (log: ClusterSnapshot["recentChanges"]) =>
    diagnoseRaw({ ...changed(peeringGone), recentChanges: log }).rootCause?.bySame?.map(
      ({ resourceId }) => resourceId,
    );

  test.each<[string, ReturnType<typeof entry>, readonly string[]]>([
    ["before it", entry(rule, -50), [rule[1]]],
    ["after it", entry(rule, 50), [rule[1]]],
    ["longer ago", entry(rule, -70), []],
    ["by somebody else", entry(rule, 5, "lee@contoso.example"), []],
  ])("%s", (_case, other, expected) => {
    expect(bySame(listed(entry(peering, 0), other))).toEqual(expected);
  });

  test("is not known where not the whole log could be read", () => {
    const log = listed(entry(peering, 0));
    const missing = [unavailable("timedOut", { is: "tooSlow", what: subject("activityLog", "rg") }, [])];
    expect(bySame({ ...log, missing })).toBeUndefined();
  });
});
