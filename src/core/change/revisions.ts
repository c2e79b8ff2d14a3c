// The earlier states of a workload, as `kubectl rollout history` prints them: what `rollout undo` brings back.
import type { ChangeRequest } from "../command/change/change-request.ts";
import type { Chunk } from "../text/marked.ts";
import { flagOf, type Named, placeOf } from "./named-objects.ts";
import { type Fields, objectsIn } from "./printed-objects.ts";
import { waitsAtMost } from "./versions.ts";

const wanted = (request: ChangeRequest): string => flagOf(request, "to-revision") ?? "0";

/** One revision, or all of them where the one before the last is meant: they come in their order. */
export const revisionsArgv = (request: ChangeRequest, object: Named): readonly string[] => [
  ...["kubectl", "rollout", "history", ...placeOf(object)],
  ...(wanted(request) === "0" ? [] : [`--revision=${wanted(request)}`]),
  ...["--output=json", waitsAtMost],
];

/** Null where it cannot be told: then kubectl, asked for a dry run, says why. */
export function revisionIn(request: ChangeRequest, { exitCode, output }: Chunk): Fields | null {
  const revisions = exitCode === 0 ? (objectsIn(request, output) ?? []) : [];
  return revisions.at(wanted(request) === "0" ? -2 : -1) ?? null;
}
