// The command that mends the cause of a diagnosis inside the cluster, as the product itself writes it.
import type { ChangeRequest } from "../command/change/change-request.ts";
import { parseChange } from "../command/change/parse-change.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { linesOf } from "../fix/write/fix.ts";
import type { Run } from "../run/run.ts";
import { idKey } from "../snapshot/resource-id.ts";
import type { ChangeTask } from "./agreed-task.ts";

type Proposal = Readonly<{ command: string; request: ChangeRequest; check: string }>;

/** Null where nothing that may be asked for as one command mends the cause. */
export function changeOf({ rootCause }: Pick<Diagnosis, "rootCause">): Proposal | null {
  const command = rootCause?.fix === undefined ? null : oneLine(linesOf(rootCause.fix));
  const parsed = command === null ? null : parseChange(command);
  if (!rootCause || command === null || !parsed?.ok) return null;
  return { command, request: parsed.request, check: rootCause.check };
}

/** Lines that differ in one name alone are one command with all of these names. Null where they are more than that. */
function oneLine(lines: readonly string[]): string | null {
  const [first, ...others] = lines.map((line) => line.split(" "));
  if (first === undefined || first[0] !== "kubectl") return null;
  const at = first.findIndex((word, index) => others.some((other) => other[index] !== word));
  if (at === -1) return others.length === 0 ? first.join(" ") : null;
  const rest = (line: readonly string[]): string => line.toSpliced(at, 1).join(" ");
  if (others.some((other) => rest(other) !== rest(first))) return null;
  return first.toSpliced(at, 1, ...[first, ...others].flatMap((line) => line[at] ?? [])).join(" ");
}

/** Whether a diagnosis of this very cluster proposed exactly that: then nobody has typed any of it. */
export function isProposedBy(
  proposing: Run | null,
  { request }: ChangeTask,
  { id }: Pick<Run["cluster"], "id">,
): boolean {
  if (proposing?.status.state !== "succeeded" || proposing.task.kind !== "diagnose") return false;
  if (idKey(proposing.cluster.id) !== idKey(id) || request.file !== undefined) return false;
  const own = proposing.status.diagnosis && changeOf(proposing.status.diagnosis)?.request.argv;
  return own?.length === request.argv.length && own.every((word, at) => word === request.argv[at]);
}
