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
import { type Rows, row } from "./row.ts";

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
    row("in sync", [], "pass"),
    row(
      "out of sync, the API server is still led to",
      [setHubPeering({ peeringSyncLevel: "RemoteNotInSync" })],
      "pass",
    ),
    row(
      "the hub does not lead to the API server",
      [setHubPeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.11.0.0/16"] })],
      "fail",
      { says: apiIp, fix: "--vnet-name vnet-hub --name hub-to-aks" },
    ),
    row(
      "the spoke does not lead back",
      [
        setSpokePeering({
          peeringSyncLevel: "LocalAndRemoteNotInSync",
          remoteAddressPrefixes: ["10.1.0.0/16"],
        }),
      ],
      "fail",
      { says: "10.0.1.4", fix: "--vnet-name vnet-aks --name aks-to-hub" },
    ),
    row(
      "both halves are synced",
      [
        setHubPeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.11.0.0/16"] }),
        setSpokePeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: ["10.1.0.0/16"] }),
      ],
      "fail",
      { says: "vnet-hub with vnet-aks", fix: "--name hub-to-aks\naz network vnet peering sync" },
    ),
    row(
      "out of sync, and Azure does not say where it leads",
      [setSpokePeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: [] })],
      "notAssessed",
      { says: "does not lead to 10.0.1.4" },
    ),
    row("no level, leads there", [setHubPeering({ peeringSyncLevel: "" })], "pass"),
    row(
      "no level, leads elsewhere",
      [setHubPeering({ peeringSyncLevel: "", remoteAddressPrefixes: ["10.11.0.0/16"] })],
      "notAssessed",
      { says: "not in sync and does not lead to 10.10.0.4" },
    ),
    row("an unknown level, leads there", [setHubPeering({ peeringSyncLevel: "Roughly" })], "pass"),
    row(
      "an unknown level, leads elsewhere",
      [setHubPeering({ peeringSyncLevel: "Roughly", remoteAddressPrefixes: ["10.11.0.0/16"] })],
      "notAssessed",
    ),
    row(
      "address unknown",
      [
        deny("privateEndpointNic"),
        deny("privateEndpoint"),
        setHubPeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: [] }),
      ],
      "notAssessed",
    ),
    row("hub denied", [hubDenied], "notAssessed"),
    row("denied", [deny("clusterNetwork")], "notAssessed"),
    row("nothing peered", nothingPeered, "notApplicable"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "peering.forwarded-traffic": [
    row("no appliance", [], "notApplicable"),
    row(
      "the appliance stands where people come from",
      [setHubAppliance(), setRoutes({ prefix: `${apiIp}/32`, hop: "VirtualAppliance", ip: "10.0.3.4" })],
      "fail",
      { says: "vnet-aks with vnet-hub has allowForwardedTraffic off", fix: "--name aks-to-hub" },
    ),
    row(
      "through the hub, both take it",
      [spokeForwards, ...fromDataLinked, dataThroughHub(forwarding), dataBeyondHub, setHubAppliance()],
      "pass",
    ),
    row(
      "the cluster's network drops it",
      [...fromDataLinked, dataThroughHub(forwarding), dataBeyondHub, setHubAppliance()],
      "fail",
      {
        says: "vnet-aks with vnet-hub has allowForwardedTraffic off",
        fix: "--vnet-name vnet-aks --name aks-to-hub --set allowForwardedTraffic=true",
      },
    ),
    row(
      "answers are dropped",
      [
        spokeForwards,
        ...fromDataLinked,
        dataThroughHub({}),
        dataBeyondHub,
        setHubAppliance(),
        setEndpointSubnet("Enabled", "10.20.0.0/16"),
      ],
      "fail",
      { says: "vnet-data with vnet-hub", fix: "--vnet-name vnet-data --name data-to-hub" },
    ),
    row(
      "answers go straight, as far as the endpoint is concerned",
      [spokeForwards, ...fromDataLinked, dataThroughHub({}), dataBeyondHub, setHubAppliance()],
      "pass",
    ),
    row(
      "no peering with the appliance's network",
      [spokeForwards, ...fromDataLinked, dataThroughHub(null), setHubAppliance()],
      "notApplicable",
      { says: "The way ends before: vnet-data has no peering with vnet-hub" },
    ),
    row(
      "an appliance in no network that was read",
      [...fromDataLinked, dataThroughHub(forwarding, "10.99.0.4")],
      "notAssessed",
      { says: "10.99.0.4" },
    ),
    row("the table was not read", [(snapshot) => ({ ...snapshot, routeTables: {} })], "notAssessed"),
    row("hub denied", [hubDenied], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "peering.address-overlap": [
    row("no overlap", [], "pass"),
    row("jump subnet in the service range", [setNetworkProfile({ serviceCidrs: ["10.0.0.0/16"] })], "fail", {
      says: "jump 10.0.1.0/24 and the cluster's services 10.0.0.0/16",
    }),
    row(
      "jump subnet in the pods' range, no overlay",
      [setNetworkProfile({ podCidrs: ["10.0.1.0/24"], plugin: "kubenet", pluginMode: "none" })],
      "fail",
      { says: "pods" },
    ),
    row(
      "jump subnet in the pods' range, overlay",
      [setNetworkProfile({ podCidrs: ["10.0.1.0/24"] })],
      "warn",
    ),
    row("another subnet of the hub", [setNetworkProfile({ serviceCidrs: ["10.0.2.0/24"] })], "pass"),
    row("hub and spoke", [setHub({ addressPrefixes: ["10.0.0.0/16", "10.10.128.0/17"] })], "fail", {
      says: "vnet-aks",
    }),
    row(
      "two networks that are not both on the way",
      [addDataNetwork, setHub({ addressPrefixes: ["10.0.0.0/16", "10.20.0.0/24"] })],
      "warn",
      {
        says: "vnet-data",
      },
    ),
    row(
      "the cluster's network and one that is nobody's way",
      [addDataNetwork, setSpoke({ addressPrefixes: ["10.10.0.0/16", "10.20.0.0/24"] })],
      "warn",
      { says: "vnet-data" },
    ),
    row(
      "one of two jump hosts",
      [addDataNetwork, setJumpHosts({}, databaseJump), setNetworkProfile({ serviceCidrs: ["10.20.1.0/24"] })],
      "warn",
      { says: "sql 10.20.1.0/24" },
    ),
    row(
      "the network that the asker named",
      [addDataNetwork, fromData, setNetworkProfile({ serviceCidrs: ["10.20.1.0/24"] })],
      "fail",
    ),
    row(
      "IPv6 beside it",
      [setCluster({}), setNetworkProfile({ serviceCidrs: ["fd00::/108", "10.100.0.0/16"] })],
      "pass",
    ),
    row("in the cluster's network", [setClient({ virtualNetwork: ids.spoke })], "pass"),
    row("nothing peered", nothingPeered, "pass"),
    row("hub denied", [hubDenied], "notAssessed"),
    row("denied", [deny("clusterNetwork")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
    row("no jump host", [setJumpHosts(), setNetworkProfile({ serviceCidrs: ["10.0.1.0/25"] })], "fail"),
  ],
};
