// Rows for peering.sync, peering.forwarded-traffic and peering.address-overlap: ranges, and what leads to them.

import { apiIp, ids, linkTo } from "../../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  databaseHost,
  setClient,
  setCluster,
  setData,
  setEndpointSubnet,
  setHub,
  setHubPeering,
  setJumpHosts,
  setRoutes,
  setSpoke,
  setSpokePeering,
} from "../../../fixtures/snapshot-changes.ts";
import { setHubAppliance } from "../../../fixtures/snapshot-nodes.ts";
import { dataBeyondHub, dataThroughHub, setNetworkProfile } from "../../../fixtures/snapshot-surroundings.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const fromData = setClient({ virtualNetwork: "vnet-data" });
/** They find the name, so that their way leads on. */
const fromDataLinked = [
  addDataNetwork,
  fromData,
  setData(
    "privateDnsLinks",
    [ids.spoke, ids.hub, ids.data].map((id) => linkTo(id, "link")),
  ),
];
const forwarding = { allowForwardedTraffic: true };
const spokeForwards = setSpokePeering(forwarding);
const nothingPeered = [
  setSpoke({ peerings: [] }),
  setData("peerNetworks", []),
  setData("jumpHosts", []),
  setData("privateDnsLinks", []),
];

const databaseJump = { ...databaseHost, name: "jump-2" };

