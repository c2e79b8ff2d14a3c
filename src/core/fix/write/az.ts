// Azure CLI lines to copy: always with the subscription, quoted for a shell, never asking a question.

import { parseResourceId, type ResourceId } from "../../snapshot/resource-id.ts";
import { quoteArgv } from "../../text/marked.ts";
import type { ResourcePlace } from "./arm-write.ts";

/** `az <command> --subscription … <argv>`; the default subscription of a shell is often another one. */
export const az = (subscriptionId: string, command: string, ...argv: readonly string[]): string =>
  quoteArgv(["az", ...command.split(" "), "--subscription", subscriptionId, ...argv]);

/** A line about something in a resource group. */
export const azIn = (place: ResourcePlace, command: string, ...argv: readonly string[]): string =>
  az(place.subscriptionId, command, "--resource-group", place.resourceGroup, ...argv);

/** What `make` says about the parts of an id; null where the id has none, so that no half line is printed. */
export function forResource<T>(id: string | undefined, make: (parts: ResourceId) => T): T | null {
  const parts = id === undefined ? null : parseResourceId(id);
  return parts === null ? null : make(parts);
}
