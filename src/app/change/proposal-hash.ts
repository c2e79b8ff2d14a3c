// What an approval is bound to: the exact command, its file, the cluster, each object as it was seen, and whose rights are used.
import { createHash } from "node:crypto";
import { asJson } from "../../core/fix/write/arm-write.ts";
import type { Proposal, Touched } from "../../core/run/proposed.ts";
import type { Run, RunTask } from "../../core/run/run.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { canonicalJson, type Json } from "../../core/text/canonical-json.ts";

/** SHA-256 in hex. */
export function proposalHash(
  { cluster, task }: Pick<Run, "cluster" | "task">,
  objects: readonly Touched[],
  runAs: Proposal["runAs"],
): string {
  const seen = objects.map(({ type, namespace, name, version }) => [type, namespace, name, version]);
  const what = { does: doneBy(task), cluster: idKey(cluster.id), objects: seen };
  const bound = canonicalJson({ ...what, ...(runAs && { runAs }) });
  return createHash("sha256").update(bound).digest("hex");
}

/** All that is sent for it. */
function doneBy(task: RunTask): Json {
  if (task.kind === "fix") return asJson(task.writes);
  if (task.kind !== "change") return null;
  const { argv, file } = task.request;
  return file === undefined ? argv : { argv, file: file.sha256 };
}
