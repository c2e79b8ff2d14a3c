// Azure CLI lines to copy: always with the subscription, quoted for a shell, never asking a question.

import { parseResourceId, type ResourceId } from "../snapshot/resource-id.ts";
import { quoteArgv } from "../text/quote.ts";

/** `az <command> --subscription … <argv>`; the default subscription of a shell is often another one. */
export const az = (subscriptionId: string, command: string, ...argv: readonly string[]): string =>
  quoteArgv(["az", ...command.split(" "), "--subscription", subscriptionId, ...argv]);

/** A line about something in the resource group of `id`. */
export const azIn = (id: ResourceId, command: string, ...argv: readonly string[]): string =>
  az(id.subscriptionId, command, "--resource-group", id.resourceGroup, ...argv);

/** One line for every version: today's command, and where a CLI does not know it, the one that does the same. */
export const orOlder = (current: string, older: string): string => `${current} || ${older}`;

/** What `make` says about the parts of an id; null where the id has none, so that no half line is printed. */
export function forResource<T>(id: string | undefined, make: (parts: ResourceId) => T): T | null {
  const parts = id === undefined ? null : parseResourceId(id);
  return parts === null ? null : make(parts);
}
