// Which endpoint and which zone of a resource group are the API server's.
import { pickZone } from "../../../src/azure/collect/network/private-dns.ts";
import { pickPrivateEndpoint } from "../../../src/azure/collect/network/private-endpoint.ts";
import type { PrivateEndpoint } from "../../../src/core/snapshot/network.ts";

const endpoint = (name: string): PrivateEndpoint => ({
  id: `/rg/${name}`,
  name,
  provisioningState: "Succeeded",
  networkInterfaceIds: [],
  customDnsConfigs: [],
});
const connectionTo = (name: string) => ({ id: "c", status: "Approved", privateEndpointId: `/RG/${name}` });

test.each([
  ["AKS's own, by name", ["storage", "kube-apiserver"], [], "kube-apiserver"],
  ["one that the cluster's connection names", ["storage", "renamed"], ["renamed"], "renamed"],
  ["AKS's own before one that a person made", ["mine", "kube-apiserver"], ["mine"], "kube-apiserver"],
  ["none of a stranger's", ["storage"], ["elsewhere"], undefined],
  ["none", [], [], undefined],
])("endpoint: %s", (_case, names, connected, expected) => {
  expect(pickPrivateEndpoint(names.map(endpoint), connected.map(connectionTo))?.name).toBe(expected);
});

const fqdn = "prod-1-x1y2.0a1b.privatelink.westeurope.azmk8s.io";

test.each([
  [
    "the one that holds the name",
    ["a.example", "0a1b.privatelink.westeurope.azmk8s.io"],
    fqdn,
    "0a1b.privatelink.westeurope.azmk8s.io",
  ],
  [
    "the exact one before one that only looks like it",
    ["privatelink.northeurope.azmk8s.io", "privatelink.westeurope.azmk8s.io"],
    fqdn,
    "privatelink.westeurope.azmk8s.io",
  ],
  [
    "one of the wrong region, so that the fault can be named",
    ["privatelink.northeurope.azmk8s.io"],
    fqdn,
    "privatelink.northeurope.azmk8s.io",
  ],
  [
    "AKS's own while a stopped cluster has no name",
    ["a.example", "0a1b.privatelink.westeurope.azmk8s.io"],
    undefined,
    "0a1b.privatelink.westeurope.azmk8s.io",
  ],
  ["none of another kind", ["contoso.example"], fqdn, undefined],
])("zone: %s", (_case, names, privateFqdn, expected) => {
  const zones = names.map((name) => ({ id: `/rg/${name}`, name, provisioningState: "Succeeded" }));
  expect(pickZone(zones, privateFqdn)?.name).toBe(expected);
});
