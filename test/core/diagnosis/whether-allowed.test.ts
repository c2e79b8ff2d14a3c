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

type Fact = NonNullable<ReturnType<typeof asked>>["fact"];
/** A fact by its name where it says no more. */
type Row = [
  string,
  Change | readonly Change[],
  string,
  "yes" | "no" | "partly" | "unknown",
  Fact | Fact["is"],
];
const inRanges = (...held: readonly string[]): Fact => ({ is: "inRanges", ranges: held });
const inPart = (...parts: readonly string[]) => ({ is: "inPart", parts, mayBeMore: false }) as const;
const nowhere: Fact = { is: "nowhereNear", mayBeLearned: false };
const perhapsLearned: Fact = { is: "nowhereNear", mayBeLearned: true };
function expectRow(...[, changes, of, is, fact]: Row): void {
  expect(asked(of, ...[changes].flat())).toEqual({
    ...{ of, is, fact: typeof fact === "string" ? { is: fact } : fact },
  });
}

describe("by the authorized ranges", () => {
  test.each<Row>([
    ["an address in one", few, "20.40.0.9", "yes", inRanges("20.40.0.0/24")],
    ["an address in none", few, "20.41.0.9", "no", "inNone"],
    ["a range that is one", few, "20.40.0.0/24", "yes", inRanges("20.40.0.0/24")],
    ["a range inside one", few, "20.40.0.128/25", "yes", inRanges("20.40.0.0/24")],
    ["a range beside them", few, "20.40.1.0/24", "no", "inNone"],
    ["a range around one", few, "20.40.0.0/23", "partly", inPart("20.40.0.0/24")],
    ["a range around several", few, "20.0.0.0/8", "partly", inPart("20.40.0.0/24", "20.60.1.2/32")],
    [
      "a range of which two hold a half each, and a third a part of one",
      ranges("20.40.0.0/25", "20.40.0.128/25", "20.40.0.7/32"),
      "20.40.0.0/24",
      "yes",
      inRanges("20.40.0.0/25", "20.40.0.128/25"),
    ],
    [
      "a range of which one address is not held",
      ranges("20.40.0.0/31", "20.40.0.2/32"),
      "20.40.0.0/30",
      "partly",
      inPart("20.40.0.0/31", "20.40.0.2/32"),
    ],
    [
      "the same entry twice holds no more",
      ranges("20.40.0.0/25", "20.40.0.0/25"),
      "20.40.0.0/24",
      "partly",
      inPart("20.40.0.0/25"),
    ],
    ["perhaps in a service tag", ranges("AzureDevOps"), "20.40.0.0/24", "unknown", "perhapsInTag"],
    [
      "in part, and perhaps in a service tag",
      ranges("20.40.0.0/24", "AzureCloud"),
      "20.40.0.0/23",
      "partly",
      { ...inPart("20.40.0.0/24"), mayBeMore: true },
    ],
    [
      "everything, where nobody but the cluster is let in",
      ranges("0.0.0.0/32"),
      "0.0.0.0/0",
      "no",
      { is: "onlyOwnOutbound", ips: ["20.50.1.10"] },
    ],
    ["one address, where nobody is let in", ranges("0.0.0.0/32"), "20.40.0.9", "no", "inNone"],
    [
      "a private address, where a range holds every address",
      ranges("0.0.0.0/0"),
      "10.1.2.3",
      "yes",
      inRanges("0.0.0.0/0"),
    ],
    [
      "a private address, where two ranges hold every address",
      ranges("0.0.0.0/1", "128.0.0.0/1"),
      "10.1.2.3",
      "yes",
      inRanges("0.0.0.0/1"),
    ],
    [
      "a private address in a range, which lets in nobody",
      ranges("10.0.0.0/8"),
      "10.1.2.3",
      "unknown",
      "privateSpace",
    ],
    ["the cluster's own outbound address", few, "20.50.1.10", "yes", "ownOutbound"],
    ["the same beside a service tag", ranges("AzureDevOps"), "20.50.1.10", "yes", "ownOutbound"],
    [
      "a range around the cluster's own outbound address",
      few,
      "20.50.1.0/24",
      "no",
      { is: "onlyOwnOutbound", ips: ["20.50.1.10"] },
    ],
    ["the same, of a Basic load balancer", [...few, basic], "20.50.1.10", "no", "inNone"],
    [
      "beside an outbound address that was not read",
      [...few, withoutPublicIps],
      "20.41.0.9",
      "unknown",
      "perhapsOwnOutbound",
    ],
    [
      "beside outbound addresses that are not listed",
      [...few, unlisted],
      "20.41.0.9",
      "unknown",
      "perhapsOwnOutbound",
    ],
    ["a private address", few, "10.1.2.3", "unknown", "privateSpace"],
    ["a private range", few, "10.0.0.0/16", "unknown", "privateSpace"],
    ["everything", few, "0.0.0.0/0", "partly", inPart("20.40.0.0/24", "20.60.1.2/32")],
    ["where there are none", ranges(), "20.40.0.0/24", "yes", "openToAll"],
    ["of a cluster that cannot be read", clusterDenied, "20.40.0.9", "unknown", "unread"],
  ])("%s", expectRow);
});

