// What each verb says of itself beforehand. From `--help` and the answers of kubectl 1.32 and 1.34, held against them by
// test/e2e/change-lines.test.ts.
import type { ChangeRequest } from "../command/change/change-request.ts";
import { outputOf } from "./printed-objects.ts";
import { waitsAtMost } from "./versions.ts";

/**
 * `object`: prints it as it would be. `name`: asks the API server, and prints the name, or the object as it still is.
 * `words`: asks it, and has no `--output`. `none`: there is no such thing, or it stays on this side of the API server.
 */
export type Foresees = "object" | "name" | "words" | "none";

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
