// Rows for how open the API server is, and whether its network takes it.
import {
  type Change,
  mapData,
  setAccess,
  setCluster,
  setPools,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, deny } from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const isPublic = { enablePrivateCluster: false };
const ranges = (...authorizedIpRanges: readonly string[]): Change =>
  setAccess({ ...isPublic, authorizedIpRanges });

const setNetwork =
  (patch: Readonly<Record<string, unknown>>): Change =>
  (snapshot) => ({
    ...snapshot,
    managedCluster: mapData(snapshot.managedCluster, (data) => ({
      ...data,
      network: { ...data.network, ...patch },
    })),
  });

const inNetwork = setAccess({ enableVnetIntegration: true });
const encrypted = setSpoke({ isEncrypted: true });
const many = Array.from({ length: 190 }, (_, index) => `20.1.${index}.0/24`);

export const exposureRows: Rows = {
  "api.public-exposure": [
    row("private", [], "pass"),
    row("open", [ranges()], "warn", { says: "open to every address" }),
    row("restricted", [ranges("20.50.0.0/24")], "pass"),
    row("nearly open", [ranges("20.50.0.0/24", "0.0.0.0/1")], "warn", { says: "0.0.0.0/1" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "api.public-fqdn": [
    row("none", [], "pass"),
    row("published", [setAccess({ enablePrivateClusterPublicFqdn: true })], "warn", { says: "prod-1-x1y2" }),
    row(
      "without a zone",
      [setAccess({ enablePrivateClusterPublicFqdn: true, privateDnsZone: "none" })],
      "pass",
      { says: "needs its public name" },
    ),
    row("public", [setAccess(isPublic)], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "api.authorized-ip-hygiene": [
    row("no ranges", [], "notConfigured"),
    row("well formed", [ranges("20.50.0.0/24", "20.51.0.9")], "pass", { says: "All 2" }),
    row("on a private cluster", [setAccess({ authorizedIpRanges: ["20.50.0.0/24"] })], "warn", {
      says: "no effect",
    }),
    row("private addresses", [ranges("10.0.0.0/8")], "warn", { says: "10.0.0.0/8" }),
    row("host bits", [ranges("20.50.0.9/24")], "warn", { says: "20.50.0.9/24" }),
    row("nearly all of them", [ranges(...many)], "warn", { says: "190 of at most 200" }),
    row("a basic load balancer", [ranges("20.50.0.0/24"), setNetwork({ loadBalancerSku: "basic" })], "warn", {
      says: "basic",
    }),
    row("loose addresses", [ranges("20.50.0.0/24"), setPools({ nodePublicIp: {} })], "warn", {
      says: "Nodes of system",
    }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "api.vnetint-network": [
    row("not integrated", [], "notApplicable"),
    row("a plain network", [inNetwork], "pass"),
    row("encrypted", [inNetwork, encrypted], "warn", { fix: "--enable-encryption false" }),
    row(
      "encrypted, and an operation failed",
      [inNetwork, encrypted, setCluster({ provisioningState: "Failed" })],
      "fail",
      { fix: "az aks update" },
    ),
    row("encrypted, older sizes", [inNetwork, encrypted, setPools({ vmSize: "Standard_DS2_v2" })], "warn", {
      says: "no node is of a size",
    }),
    row(
      "encrypted, an unknown size",
      [inNetwork, encrypted, setPools({ vmSize: "Experimental" })],
      "notAssessed",
    ),
    row("dual stack", [inNetwork, setNetwork({ ipFamilies: ["IPv4", "IPv6"] })], "warn", { says: "IPv6" }),
    row("network denied", [inNetwork, deny("clusterNetwork")], "notAssessed"),
  ],
};
