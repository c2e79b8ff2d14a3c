// "Is this address, or this range, let in?"
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { whetherAllowed } from "../../../src/core/diagnosis/whether-allowed.ts";
import {
  connectionTo,
  setGatewayConnections,
  withCircuit,
  withTunnel,
} from "../../fixtures/gateway-changes.ts";
import {
  type Change,
  changed,
  setAccess,
  setClient,
  setCluster,
  setHubPeering,
  setRecord,
} from "../../fixtures/snapshot-changes.ts";
import { setNetworkProfile } from "../../fixtures/snapshot-surroundings.ts";
import { clusterDenied, deny, publicRanges } from "../../fixtures/snapshot-variants.ts";

const isAddress = (of: string): boolean => !of.includes("/");

/** Seen from the address that is asked about, unless a change says otherwise. */
function asked(of: string, ...changes: readonly Change[]) {
  const snapshot = changed(setClient(isAddress(of) ? { ip: of } : {}), ...changes);
  return whetherAllowed(snapshot, diagnose(snapshot), of);
}

const ranges = (...authorizedIpRanges: readonly string[]): readonly Change[] => [
  publicRanges,
  setAccess({ authorizedIpRanges }),
];
const basic = setNetworkProfile({ loadBalancerSku: "basic" });
const unlisted = setCluster({ network: { loadBalancerSku: "standard", podCidrs: [], serviceCidrs: [] } });
const withoutPublicIps: Change = (snapshot) => ({ ...snapshot, publicIpAddresses: {} });
const few = ranges("20.40.0.0/24", "20.60.1.2/32", "2603:1020::/32");

describe("by the authorized ranges", () => {
  test.each([
    ["an address in one", few, "20.40.0.9", "yes", { is: "inRanges", ranges: ["20.40.0.0/24"] }],
    ["an address in none", few, "20.41.0.9", "no", { is: "inNone" }],
    ["a range that is one", few, "20.40.0.0/24", "yes", { is: "inRanges", ranges: ["20.40.0.0/24"] }],
    ["a range inside one", few, "20.40.0.128/25", "yes", { is: "inRanges", ranges: ["20.40.0.0/24"] }],
    ["a range beside them", few, "20.40.1.0/24", "no", { is: "inNone" }],
    [
      "a range around one",
      few,
      "20.40.0.0/23",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/24"], mayBeMore: false },
    ],
    [
      "a range around several",
      few,
      "20.0.0.0/8",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/24", "20.60.1.2/32"], mayBeMore: false },
    ],
    [
      "a range of which two hold a half each, and a third a part of one",
      ranges("20.40.0.0/25", "20.40.0.128/25", "20.40.0.7/32"),
      "20.40.0.0/24",
      "yes",
      { is: "inRanges", ranges: ["20.40.0.0/25", "20.40.0.128/25"] },
    ],
    [
      "a range of which one address is not held",
      ranges("20.40.0.0/31", "20.40.0.2/32"),
      "20.40.0.0/30",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/31", "20.40.0.2/32"], mayBeMore: false },
    ],
    [
      "the same entry twice holds no more",
      ranges("20.40.0.0/25", "20.40.0.0/25"),
      "20.40.0.0/24",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/25"], mayBeMore: false },
    ],
    ["perhaps in a service tag", ranges("AzureDevOps"), "20.40.0.0/24", "unknown", { is: "perhapsInTag" }],
    [
      "in part, and perhaps in a service tag",
      ranges("20.40.0.0/24", "AzureCloud"),
      "20.40.0.0/23",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/24"], mayBeMore: true },
    ],
    [
      "everything, where nobody but the cluster is let in",
      ranges("0.0.0.0/32"),
      "0.0.0.0/0",
      "no",
      { is: "onlyOwnOutbound", ips: ["20.50.1.10"] },
    ],
    ["one address, where nobody is let in", ranges("0.0.0.0/32"), "20.40.0.9", "no", { is: "inNone" }],
    [
      "a private address, where a range holds every address",
      ranges("0.0.0.0/0"),
      "10.1.2.3",
      "yes",
      { is: "inRanges", ranges: ["0.0.0.0/0"] },
    ],
    [
      "a private address, where two ranges hold every address",
      ranges("0.0.0.0/1", "128.0.0.0/1"),
      "10.1.2.3",
      "yes",
      { is: "inRanges", ranges: ["0.0.0.0/1"] },
    ],
    [
      "a private address in a range, which lets in nobody",
      ranges("10.0.0.0/8"),
      "10.1.2.3",
      "unknown",
      { is: "privateSpace" },
    ],
    ["the cluster's own outbound address", few, "20.50.1.10", "yes", { is: "ownOutbound" }],
    ["the same beside a service tag", ranges("AzureDevOps"), "20.50.1.10", "yes", { is: "ownOutbound" }],
    [
      "a range around the cluster's own outbound address",
      few,
      "20.50.1.0/24",
      "no",
      { is: "onlyOwnOutbound", ips: ["20.50.1.10"] },
    ],
    ["the same, of a Basic load balancer", [...few, basic], "20.50.1.10", "no", { is: "inNone" }],
    [
      "beside an outbound address that was not read",
      [...few, withoutPublicIps],
      "20.41.0.9",
      "unknown",
      { is: "perhapsOwnOutbound" },
    ],
    [
      "beside outbound addresses that are not listed",
      [...few, unlisted],
      "20.41.0.9",
      "unknown",
      { is: "perhapsOwnOutbound" },
    ],
    ["a private address", few, "10.1.2.3", "unknown", { is: "privateSpace" }],
    ["a private range", few, "10.0.0.0/16", "unknown", { is: "privateSpace" }],
    [
      "everything",
      few,
      "0.0.0.0/0",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/24", "20.60.1.2/32"], mayBeMore: false },
    ],
    ["where there are none", ranges(), "20.40.0.0/24", "yes", { is: "openToAll" }],
    ["of a cluster that cannot be read", [clusterDenied], "20.40.0.9", "unknown", { is: "unread" }],
  ])("%s", (_what, changes, of, is, fact) => {
    expect(asked(of, ...changes)).toEqual({ of, is, fact });
  });
});

