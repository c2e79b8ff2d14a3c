// What is known of every finding, of Azure's side and in the cluster, by its id.
import { catalogue } from "../../finding/catalogue.ts";
import type { CheckMeta } from "../../finding/kit/check-meta.ts";
import { inClusterFindings } from "./all.ts";

const metas: ReadonlyMap<string, CheckMeta> = new Map(
  [...catalogue, ...inClusterFindings].map((check) => [check.id, check]),
);

/** Undefined for what is no finding: where a walk begins or arrives, its need stands in its place. */
export const metaOf = (id: string): CheckMeta | undefined => metas.get(id);
