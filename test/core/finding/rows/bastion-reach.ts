// Rows for bastion.reach, bastion.client-address and bastion.user-roles: whether Bastion leads to a jump host, and whether
// it takes the asker there.

import { collected } from "../../../../src/core/snapshot/section.ts";
import {
  bastionNsg,
  besideNodes,
  developer,
  inDataNetwork,
  setBastion,
  setBastionRules,
  setBastionSubnet,
} from "../../../fixtures/entry-changes.ts";
import { ids, rights, spoke } from "../../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  databaseHost,
  mapData,
  setClient,
  setData,
  setHubPeering,
  setJumpHosts,
  setSpoke,
  setSpokePeering,
} from "../../../fixtures/snapshot-changes.ts";
import { both } from "../../../fixtures/snapshot-nodes.ts";
import { deny, hubDenied } from "../../../fixtures/snapshot-variants.ts";
import { bastionsInBoth, dataBetweenHubs, secondHub } from "../../../fixtures/two-hubs.ts";
import { unavailable } from "../../../unavailable.ts";
import { notHere, office, without } from "./bastion.ts";
import { type Rows, row } from "./row.ts";

const dataSubnet = `${ids.data}/subnets/AzureBastionSubnet`;
const dataBastion = {
  ...{ id: `${ids.bastion}-data`, name: "bas-data" },
  ...{ virtualNetworkId: ids.data, subnetId: dataSubnet },
};
const dataBastionSubnet: Change = (snapshot) => ({
  ...snapshot,
  peerNetworks: mapData(snapshot.peerNetworks, (peers) =>
    peers.map(({ id, network }) => ({
      id,
      network: mapData(network, (data) =>
        id === ids.data
          ? {
              ...data,
              subnets: [
                ...data.subnets,
                {
                  id: dataSubnet,
                  name: "AzureBastionSubnet",
                  addressPrefixes: ["10.20.2.0/26"],
                  delegations: [],
                },
              ],
            }
          : data,
      ),
    })),
  ),
});
const bastionInSpoke = both(
  setBastion({ virtualNetworkId: ids.spoke, subnetId: `${ids.spoke}/subnets/AzureBastionSubnet` }),
  setSpoke({
    subnets: [
      ...spoke.subnets,
      {
        ...{ id: `${ids.spoke}/subnets/AzureBastionSubnet`, name: "AzureBastionSubnet", delegations: [] },
        addressPrefixes: ["10.10.9.0/26"],
      },
    ],
  }),
);
const farJump = { ...databaseHost, name: "jump-far" };

const fromData = setClient({ virtualNetwork: ids.data });

const officeOnly = setBastionRules({ AllowHttpsInbound: office });
const atHome = setClient({ ip: "20.60.0.9" });

