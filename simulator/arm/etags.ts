// Etags, of the types whose writes may be bound to one: https://learn.microsoft.com/azure/dns/dns-zones-records#etags
import { createHash } from "node:crypto";
import type { Call, Reply } from "../http.ts";
import { armError } from "./arm-errors.ts";
import type { Resource } from "./resource-store.ts";

const guarded = /^Microsoft\.Network\/privateDnsZones\//i;

/** Of what is stored; undefined where the type has none. */
export const etagOf = (resource: Pick<Resource, "type" | "properties">): string | undefined =>
  guarded.test(resource.type)
    ? createHash("sha1").update(JSON.stringify(resource.properties)).digest("hex")
    : undefined;

/** Somebody else has written it since. */
export function refuseStale({ headers }: Call, before: Resource | undefined): Reply | null {
  const wanted = headers["if-match"];
  if (typeof wanted !== "string" || before === undefined) return null;
  const etag = etagOf(before);
  if (etag === undefined || wanted === "*" || wanted === etag) return null;
  return armError(412, "PreconditionFailed", "The condition 'If-Match' in the request was not satisfied.");
}
