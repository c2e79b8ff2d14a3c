// The types that a cluster adds to Kubernetes' own. Which one a word means only the cluster knows: it may be a plural, a
// singular or a short name, of any group.
import { typingErrors } from "../../text/nearest.ts";
import { resourceNames, resourceParts } from "./resources.ts";

/** `certificates`, or `certificates.cert-manager.io`: what the policy is asked about. Null where no type has such a name. */
export function customResource(word: string): string | null {
  const { name, group } = resourceParts(word);
  const resource = group === null || group === "" ? name : `${name}.${group}`;
  return /^[a-z][a-z0-9-]{0,62}(?:\.[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)?$/.test(resource)
    ? resource
    : null;
}

/** A word without a group that is one typing error away from a name of Kubernetes' own. Short words may be short names. */
export function isTypingError(word: string): boolean {
  const isLong = (name: string) => name.length >= 5;
  const { name, group } = resourceParts(word);
  return (
    group === null &&
    isLong(name) &&
    resourceNames.some((known) => isLong(known) && typingErrors(name, known) === 1)
  );
}

/** Whether `resource` may be the type that a rule names with its group: kubectl takes the beginning of a group for it. */
export function mayBe(resource: string, named: string): boolean {
  const group = groupOf(resource);
  return group === null || (groupOf(named) ?? "").startsWith(group);
}

/** Whether a rule's word names it for certain: the same, or `*.GROUP`. */
export const isNamedBy = (resource: string, named: string): boolean =>
  resource === named || (named.startsWith("*.") && groupOf(resource) === named.slice(2));

const groupOf = (resource: string): string | null => /\.(.*)$/.exec(resource)?.[1] ?? null;