export const rangeRows: Rows = {
  "peering.sync": [
    pass("in sync", []),
    pass(
      "out of sync, the API server is still led to",
      setHubPeering({ peeringSyncLevel: "RemoteNotInSync" }),
    ),
    fail(
      "the hub does not lead to the API server",
      setHubPeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.11.0.0/16"] }),
      { says: apiIp, fix: "--vnet-name vnet-hub --name hub-to-aks" },
    ),
    fail(
      "the spoke does not lead back",
      setSpokePeering({
        peeringSyncLevel: "LocalAndRemoteNotInSync",
        remoteAddressPrefixes: ["10.1.0.0/16"],
      }),
      { says: "10.0.1.4", fix: "--vnet-name vnet-aks --name aks-to-hub" },
    ),
    fail(
      "both halves are synced",
      [
        setHubPeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.11.0.0/16"] }),
        setSpokePeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: ["10.1.0.0/16"] }),
      ],
      { says: "vnet-hub with vnet-aks", fix: "--name hub-to-aks\naz network vnet peering sync" },
    ),
    notAssessed(
      "out of sync, and Azure does not say where it leads",
      setSpokePeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: [] }),
      "does not lead to 10.0.1.4",
    ),
    pass("no level, leads there", setHubPeering({ peeringSyncLevel: "" })),
    notAssessed(
      "no level, leads elsewhere",
      setHubPeering({ peeringSyncLevel: "", remoteAddressPrefixes: ["10.11.0.0/16"] }),
      "not in sync and does not lead to 10.10.0.4",
    ),
    pass("an unknown level, leads there", setHubPeering({ peeringSyncLevel: "Roughly" })),
    notAssessed(
      "an unknown level, leads elsewhere",
      setHubPeering({ peeringSyncLevel: "Roughly", remoteAddressPrefixes: ["10.11.0.0/16"] }),
    ),
    notAssessed("address unknown", [
      deny("privateEndpointNic"),
      deny("privateEndpoint"),
      setHubPeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: [] }),
    ]),
    notAssessed("hub denied", hubDenied),
    notAssessed("denied", deny("clusterNetwork")),
    notApplicable("nothing peered", nothingPeered),
    notApplicable("public cluster", publicRanges),
  ],
  "peering.forwarded-traffic": [
    notApplicable("no appliance", []),
    fail(
      "the appliance stands where people come from",
      [setHubAppliance(), setRoutes({ prefix: `${apiIp}/32`, hop: "VirtualAppliance", ip: "10.0.3.4" })],
      { says: "vnet-aks with vnet-hub has allowForwardedTraffic off", fix: "--name aks-to-hub" },
    ),
    pass("through the hub, both take it", [
      spokeForwards,
      ...fromDataLinked,
      dataThroughHub(forwarding),
      dataBeyondHub,
      setHubAppliance(),
    ]),
    fail(
      "the cluster's network drops it",
      [...fromDataLinked, dataThroughHub(forwarding), dataBeyondHub, setHubAppliance()],
      {
        says: "vnet-aks with vnet-hub has allowForwardedTraffic off",
        fix: "--vnet-name vnet-aks --name aks-to-hub --set allowForwardedTraffic=true",
      },
    ),
    fail(
      "answers are dropped",
      [
        spokeForwards,
        ...fromDataLinked,
        dataThroughHub({}),
        dataBeyondHub,
        setHubAppliance(),
        setEndpointSubnet("Enabled", "10.20.0.0/16"),
      ],
      { says: "vnet-data with vnet-hub", fix: "--vnet-name vnet-data --name data-to-hub" },
    ),
    pass("answers go straight, as far as the endpoint is concerned", [
      spokeForwards,
      ...fromDataLinked,
      dataThroughHub({}),
      dataBeyondHub,
      setHubAppliance(),
    ]),
    notApplicable(
      "no peering with the appliance's network",
      [spokeForwards, ...fromDataLinked, dataThroughHub(null), setHubAppliance()],
      "The path ends before: vnet-data has no peering with vnet-hub",
    ),
    notApplicable(
      "an appliance in no network near",
      [...fromDataLinked, dataThroughHub(forwarding, "10.99.0.4")],
      "10.99.0.4, which stands neither in vnet-data nor in a network peered with it",
    ),
    notAssessed("the table was not read", (snapshot) => ({ ...snapshot, routeTables: {} })),
    notAssessed("hub denied", hubDenied),
    notApplicable("public cluster", publicRanges),
  ],
  "peering.address-overlap": [
    pass("no overlap", []),
    fail("jump subnet in the service range", setNetworkProfile({ serviceCidrs: ["10.0.0.0/16"] }), {
      says: "jump 10.0.1.0/24 and the cluster's services 10.0.0.0/16",
    }),
    fail(
      "jump subnet in the pods' range, no overlay",
      setNetworkProfile({ podCidrs: ["10.0.1.0/24"], plugin: "kubenet", pluginMode: "none" }),
      "pods",
    ),
    warn("jump subnet in the pods' range, overlay", setNetworkProfile({ podCidrs: ["10.0.1.0/24"] })),
    pass("another subnet of the hub", setNetworkProfile({ serviceCidrs: ["10.0.2.0/24"] })),
    fail("hub and spoke", setHub({ addressPrefixes: ["10.0.0.0/16", "10.10.128.0/17"] }), "vnet-aks"),
    warn(
      "two networks that are not both on the way",
      [addDataNetwork, setHub({ addressPrefixes: ["10.0.0.0/16", "10.20.0.0/24"] })],
      "vnet-data",
    ),
    warn(
      "the cluster's network and one that is nobody's way",
      [addDataNetwork, setSpoke({ addressPrefixes: ["10.10.0.0/16", "10.20.0.0/24"] })],
      "vnet-data",
    ),
    warn(
      "one of two jump hosts",
      [addDataNetwork, setJumpHosts({}, databaseJump), setNetworkProfile({ serviceCidrs: ["10.20.1.0/24"] })],
      "sql 10.20.1.0/24",
    ),
    fail("the network that the requester named", [
      addDataNetwork,
      fromData,
      setNetworkProfile({ serviceCidrs: ["10.20.1.0/24"] }),
    ]),
    pass("IPv6 beside it", [
      setCluster({}),
      setNetworkProfile({ serviceCidrs: ["fd00::/108", "10.100.0.0/16"] }),
    ]),
    pass("in the cluster's network", setClient({ virtualNetwork: ids.spoke })),
    pass("nothing peered", nothingPeered),
    notAssessed("hub denied", hubDenied),
    notAssessed("denied", deny("clusterNetwork")),
    notApplicable("public cluster", publicRanges),
    fail("no jump host", [setJumpHosts(), setNetworkProfile({ serviceCidrs: ["10.0.1.0/25"] })]),
  ],
};
