// One write to Azure Resource Manager, as data that can be kept, compared and approved.

import { idKey, parseResourceId } from "../../snapshot/resource-id.ts";
import { canonicalJson, type Json } from "../../text/canonical-json.ts";
import { foldCase } from "../../text/text.ts";

/** The types of resources that a fix writes, and no other. Azure's own spelling. */
const armTypes = [
  "Microsoft.Compute/virtualMachines",
  "Microsoft.Compute/virtualMachineScaleSets",
  "Microsoft.ContainerService/managedClusters",
  "Microsoft.ContainerService/managedClusters/agentPools",
  "Microsoft.ContainerService/managedClusters/privateEndpointConnections",
  "Microsoft.Network/azureFirewalls",
  "Microsoft.Network/bastionHosts",
  "Microsoft.Network/expressRouteCircuits/peerings",
  "Microsoft.Network/firewallPolicies",
  "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
  "Microsoft.Network/natGateways",
  "Microsoft.Network/networkInterfaces",
  "Microsoft.Network/networkSecurityGroups/securityRules",
  "Microsoft.Network/privateDnsZones",
  "Microsoft.Network/privateDnsZones/A",
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
  "Microsoft.Network/publicIPAddresses",
  "Microsoft.Network/routeTables",
  "Microsoft.Network/routeTables/routes",
  "Microsoft.Network/virtualNetworkGateways",
  "Microsoft.Network/virtualNetworks",
  "Microsoft.Network/virtualNetworks/subnets",
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
] as const;

export type ArmType = (typeof armTypes)[number];

/** Where a field stands in a body as Microsoft's SDKs model it: Azure's own names, without `properties` between them. */
export type Path = readonly (string | number)[];

/** As it was read; models of the SDKs hold dates and fields that are undefined. */
export type Body = Readonly<Record<string, unknown>>;

export type JsonBody = Readonly<Record<string, Json>>;

/** `put`: the field holds this afterwards. `drop`: it is gone. `add`, `take`: one item of a list, each once. */
export type Edit = Readonly<
  | { is: "put"; path: Path; value: Json }
  | { is: "drop"; path: Path }
  | { is: "add" | "take"; path: Path; item: Json }
>;

/** What Azure offers besides writing a body. `reapply` and `sync` write once more what stands there. */
export type ArmAction = "start" | "restart" | "reset" | "rotateClusterCertificates" | "sync" | "reapply";

/** `create`: the whole body, in place of one that is there. `otherwise`: what is edited where nothing is there yet. */
export type What = Readonly<
  | { do: "create"; body: JsonBody }
  | { do: "delete" }
  | { do: "change"; edits: readonly Edit[]; otherwise?: JsonBody }
  | { do: "act"; action: ArmAction }
>;

/**
 * Why nothing takes it back:
 * - `cutsOff`: by then somebody works on it, or traffic goes over it, which taking it away would end;
 * - `noStateBefore`: it was written as it stood, or made to begin anew: there is nothing to go back to;
 * - `oneWay`: Azure takes no such change;
 * - `stays`: it does nothing by itself, and taking it away would take what others put into it since.
 */
export type NoWayBack = "cutsOff" | "noStateBefore" | "oneWay" | "stays";

/** `id`: as the line names it. `noWayBack`: absent where `inverseOf` says how. */
export type ArmWrite = Readonly<{ id: string; type: ArmType; what: What; noWayBack?: NoWayBack }>;

export type ResourcePlace = Readonly<{ subscriptionId: string; resourceGroup: string }>;

const segmentsOf = (type: ArmType): readonly string[] => type.split("/");

