// The rights that a write takes: on what it writes, and on what it leads to.
import { permissionsOf } from "../../../src/core/fix-write/permission-of.ts";
import { writesOf } from "../../../src/core/fix-write/writes-of.ts";

const place = "--subscription s --resource-group g";
const id = (path: string) => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/${path}`;
const network = id("virtualNetworks/n");
const addressId = id("publicIPAddresses/p");
const ipConfigurations = JSON.stringify([
  { name: "i", properties: { subnet: { id: `${network}/subnets/f` }, publicIPAddress: { id: addressId } } },
]);

test.each<[string, string, readonly (readonly [action: string, scope: string])[]]>([
  [
    "a peering, the network on its other side",
    `az network vnet peering create ${place} --vnet-name m --name p --remote-vnet ${network} --allow-vnet-access`,
    [
      ["virtualNetworks/virtualNetworkPeerings/write", id("virtualNetworks/m/virtualNetworkPeerings/p")],
      ["virtualNetworks/peer/action", network],
    ],
  ],
  [
    "a link, its network",
    `az network private-dns link vnet create ${place} --zone-name z --name l --virtual-network ${network} --registration-enabled false`,
    [
      ["privateDnsZones/virtualNetworkLinks/write", id("privateDnsZones/z/virtualNetworkLinks/l")],
      ["virtualNetworks/join/action", network],
    ],
  ],
  [
    "a subnet, its route table",
    `az network vnet subnet update ${place} --vnet-name n --name s --route-table t`,
    [
      ["virtualNetworks/subnets/write", `${network}/subnets/s`],
      ["routeTables/join/action", id("routeTables/t")],
    ],
  ],
  [
    "a NAT gateway, its address",
    `az network nat gateway update ${place} --name n --public-ip-addresses p`,
    [
      ["natGateways/write", id("natGateways/n")],
      ["publicIPAddresses/join/action", addressId],
    ],
  ],
  [
    "a firewall, its subnet and its address",
    `az resource update --subscription s --ids ${id("azureFirewalls/f")} --set 'properties.ipConfigurations=${ipConfigurations}'`,
    [
      ["azureFirewalls/write", id("azureFirewalls/f")],
      ["virtualNetworks/subnets/join/action", `${network}/subnets/f`],
      ["publicIPAddresses/join/action", addressId],
    ],
  ],
  [
    "what is deleted, nothing else",
    `az network vnet peering delete ${place} --vnet-name m --name p`,
    [["virtualNetworks/virtualNetworkPeerings/delete", id("virtualNetworks/m/virtualNetworkPeerings/p")]],
  ],
])("%s", (_what, line, rights) => {
  expect((writesOf([line]) ?? []).flatMap(permissionsOf)).toEqual(
    rights.map(([action, scope]) => ({ action: `Microsoft.Network/${action}`, scope })),
  );
});
