// One authenticated request to ARM, and the two things every handler needs: the access check and pages.
import type { Identity } from "../entra/tokens.ts";
import type { Call, Reply } from "../http.ts";
import type { Json, JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import { authorizationFailed } from "./arm-errors.ts";
import type { ArmPath } from "./arm-path.ts";

export type ArmRequest = { world: World; call: Call; path: ArmPath; caller: Identity };
export type ArmHandler = (request: ArmRequest) => Reply | Promise<Reply>;

/** `null` when the caller may; else the 403. Without an action, the one the method and type mean. */
export function refuse(request: ArmRequest, action?: string, scope?: string): Reply | null {
  const { world, caller, path } = request;
  const wanted = action ?? actionOf(request);
  const over = scope ?? (path.name === null ? path.parent : path.text);
  return world.access.allows(caller.oid, wanted, over) ? null : authorizationFailed(caller, wanted, over);
}

const verbs: Readonly<Record<string, string>> = {
  GET: "read",
  HEAD: "read",
  PUT: "write",
  PATCH: "write",
  DELETE: "delete",
  POST: "action",
};

export function actionOf({ call, path }: ArmRequest): string {
  return `${path.type}/${verbs[call.method] ?? call.method.toLowerCase()}`;
}

/** A list in ARM's form; `$top` or the scenario's page size cuts it, `nextLink` goes on. */
export function pageOf({ world, call }: ArmRequest, items: readonly JsonObject[]): Reply {
  const top = Number(call.query.get("$top") ?? Number.POSITIVE_INFINITY);
  const size = Math.max(1, Math.min(Number.isNaN(top) ? 1 : top, world.scenario.pageSize ?? items.length));
  const start = Number(call.query.get("$skiptoken") ?? 0);
  const body: { value: Json[]; nextLink?: string } = { value: items.slice(start, start + size) };
  if (start + size < items.length) {
    const query = new URLSearchParams(call.query);
    query.set("$skiptoken", String(start + size));
    body.nextLink = `${world.url}${encodeURI(call.path)}?${query}`;
  }
  return { status: 200, body };
}
