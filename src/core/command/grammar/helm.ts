// What of Helm is accepted: what it keeps of releases, which are Secrets of a type of its own. Checked against Helm 3.15
// and 4.1; a flag that only one of them has is left to its answer.
import { type FlagSpec, namespaceFlag, switches } from "./flags.ts";
import { specOf, type VerbSpec } from "./verb-spec.ts";

/** Secrets of type `helm.sh/release.v1`, as policies call them: more than their names is read, and only of these. */
export const helmSecrets = "secrets/helm";

const number = { pattern: /^\d{1,9}$/, wants: "number" } as const;
const revision: FlagSpec = { long: "revision", value: number };
const output: FlagSpec = {
  long: "output",
  short: "o",
  value: { pattern: /^(table|json|yaml)$/, wants: { oneOf: ["table", "json", "yaml"] } },
};

export const everyHelmFlag: readonly FlagSpec[] = [namespaceFlag];

const listFlags: readonly FlagSpec[] = [
  { long: "all-namespaces", short: "A" },
  { long: "all", short: "a" },
  { long: "date", short: "d" },
  ...switches("deployed", "failed", "pending", "superseded", "uninstalled", "uninstalling"),
  { long: "filter", short: "f", value: { pattern: /^[^\n\r]{1,200}$/, wants: "word" } },
  { long: "max", short: "m", value: number },
  { long: "offset", value: number },
  { long: "no-headers" },
  { long: "reverse", short: "r" },
  { long: "short", short: "q" },
  { long: "selector", short: "l", value: { pattern: /^[\w./=!,() -]+$/, wants: "labelSelector" } },
  output,
];

const release = { kind: "release" } as const;
const tool = "helm";

export const helmVerbs: readonly VerbSpec[] = [
  specOf("helm list", { kind: "releases" }, listFlags, "helm list -n payments", {
    tool,
    words: ["list"],
    spellings: ["ls"],
  }),
  specOf("helm status", release, [revision, output], "helm status api -n payments", {
    tool,
    words: ["status"],
  }),
  specOf("helm history", release, [{ long: "max", value: number }, output], "helm history api -n payments", {
    tool,
    words: ["history"],
    spellings: ["hist"],
  }),
  ...["all", "hooks", "manifest", "metadata", "notes", "values"].map((part) => {
    const flags = [
      revision,
      ...(part === "values" ? [{ long: "all", short: "a" }] : []),
      ...(part === "values" || part === "metadata" ? [output] : []),
    ];
    return specOf("helm get", release, flags, `helm get ${part} api -n payments`, {
      tool,
      words: ["get", part],
    });
  }),
];