const overBgp: Change = (snapshot) => setGatewayConnections(connectionTo({ enableBgp: true }))(snapshot);

describe("a private API server, by the way from there", () => {
  test.each([
    ["in a network that leads there", [], "10.0.1.5", "yes", { is: "wayThrough" }],
    [
      "in a network whose peering is cut",
      [setHubPeering({ peeringState: "Disconnected" })],
      "10.0.1.5",
      "no",
      { is: "wayStopped" },
    ],
    ["on the Internet", [], "20.50.9.9", "no", { is: "nowhereNear", mayBeLearned: false }],
    ["a range, whichever", [], "20.50.9.0/24", "unknown", { is: "rangeNotWalked" }],
    [
      "a range of one address, seen from there",
      [setClient({ ip: "10.0.1.5" })],
      "10.0.1.5/32",
      "yes",
      { is: "wayThrough" },
    ],
    [
      "a range, seen from somebody's own address",
      [setClient({ ip: "10.0.1.5" })],
      "20.50.9.0/24",
      "unknown",
      { is: "rangeNotWalked" },
    ],
    [
      "an address, seen from another",
      [setClient({ ip: "10.0.1.5" })],
      "20.50.9.9",
      "unknown",
      { is: "rangeNotWalked" },
    ],
    [
      "in a network's range, in no subnet of it",
      [],
      "10.0.200.5",
      "unknown",
      { is: "inNoSubnet", network: "vnet-hub" },
    ],
    [
      "in the cluster's own range, in no subnet of it",
      [],
      "10.10.200.5",
      "unknown",
      { is: "inNoSubnet", network: "vnet-aks" },
    ],
    [
      "in the cluster's own network, from where nobody comes",
      [withTunnel()],
      "10.10.0.77",
      "unknown",
      { is: "wayOpen" },
    ],
    ["behind a tunnel", [withTunnel()], "192.168.1.5", "yes", { is: "wayThrough" }],
    [
      "behind a tunnel that is down",
      [withTunnel({ connectionStatus: "NotConnected" })],
      "192.168.1.5",
      "no",
      { is: "wayStopped" },
    ],
    [
      "behind a tunnel, where the name leads elsewhere",
      [withTunnel(), setRecord("10.10.0.77")],
      "192.168.1.5",
      "no",
      { is: "wayStopped" },
    ],
    [
      "behind a tunnel, where it is not known where the name leads",
      [withTunnel(), deny("privateDnsLinks")],
      "192.168.1.5",
      "unknown",
      { is: "wayOpen" },
    ],
    [
      "a public address, where a circuit may tell of it",
      [withCircuit()],
      "141.5.5.5",
      "unknown",
      { is: "nowhereNear", mayBeLearned: true },
    ],
    [
      "a public address, where BGP may tell of it",
      [withTunnel(), overBgp],
      "198.18.5.5",
      "unknown",
      { is: "nowhereNear", mayBeLearned: true },
    ],
    [
      "a public address beside a tunnel of which all is told",
      [withTunnel()],
      "141.5.5.5",
      "no",
      { is: "nowhereNear", mayBeLearned: false },
    ],
    [
      "ranges have no effect",
      [setAccess({ authorizedIpRanges: ["20.50.9.0/24"] })],
      "20.50.9.9",
      "no",
      { is: "nowhereNear", mayBeLearned: false },
    ],
  ])("%s", (_what, changes, of, is, fact) => {
    expect(asked(of, ...changes)).toEqual({ of, is, fact });
  });
});