/** `names`: one for each level of the type, the outermost first. */
export function idOf(
  { subscriptionId, resourceGroup }: ResourcePlace,
  type: ArmType,
  names: readonly string[],
): string {
  const [namespace, ...levels] = segmentsOf(type);
  const path = levels.flatMap((level, index) => [level, names[index] ?? ""]).join("/");
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${namespace}/${path}`;
}

/** An address takes these for where it stands, and for what that stands in. */
const isName = (text: string): boolean => text !== "" && text !== "." && text !== "..";

/** Where it stands and what it is called, by level; null where the id is of another type. */
export function namesIn(
  id: string,
  type: ArmType,
): (ResourcePlace & { readonly names: readonly string[] }) | null {
  const found = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)\/(.+)$/i.exec(id);
  const [, subscriptionId, resourceGroup, namespace, path] = found ?? [];
  if (subscriptionId === undefined || resourceGroup === undefined || path === undefined) return null;
  const parts = path.split("/");
  const written = [namespace, ...parts.filter((_, index) => index % 2 === 0)].join("/");
  const names = parts.filter((_, index) => index % 2 === 1);
  const isWhole =
    parts.length % 2 === 0 && [subscriptionId, resourceGroup, ...names].every((name) => isName(name));
  return isWhole && written.toLowerCase() === type.toLowerCase()
    ? { subscriptionId, resourceGroup, names }
    : null;
}

// What a write makes of a body, without sending anything: what is sent in the end, what is shown beforehand, and whether
// a body shows that the write was made.

const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const valueAt = (body: unknown, [first, ...rest]: Path): unknown => {
  if (first === undefined) return body;
  if (Array.isArray(body)) return valueAt(body[Number(first)], rest);
  return isObject(body) && Object.hasOwn(body, first) ? valueAt(body[first], rest) : undefined;
};

/** The same with another value at one place; undefined takes the field away. What is beside it is not copied. */
function withValue(body: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof first === "number") {
    const list: readonly unknown[] = Array.isArray(body) ? body : [];
    return list.length > first
      ? list.map((item, index) => (index === first ? withValue(item, rest, value) : item))
      : [...list, withValue(undefined, rest, value)];
  }
  const { [first]: old, ...others } = isObject(body) ? body : {};
  const next = withValue(old, rest, value);
  return next === undefined ? others : { ...others, [first]: next };
}

/** As it would be sent or kept. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value) ?? "null");

/** Azure spells the ids in a body as it likes. */
const withIdKeys = (value: unknown): Json =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "string" && parseResourceId(each) !== null ? idKey(each) : each,
    ) ?? "null",
  );

const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(withIdKeys(one)) === canonicalJson(withIdKeys(other));

/** An item of a list is the same where it holds all fields of the other: Azure fills in more. */
export const isItem = (wanted: unknown, found: unknown): boolean =>
  isObject(wanted) && isObject(found)
    ? Object.entries(wanted).every(([name, value]) => same(found[name], value))
    : same(wanted, found);

function edited(body: unknown, edit: Edit): unknown {
  if (edit.is === "put") return withValue(body, edit.path, edit.value);
  if (edit.is === "drop") return withValue(body, edit.path, undefined);
  const found = valueAt(body, edit.path);
  const list: readonly unknown[] = Array.isArray(found) ? found : [];
  const others = list.filter((item) => !isItem(edit.item, item));
  const isThere = others.length < list.length;
  if (edit.is === "take") return withValue(body, edit.path, others);
  return isThere ? body : withValue(body, edit.path, [...list, edit.item]);
}

/** Null: it is not there, before or afterwards. */
export function applyWrite(body: Body | null, { what }: Readonly<{ what: What }>): Body | null {
  switch (what.do) {
    case "create":
      return what.body;
    case "delete":
      return null;
    case "act":
      return body;
    case "change": {
      const start = body ?? what.otherwise ?? null;
      const after = start === null ? null : what.edits.reduce<unknown>(edited, start);
      return isObject(after) ? after : null;
    }
  }
}

/** Whether all that is wanted stands there; Azure fills in more. */
function holds(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((item, at) => holds(found[at], item))
    );
  if (isObject(wanted))
    return isObject(found) && Object.entries(wanted).every(([name, value]) => holds(found[name], value));
  return same(found, wanted);
}

const runs = (body: Body): boolean => {
  const statuses = valueAt(body, ["instanceView", "statuses"]);
  const codes = Array.isArray(statuses) ? statuses.map((status) => String(valueAt(status, ["code"]))) : [];
  return (
    codes.some((code) => /^PowerState\/running$/i.test(code)) ||
    valueAt(body, ["powerState", "code"]) === "Running"
  );
};

/** What an action leaves behind; the others leave nothing that was not there before. */
const traces: Readonly<Partial<Record<ArmAction, (body: Body) => boolean>>> = {
  start: runs,
  sync: ({ peeringSyncLevel }) =>
    peeringSyncLevel === "FullyInSync" || peeringSyncLevel === "RemoteNotInSync",
};

function isEdited(body: Body, edit: Edit): boolean {
  const found = valueAt(body, edit.path);
  if (edit.is === "put") return holds(found, edit.value);
  if (edit.is === "drop") return found === undefined || found === null;
  const isThere = Array.isArray(found) && found.some((item) => isItem(edit.item, item));
  return edit.is === "add" ? isThere : !isThere;
}

/**
 * Whether a write was made, judged by what stands there: for an answer that never came. Null where the body cannot tell. Somebody
 * else may have made the same change: then it is made as well.
 */
export function isMade(body: Body | null, what: What): boolean | null {
  if (what.do === "delete") return body === null;
  if (body === null) return false;
  if (what.do === "create") return holds(body, what.body);
  if (what.do === "act") return traces[what.action]?.(body) ?? null;
  return what.edits.every((edit) => isEdited(body, edit));
}

const isCalled = (item: unknown, name: string): boolean =>
  typeof item === "object" && item !== null && "name" in item && foldCase(String(item.name)) === name;

/**
 * What earlier writes of the same fix leave of a body: a table shows the routes that stand in it, and each is deleted by
 * its own id. `id`: whose body it is.
 */
export function withoutDeleted(id: string, body: Body, earlier: readonly ArmWrite[]): Body {
  const gone = earlier
    .filter(({ what }) => what.do === "delete")
    .map((write) => idKey(write.id))
    .filter((key) => key.startsWith(`${idKey(id)}/`))
    .map((key) => key.slice(idKey(id).length + 1).split("/"));
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => {
      const names = gone.flatMap(([segment, name = ""]) => (segment === foldCase(field) ? [name] : []));
      return [
        field,
        Array.isArray(value) ? value.filter((item) => !names.some((name) => isCalled(item, name))) : value,
      ];
    }),
  );
}
