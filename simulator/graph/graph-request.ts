// What the writes of Microsoft Graph share: who calls, what is answered, and where deleted objects stay.
import type { Call, Reply } from "../http.ts";
import type { JsonObject } from "../json.ts";
import type { Principal } from "../scenario/schema.ts";
import type { World } from "../world.ts";
import type { AppDirectory } from "./app-directory.ts";
import { graphError } from "./graph-error.ts";

export type Caller = Pick<Principal, "oid" | "directoryRoles">;

const keepers = [
  "Global Administrator",
  "Application Administrator",
  "Cloud Application Administrator",
] as const;

export const mayKeepApplications = ({ directoryRoles }: Caller): boolean =>
  keepers.some((role) => directoryRoles?.includes(role));
/** The owner of a new one. By a role, or by what the tenant lets every member do. */
export const mayRegister = ({ scenario }: World, caller: Caller): boolean =>
  scenario.registration.usersMayRegister ||
  mayKeepApplications(caller) ||
  caller.directoryRoles?.includes("Application Developer") === true;
/** To delegated permissions, for everybody; and assign a role of an application. */
export const mayConsent = (caller: Caller): boolean =>
  mayKeepApplications(caller) || caller.directoryRoles?.includes("Privileged Role Administrator") === true;

export const noContent: Reply = { status: 204 };
export const created = (object: JsonObject): Reply => ({ status: 201, body: shown(object) });
export const notFound = (what: string): Reply =>
  graphError(
    404,
    "Request_ResourceNotFound",
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );
export const badRequest = (message: string): Reply => graphError(400, "Request_BadRequest", message);
export const forbidden = (): Reply =>
  graphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

/** Without what an object is not shown with: its relations. */
function shown({
  owner: _owner,
  federatedIdentityCredentials: _credentials,
  ...object
}: JsonObject): JsonObject {
  return object;
}

/** With `$select` only what it names. */
export function selected(call: Call, object: JsonObject): JsonObject {
  const names = call.query.get("$select")?.split(",");
  return Object.fromEntries(
    Object.entries(shown(object)).filter(([name]) => names === undefined || names.includes(name)),
  );
}

/** `NAME eq 'VALUE'`, several with `and` between. */
export function filtered(call: Call, all: readonly JsonObject[]): JsonObject[] {
  const terms = [...(call.query.get("$filter") ?? "").matchAll(/(\w+) eq '((?:[^']|'')*)'/g)];
  return all.filter((each) =>
    terms.every(([, name = "", value = ""]) => each[name] === value.replaceAll("''", "'")),
  );
}

/** Into the deleted objects, with what was consented and assigned to it. */
export function gone(apps: AppDirectory, kind: "application" | "servicePrincipal", object: JsonObject): void {
  apps[kind] = apps[kind].filter((each) => each !== object);
  apps.deleted.push({ kind, object });
  const isOf = (each: JsonObject) =>
    [each.clientId, each.resourceId, each.principalId].some((id) => id === object.id);
  apps.grants = apps.grants.filter((each) => !isOf(each));
  apps.assignments = apps.assignments.filter((each) => !isOf(each));
}
