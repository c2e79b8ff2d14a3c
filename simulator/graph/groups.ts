// Groups, and who is in them.
import type { Call, Reply } from "../http.ts";
import type { JsonObject } from "../json.ts";
import type { Principal } from "../scenario/schema.ts";
import type { World } from "../world.ts";
import { graphError } from "./graph-error.ts";
import { filtered, notFound } from "./graph-request.ts";

const groupOf = ({ scenario }: World, id: string) =>
  scenario.groups.find((one) => one.id === id.toLowerCase());

export function group(world: World, id: string): Reply {
  const found = groupOf(world, id);
  if (found === undefined) return notFound(id);
  return { status: 200, body: { id: found.id, displayName: found.displayName } };
}

/** `$filter=displayName eq '…'`. */
export function groups(world: World, call: Call): Reply {
  const all = world.scenario.groups.map(({ id, displayName }) => ({ id, displayName }));
  return { status: 200, body: { value: filtered(call, all) } };
}

/** With a cast to one type Graph wants `$count=true` and `ConsistencyLevel: eventual`; pages by `$top`, or the scenario's size. */
export function members(world: World, call: Call, id: string): Reply {
  const group = groupOf(world, id);
  if (group === undefined) return notFound(id);
  if (call.query.get("$count") !== "true" || call.headers.consistencylevel !== "eventual")
    return graphError(400, "Request_UnsupportedQuery", "Request is not supported by the service.");
  const people = world.directory.peopleOf(group.id);
  const asked = Math.min(Number(call.query.get("$top") ?? 100), world.scenario.pageSize ?? 999);
  const start = Number(call.query.get("$skiptoken") ?? 0);
  const value = people.slice(start, start + asked).map(userBody);
  const next = new URLSearchParams(call.query);
  next.set("$skiptoken", String(start + asked));
  const nextLink = `${world.url}${call.path}?${next}`;
  return {
    status: 200,
    body: { value, ...(start + asked < people.length ? { "@odata.nextLink": nextLink } : {}) },
  };
}

export function userBody({ oid, displayName, userPrincipalName }: Principal): JsonObject {
  return { id: oid, displayName, userPrincipalName, mail: userPrincipalName };
}
