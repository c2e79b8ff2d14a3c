// Azure's budget: a token bucket for each principal, subscription and kind of request.
// https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
import type { Reply } from "../http.ts";
import type { Scenario } from "../scenario/schema.ts";
import { armError } from "./arm-errors.ts";

type Limits = NonNullable<Scenario["throttling"]>;
type Kind = keyof Limits;

/** What is left is told with every answer; `refusal` is the answer itself where nothing is. */
export type Throttled = { headers: Record<string, string>; refusal: Reply | null };

export type Throttling = {
  take(request: { oid: string; subscriptionId: string | null; method: string }): Throttled;
};

type Bucket = { tokens: number; at: number; refusedUntil: number };

const kindOf = (method: string): Kind =>
  method === "GET" || method === "HEAD" ? "reads" : method === "DELETE" ? "deletes" : "writes";

const unlimited: Throttling = { take: () => ({ headers: {}, refusal: null }) };

/** `now` is in milliseconds. Without limits nothing is counted and nothing is told. */
export function createThrottling(limits: Limits | undefined, now: () => number = Date.now): Throttling {
  if (limits === undefined) return unlimited;
  const buckets = new Map<string, Bucket>();
  return {
    take({ oid, subscriptionId, method }) {
      const kind = kindOf(method);
      const { bucket: size, perSecond } = limits[kind];
      const key = `${oid}/${subscriptionId ?? ""}/${kind}`.toLowerCase();
      const time = now();
      const bucket = buckets.get(key) ?? { tokens: size, at: time, refusedUntil: 0 };
      buckets.set(key, bucket);
      bucket.tokens = Math.min(size, bucket.tokens + ((time - bucket.at) / 1000) * perSecond);
      bucket.at = time;
      const scope = subscriptionId === null ? "tenant" : "subscription";
      const left = (tokens: number) => ({
        [`x-ms-ratelimit-remaining-${scope}-${kind}`]: String(Math.floor(tokens)),
      });
      if (bucket.tokens >= 1 && time >= bucket.refusedUntil) {
        bucket.tokens -= 1;
        return { headers: left(bucket.tokens), refusal: null };
      }
      // Asked again sooner than told, Azure refuses again.
      if (time >= bucket.refusedUntil) bucket.refusedUntil = time + 1000;
      const seconds = Math.ceil((bucket.refusedUntil - time) / 1000);
      return { headers: left(0), refusal: tooMany(kind, oid, subscriptionId, seconds) };
    },
  };
}

function tooMany(kind: Kind, oid: string, subscriptionId: string | null, seconds: number): Reply {
  const of = subscriptionId === null ? "the tenant" : `subscription '${subscriptionId}'`;
  const code = subscriptionId === null ? "TenantRequestsThrottled" : "SubscriptionRequestsThrottled";
  const message = `Number of '${kind.slice(0, -1)}' requests for ${of} actor '${oid}' exceeded. Please try again after '${seconds}' seconds after additional backoff.`;
  return { ...armError(429, code, message), headers: { "retry-after": String(seconds) } };
}
