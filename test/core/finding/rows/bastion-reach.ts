// Rows for bastion.reach, bastion.client-address and bastion.user-roles: whether Bastion leads to a jump host, and whether
// it takes the requester there.

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
import { fail, notApplicable, notAssessed, pass, type Rows } from "./row.ts";

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
    pass("in the jump host's network", []),
    pass(
      "over a peering of some subnets, which the peering says",
      [bastionInSpoke, setSpokePeering({ onlySubnets: { local: ["nodes"], remote: ["jump"] } })],
      "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering",
    ),
    pass("over a peering", bastionInSpoke, {
      says: "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering",
    }),
    pass(
      "the peering is not Connected, which the peering says",
      [bastionInSpoke, setHubPeering({ peeringState: "Disconnected" })],
      "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering",
    ),
    pass(
      "access is off at the peering, which the peering says",
      [bastionInSpoke, setHubPeering({ allowVirtualNetworkAccess: false })],
      "The system route 10.0.0.0/16 of AzureBastionSubnet leads to VNetPeering",
    ),
    fail("two hops away", inDataNetwork, "bas-hub cannot reach 10.20.1.5 on TCP 22"),
    pass(
      "two hops away, and another Bastion is there",
      [inDataNetwork, dataBastionSubnet, setBastion({}, dataBastion)],
      "of AzureBastionSubnet leads to VnetLocal",
    ),
    pass(
      "its peering is down, and another Bastion's works",
      [inDataNetwork, dataBetweenHubs, bastionsInBoth(ids.hub)],
      "of AzureBastionSubnet leads to VNetPeering",
    ),
    pass("another Bastion's peering is down", [inDataNetwork, dataBetweenHubs, bastionsInBoth(secondHub)], {
      says: "of AzureBastionSubnet leads to VNetPeering",
    }),
    pass("of two jump hosts it reaches one", [addDataNetwork, setJumpHosts(farJump, {}), fromData], {
      says: "leads to VnetLocal",
    }),
    notApplicable("of two jump hosts it reaches one, which is off", [
      addDataNetwork,
      setJumpHosts(farJump, { powerState: collected("deallocated") }),
    ]),
    notApplicable("no jump host", setData("jumpHosts", [])),
    notAssessed("jump hosts unread", deny("jumpHosts")),
    notAssessed("hub unreadable", [hubDenied, setJumpHosts(besideNodes)], "vnet-hub"),
    ...without,
    ...notHere,
  ],
  "bastion.client-address": [
    notApplicable("no security group", []),
    pass("from anywhere", setBastionRules({}), "from anywhere"),
    notAssessed("the office's addresses, and the requester did not say theirs", officeOnly, {
      says: "It depends on your address: nsg-bastion lets people in to bas-hub from 20.50.0.0/24 only",
    }),
    notAssessed("the same, and the requester gave the private one behind it", [
      officeOnly,
      setClient({ ip: "192.168.1.9" }),
    ]),
    pass("the office's addresses, the requester's among them", [officeOnly, setClient({ ip: "20.50.0.9" })]),
    fail("the office's addresses, and the requester is at home", [officeOnly, atHome], {
      says: "lets only 20.50.0.0/24 in to bas-hub, and not your address 20.60.0.9",
      fix: "--name AllowHttpsInbound-2 --priority 3999 --direction Inbound --access Allow --protocol Tcp --source-address-prefixes 20.60.0.9 ",
    }),
    notApplicable("nobody is let in", setBastionRules({ AllowHttpsInbound: null })),
    fail("nobody, and the requester is at home", [setBastionRules({ AllowHttpsInbound: null }), atHome], {
      says: "lets nobody in",
    }),
    pass("a private host, from a private address", [
      setBastion({ sku: "Premium", privateOnly: true }),
      setBastionRules({ AllowHttpsInbound: { sourceAddressPrefixes: ["10.0.0.0/8"] } }),
      setClient({ ip: "10.9.0.4" }),
    ]),
    notApplicable("Developer", setBastion(developer)),
    notAssessed("the group could not be read", setBastionSubnet({ networkSecurityGroupId: bastionNsg })),
    ...without,
    ...notHere,
  ],
  "bastion.user-roles": [
    pass("may read the machine", []),
    fail("may not", setJumpHosts({ permissions: collected(rights("Microsoft.Network/*/read")) }), {
      says: "You lack Microsoft.Compute/virtualMachines/read on jump-1",
      fix: `--role Reader --scope ${ids.jump}`,
    }),
    notAssessed(
      "rights unknown",
      setJumpHosts({
        permissions: unavailable("failed", "The permissions could not be read."),
      }),
    ),
    notAssessed("the network between is unreadable", [hubDenied, setJumpHosts(besideNodes)], "vnet-hub"),
    notApplicable("no jump host", setData("jumpHosts", [])),
    notAssessed("jump hosts unread", deny("jumpHosts")),
    ...without,
    ...notHere,
  ],
};
