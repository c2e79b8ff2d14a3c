// Exposure, names and zones of the API server.
import {
  apiFqdnOf,
  apiModeOf,
  expectedZoneName,
  recordNameIn,
  zoneModeOf,
} from "../../../src/core/network/address/api-server.ts";
import type { ManagedCluster } from "../../../src/core/snapshot/cluster.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { changed, setAccess, setCluster } from "../../fixtures/snapshot-changes.ts";
import { saidUnread } from "../../said.ts";

const cluster = (
  access: Partial<ManagedCluster["apiServerAccess"]>,
  patch: Partial<ManagedCluster> = {},
): ManagedCluster => {
  const { managedCluster } = changed(setAccess(access), setCluster(patch));
  if (managedCluster.status === "unavailable") throw new Error(saidUnread(managedCluster));
  return managedCluster.data;
};

test.each([
  [false, false, [], "public-open"],
  [false, false, ["20.40.0.0/24"], "public-ranges"],
  [true, false, ["20.40.0.0/24"], "private-link"],
  [false, true, ["20.40.0.0/24"], "vnet-public"],
  [true, true, [], "vnet-private"],
])(
  "private %s, VNet integration %s, ranges %j: %s",
  (enablePrivateCluster, enableVnetIntegration, ranges, mode) => {
    expect(
      apiModeOf(cluster({ enablePrivateCluster, enableVnetIntegration, authorizedIpRanges: ranges })),
    ).toBe(mode);
  },
);

test.each([
  ["System", "system"],
  ["NONE", "none"],
  [ids.zone.toLowerCase(), "own"],
  ["shared", "unknown"],
])("zone %s is %s", (privateDnsZone, mode) => {
  expect(zoneModeOf(cluster({ privateDnsZone }))).toBe(mode);
});

test("a cluster without a private zone goes by its public name", () => {
  expect(apiFqdnOf(cluster({ privateDnsZone: "none" }))).toMatch(/\.hcp\.westeurope\./);
  expect(apiFqdnOf(cluster({}))).toMatch(/\.privatelink\.westeurope\./);
});

test.each([
  ["zone.example", "api.zone.example", "api"],
  ["ZONE.example", "api.b.zone.EXAMPLE", "api.b"],
  ["one.example", "api.zone.example", null],
])("in zone %s the name %s is %s", (zone, fqdn, name) => {
  expect(recordNameIn(zone, fqdn)).toBe(name);
});

test.each([
  [{}, {}, "privatelink.westeurope.azmk8s.io"],
  [{ enableVnetIntegration: true }, {}, "private.westeurope.azmk8s.io"],
  [
    {},
    {
      location: "usgovvirginia",
      fqdn: "a.hcp.usgovvirginia.cx.aks.containerservice.azure.us",
      privateFqdn: "a.azmk8s.io",
    },
    "privatelink.usgovvirginia.cx.aks.containerservice.azure.us",
  ],
  [{}, { location: "moonbase" }, null],
])("access %j and names %j want the zone %s", (access, names, zone) => {
  expect(expectedZoneName(cluster(access, names))).toBe(zone);
});
