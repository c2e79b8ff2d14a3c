// A row that kubectl printed, pasted: of which object, by its columns.
import { findResource } from "../../command/grammar/resources.ts";

/** A row that kubectl printed, of a pod or a node that is not well, alone or among others. */
export function rowIn(text: string): string | null {
  const pods = [...text.matchAll(podRow)].map(([, space, name = "", ready, of, state = ""]) => ({
    ...{ space, name, state },
    isWell: ready === of || state === "Completed",
  }));
  const pod = pods.find(({ isWell }) => !isWell) ?? pods[0];
  if (pod !== undefined)
    return pod.space === undefined
      ? `kubectl get pods -A | grep -e NAME -e ${pod.name}`
      : `kubectl describe pods ${pod.name} -n ${pod.space}`;
  const nodes = [...text.matchAll(nodeRow)].map(([, name = "", state = ""]) => ({ name, state }));
  const node = nodes.find(({ state }) => state !== "Ready") ?? nodes[0];
  if (node !== undefined) return `kubectl describe nodes ${node.name}`;
  for (const [type, columns] of otherRows) {
    const [, space, name] = columns.exec(text) ?? [];
    if (name !== undefined)
      return space === undefined || findResource(`${space}s`) !== undefined || `${space}s` === type
        ? `kubectl get ${type} -A | grep -e NAME -e ${name}`
        : `kubectl describe ${type} ${name} -n ${space}`;
  }
  return null;
}
/** By the columns behind the name. */
const otherRows = [
  ["persistentvolumeclaims", "(?:Pending|Bound|Lost)\\b"],
  ["services", "(?:ClusterIP|LoadBalancer|NodePort|ExternalName)[ \\t]"],
  ["deployments", "\\d{1,4}/\\d{1,4}[ \\t]+\\d{1,4}[ \\t]+\\d{1,4}[ \\t]+\\d{1,5}[smhdy]"],
  [
    "jobs",
    "(?:(?:Complete|Failed|Running|Suspended)[ \\t]+)?\\d{1,4}/\\d{1,4}[ \\t]+\\S{1,20}[ \\t]+\\d{1,5}[smhdy]",
  ],
  ["certificates", "(?:True|False)[ \\t]+\\S{1,253}[ \\t]+\\d{1,5}[smhdy]"],
  ["horizontalpodautoscalers", "(?:Deployment|StatefulSet)/\\S{1,253}[ \\t]"],
].map(([type, columns]): readonly [string | undefined, RegExp] => [
  type,
  new RegExp(
    `(?:^|\\n)[ \\t]*(?:([a-z0-9][a-z0-9-]{0,62})[ \\t]+)?([a-z0-9][a-z0-9.-]{0,252})[ \\t]+${columns}`,
  ),
]);
const podRow =
  /(?:(?<=^|\n)[ \t]*([a-z0-9][a-z0-9-]{0,62})[ \t]+)?(?<![\w-])([a-z0-9][a-z0-9.-]{0,252})[ \t]+(\d{1,3})\/(\d{1,3})[ \t]+([A-Z][A-Za-z:0-9/]{2,40})[ \t]+\d{1,6}\b/g;
const nodeRow =
  /(?:^|\n)[ \t]*([a-z0-9][a-z0-9.-]{0,252})[ \t]+((?:Not)?Ready[A-Za-z,]{0,30})[ \t]+\S{1,60}[ \t]+\d{1,5}[smhdy]/g;
