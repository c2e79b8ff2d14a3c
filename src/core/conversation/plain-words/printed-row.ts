// A row that kubectl printed, pasted: of which object, by its columns.
import { findResource } from "../../command/grammar/resources.ts";

type RowIntent =
  | Readonly<{ kind: "run"; command: string; cluster: null }>
  | Readonly<{ kind: "diagnose"; cluster: null; client: Readonly<Record<never, never>> }>;

/** A row that kubectl printed, alone or among others: whoever pastes one knows what it says, and asks for what it does not. */
export function rowIn(text: string): RowIntent | null {
  const pods = [...text.matchAll(podRow)].map(([, space, name = "", ready, of, state = ""]) => ({
    ...{ space, name },
    isWell: (ready === of && state === "Running") || state === "Completed",
  }));
  const pod = pods.find(({ isWell }) => !isWell) ?? pods[0];
  if (pod !== undefined) return ofObject("pods", pod.name, pod.space, pod.isWell);
  const nodes = [...text.matchAll(nodeRow)].map(([, name = "", state = ""]) => ({ name, state }));
  const node = nodes.find(({ state }) => state !== "Ready") ?? nodes[0];
  if (node !== undefined) return run(`kubectl describe nodes ${node.name}`);
  for (const [type, columns] of otherRows) {
    const [row, space, name] = columns.exec(text) ?? [];
    // `pvc stuck Pending`, `label-printer is Pending`: what somebody says of it.
    const isSaid = /^(?:stuck|still|is|are|was|stays?|in|remains?|auf|im|noch|always|all)$/.test(name ?? "");
    if (row === undefined || name === undefined || isSaid) continue;
    const isSpace = space !== undefined && findResource(`${space}s`) === undefined && `${space}s` !== type;
    return ofObject(type, name, isSpace ? space : undefined, !isUnwell(row));
  }
  return null;
}

const run = (command: string): RowIntent => ({ kind: "run", command, cluster: null });

/** Without its namespace no command describes it. */
function ofObject(type: string, name: string, space: string | undefined, isWell: boolean): RowIntent {
  if (space !== undefined) return run(`kubectl describe ${type} ${name} -n ${space}`);
  return isWell
    ? run(`kubectl get ${type} -A | grep -e NAME -e ${name}`)
    : { kind: "diagnose", cluster: null, client: {} };
}

function isUnwell(row: string): boolean {
  const [, ready, of] = /\b(\d{1,4})\/(\d{1,4})\b/.exec(row) ?? [];
  return ready !== of || /\b(?:Pending|Lost|Failed|Suspended|False)\b|<unknown>|<pending>/.test(row);
}

/** By the columns behind the name. */
const otherRows = [
  ["persistentvolumeclaims", "(?:Pending|Bound|Lost)\\b"],
  ["services", "(?:ClusterIP|LoadBalancer|NodePort|ExternalName)[ \\t]+\\S{1,64}[ \\t]+\\S{0,64}"],
  ["deployments", "\\d{1,4}/\\d{1,4}[ \\t]+\\d{1,4}[ \\t]+\\d{1,4}[ \\t]+\\d{1,5}[smhdy]"],
  [
    "jobs",
    "(?:(?:Complete|Failed|Running|Suspended)[ \\t]+)?\\d{1,4}/\\d{1,4}[ \\t]+\\S{1,20}[ \\t]+\\d{1,5}[smhdy]",
  ],
  ["certificates", "(?:True|False)[ \\t]+\\S{1,253}[ \\t]+\\d{1,5}[smhdy]"],
  ["horizontalpodautoscalers", "(?:Deployment|StatefulSet)/\\S{1,253}[ \\t]+\\S{0,64}"],
].map(([type = "", columns = ""]): readonly [string, RegExp] => [
  type,
  new RegExp(
    `(?:^|\\n)[ \\t]*(?:([a-z0-9][a-z0-9-]{0,62})[ \\t]+)?([a-z0-9][a-z0-9.-]{0,252})[ \\t]+${columns}`,
  ),
]);
const podRow =
  /(?:(?<=^|\n)[ \t]*([a-z0-9][a-z0-9-]{0,62})[ \t]+)?(?<![\w-])([a-z0-9][a-z0-9.-]{0,252})[ \t]+(\d{1,3})\/(\d{1,3})[ \t]+([A-Z][A-Za-z:0-9/]{2,40})[ \t]+\d{1,6}\b/g;
const nodeRow =
  /(?:^|\n)[ \t]*([a-z0-9][a-z0-9.-]{0,252})[ \t]+((?:Not)?Ready[A-Za-z,]{0,30})[ \t]+\S{1,60}[ \t]+\d{1,5}[smhdy]/g;
