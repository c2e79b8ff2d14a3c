// The bodies that some lines make, field by field as `az` sends them.
import type { Json } from "../text/canonical-json.ts";
import { type ArmType, idOf, namesIn } from "./arm-type.ts";
import type { JsonBody, What } from "./arm-write.ts";
import { change, type Given, givenAs, onlyIf, put, setting } from "./line-values.ts";

const isObject = (value: unknown): value is JsonBody =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const create = (body: JsonBody | null): What | null => (body === null ? null : { do: "create", body });

/** One value stands in a field of its own, several in a list. */
const oneOrMore = (one: string, more: string, values: readonly string[]): JsonBody =>
  values.length === 1 ? { [one]: values[0] ?? "" } : { [more]: values };

export function securityRule(given: Given): What | null {
  const priority = givenAs.count(given, "priority");
  const [direction, access, protocol] = [
    given.value("direction"),
    given.value("access"),
    given.value("protocol"),
  ];
  if (priority === null || !/^(In|Out)bound$/.test(direction) || access !== "Allow") return null;
  return create({
    ...{ priority, direction, access, protocol, sourcePortRange: "*" },
    ...oneOrMore("sourceAddressPrefix", "sourceAddressPrefixes", given.values("source-address-prefixes")),
    ...oneOrMore(
      "destinationAddressPrefix",
      "destinationAddressPrefixes",
      given.values("destination-address-prefixes"),
    ),
    ...oneOrMore("destinationPortRange", "destinationPortRanges", given.values("destination-port-ranges")),
  });
}

export function route(given: Given): What | null {
  const address = given.value("next-hop-ip-address");
  const nextHopType = given.value("next-hop-type");
  const isKnown =
    nextHopType === "VirtualNetworkGateway" || (nextHopType === "VirtualAppliance" && address !== "");
  const body = { addressPrefix: given.value("address-prefix"), nextHopType };
  return onlyIf(isKnown, create(address === "" ? body : { ...body, nextHopIpAddress: address }));
}

export const routeTable = (given: Given): What | null => create({ location: given.value("location") });

export const zone = (): What => ({ do: "create", body: { location: "global" } });

export function link(given: Given): What | null {
  const registrationEnabled = givenAs.yesNo(given, "registration-enabled");
  const virtualNetwork = { id: given.value("virtual-network") };
  return onlyIf(
    registrationEnabled === false,
    create({ location: "global", virtualNetwork, registrationEnabled }),
  );
}

/** A record that is not there yet lives an hour, as `az` makes it. */
export const addRecord = (given: Given): What => ({
  do: "change",
  edits: [{ is: "add", path: ["aRecords"], item: { ipv4Address: given.value("ipv4-address") } }],
  otherwise: { ttl: 3600 },
});

export const removeRecord = (given: Given): What => ({
  do: "change",
  edits: [{ is: "take", path: ["aRecords"], item: { ipv4Address: given.value("ipv4-address") } }],
});

export function peering(given: Given): What | null {
  const isWhole = !given.has("peer-complete-vnets");
  const subnets = isWhole
    ? {}
    : {
        peerCompleteVnets: false,
        localSubnetNames: given.values("local-subnet-names"),
        remoteSubnetNames: given.values("remote-subnet-names"),
      };
  return onlyIf(
    isWhole || given.value("peer-complete-vnets") === "false",
    create({
      remoteVirtualNetwork: { id: given.value("remote-vnet") },
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: given.has("allow-forwarded-traffic"),
      allowGatewayTransit: given.has("allow-gateway-transit"),
      useRemoteGateways: given.has("use-remote-gateways"),
      ...subnets,
    }),
  );
}

const peeringSettings = [
  "allowVirtualNetworkAccess",
  "allowForwardedTraffic",
  "allowGatewayTransit",
  "useRemoteGateways",
];

export function peeringSetting(given: Given): What | null {
  const name = peeringSettings.find((each) => setting(given, each) === "true");
  return name === undefined ? null : change(put([name], true));
}

export const nodePool = (given: Given): What | null => {
  const count = givenAs.count(given, "node-count");
  const mode = given.value("mode");
  return count === null ? null : create({ count, mode, vmSize: given.value("node-vm-size") });
};

export const autoscalerLimits = (given: Given): What | null =>
  change(
    put(["minCount"], givenAs.count(given, "min-count")),
    put(["maxCount"], givenAs.count(given, "max-count")),
  );

export function ruleCollectionGroup(given: Given): What | null {
  const body = parsed(given.value("properties"));
  return create(isObject(body) ? body : null);
}

export const publicAddress = (given: Given): What | null =>
  create({
    location: given.value("location"),
    sku: { name: given.value("sku") },
    publicIPAllocationMethod: "Static",
  });

/** A name stands for what is called that in the same resource group; null where it is none. */
function idCalled(given: Given, flag: string, type: ArmType): string | null {
  const place = { subscriptionId: given.value("subscription"), resourceGroup: given.value("resource-group") };
  const id = idOf(place, type, [given.value(flag)]);
  return namesIn(id, type) === null ? null : id;
}

const addressCalled = (given: Given): string | null =>
  idCalled(given, "public-ip-addresses", "Microsoft.Network/publicIPAddresses");

export function natGateway(given: Given): What | null {
  const id = addressCalled(given);
  const body = { location: given.value("location"), sku: { name: "Standard" } };
  return id === null ? null : create({ ...body, publicIpAddresses: [{ id }] });
}

export function natAddresses(given: Given): What | null {
  const id = addressCalled(given);
  return id === null ? null : change(put(["publicIpAddresses"], [{ id }]));
}

/** A name would be looked up by `az`. */
export function leavesBy(given: Given): What | null {
  const id = given.value("nat-gateway");
  return onlyIf(namesIn(id, "Microsoft.Network/natGateways") !== null, change(put(["natGateway"], { id })));
}

/** By its id, or by the name of one in the network's own group. */
export function attachTable(given: Given): What | null {
  const type = "Microsoft.Network/routeTables";
  const table = given.value("route-table");
  const id = namesIn(table, type) === null ? idCalled(given, "route-table", type) : table;
  return id === null ? null : change(put(["routeTable"], { id }));
}

/** As `az` numbers them. */
export const delegations = (given: Given): What | null =>
  change(
    put(
      ["delegations"],
      given.values("delegations").map((serviceName, index) => ({ name: String(index), serviceName })),
    ),
  );

/** Written in a line as ARM takes it, with `properties` between. */
export function firewallPlace(given: Given): What | null {
  const list = parsed(setting(given, "properties.ipConfigurations") ?? "");
  if (!isList(list) || !list.every(isObject)) return null;
  const flat = list.map(
    ({ name, properties }): Json => ({ name: name ?? "", ...(isObject(properties) ? properties : {}) }),
  );
  return change(put(["ipConfigurations"], flat));
}

export function bastionTunnels(given: Given): What | null {
  const value = setting(given, "properties.enableTunneling");
  return onlyIf(value === "true" || value === "false", change(put(["enableTunneling"], value === "true")));
}

export const bastionUpgrade = (given: Given): What | null =>
  onlyIf(
    given.values("set").join(" ") === "sku.name=Standard properties.enableTunneling=true",
    change(put(["sku", "name"], "Standard"), put(["enableTunneling"], true)),
  );
