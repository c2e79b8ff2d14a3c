// Rows for bastion.reach and bastion.user-roles: whether Bastion leads to a jump host, and whether the asker may use it.
import { collected } from "../../../../src/core/diagnosis/section.ts";
import {
  addDataNetwork,
  bastionsInBoth,
  besideNodes,
  dataBetweenHubs,
  databaseHost,
  deny,
  hubDenied,
  ids,
  inDataNetwork,
  rights,
  secondHub,
  setBastion,
  setClient,
  setData,
  setHubPeering,
  setJumpHosts,
} from "../../../fixtures/snapshots.ts";
import { notHere, without } from "./bastion.ts";
import { type Rows, row } from "./row.ts";

const dataBastion = { id: `${ids.bastion}-data`, name: "bas-data", virtualNetworkId: ids.data };
const farJump = { ...databaseHost, name: "jump-far" };

const fromData = setClient({ virtualNetwork: ids.data });

export const bastionReachRows: Rows = {
  "bastion.reach": [
    row("in the jump host's network", [], "pass"),
    row("over a peering", [setBastion({ virtualNetworkId: ids.spoke })], "pass", {
      says: "over the peering",
    }),
    row(
      "the peering is not Connected",
      [setBastion({ virtualNetworkId: ids.spoke }), setHubPeering({ peeringState: "Disconnected" })],
      "fail",
      { fix: "az network vnet peering create" },
    ),
    row(
      "access is off at the peering",
      [setBastion({ virtualNetworkId: ids.spoke }), setHubPeering({ allowVirtualNetworkAccess: false })],
      "fail",
    ),
    row("two hops away", [inDataNetwork], "fail", {
      says: "bas-hub stands in vnet-hub, and no working peering leads from there to jump-2 in vnet-data.",
      fix: "--vnet-name vnet-data --name vnet-data-to-vnet-hub",
    }),
    row("two hops away, and another Bastion is there", [inDataNetwork, setBastion({}, dataBastion)], "pass", {
      says: "bas-data",
    }),
    row(
      "its peering is down, and another Bastion's works",
      [inDataNetwork, dataBetweenHubs, bastionsInBoth(ids.hub)],
      "pass",
      {
        says: "bas-2 reaches jump-2",
      },
    ),
    row(
      "another Bastion's peering is down",
      [inDataNetwork, dataBetweenHubs, bastionsInBoth(secondHub)],
      "pass",
      {
        says: "bas-hub reaches jump-2",
      },
    ),
    row("of two jump hosts it reaches one", [addDataNetwork, setJumpHosts(farJump, {}), fromData], "pass", {
      says: "jump-1",
    }),
    row("no jump host", [setData("jumpHosts", [])], "notApplicable"),
    row("jump hosts unread", [deny("jumpHosts")], "notAssessed"),
    row("hub unreadable", [hubDenied, setJumpHosts(besideNodes)], "notAssessed", { says: "vnet-hub" }),
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
          permissions: {
            status: "unavailable",
            reason: "failed",
            message: "The permissions could not be read.",
            needs: [],
          },
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
