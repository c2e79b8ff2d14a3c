// The generic part of ARM: get, list, put, patch and delete for a resource of any type.
import { jsonBody, type Reply } from "../http.ts";
import { type JsonObject, mergePatch, objectOf, textOf } from "../json.ts";
import {
  armError,
  authorizationFailed,
  parentNotFound,
  resourceGroupNotFound,
  resourceNotFound,
} from "./arm-errors.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { type ArmRequest, actionOf, pageOf, refuse } from "./arm-request.ts";
import { endOperation } from "./cluster-operations.ts";
import { refuseStale } from "./etags.ts";
import { assignAddresses } from "./ip-configurations.ts";
import { keepIdentityIds } from "./managed-identity.ts";
import { mirrorBalancer } from "./node-balancer.ts";
import { writeOwnRecord } from "./own-zone.ts";
import { peeringType, preparePeeringPut, resetPeering, settlePeerings } from "./peering.ts";
import { writePlatformValues } from "./platform-values.ts";
import { present, presentInList } from "./present.ts";
import { mirrorConnection, settleEndpoint } from "./private-endpoints.ts";
import { refuseDelete, refuseWrite } from "./refused-writes.ts";
import type { Resource } from "./resource-store.ts";
import { mirrorPool } from "./scale-sets.ts";
import { writeBody } from "./write-body.ts";

/** Answers any request that no handler of its own takes. */
export function handleResource(request: ArmRequest): Reply {
  const { call, path } = request;
  if (path.name === null) return call.method === "GET" ? list(request) : unknownOperation(request);
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  switch (call.method) {
    case "GET":
    case "HEAD":
      return get(request);
    case "PUT":
      return put(request);
    case "PATCH":
      return patch(request);
    case "DELETE":
      return remove(request);
    default:
      return unknownOperation(request);
  }
}

function get(request: ArmRequest): Reply {
  const found = request.world.store.get(request.path.text);
  return found === undefined
    ? notFound(request, "read")
    : { status: 200, body: present(request.world, found) };
}

/** A provider's region is there without being a resource. */
const isLocation = (id: string): boolean => /\/locations\/[^/]+$/i.test(id);

/** A subscription's list holds what the caller may read; any other list needs the action at its scope. */
function list(request: ArmRequest): Reply {
  const { world, path, caller } = request;
  const { store, access } = world;
  const isSubscription =
    path.resourceGroup === null && sameId(path.parent, `/subscriptions/${path.subscriptionId}`);
  if (isSubscription) {
    if (!access.sees(caller.oid, path.parent))
      return authorizationFailed(caller, actionOf(request), path.parent);
    const visible = store
      .list(path.type, path.parent, true)
      .filter((item) => access.allows(caller.oid, `${path.type}/read`, item.id));
    return pageOf(
      request,
      visible.map((item) => presentInList(world, item)),
    );
  }
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const isGroup = sameId(path.parent, groupIdOf(request));
  if (isGroup && !groupExists(request)) return resourceGroupNotFound(path.resourceGroup ?? "");
  if (!isGroup && !isLocation(path.parent) && store.get(path.parent) === undefined)
    return parentNotFound("read", path);
  return pageOf(
    request,
    store.list(path.type, path.parent).map((item) => presentInList(world, item)),
  );
}

function put(request: ArmRequest): Reply {
  const { world, path, call } = request;
  const { store } = world;
  const before = store.get(path.text);
  const existed = before !== undefined;
  if (!existed && !sameId(path.parent, groupIdOf(request)) && store.get(path.parent) === undefined) {
    return parentNotFound("write", path);
  }
  if (!existed && !groupExists(request)) return resourceGroupNotFound(path.resourceGroup ?? "");
  if (existed && call.headers["if-none-match"] === "*") {
    return armError(412, "PreconditionFailed", `The resource ${path.name} exists already.`);
  }
  const body = writeBody(jsonBody(call));
  const isPeering = sameId(path.type, peeringType);
  const refused =
    refuseStale(call, before) ??
    refuseWrite({ world, id: path.text, before, body }) ??
    (isPeering ? preparePeeringPut(store, path.text, body) : null);
  if (refused !== null) return refused;
  store.put(path.text, body);
  if (isPeering) resetPeering(store, path.text);
  settle(request, before);
  const stored = store.get(path.text);
  return { status: existed ? 200 : 201, body: stored === undefined ? {} : present(world, stored) };
}

