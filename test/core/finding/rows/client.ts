// Rows for client.network: whether the requester's place leads to a private API server.

import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { addDataNetwork, setClient, setData, setHub } from "../../../fixtures/snapshot-changes.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { notApplicable, notAssessed, pass, type Rows } from "./row.ts";

const from = (ip: string) => setClient({ ip });

export const clientRows: Rows = {
  "client.network": [
    pass("in the hub", from("10.0.1.20"), "vnet-hub"),
    pass("in the hub, outside its subnets", from("10.0.99.9"), "vnet-hub"),
    pass("in the cluster's network", from("10.10.1.20"), "vnet-aks"),
    pass("in a hub of public addresses", [setHub({ addressPrefixes: ["20.50.0.0/24"] }), from("20.50.0.9")]),
    pass("in a hub that only the peering tells of", [hubDenied, from("10.0.1.20")], "vnet-hub"),
    pass("in another peered network", [addDataNetwork, from("10.20.1.9")], "vnet-data"),
    pass("network named", setClient({ virtualNetwork: "VNET-HUB" }), "vnet-hub"),
    pass("the cluster's network named", setClient({ virtualNetwork: ids.spoke }), "vnet-aks"),
    notAssessed("a public address", from("20.50.0.9"), {
      says: "from 20.50.0.9 to vnet-hub (VPN or ExpressRoute) is not judged yet",
    }),
    notAssessed("a private address in none", from("192.168.1.5"), "192.168.1.5"),
    notAssessed("no jump host anywhere", [setData("jumpHosts", []), from("20.50.0.9")], "to vnet-hub"),
    notAssessed("a network nobody knows", setClient({ virtualNetwork: "vnet-moon" }), {
      says: 'No network called "vnet-moon"',
    }),
    notAssessed("denied", [deny("clusterNetwork"), from("20.50.0.9")]),
    notApplicable("not said", []),
    notApplicable("public cluster", [publicRanges, from("20.50.0.9")]),
  ],
};
