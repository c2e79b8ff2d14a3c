// The activity log as ARM serves it, and how a request that changed something gets into it.
import type { JsonObject } from "../json.ts";
import { people } from "../people.ts";
import type { Activity } from "./activities.ts";
import { armError } from "./arm-errors.ts";
import { isWithin, parseArmPath, sameId } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, actionOf, pageOf, refuse } from "./arm-request.ts";

/** Adds a request that changed something; reads, and deletes of what was not there, are no activity. */
export function recordActivity(request: ArmRequest, status: number): void {
  const { world, call, path, caller } = request;
  if (["GET", "HEAD"].includes(call.method) || status >= 300 || status === 204) return;
  const addressed = path.name === null ? path.parent : path.text;
  world.activities.push({
    time: new Date(),
    resourceId: world.store.get(addressed)?.id ?? addressed,
    operation: actionOf(request),
    caller: caller.name,
  });
}

/**
 * `GET /subscriptions/{s}/providers/Microsoft.Insights/eventtypes/management/values`, newest first.
 * The right is asked for where the filter looks: at the resource, the resource group, or the subscription.
 */
export const activityLog: ArmHandler = (request) => {
  const { world, path } = request;
  const subscription = `/subscriptions/${path.subscriptionId}`;
  const { from, to, group, resource } = filterOf(request);
  if (Number.isNaN(from)) {
    const message = "The start time cannot be null or empty: give eventTimestamp ge '…' in $filter.";
    return armError(400, "BadRequest", message);
  }
  const groupId = group && `${subscription}/resourceGroups/${group}`;
  const action = "Microsoft.Insights/eventtypes/values/read";
  const refusal = refuse(request, action, resource ?? groupId ?? subscription);
  if (refusal !== null) return refusal;
  const found = world.activities
    .filter(({ resourceId }) => isWithin(resource ?? groupId ?? subscription, resourceId))
    .filter(({ resourceId }) => resource === undefined || sameId(resourceId, resource))
    .filter(({ time }) => time.getTime() >= from && time.getTime() <= to);
  return pageOf(request, found.toReversed().map(entryOf));
};

/** The conditions that the service takes, joined by `and`. */
function filterOf({ call }: ArmRequest) {
  const filter = call.query.get("$filter") ?? "";
  const given = (condition: string): string | undefined =>
    new RegExp(`\\b${condition} '([^']*)'`, "i").exec(filter)?.[1];
  return {
    from: Date.parse(given("eventTimestamp ge") ?? ""),
    to: Date.parse(given("eventTimestamp le") ?? "9999-12-31"),
    group: given("resourceGroupName eq"),
    resource: given("resourceUri eq")?.replace(/\/+$/, ""),
  };
}

/** People use the Azure CLI. */
const azureCli = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

/** Of the token, as far as anybody reads it here: an application's names nobody. */
function claimsOf(caller: string): JsonObject {
  const person = Object.values(people).find(({ userPrincipalName }) => userPrincipalName === caller);
  return person === undefined ? { appid: caller } : { appid: azureCli, name: person.displayName };
}

function entryOf({ time, resourceId, operation, caller }: Activity): JsonObject {
  const { subscriptionId, resourceGroup, type } = parseArmPath(resourceId);
  const namespace = type.split("/")[0] ?? "";
  const named = (value: string): JsonObject => ({ value, localizedValue: value });
  return {
    eventTimestamp: time.toISOString(),
    submissionTimestamp: time.toISOString(),
    resourceId,
    resourceGroupName: resourceGroup ?? "",
    resourceProviderName: named(namespace),
    resourceType: named(type),
    operationName: named(operation),
    status: named("Succeeded"),
    eventName: named("EndRequest"),
    category: named("Administrative"),
    level: "Informational",
    caller,
    claims: claimsOf(caller),
    subscriptionId: subscriptionId ?? "",
  };
}
