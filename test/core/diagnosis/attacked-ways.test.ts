// Ways that looked open and were shut, or the other way round: each was judged wrongly before, or mended by guess.

import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { withTunnel } from "../../fixtures/gateway-changes.ts";
import { ids, linkTo, listed, recordName, zoneName } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setEndpointSubnet,
  setHub,
  setHubPeering,
  setRules,
  setSpokePeering,
} from "../../fixtures/snapshot-changes.ts";
import { setNodeRules, siblingOf } from "../../fixtures/snapshot-nodes.ts";
import { otherEndpoint, setConnections, setResolver } from "../../fixtures/snapshot-surroundings.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));
const endOf = (found: ReturnType<typeof of>, id: string) =>
  found.requirements.find((each) => each.id === id)?.end;

describe("a network manager's rule stands before the groups of the hub", () => {
  const manager =
    (access: string): Change =>
    (snapshot) => ({
      ...snapshot,
      adminRules: {
        [idKey(ids.hub)]: collected([
          {
            ...{ id: "/networkManagers/company/rules/admins", name: "admins", manager: "company" },
            ...{ priority: 1, direction: "Outbound", access, protocol: "*", sourceAddressPrefixes: ["*"] },
            ...{ destinationAddressPrefixes: ["*"], sourcePortRanges: ["*"], destinationPortRanges: ["*"] },
            usesApplicationSecurityGroups: false,
          },
        ]),
      },
    });

  test.each([
    ["AlwaysAllow", "healthy", "delivered"],
    ["Allow", "broken", "stopped"],
  ])("%s over a group that denies: %s", (access, verdict, end) => {
    const found = of(manager(access), setRules({}));
    expect([found.verdict, endOf(found, "people.api")]).toEqual([verdict, end]);
  });
});

test("the same before the nodes: what their groups deny is no fault, for they are never asked", () => {
  const always = (direction: string, priority: number) => ({
    ...{ id: `/networkManagers/company/rules/${priority}`, name: "nodes", manager: "company", priority },
    ...{ direction, access: "AlwaysAllow", protocol: "*", sourceAddressPrefixes: ["*"] },
    ...{ destinationAddressPrefixes: ["*"], sourcePortRanges: ["*"], destinationPortRanges: ["*"] },
    usesApplicationSecurityGroups: false,
  });
  const manager: Change = (snapshot) => ({
    ...snapshot,
    adminRules: { [idKey(ids.spoke)]: collected([always("Inbound", 1), always("Outbound", 2)]) },
  });
  const denied = setNodeRules(
    { direction: "Inbound", destinationPortRanges: ["10250"] },
    { destinationPortRanges: ["443"] },
  );
  expect([of(manager, denied).verdict, of(denied).verdict]).toEqual(["healthy", "broken"]);
});

describe("the hub's own zone of the name leads to another address", () => {
  const ownZone: Change = (snapshot) => ({
    ...snapshot,
    privateDnsLinks: collected([linkTo(ids.spoke, "link-aks")]),
    otherZones: listed({
      zone: {
        id: siblingOf(ids.hub, "privateDnsZones", zoneName),
        ...{ name: zoneName, provisioningState: "Succeeded" },
      },
      links: collected([linkTo(ids.hub, "link-hub")]),
      record: collected({ id: "a", name: recordName, addresses: ["10.0.5.4"], isAutoRegistered: false }),
    }),
  });
  const own = { id: ids.connection, privateEndpointId: ids.endpoint, status: "Approved" };

  test.each([
    ["where a further endpoint may stand", [own, { ...otherEndpoint, status: "Approved" }], "unknown"],
    ["where none does", [own], "broken"],
    ["where the further one is rejected", [own, { ...otherEndpoint, status: "Rejected" }], "broken"],
  ])("%s", (_name, connections, verdict) => {
    expect(of(ownZone, setConnections(...connections)).verdict).toBe(verdict);
  });
});