function patch(request: ArmRequest): Reply {
  const { world, path, call } = request;
  const existing = world.store.get(path.text);
  if (existing === undefined) return notFound(request, "write");
  const body = writeBody(jsonBody(call));
  const refused = refuseWrite({ world, id: path.text, before: existing, body: mergePatch(existing, body) });
  if (refused !== null) return refused;
  const patched = world.store.patch(existing, body);
  settle(request, existing);
  return { status: 200, body: present(world, patched) };
}

/** What is not there is deleted already: 204, as Azure answers. */
function remove(request: ArmRequest): Reply {
  const { store } = request.world;
  const before = store.get(request.path.text);
  const refused = refuseStale(request.call, before) ?? refuseDelete(request.world, request.path.text);
  if (refused !== null) return refused;
  const existed = store.delete(request.path.text);
  settle(request, before);
  return { status: existed ? 200 : 204 };
}

/** After a write: what other resources show of this one. */
function settle({ world, path }: ArmRequest, before: Resource | undefined): void {
  const after = world.store.get(path.text);
  if (after !== undefined) writePlatformValues(world, after);
  mirrorConnection(world.store, before, after);
  settleEndpoint(world.store, before, after);
  mirrorPool(world.store, before, after);
  mirrorBalancer(world.store, after);
  assignAddresses(world.store);
  if (after !== undefined) endOperation(world, path.text);
  if (after !== undefined && sameId(path.type, "Microsoft.ContainerService/managedClusters")) {
    keepIdentityIds(before, after);
    writeOwnRecord(world, after);
  }
  if (!/^Microsoft\.Network\/virtualNetworks/i.test(path.type)) return;
  settlePeerings(world.store, sameId(path.type, peeringType) ? path.parent : path.text);
}

function notFound(request: ArmRequest, verb: "read" | "write"): Reply {
  const { path, world } = request;
  if (!groupExists(request)) return resourceGroupNotFound(path.resourceGroup ?? "");
  const isTop = sameId(path.parent, groupIdOf(request));
  if (!isTop && world.store.get(path.parent) === undefined) return parentNotFound(verb, path);
  return resourceNotFound(path);
}

function unknownOperation({ path }: ArmRequest): Reply {
  const namespace = path.type.split("/")[0];
  const message = `The resource type could not be found in the namespace '${namespace}' for this operation.`;
  return armError(404, "InvalidResourceType", message);
}

function groupIdOf({ path }: ArmRequest): string {
  return `/subscriptions/${path.subscriptionId}/resourceGroups/${path.resourceGroup}`;
}

function groupExists(request: ArmRequest): boolean {
  return (
    request.path.resourceGroup === null ||
    resourceGroupIds(request).some((id) => sameId(id, groupIdOf(request)))
  );
}

/** Groups that are listed, and those some resource stands in. */
export function resourceGroupIds({ world, path }: ArmRequest): string[] {
  const ids = new Map<string, string>();
  for (const { id } of world.store.all()) {
    const { subscriptionId, resourceGroup } = parseArmPath(id);
    if (resourceGroup === null || !sameId(subscriptionId ?? "", path.subscriptionId ?? "")) continue;
    const groupId = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
    if (!ids.has(groupId.toLowerCase())) ids.set(groupId.toLowerCase(), groupId);
  }
  return [...ids.values()];
}

/** A resource group as ARM shows it; its location is its own or its first resource's. */
export function resourceGroup({ world }: ArmRequest, id: string): JsonObject {
  const stored = world.store.get(id);
  const inside = world.store.all().find((item) => item.id.toLowerCase().startsWith(`${id.toLowerCase()}/`));
  return {
    id,
    name: id.split("/").at(-1) ?? "",
    type: "Microsoft.Resources/resourceGroups",
    location: textOf(stored?.location) || textOf(inside?.location) || "westeurope",
    tags: objectOf(stored?.tags),
    properties: { provisioningState: "Succeeded" },
  };
}
