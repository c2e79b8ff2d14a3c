// Names for nodes: one of the servers that their network asks has to be reached, wherever the API server stands.

import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import {
  connectionTo,
  gatewayIds,
  setGatewayConnections,
  withCircuit,
  withTunnel,
} from "../../fixtures/gateway-changes.ts";
import { type Change, changed, mapData, setSpoke, setSpokePeering } from "../../fixtures/snapshot-changes.ts";
import { setAgentRules, setNodeRules } from "../../fixtures/snapshot-nodes.ts";
import { dnsAt, dnsMachines } from "../../fixtures/snapshot-surroundings.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";

const dnsOf = (...changes: readonly Change[]) =>
  diagnose(changed(...changes)).requirements.find(({ id }) => id === "nodes.dns")?.end;
const asks = (...dnsServers: readonly string[]) => setSpoke({ dnsServers });
const usesGateway: Change = setSpokePeering({ useRemoteGateways: true });
/** The changes before it replace the network's peerings, and it is told the servers last. */
const asksThere: Change = (snapshot) => ({
  ...snapshot,
  clusterNetwork: mapData(snapshot.clusterNetwork, (network) => ({
    ...network,
    dnsServers: ["192.168.1.4", "192.168.1.5"],
  })),
});
const down = { connectionStatus: "NotConnected" };
const twin = (name: string, connectionStatus: string, more: object = {}) =>
  connectionTo({
    ...{ id: `${gatewayIds.office}-${name}`, name },
    ...{ state: collected({ connectionStatus, provisioningState: "Succeeded" }), ...more },
  });
const twins = (other: string): Change =>
  setGatewayConnections(twin("cn-a", "NotConnected"), twin("cn-b", other));
const learns: Change = setGatewayConnections(
  twin("cn-a", "NotConnected"),
  twin("cn-b", "Connected", { enableBgp: true, localNetworkGatewayId: `${gatewayIds.far}-2` }),
);
const noPlatform = { destinationAddressPrefixes: ["AzurePlatformDNS"], destinationPortRanges: ["53"] };
const asksBoth: Change = (snapshot) => ({
  ...snapshot,
  clusterNetwork: mapData(snapshot.clusterNetwork, (network) => ({
    ...network,
    dnsServers: ["168.63.129.16", dnsAt(1)],
  })),
});
const inHub = asks(dnsAt(1), dnsAt(2));

test.each<[string, readonly Change[], ReturnType<typeof dnsOf>]>([
  ["Azure's own DNS", [], undefined],
  ["a public server", [asks("20.1.1.1")], undefined],
  ["a private one to which nothing leads", [asks("10.9.9.9")], "stopped"],
  ["the same for a public cluster", [publicRanges, asks("10.9.9.9")], "stopped"],
  ["a private one that a gateway may have learned", [usesGateway, asks("10.9.9.9")], "unknown"],
  ["servers in the hub", [dnsMachines("running", "running"), inHub], "delivered"],
  ["one of them is down", [dnsMachines("running", "deallocated"), inHub], "delivered"],
  ["on premises, behind a tunnel", [withTunnel(), asksThere], "unknown"],
  ["the tunnel is down", [withTunnel(down), asksThere], "stopped"],
  ["the tunnel's gateway failed", [withTunnel({}, { provisioningState: "Failed" }), asksThere], "unknown"],
  ["the tunnel is down, and BGP may teach another way", [withTunnel(down), learns, asksThere], "unknown"],
  ["the tunnel is down beside one that is up", [withTunnel(), twins("Connected"), asksThere], "unknown"],
  ["both tunnels are down", [withTunnel(), twins("NotConnected"), asksThere], "stopped"],
  ["behind a circuit", [withCircuit(), asksThere], "unknown"],
  ["the circuit is down", [withCircuit({ circuitProvisioningState: "Disabled" }), asksThere], "stopped"],
  ["Azure's own, denied by its tag", [setNodeRules(noPlatform)], "stopped"],
  ["the same on AKS's own group", [setAgentRules(noPlatform)], "stopped"],
  ["the same of a public cluster", [publicRanges, setNodeRules(noPlatform)], "stopped"],
  ["denied on another port", [setNodeRules({ ...noPlatform, destinationPortRanges: ["80"] })], undefined],
  ["denied to others", [setNodeRules({ ...noPlatform, sourceAddressPrefixes: ["10.99.0.0/16"] })], undefined],
  [
    "allowed before",
    [setNodeRules({ ...noPlatform, priority: 150, access: "Allow" }, noPlatform)],
    undefined,
  ],
  [
    "denied by address, which acts on no host's own",
    [setNodeRules({ destinationAddressPrefixes: ["168.63.129.16"] })],
    undefined,
  ],
  [
    "denied beside everything else",
    [setNodeRules({ destinationPortRanges: ["53"], protocol: "Udp" })],
    undefined,
  ],
  [
    "denied, beside a server of one's own",
    [dnsMachines("running"), setNodeRules(noPlatform), asksBoth],
    "delivered",
  ],
  ["both are", [dnsMachines("deallocated", "deallocated"), inHub], "stopped"],
])("%s: %s", (_name, changes, expected) => {
  expect(dnsOf(...changes)).toBe(expected);
});

test("names that only a tunnel which is down leads to: the tunnel is named, and the cluster is broken", () => {
  const { verdict, summary, rootCause } = diagnose(changed(withTunnel(down), asksThere));
  expect(verdict).toBe("broken");
  expect(summary).toBe(
    `The nodes in nodes cannot resolve the API server's name: The connection cn-office is down ("NotConnected").`,
  );
  expect(rootCause?.resourceId).toBe(gatewayIds.office);
});

test("Azure's own DNS denied by its tag: the rule is named, and the fix lets names through before it", () => {
  const { verdict, rootCause } = diagnose(changed(setNodeRules(noPlatform)));
  expect(verdict).toBe("broken");
  expect(rootCause).toMatchObject({ check: "nsg.node-egress", need: "nodes.api", confidence: "certain" });
  expect(rootCause?.summary).toContain("The rule custom (priority 200) of nsg-nodes stops it.");
  expect(rootCause?.fix?.commands[0]).toMatch(
    /--priority 199 .*--destination-address-prefixes AzurePlatformDNS/,
  );
});
