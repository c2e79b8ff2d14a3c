// `kubectl --as` and `--as-group`: acting as somebody else needs the verb `impersonate` on each name taken.

import type { IncomingHttpHeaders } from "node:http";
import type { Attributes, KubernetesUser } from "./attributes.ts";
import type { Authorizer } from "./authorizer.ts";
import { type Answer, badRequest, forbidden } from "./status.ts";

export type ActingUser = { ok: true; user: KubernetesUser } | { ok: false; answer: Answer };

/** The user that a request acts as: the caller, or the impersonated one where the caller may impersonate it. */
export async function actingUser(
  caller: KubernetesUser,
  headers: IncomingHttpHeaders,
  authorizer: Authorizer,
): Promise<ActingUser> {
  const impersonating = Object.keys(headers).filter((name) => name.startsWith("impersonate-"));
  if (impersonating.length === 0) return { ok: true, user: caller };
  const username = valuesOf(headers, "impersonate-user")[0];
  const groups = valuesOf(headers, "impersonate-group");
  if (username === undefined || impersonating.some((name) => !known.includes(name))) {
    return { ok: false, answer: badRequest("a request can be made as a user and its groups only") };
  }
  const names = [["users", username], ...groups.map((group) => ["groups", group])];
  for (const [resource = "", name = ""] of names) {
    const attributes: Attributes = { ...impersonate, resource, name };
    if (!(await authorizer.allows(caller, attributes))) {
      return { ok: false, answer: forbidden(caller, attributes, authorizer.refusalReason) };
    }
  }
  return { ok: true, user: { username, groups, objectId: null } };
}

const known = ["impersonate-user", "impersonate-group"];
const impersonate = { verb: "impersonate", group: "", subresource: "", namespace: "" };

/** Node joins a repeated header by commas; names with commas are therefore not supported. */
function valuesOf(headers: IncomingHttpHeaders, name: string): string[] {
  const value = headers[name];
  const joined = Array.isArray(value) ? value.join(",") : (value ?? "");
  return joined.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}
