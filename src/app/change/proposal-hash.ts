// What an approval is bound to: the exact command, the cluster, and each object as it was seen.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../core/audit/canonical-json.ts";
import type { Touched } from "../../core/change/proposed.ts";
import type { ClusterRef } from "../../core/policy/decision.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";

/** SHA-256 in hex. */
export function proposalHash(
  cluster: ClusterRef,
  argv: readonly string[],
  objects: readonly Touched[],
): string {
  const seen = objects.map(({ type, namespace, name, version }) => [type, namespace, name, version]);
  const bound = canonicalJson({ argv, cluster: idKey(cluster.id), objects: seen });
  return createHash("sha256").update(bound).digest("hex");
}