export const bastionReachRows: Rows = {
  "bastion.reach": [
    row("in the jump host's network", [], "pass"),
    row(
      "over a peering of some subnets, which the peering says",
      [bastionInSpoke, setSpokePeering({ onlySubnets: { local: ["nodes"], remote: ["jump"] } })],
      "pass",
      { says: "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering" },
    ),
    row("over a peering", [bastionInSpoke], "pass", {
      says: "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering",
    }),
    row(
      "the peering is not Connected, which the peering says",
      [bastionInSpoke, setHubPeering({ peeringState: "Disconnected" })],
      "pass",
      { says: "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering" },
    ),
    row(
      "access is off at the peering, which the peering says",
      [bastionInSpoke, setHubPeering({ allowVirtualNetworkAccess: false })],
      "pass",
      { says: "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering" },
    ),
    row("two hops away", [inDataNetwork], "fail", { says: "bas-hub cannot reach 10.20.1.5 on TCP 22" }),
    row(
      "two hops away, and another Bastion is there",
      [inDataNetwork, dataBastionSubnet, setBastion({}, dataBastion)],
      "pass",
      { says: "of AzureBastionSubnet leads to VnetLocal" },
    ),
    row(
      "its peering is down, and another Bastion's works",
      [inDataNetwork, dataBetweenHubs, bastionsInBoth(ids.hub)],
      "pass",
      { says: "of AzureBastionSubnet leads to VNetPeering" },
    ),
    row(
      "another Bastion's peering is down",
      [inDataNetwork, dataBetweenHubs, bastionsInBoth(secondHub)],
      "pass",
      { says: "of AzureBastionSubnet leads to VNetPeering" },
    ),
    row("of two jump hosts it reaches one", [addDataNetwork, setJumpHosts(farJump, {}), fromData], "pass", {
      says: "leads to VnetLocal",
    }),
    row(
      "of two jump hosts it reaches one, which is off",
      [addDataNetwork, setJumpHosts(farJump, { powerState: collected("deallocated") })],
      "notApplicable",
    ),
    row("no jump host", [setData("jumpHosts", [])], "notApplicable"),
    row("jump hosts unread", [deny("jumpHosts")], "notAssessed"),
    row("hub unreadable", [hubDenied, setJumpHosts(besideNodes)], "notAssessed", { says: "vnet-hub" }),
    ...without,
    ...notHere,
  ],
  "bastion.client-address": [
    row("no security group", [], "notApplicable"),
    row("from anywhere", [setBastionRules({})], "pass", { says: "from anywhere" }),
    row("the office's addresses, and the asker did not say theirs", [officeOnly], "notAssessed", {
      says: "It depends on your address: nsg-bastion lets people in to bas-hub from 20.50.0.0/24 only",
    }),
    row(
      "the same, and the asker gave the private one behind it",
      [officeOnly, setClient({ ip: "192.168.1.9" })],
      "notAssessed",
    ),
    row(
      "the office's addresses, the asker's among them",
      [officeOnly, setClient({ ip: "20.50.0.9" })],
      "pass",
    ),
    row("the office's addresses, and the asker is at home", [officeOnly, atHome], "fail", {
      says: "lets only 20.50.0.0/24 in to bas-hub, and not your address 20.60.0.9",
      fix: "--name AllowHttpsInbound-2 --priority 3999 --direction Inbound --access Allow --protocol Tcp --source-address-prefixes 20.60.0.9 ",
    }),
    row("nobody is let in", [setBastionRules({ AllowHttpsInbound: null })], "notApplicable"),
    row("nobody, and the asker is at home", [setBastionRules({ AllowHttpsInbound: null }), atHome], "fail", {
      says: "lets nobody in",
    }),
    row(
      "a private host, from a private address",
      [
        setBastion({ sku: "Premium", privateOnly: true }),
        setBastionRules({ AllowHttpsInbound: { sourceAddressPrefixes: ["10.0.0.0/8"] } }),
        setClient({ ip: "10.9.0.4" }),
      ],
      "pass",
    ),
    row("Developer", [setBastion(developer)], "notApplicable"),
    row(
      "the group could not be read",
      [setBastionSubnet({ networkSecurityGroupId: bastionNsg })],
      "notAssessed",
    ),
    ...without,
    ...notHere,
  ],
  "bastion.user-roles": [
    row("may read the machine", [], "pass"),
    row("may not", [setJumpHosts({ permissions: collected(rights("Microsoft.Network/*/read")) })], "fail", {
      says: "You lack Microsoft.Compute/virtualMachines/read on jump-1",
      fix: `--role Reader --scope ${ids.jump}`,
    }),
    row(
      "rights unknown",
      [
        setJumpHosts({
          permissions: unavailable("failed", "The permissions could not be read."),
        }),
      ],
      "notAssessed",
    ),
    row("the network between is unreadable", [hubDenied, setJumpHosts(besideNodes)], "notAssessed", {
      says: "vnet-hub",
    }),
    row("no jump host", [setData("jumpHosts", [])], "notApplicable"),
    row("jump hosts unread", [deny("jumpHosts")], "notAssessed"),
    ...without,
    ...notHere,
  ],
};
