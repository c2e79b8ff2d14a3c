// The name of an API server that an error text is about.
import { apiNamesIn } from "../../network/api-name.ts";
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

const labelOf = (name: string): string => name.split(".")[0] ?? "";
/** AKS puts eight letters and digits behind the prefix that people chose. */
const prefixOf = (name: string): string => labelOf(name).replace(/-[a-z0-9]+$/, "");
/** The same label is the same API server by another of its names, which may be switched off. */
const isAlike = (one: string, other: string): boolean =>
  labelOf(one) !== labelOf(other) && prefixOf(one) === prefixOf(other);
