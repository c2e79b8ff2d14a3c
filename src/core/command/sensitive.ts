// What a command could show that must not leave the cluster, and what it may show that people should know of.
import type { Risk } from "./command-request.ts";
import type { Flags } from "./read-flags.ts";
import { type Refusal, refuse } from "./refusal.ts";

/**
 * Secrets may be listed as a table or by name and described (keys and sizes); every form that prints an object holds
 * their values, and sorting by a value tells about it.
 */
export function refuseSecretValues(resources: readonly string[], flags: Flags): Refusal | null {
  if (!resources.includes("secrets")) return null;
  const format = flags.get("output") ?? "name";
  if (format !== "name") {
    return refuse("secret-values", { is: "secretFormat", format: format.split("=")[0] ?? "" });
  }
  const sortedBy = flags.get("sort-by") ?? ".metadata";
  if (!/^\{?\.metadata\b/.test(sortedBy)) {
    return refuse("secret-values", { is: "secretSorting" });
  }
  if (/^jsonpath=/i.test(flags.get("for") ?? "")) return refuse("secret-values", { is: "secretWaiting" });
  return null;
}

/** What the reader of the card should know; usually nothing. */
export function risksOf(verb: string, resources: readonly string[], flags: Flags): readonly Risk[] {
  const risks: Risk[] = [];
  const format = flags.get("output");
  const printsObjects =
    verb === "describe" || (format !== undefined && format !== "wide" && format !== "name");
  if (verb === "logs" || resources.includes("pods/log")) risks.push("logs");
  if (verb.startsWith("helm get")) risks.push("releases");
  if (resources.includes("configmaps") && printsObjects) risks.push("configMaps");
  return risks;
}
