// What a command could show that must not leave the cluster, and what it may show that people should know of.
import type { Refusal } from "./command-request.ts";
import type { Flags } from "./read-flags.ts";
import { refuse } from "./refusal.ts";

/**
 * Secrets may be listed as a table or by name and described (keys and sizes); every form that prints an object holds
 * their values, and sorting by a value tells about it.
 */
export function refuseSecretValues(resources: readonly string[], flags: Flags): Refusal | null {
  if (!resources.includes("secrets")) return null;
  const format = flags.get("output") ?? "name";
  if (format !== "name") {
    const shown = format.split("=")[0];
    return refuse(
      "secret-values",
      `\`-o ${shown}\` can print the values of Secrets: use kubectl describe secret, or leave -o out.`,
    );
  }
  const sortedBy = flags.get("sort-by") ?? ".metadata";
  if (!/^\{?\.metadata\b/.test(sortedBy)) {
    return refuse(
      "secret-values",
      "Secrets are sorted by their metadata only: use --sort-by=.metadata.creationTimestamp.",
    );
  }
  return null;
}

/** One sentence for each thing the reader of the card should know; usually none. */
export function risksOf(verb: string, resources: readonly string[], flags: Flags): readonly string[] {
  const risks: string[] = [];
  const format = flags.get("output");
  const printsObjects =
    verb === "describe" || (format !== undefined && format !== "wide" && format !== "name");
  if (verb === "logs") risks.push("Logs may hold personal data.");
  if (resources.includes("configmaps") && printsObjects) {
    risks.push("ConfigMaps may hold passwords that do not look like any.");
  }
  return risks;
}
