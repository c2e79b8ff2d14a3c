// Rows for client.network: whether the asker's place leads to a private API server.

import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { addDataNetwork, setClient, setData, setHub } from "../../../fixtures/snapshot-changes.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const from = (ip: string) => setClient({ ip });

export const clientRows: Rows = {
  "client.network": [
    row("in the hub", [from("10.0.1.20")], "pass", { says: "vnet-hub" }),
    row("in the hub, outside its subnets", [from("10.0.99.9")], "pass", { says: "vnet-hub" }),
    row("in the cluster's network", [from("10.10.1.20")], "pass", { says: "vnet-aks" }),
    row(
      "in a hub of public addresses",
      [setHub({ addressPrefixes: ["20.50.0.0/24"] }), from("20.50.0.9")],
      "pass",
    ),
    row("in a hub that only the peering tells of", [hubDenied, from("10.0.1.20")], "pass", {
      says: "vnet-hub",
    }),
    row("in another peered network", [addDataNetwork, from("10.20.1.9")], "pass", { says: "vnet-data" }),
    row("network named", [setClient({ virtualNetwork: "VNET-HUB" })], "pass", { says: "vnet-hub" }),
    row("the cluster's network named", [setClient({ virtualNetwork: ids.spoke })], "pass", {
      says: "vnet-aks",
    }),
    row("a public address", [from("20.50.0.9")], "notAssessed", {
      says: "from 20.50.0.9 to vnet-hub (VPN or ExpressRoute) is not judged yet",
    }),
    row("a private address in none", [from("192.168.1.5")], "notAssessed", { says: "192.168.1.5" }),
    row("no jump host anywhere", [setData("jumpHosts", []), from("20.50.0.9")], "notAssessed", {
      says: "to vnet-hub",
    }),
    row("a network nobody knows", [setClient({ virtualNetwork: "vnet-moon" })], "notAssessed", {
      says: 'No network called "vnet-moon"',
    }),
    row("denied", [deny("clusterNetwork"), from("20.50.0.9")], "notAssessed"),
    row("not said", [], "notApplicable"),
    row("public cluster", [publicRanges, from("20.50.0.9")], "notApplicable"),
  ],
};
