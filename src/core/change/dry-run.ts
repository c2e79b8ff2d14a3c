// What each verb says of itself beforehand. From `--help` and the answers of kubectl 1.32 and 1.34, held against them by
// test/e2e/change-lines.test.ts.
import type { ChangeRequest } from "../command/change/change-request.ts";
import type { Chunk } from "../text/marked.ts";
import { flagOf, type Named, placeOf } from "./named-objects.ts";
import { type Fields, objectsIn, outputOf } from "./printed-objects.ts";
import { waitsAtMost } from "./versions.ts";

/**
 * `object`: prints it as it would be. `name`: asks the API server, and prints the name, or the object as it still is.
 * `words`: asks it, and has no `--output`. `none`: there is no such thing, or it stays on this side of the API server.
 */
type Foresees = "object" | "name" | "words" | "none";

const foreseen: Readonly<Record<string, Foresees>> = {
  scale: "name",
  "rollout restart": "none",
  "rollout undo": "name",
  "rollout pause": "none",
  "rollout resume": "none",
  cordon: "words",
  uncordon: "words",
  drain: "words",
  delete: "name",
  label: "object",
  annotate: "object",
  taint: "object",
  "set image": "object",
  "set env": "object",
  "set resources": "object",
  patch: "object",
  autoscale: "object",
  apply: "object",
  create: "object",
  replace: "object",
};

export const foreseenBy = ({ verb }: Pick<ChangeRequest, "verb">): Foresees => foreseen[verb] ?? "none";

/** The change as a question; null where its verb offers none. A budget that lets no pod go is not waited for. */
export function dryRunArgv(request: ChangeRequest): readonly string[] | null {
  const asked = [...request.argv, "--dry-run=server", waitsAtMost];
  switch (foreseenBy(request)) {
    case "object":
      return [...asked, outputOf(request)];
    case "name":
      return [...asked, "--output=name"];
    case "words":
      return request.verb === "drain" ? [...asked, "--timeout=20s"] : asked;
    case "none":
      return null;
  }
}

// The earlier states of a workload, as `kubectl rollout history` prints them: what `rollout undo` brings back.

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
