// A cluster's network that is peered with very many others: the likeliest are read, and the others are named.
import { unreadInWords } from "../../said.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const groupOf = (number: number) => ids.hubGroup.replace(/rg-hub$/, `rg-${number}`);
const idOf = (number: number) =>
  `${groupOf(number)}/providers/Microsoft.Network/virtualNetworks/spoke-${number}`;
const numbers = Array.from({ length: 300 }, (_none, index) => index + 1);
const peeringTo = (id: string, space: string, more = {}) => ({
  name: `to-${id.split("/").at(-1)}`,
  properties: { remoteVirtualNetwork: { id }, remoteAddressSpace: { addressPrefixes: [space] }, ...more },
});
const spaceOf = (number: number) => `10.${100 + Math.floor(number / 256)}.${number % 256}.0/24`;
const crowd = {
  id: ids.spoke,
  location: "westeurope",
  properties: {
    addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
    dhcpOptions: { dnsServers: ["10.100.200.4"] },
    subnets: [
      { name: "nodes", properties: { addressPrefix: "10.20.0.0/24", routeTable: { id: ids.routes } } },
    ],
    virtualNetworkPeerings: [
      ...numbers.map((number) => peeringTo(idOf(number), spaceOf(number))),
      peeringTo(ids.hub, "10.10.0.0/16"),
    ],
  },
};
const linkTo = (number: number) => ({
  id: `${ids.zone}/virtualNetworkLinks/link-${number}`,
  location: "global",
  properties: { virtualNetwork: { id: idOf(number) } },
});
const asked = { client: { ip: "10.100.150.9" } };

test("those come first that the requester, DNS servers, appliances and the zone point at", async () => {
  const snapshot = await collect(azure, { resources: [crowd, linkTo(250)] }, asked);
  const peers = snapshot.peerNetworks.status === "collected" ? snapshot.peerNetworks.data : [];
  const wasAsked = peers.filter(
    ({ network }) => network.status === "collected" || network.reason !== "notReached",
  );
  expect(wasAsked.map(({ id }) => id)).toEqual([
    idOf(150),
    idOf(200),
    ids.hub,
    idOf(250),
    idOf(1),
    idOf(2),
    idOf(3),
    idOf(4),
  ]);
  expect(armRequests(azure.simulator).length).toBeLessThan(160);
});

test("the others are named, and how many there are", async () => {
  const { peerNetworks } = await collect(azure, { resources: [crowd] });
  const peers = peerNetworks.status === "collected" ? peerNetworks.data : [];
  expect(peers).toHaveLength(301);
  expect(unreadInWords(peers.at(-1))).toMatchObject({
    network: {
      reason: "notReached",
      message:
        "The cluster's network is peered with 301 networks, of which the 8 likeliest were read and 293 were not.",
      needs: [],
    },
  });
});
