// Azure resource ids, taken apart and compared. ARM spells them in any case, sometimes with a trailing slash.

import { remembered } from "../text/remembered.ts";
import { foldCase, withoutTrailing } from "../text/text.ts";

export type ResourceId = Readonly<{ subscriptionId: string; resourceGroup: string; name: string }>;

/**
 * One spelling of an id, for comparison and as the key of a map: lower case, no trailing slash. A word that every object
 * answers to, such as `constructor`, is no id.
 */
export const idKey = remembered((id: string): string => {
  const key = withoutTrailing(foldCase(id), "/");
  return key in Object.prototype ? "" : key;
});

/** The same resource, or a part of it. */
export const isWithin = (inner: string, outer: string): boolean =>
  idKey(inner) === idKey(outer) || idKey(inner).startsWith(`${idKey(outer)}/`);

export const sameId = (left: string | undefined, right: string | undefined): boolean =>
  left !== undefined && right !== undefined && idKey(left) === idKey(right);

/** However they are spelled. */
export const idsOnce = (ids: readonly string[]): readonly string[] => [
  ...new Map(ids.map((id) => [idKey(id), id])).values(),
];

/** The last segment of an id: the resource's own name. */
export const nameOf = remembered((id: string): string => withoutTrailing(id, "/").split("/").at(-1) ?? "");

/**
 * A sentence with only the name of every resource that it gives by id, which ends before a space or a full-width mark.
 * An action such as `x/subscriptions/read` is none.
 */
export const withoutIds = (sentence: string): string =>
  sentence.replace(/(?<![\w.])\/subscriptions\/[^\s，。：；、（）“”]*[^\s.,;:"')，。：；、（）“”]/gi, nameOf);

/** Subscription, resource group and own name; null when the id does not name all three. */
export function parseResourceId(id: string): ResourceId | null {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/.+\/[^/]+\/?$/i.exec(id);
  const [, subscriptionId, resourceGroup] = match ?? [];
  return subscriptionId === undefined || resourceGroup === undefined
    ? null
    : { subscriptionId, resourceGroup, name: nameOf(id) };
}

/** The network that a subnet's id belongs to; null when this is no subnet's id. */
export const networkIdOf = (subnetId: string): string | null =>
  /^(.+\/virtualNetworks\/[^/]+)\/subnets\/[^/]+\/?$/i.exec(subnetId)?.[1] ?? null;

/** The scale set of an instance's id, and its number in it; null of any other machine. */
export function instanceOf(id: string): (ResourceId & Readonly<{ instance: string }>) | null {
  const match = /^(.+\/virtualMachineScaleSets\/[^/]+)\/virtualMachines\/([^/]+)\/?$/i.exec(id);
  const set = parseResourceId(match?.[1] ?? "");
  return set === null || match?.[2] === undefined ? null : { ...set, instance: match[2] };
}

// Ids of resources, wherever they stand in a value.

const isId = (text: string): boolean => /^\/subscriptions\/.+\/providers\//i.test(text);

/** As they are written, in order, and as often as they stand there. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return isId(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