const overBgp: Change = (snapshot) => setGatewayConnections(connectionTo({ enableBgp: true }))(snapshot);

describe("a private API server, by the path from there", () => {
  test.each<Row>([
    ["in a network that leads there", [], "10.0.1.5", "yes", "wayThrough"],
    [
      "in a network whose peering is cut",
      setHubPeering({ peeringState: "Disconnected" }),
      "10.0.1.5",
      "no",
      "wayStopped",
    ],
    ["on the Internet", [], "20.50.9.9", "no", nowhere],
    ["a range, whichever", [], "20.50.9.0/24", "unknown", "rangeNotWalked"],
    [
      "a range of one address, seen from there",
      setClient({ ip: "10.0.1.5" }),
      "10.0.1.5/32",
      "yes",
      "wayThrough",
    ],
    [
      "a range, seen from somebody's own address",
      setClient({ ip: "10.0.1.5" }),
      "20.50.9.0/24",
      "unknown",
      "rangeNotWalked",
    ],
    [
      "an address, seen from another",
      setClient({ ip: "10.0.1.5" }),
      "20.50.9.9",
      "unknown",
      "rangeNotWalked",
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
      withTunnel(),
      "10.10.0.77",
      "unknown",
      "wayOpen",
    ],
    ["behind a tunnel", withTunnel(), "192.168.1.5", "yes", "wayThrough"],
    [
      "behind a tunnel that is down",
      withTunnel({ connectionStatus: "NotConnected" }),
      "192.168.1.5",
      "no",
      "wayStopped",
    ],
    [
      "behind a tunnel, where the name leads elsewhere",
      [withTunnel(), setRecord("10.10.0.77")],
      "192.168.1.5",
      "no",
      "wayStopped",
    ],
    [
      "behind a tunnel, where it is not known where the name leads",
      [withTunnel(), deny("privateDnsLinks")],
      "192.168.1.5",
      "unknown",
      "wayOpen",
    ],
    [
      "a public address, where a circuit may tell of it",
      withCircuit(),
      "141.5.5.5",
      "unknown",
      perhapsLearned,
    ],
    [
      "a public address, where BGP may tell of it",
      [withTunnel(), overBgp],
      "198.18.5.5",
      "unknown",
      perhapsLearned,
    ],
    ["a public address beside a tunnel of which all is told", withTunnel(), "141.5.5.5", "no", nowhere],
    [
      "ranges have no effect",
      setAccess({ authorizedIpRanges: ["20.50.9.0/24"] }),
      "20.50.9.9",
      "no",
      nowhere,
    ],
  ])("%s", expectRow);
});
