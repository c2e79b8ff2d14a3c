// What a resource shows of those that name it: the subnets of a security group, the owner of a public address.
import { type Json, type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { ipConfigurations } from "./ip-configurations.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

type Holder = { id: string; type: string; properties: JsonObject };
type Reference = {
  type: string;
  property: string;
  /** Who names it, in which property; without one, the children that stand on their own. */
  by: string;
  key?: string;
  single?: boolean;
};

const subnetType = "virtualNetworks/subnets";
const ipConfigurationType = "ipConfigurations";

const references: readonly Reference[] = [
  { type: "networkSecurityGroups", property: "subnets", by: subnetType, key: "networkSecurityGroup" },
  {
    type: "networkSecurityGroups",
    property: "networkInterfaces",
    by: "networkInterfaces",
    key: "networkSecurityGroup",
  },
  { type: "routeTables", property: "subnets", by: subnetType, key: "routeTable" },
  { type: "natGateways", property: "subnets", by: subnetType, key: "natGateway" },
  { type: "firewallPolicies", property: "firewalls", by: "azureFirewalls", key: "firewallPolicy" },
  { type: "firewallPolicies", property: "ruleCollectionGroups", by: "firewallPolicies/ruleCollectionGroups" },
  {
    type: "publicIPAddresses",
    property: "ipConfiguration",
    by: ipConfigurationType,
    key: "publicIPAddress",
    single: true,
  },
  {
    type: "publicIPAddresses",
    property: "natGateway",
    by: "natGateways",
    key: "publicIpAddresses",
    single: true,
  },
  { type: subnetType, property: "ipConfigurations", by: ipConfigurationType, key: "subnet" },
  { type: subnetType, property: "privateEndpoints", by: "privateEndpoints", key: "subnet" },
];

/** The properties that follow from others, for a resource of any type; `undefined` where nobody names it. */
export function referencesTo(
  store: ResourceStore,
  { id, type }: Pick<Resource, "id" | "type">,
): Record<string, Json | undefined> {
  const wanted = references.filter((item) => sameId(`Microsoft.Network/${item.type}`, type));
  if (wanted.length === 0) return {};
  const holders = holdersIn(store);
  return Object.fromEntries(
    wanted.map(({ property, by, key, single }) => {
      const ids = holders
        .filter((holder) => sameId(holder.type, by) && idsNamedBy(holder, key).some((one) => sameId(one, id)))
        .map((holder) => ({ id: holder.id }));
      return [property, single === true ? ids[0] : ids.length === 0 ? undefined : ids];
    }),
  );
}

function holdersIn(store: ResourceStore): Holder[] {
  const withoutNamespace = ({ id, type, properties }: Resource): Holder => ({
    id,
    type: type.replace(/^Microsoft\.Network\//i, ""),
    properties,
  });
  const all = store.all().filter(({ type }) => /^Microsoft\.Network\//i.test(type));
  const subnets = all
    .filter(({ type }) => /\/virtualNetworks$/i.test(type))
    .flatMap(({ id, type }) => store.list(`${type}/subnets`, id));
  const configurations = ipConfigurations(store).map((item) => ({ ...item, type: ipConfigurationType }));
  return [...all, ...subnets].map(withoutNamespace).concat(configurations);
}

function idsNamedBy({ id, properties }: Holder, key: string | undefined): string[] {
  if (key === undefined) return [parseArmPath(id).parent];
  const value = properties[key];
  const named = Array.isArray(value) ? listOf(value) : [value];
  return named.map((item) => textOf(objectOf(item).id));
}
