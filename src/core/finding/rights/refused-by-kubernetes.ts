// What Kubernetes says that it refused the requester, out of their error text, as the data action of Azure's that allows it.
import { refusalIn } from "../../client/refusal.ts";

/** `what`: as its API calls it, with its group. `isReadable`: a read of what a namespace holds, and no secret. */
export type Refused = Readonly<{ verb: string; what: string; action: string; isReadable: boolean }>;

/** The narrowest built-in role of Azure's that reads what namespaces hold, without secrets. */
export const rbacReader = "Azure Kubernetes Service RBAC Reader";

const sentence =
  /cannot (get|list|watch|create|update|patch|delete) resource "([a-z0-9./-]+)"(?: in API group "([a-z0-9.-]*)")?/i;

const reads = ["get", "list", "watch"];
/** Of the cluster as a whole, or kept from readers. */
const beyondReaders = [
  ...["nodes", "persistentvolumes", "namespaces", "secrets", "storageclasses"],
  ...["customresourcedefinitions", "clusterroles", "clusterrolebindings", "roles", "rolebindings"],
];

const deedOf = (verb: string): string => {
  if (reads.includes(verb)) return "read";
  return verb === "delete" ? "delete" : "write";
};

/**
 * Null where the text says nothing of the kind, or tells of somebody else.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/containers#microsoftcontainerservice
 */
export function refusedIn(symptom = ""): Refused | null {
  if (refusalIn(symptom) !== "requester") return null;
  const [, verb, resource, group] = sentence.exec(symptom) ?? [];
  if (verb === undefined || resource === undefined) return unsaid;
  const what = [...(group ? [group] : []), resource].join("/").toLowerCase();
  return {
    verb: verb.toLowerCase(),
    what,
    action: `Microsoft.ContainerService/managedClusters/${what}/${deedOf(verb.toLowerCase())}`,
    isReadable: reads.includes(verb.toLowerCase()) && !beyondReaders.includes(resource.toLowerCase()),
  };
}

/** Refused, and not said what: whoever lacks all lacks pods as well. */
const unsaid: Refused = {
  verb: "get",
  what: "pods",
  action: "Microsoft.ContainerService/managedClusters/pods/read",
  isReadable: true,
};
