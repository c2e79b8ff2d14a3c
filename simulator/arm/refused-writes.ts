// What Azure refuses of a write that its caller may make: in use, overlapping, or twice.
import type { Reply } from "../http.ts";
import { type JsonObject, listOf, objectOf, sameJson, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { armError } from "./arm-errors.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { denialOf, disallowed } from "./deployments/azure-policy.ts";
import { isInUse, prefixesOf, subnetsOf } from "./in-use.ts";
import { parsePrefix } from "./ipv4.ts";
import type { Resource } from "./resource-store.ts";

/** `before`: what is there now. `body`: what is to stand there afterwards, properties and all. */
type Write = { world: World; id: string; before: Resource | undefined; body: JsonObject };
type Rule = (write: Write) => Reply | null;

const badRequest = (code: string, message: string): Reply => armError(400, code, message);

const linkType = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
const linkedNetwork = ({ properties }: Pick<Resource, "properties">): string =>
  textOf(objectOf(properties.virtualNetwork).id);

/**
 * One zone of a name for each network, and one link of a network for each zone.
 * https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links
 */
const linkOverlaps: Rule = ({ world, id, body }) => {
  const { parent: zoneId } = parseArmPath(id);
  const network = linkedNetwork({ properties: objectOf(body.properties) });
  const zone = parseArmPath(zoneId).name ?? "";
  const rival = world.store
    .all()
    .filter((item) => sameId(item.type, linkType) && !sameId(item.id, id))
    .find(
      (item) =>
        sameId(linkedNetwork(item), network) &&
        sameId(parseArmPath(parseArmPath(item.id).parent).name ?? "", zone),
    );
  if (rival === undefined) return null;
  return badRequest(
    "BadRequest",
    `A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network with '${zone}' and '${zone}' zones.`,
  );
};

const keeps = (prefixes: readonly string[], wanted: readonly string[]): string | undefined =>
  prefixes.find((prefix) => !wanted.includes(prefix));

/** A range of a subnet stays while anything has an address of it. */
function subnetRefused(world: World, id: string, before: JsonObject, after: JsonObject): Reply | null {
  const gone = keeps(prefixesOf(before), prefixesOf(after));
  if (gone === undefined || !isInUse(world.store, id)) return null;
  const name = parseArmPath(id).name ?? "";
  return badRequest(
    "InUsePrefixCannotBeDeleted",
    `IpPrefix ${gone} on Subnet ${name} has active allocations and cannot be deleted.`,
  );
}

const subnetInUse: Rule = ({ world, id, before, body }) =>
  before === undefined ? null : subnetRefused(world, id, before.properties, objectOf(body.properties));

const networkSubnets: Rule = ({ world, id, before, body }) => {
  const { subnets } = objectOf(body.properties);
  if (before === undefined || subnets === undefined) return null;
  const wanted = listOf(subnets).map(objectOf);
  for (const { name, properties } of subnetsOf(before)) {
    const after = wanted.find((each) => sameId(textOf(each.name), name));
    const subnetId = `${id}/subnets/${name}`;
    if (after === undefined && isInUse(world.store, subnetId)) return inUse("Subnet", subnetId);
    const refused = after && subnetRefused(world, subnetId, properties, objectOf(after.properties));
    if (refused) return refused;
  }
  return null;
};

type SecurityRule = { name: string; priority: number; direction: string };
const securityRule = (item: JsonObject): SecurityRule => {
  const { priority, direction } = objectOf(item.properties);
  return { name: textOf(item.name), priority: Number(priority), direction: textOf(direction) };
};

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules */
function ruleConflict(written: SecurityRule, others: readonly SecurityRule[]): Reply | null {
  const rival = others.find(
    (other) =>
      !sameId(other.name, written.name) &&
      other.priority === written.priority &&
      sameId(other.direction, written.direction),
  );
  if (rival === undefined) return null;
  return badRequest(
    "SecurityRuleConflict",
    `Security rule ${written.name} conflicts with rule ${rival.name}. Rules cannot have the same Priority and Direction. To learn more, see aka.ms/nsgrules.`,
  );
}

const rulePriority: Rule = ({ world, id, body }) => {
  const path = parseArmPath(id);
  const group = world.store.get(path.parent);
  const others = listOf(group?.properties.securityRules).map(objectOf).map(securityRule);
  return ruleConflict(securityRule({ ...body, name: path.name ?? "" }), others);
};

const rulePriorities: Rule = ({ body }) => {
  const rules = listOf(objectOf(body.properties).securityRules).map(objectOf).map(securityRule);
  for (const rule of rules) {
    const refused = ruleConflict(rule, rules);
    if (refused !== null) return refused;
  }
  return null;
};

/** Two networks whose ranges overlap are never peered. */
const peeringOverlaps: Rule = ({ world, id, body }) => {
  const own = world.store.get(parseArmPath(id).parent);
  const remoteId = textOf(objectOf(objectOf(body.properties).remoteVirtualNetwork).id);
  const remote = world.store.get(remoteId);
  if (own === undefined || remote === undefined) return null;
  const clash = spaceOf(own).find((one) => spaceOf(remote).some((other) => overlap(one, other)));
  if (clash === undefined) return null;
  return badRequest(
    "VnetAddressSpacesOverlap",
    `Cannot create or update peering ${id}. Virtual networks ${own.id} and ${remote.id} cannot be peered because their address spaces overlap. Overlapping address prefixes: ${clash}. For more information please refer to https://aka.ms/VnetPeeringInfo`,
  );
};

const spaceOf = ({ properties }: Resource): string[] =>
  listOf(objectOf(properties.addressSpace).addressPrefixes).map(textOf);

function overlap(one: string, other: string): boolean {
  const [a, b] = [parsePrefix(one), parsePrefix(other)];
  return a !== null && b !== null && a.first < b.first + b.size && b.first < a.first + a.size;
}

const ended = ["succeeded", "failed", "canceled"];

/** https://learn.microsoft.com/azure/aks/manage-abort-operations */
const clusterBusy: Rule = ({ before }) => {
  const state = textOf(before?.properties.provisioningState);
  if (state === "" || ended.includes(state.toLowerCase())) return null;
  return armError(
    409,
    "OperationNotAllowed",
    `Operation is not allowed: Another operation (${state}) is in progress, please wait for it to finish before starting a new operation.`,
  );
};

/** https://learn.microsoft.com/azure/storage/common/storage-network-security-virtual-networks */
const withoutServiceEndpoint: Rule = ({ world, body }) => {
  const { virtualNetworkRules } = objectOf(objectOf(body.properties).networkAcls);
  const subnets = listOf(virtualNetworkRules).map((each) => textOf(objectOf(each).id));
  const closed = subnets.find((id) => {
    const endpoints = listOf(world.store.get(id)?.properties.serviceEndpoints).map(objectOf);
    return !endpoints.some(({ service }) => /^Microsoft\.Storage(\.Global)?$/i.test(textOf(service)));
  });
  if (closed === undefined) return null;
  const { name, parent } = parseArmPath(closed);
  return badRequest(
    "NetworkAclsValidationFailure",
    `Validation of network acls failure: SubnetsHaveNoServiceEndpointsConfigured:Subnets ${name} of virtual network ${parent} do not have ServiceEndpoints for Microsoft.Storage resources configured. Add Microsoft.Storage to subnet's ServiceEndpoints collection before trying to ACL Microsoft.Storage resources to these subnets..`,
  );
};

/** How many a subscription may have in a region is a usage that a scenario states: …/usages/ManagedEnvironmentCount. */
const environmentLimit: Rule = ({ world, id, before, body }) => {
  const location = textOf(body.location);
  const scope = `/subscriptions/${parseArmPath(id).subscriptionId}`;
  const usage = `${scope}/providers/Microsoft.App/locations/${location}/usages/ManagedEnvironmentCount`;
  const limit = world.store.get(usage)?.limit;
  const there = world.store
    .list("Microsoft.App/managedEnvironments", scope, true)
    .filter((each) => sameId(textOf(each.location), location));
  if (before !== undefined || limit === undefined || there.length < Number(limit)) return null;
  return badRequest(
    "MaxNumberOfRegionalEnvironmentsInSubExceeded",
    `The subscription '${parseArmPath(id).subscriptionId}' cannot have more than ${limit} Container App Environments in ${location}.`,
  );
};

const deniedByPolicy: Rule = ({ world, id, body }) => {
  const denial = denialOf(world, { id, body });
  if (denial === null) return null;
  return { status: 403, body: { error: disallowed(parseArmPath(id).name ?? "", denial) } };
};

const network = "microsoft.network";
const aks = "microsoft.containerservice/managedclusters";
const rules: Readonly<Record<string, readonly Rule[]>> = {
  [`${network}/privatednszones/virtualnetworklinks`]: [linkOverlaps],
  [`${network}/virtualnetworks`]: [networkSubnets],
  [`${network}/virtualnetworks/subnets`]: [subnetInUse],
  [`${network}/virtualnetworks/virtualnetworkpeerings`]: [peeringOverlaps],
  [`${network}/networksecuritygroups`]: [rulePriorities],
  [`${network}/networksecuritygroups/securityrules`]: [rulePriority],
  "microsoft.storage/storageaccounts": [withoutServiceEndpoint],
  "microsoft.app/managedenvironments": [environmentLimit],
  [aks]: [clusterBusy],
  [`${aks}/agentpools`]: [clusterBusy],
};

/** What is written again as it stands is never refused. */
export function refuseWrite(write: Write): Reply | null {
  const { before, body } = write;
  if (before !== undefined && sameJson(before.properties, objectOf(body.properties))) return null;
  for (const rule of [deniedByPolicy, ...(rules[parseArmPath(write.id).type.toLowerCase()] ?? [])]) {
    const refused = rule(write);
    if (refused !== null) return refused;
  }
  return null;
}

function inUse(kind: string, id: string): Reply {
  const name = parseArmPath(id).name ?? "";
  return badRequest(`InUse${kind}CannotBeDeleted`, `${kind} ${name} is in use and cannot be deleted.`);
}

/** Each with the word of its error's code. */
const heldByOthers: Readonly<Record<string, string>> = {
  [`${network}/virtualnetworks/subnets`]: "Subnet",
  [`${network}/networksecuritygroups`]: "NetworkSecurityGroup",
  [`${network}/routetables`]: "RouteTable",
  [`${network}/natgateways`]: "NatGateway",
  [`${network}/publicipaddresses`]: "PublicIpAddress",
};

/** What others name is not deleted, nor a zone to which networks are linked. */
export function refuseDelete({ store }: World, id: string): Reply | null {
  const type = parseArmPath(id).type.toLowerCase();
  const kind = heldByOthers[type];
  if (kind !== undefined) return isInUse(store, id) ? inUse(kind, id) : null;
  if (type === `${network}/privatednszones` && store.list(linkType, id).length > 0)
    return armError(
      409,
      "CannotDeleteResource",
      "Cannot delete resource while nested resources exist. Some existing nested resource IDs include virtual network links. Please delete all nested resources before deleting this resource.",
    );
  return null;
}
