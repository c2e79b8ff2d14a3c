// Azure resource ids, short enough to read: the name and what it is.
import type { Messages } from "../messages/messages.ts";

/** `privatelink.westeurope.azmk8s.io (privateDnsZones)`; ids of other shapes come back whole. */
export function resourceLabel(id: string, { scopes }: Pick<Messages, "scopes">): string {
  const parts = id.split("/").filter((part) => part !== "");
  const last = parts.at(-1);
  const type = parts.at(-2);
  if (last === undefined || type === undefined || !id.startsWith("/")) return id;
  if (type.toLowerCase() === "subscriptions") return scopes.subscription({ id: last });
  if (type.toLowerCase() === "resourcegroups") return scopes.resourceGroup({ name: last });
  return `${last} (${type})`;
}

/** The subscription that a scope lies in, or null for a management group or anything else. */
export const subscriptionOf = (scope: string): string | null =>
  /^\/subscriptions\/([0-9a-f-]{36})(?:\/|$)/i.exec(scope)?.[1] ?? null;

/** The group that a resource lies in, or null. */
export const resourceGroupOf = (id: string): string | null =>
  /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? null;

/** Zones of private clusters begin with a number of 36 characters, of which nobody reads more than the first eight. */
export const briefly = (text: string): string =>
  text.replace(/\b([0-9a-f]{8})-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?=\.)/gi, "$1…");
