// Where the API server stands, from what is surest to what is left.
import { apiAddressOf } from "../../../src/core/network/address/api-server.ts";
import { type Change, changed, setAccess, setData } from "../../fixtures/snapshot-changes.ts";
import { unlist } from "../../fixtures/snapshot-nodes.ts";
import { deny } from "../../fixtures/snapshot-variants.ts";
import { setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";
import { saidSource, saidUnread } from "../../said.ts";

const addressAfter = (...changes: readonly Change[]) => {
  const snapshot = changed(...changes);
  if (snapshot.managedCluster.status === "unavailable") throw new Error(saidUnread(snapshot.managedCluster));
  const address = apiAddressOf(snapshot.managedCluster.data, snapshot);
  return address.status === "known" ? `${address.ip} from ${saidSource(address.from)}` : saidUnread(address);
};

const inNetwork = setVnetIntegration();
const noBalancer = setVnetIntegration({ balancer: null });
const publicName = setAccess({ enablePrivateCluster: false });

test.each<[string, readonly Change[], string]>([
  ["a private endpoint", [], "10.10.0.4 from the endpoint's network interface"],
  ["its interface not read", [deny("privateEndpointNic")], "10.10.0.4 from the endpoint's DNS configuration"],
  ["VNet integration", [inNetwork], "10.10.8.4 from the internal load balancer"],
  ["VNet integration, public", [inNetwork, publicName], "10.10.8.4 from the internal load balancer"],
  ["no load balancer: the record", [noBalancer], "10.10.8.4 from the A record"],
  ["balancers not read: the record", [noBalancer, unlist("loadBalancers")], "10.10.8.4 from the A record"],
  [
    "neither load balancer nor record",
    [noBalancer, setData("apiServerRecord", null)],
    "The internal load balancer of the API server has no address.",
  ],
  [
    "public, balancers not read",
    [noBalancer, publicName, unlist("loadBalancers")],
    "The loadBalancers could not be read.",
  ],
])("%s", (_case, changes, expected) => {
  expect(addressAfter(...changes)).toBe(expected);
});