describe("a peering of some subnets", () => {
  const joins =
    (here: string, there: string): Change =>
    (snapshot) =>
      setHubPeering({
        onlySubnets: { local: [there], remote: [here] },
        remoteAddressPrefixes: ["10.10.0.0/22"],
      })(
        setSpokePeering({
          onlySubnets: { local: [here], remote: [there] },
          remoteAddressPrefixes: ["10.0.1.0/24"],
        })(snapshot),
      );

  test("of those that are needed: the way is delivered", () => {
    expect(endOf(of(joins("nodes", "jump")), "people.api")).toBe("delivered");
  });

  test("of others: the way is stopped, and the cluster is not called well", () => {
    const found = of(joins("nodes", "AzureBastionSubnet"));
    expect([endOf(found, "people.api"), found.verdict]).toEqual(["stopped", "broken"]);
  });
});

test.each<[string, Change, RegExp]>([
  [
    "the hub's half",
    setHubPeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.11.0.0/16"] }),
    /peering sync .*--vnet-name vnet-hub --name hub-to-aks$/,
  ],
  [
    "the cluster's half",
    setSpokePeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.1.0.0/16"] }),
    /peering sync .*--vnet-name vnet-aks --name aks-to-hub$/,
  ],
])("a range that %s was not told of: the sync is proved", (_name, change, line) => {
  const { verdict, rootCause } = of(change);
  expect([verdict, rootCause?.check]).toEqual(["broken", "peering.sync"]);
  expect(rootCause?.repairs).toMatchObject([{ proved: true, commands: [expect.stringMatching(line)] }]);
});

test.each<[string, Change]>([
  ["missing in the hub", setHub({ peerings: [] })],
  ["Disconnected in the hub", setHubPeering({ peeringState: "Disconnected" })],
  [
    "shut on both sides",
    (snapshot) =>
      setHubPeering({ allowVirtualNetworkAccess: false })(
        setSpokePeering({ allowVirtualNetworkAccess: false })(snapshot),
      ),
  ],
])("a peering that is %s: its repair is proved, whichever half is met first", (_name, change) => {
  const { rootCause } = of(change);
  expect(rootCause?.repairs?.map(({ proved }) => proved)).not.toContain(false);
  expect(rootCause?.repairs?.flatMap(({ commands }) => commands)).toEqual(rootCause?.fix?.commands);
});

test("a table that takes no routes from gateways: it is named, and one route for the range mends it", () => {
  const refuses: Change = (snapshot) => ({
    ...setEndpointSubnet("Enabled", "10.250.0.0/24")(withTunnel()(snapshot)),
    routeTables: {
      ...snapshot.routeTables,
      [idKey(ids.nodeRoutes)]: collected({
        ...{ id: ids.nodeRoutes, name: "rt-nodes", disableBgpRoutePropagation: true, routes: [] },
      }),
    },
  });
  const { verdict, rootCause } = of(refuses);
  expect([verdict, rootCause?.check, rootCause?.resourceId]).toEqual([
    ...["degraded", "route.bgp-propagation", ids.nodeRoutes],
  ]);
  expect(rootCause?.repairs).toMatchObject([
    {
      proved: true,
      commands: [
        expect.stringMatching(
          /route create .*--route-table-name rt-nodes .*--address-prefix 192\.168\.0\.0\/16 --next-hop-type VirtualNetworkGateway$/,
        ),
      ],
    },
  ]);
});

test("a resolver in a network that no peering leads to is not reached, whatever its zones are", () => {
  const linked: Change = (snapshot) => ({
    ...snapshot,
    privateDnsLinks: collected(
      [ids.spoke, ids.hub, ids.dns].map((virtualNetworkId) => ({
        ...{ id: virtualNetworkId, name: "link", virtualNetworkId, linkState: "Completed" },
        ...{ provisioningState: "Succeeded", registrationEnabled: false },
      })),
    ),
  });
  const found = of(setHub({ dnsServers: ["10.30.0.4"] }), setResolver("Succeeded"), linked);
  expect(endOf(found, "people.api")).toBe("stopped");
  expect(found.verdict).not.toBe("healthy");
});
