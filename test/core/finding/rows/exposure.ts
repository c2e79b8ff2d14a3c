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
import { fail, notApplicable, notAssessed, notConfigured, pass, type Rows, warn } from "./row.ts";

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
    pass("private", []),
    warn("open", ranges(), "open to every address"),
    pass("restricted", ranges("20.50.0.0/24")),
    warn("nearly open", ranges("20.50.0.0/24", "0.0.0.0/1"), "0.0.0.0/1"),
    notAssessed("denied", clusterDenied),
  ],
  "api.public-fqdn": [
    pass("none", []),
    warn("published", setAccess({ enablePrivateClusterPublicFqdn: true }), "prod-1-x1y2"),
    pass("without a zone", setAccess({ enablePrivateClusterPublicFqdn: true, privateDnsZone: "none" }), {
      says: "needs its public name",
    }),
    notApplicable("public", setAccess(isPublic)),
    notAssessed("denied", clusterDenied),
  ],
  "api.authorized-ip-hygiene": [
    notConfigured("no ranges", []),
    pass("well formed", ranges("20.50.0.0/24", "20.51.0.9"), "All 2"),
    warn("on a private cluster", setAccess({ authorizedIpRanges: ["20.50.0.0/24"] }), "no effect"),
    warn("private addresses", ranges("10.0.0.0/8"), "10.0.0.0/8"),
    warn("host bits", ranges("20.50.0.9/24"), "20.50.0.9/24"),
    warn("nearly all of them", ranges(...many), "190 of at most 200"),
    warn("a basic load balancer", [ranges("20.50.0.0/24"), setNetwork({ loadBalancerSku: "basic" })], {
      says: "basic",
    }),
    warn(
      "a service tag alone, with VNet integration",
      setAccess({
        ...{ enablePrivateCluster: false, enableVnetIntegration: true },
        authorizedIpRanges: ["AzureCloud"],
      }),
      "the service tag AzureCloud",
    ),
    pass("a service tag alone", ranges("AzureCloud")),
    warn("loose addresses", [ranges("20.50.0.0/24"), setPools({ nodePublicIp: {} })], "Nodes of system"),
    notAssessed("denied", clusterDenied),
  ],
  "api.vnetint-network": [
    notApplicable("not integrated", []),
    pass("a plain network", inNetwork),
    warn("encrypted", [inNetwork, encrypted], { fix: "--enable-encryption false" }),
    fail(
      "encrypted, and an operation failed",
      [inNetwork, encrypted, setCluster({ provisioningState: "Failed" })],
      { fix: "az aks update" },
    ),
    warn("encrypted, older sizes", [inNetwork, encrypted, setPools({ vmSize: "Standard_DS2_v2" })], {
      says: "no node is of a size",
    }),
    notAssessed("encrypted, an unknown size", [inNetwork, encrypted, setPools({ vmSize: "Experimental" })]),
    warn("dual stack", [inNetwork, setNetwork({ ipFamilies: ["IPv4", "IPv6"] })], "IPv6"),
    notAssessed("network denied", [inNetwork, deny("clusterNetwork")]),
  ],
};
