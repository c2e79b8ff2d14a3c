// Whether a cluster counts as production.
import type { ManagedCluster } from "./cluster.ts";

const trial = /(^|[^a-z])(dev|develop(ment)?|test(ing)?|tst|qa|stag(e|ing)|sandbox|lab|non-?prod)([^a-z]|$)/i;

/** By its environment tag, else by its name; whatever does not say that it is for trials counts as production. */
export function isProduction({ name, tags }: Pick<ManagedCluster, "name" | "tags">): boolean {
  const tagged = Object.entries(tags).find(([key]) => /^(env|environment|stage)$/i.test(key))?.[1];
  return !trial.test(tagged ?? name);
}
