// The name of an API server that an error text is about.
import { apiLabel, apiNamesIn, apiPrefix } from "../../network/api-name.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";

const lower = (name: string): string => name.toLowerCase();

/**
 * The first name in the text that is none of the cluster's own, and begins like them: of an API server that the cluster had
 * before it was made anew. Null where the text names none, and where Azure does not say what the cluster's name is.
 */
export function formerName(
  text: string,
  { fqdn, privateFqdn, portalFqdn }: Pick<ManagedCluster, "fqdn" | "privateFqdn" | "portalFqdn">,
): string | null {
  const own = [fqdn, privateFqdn, portalFqdn].flatMap((name) => name ?? []).map(lower);
  const asked = apiNamesIn(text);
  if (own.length === 0 || asked.some((name) => own.includes(name))) return null;
  return asked.find((name) => own.some((each) => isAlike(each, name))) ?? null;
}

/** The same label is the same API server by another of its names, which may be switched off. */
const isAlike = (one: string, other: string): boolean =>
  apiLabel(one) !== apiLabel(other) && apiPrefix(one) === apiPrefix(other);
