// IP configurations wherever they stand: whose, in which subnet, with which addresses. Azure gives the addresses.
import { isObject, type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { sameId } from "./arm-path.ts";
import { firstFree, parsePrefix } from "./ipv4.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

export type IpConfiguration = { id: string; owner: Resource; properties: JsonObject };

const lists = ["ipConfigurations", "frontendIPConfigurations"];
/** Those whose private address ARM shows. Bastion hosts and VPN gateways have one too, and keep it to themselves. */
const showsAddress = /^Microsoft\.Network\/(networkInterfaces|azureFirewalls|loadBalancers)$/i;
const publicAddresses = "20.50.100.0/24";
const publicType = "Microsoft.Network/publicIPAddresses";

/** Every IP configuration of a store. The private resolver's have no `properties` of their own. */
export function ipConfigurations(store: ResourceStore): IpConfiguration[] {
  return store.all().flatMap((owner) =>
    lists.flatMap((list) =>
      listOf(owner.properties[list])
        .map(objectOf)
        .map((item) => ({
          id: textOf(item.id) || `${owner.id}/${list}/${textOf(item.name)}`,
          owner,
          properties: isObject(item.properties) ? item.properties : item,
        })),
    ),
  );
}

export function subnetIdOf({ properties }: IpConfiguration): string {
  return textOf(objectOf(properties.subnet).id);
}

/** After loading or a write: gives an address to whatever Azure would have given one. */
export function assignAddresses(store: ResourceStore): void {
  const all = ipConfigurations(store);
  const taken = new Set(all.map(({ properties }) => textOf(properties.privateIPAddress)));
  for (const item of all) {
    if (!showsAddress.test(item.owner.type) || textOf(item.properties.privateIPAddress) !== "") continue;
    const subnet = store.get(subnetIdOf(item));
    const address = freeAddress(textOf(subnet?.properties.addressPrefix), taken);
    if (address !== null) item.properties.privateIPAddress = address;
  }
  assignPublicAddresses(store);
}

function assignPublicAddresses(store: ResourceStore): void {
  const all = store.all().filter((item) => sameId(item.type, publicType));
  const taken = new Set(all.map(({ properties }) => textOf(properties.ipAddress)));
  for (const { properties } of all) {
    if (properties.publicIPAllocationMethod !== "Static" || textOf(properties.ipAddress) !== "") continue;
    const address = freeAddress(publicAddresses, taken);
    if (address !== null) properties.ipAddress = address;
  }
}

function freeAddress(prefixText: string, taken: Set<string>): string | null {
  const prefix = parsePrefix(prefixText);
  const address = prefix && firstFree(prefix, taken);
  if (address !== null) taken.add(address);
  return address;
}
