// Rows for peering.sync, peering.forwarded-traffic and peering.address-overlap: ranges, and what leads to them.
import {
  addDataNetwork,
  apiIp,
  databaseHost,
  dataThroughHub,
  deny,
  hubDenied,
  ids,
  publicRanges,
  setClient,
  setCluster,
  setData,
  setHub,
  setHubPeering,
  setJumpHosts,
  setNetworkProfile,
  setRoutes,
  setSpoke,
  setSpokePeering,
} from "../../../fixtures/snapshots.ts";
import { type Rows, row } from "./row.ts";

const fromData = setClient({ virtualNetwork: "vnet-data" });
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
      "warn",
      {
        fix: "az network vnet peering sync",
      },
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
        setHubPeering({ peeringSyncLevel: "RemoteNotInSync" }),
        setSpokePeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: [] }),
      ],
      "fail",
      { fix: "--name aks-to-hub\naz network vnet peering sync" },
    ),
    row("no level, leads there", [setHubPeering({ peeringSyncLevel: "" })], "pass"),
    row(
      "no level, leads elsewhere",
      [setHubPeering({ peeringSyncLevel: "", remoteAddressPrefixes: ["10.11.0.0/16"] })],
      "warn",
      { says: "does not say" },
    ),
    row("an unknown level", [setHubPeering({ peeringSyncLevel: "Roughly" })], "notAssessed", {
      says: "Roughly",
    }),
    row(
      "address unknown",
      [
        deny("privateEndpointNic"),
        deny("privateEndpoint"),
        setHubPeering({ peeringSyncLevel: "LocalNotInSync", remoteAddressPrefixes: [] }),
      ],
      "warn",
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
      [setRoutes({ prefix: `${apiIp}/32`, hop: "VirtualAppliance", ip: "10.0.3.4" })],
      "notApplicable",
      { says: "itself" },
    ),
    row(
      "through the hub, both take it",
      [spokeForwards, addDataNetwork, dataThroughHub(forwarding), fromData],
      "pass",
    ),
    row("the cluster's network drops it", [addDataNetwork, dataThroughHub(forwarding), fromData], "fail", {
      says: "The peering aks-to-hub of vnet-aks",
      fix: "--vnet-name vnet-aks --name aks-to-hub --set allowForwardedTraffic=true",
    }),
    row("answers are dropped", [spokeForwards, addDataNetwork, dataThroughHub({}), fromData], "fail", {
      fix: "--vnet-name vnet-data --name data-to-hub",
    }),
    row(
      "no peering with the appliance's network",
      [spokeForwards, addDataNetwork, dataThroughHub(null), fromData],
      "notAssessed",
      { says: "vnet-data has no peering with vnet-hub" },
    ),
    row(
      "an appliance in no network that was read",
      [addDataNetwork, dataThroughHub(forwarding, "10.99.0.4"), fromData],
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
