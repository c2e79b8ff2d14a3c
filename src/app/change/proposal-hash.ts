// What an approval is bound to: the exact command, the cluster, and each object as it was seen.
import { createHash } from "node:crypto";
import type { Touched } from "../../core/change/proposed.ts";
import { asJson } from "../../core/fix-write/apply-write.ts";
import type { Run, RunTask } from "../../core/run/run.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { canonicalJson, type Json } from "../../core/text/canonical-json.ts";

/** SHA-256 in hex. */
export function proposalHash(
  { cluster, task }: Pick<Run, "cluster" | "task">,
  objects: readonly Touched[],
): string {
  const seen = objects.map(({ type, namespace, name, version }) => [type, namespace, name, version]);
  const bound = canonicalJson({ does: doneBy(task), cluster: idKey(cluster.id), objects: seen });
  return createHash("sha256").update(bound).digest("hex");
}

/** All that is sent for it. */
const doneBy = (task: RunTask): Json =>
  task.kind === "change" ? task.request.argv : task.kind === "fix" ? asJson(task.writes) : null;
