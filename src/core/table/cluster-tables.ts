// kubectl get nodes.

import {
  ageIn,
  type Cell,
  isYoung,
  type Judged,
  type Level,
  minute,
  percentIn,
  type TableKind,
  word,
} from "./table.ts";

export const nodes: TableKind = {
  resources: ["nodes"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["AGE", "VERSION", "ROLES"],
  judge: (cell) => {
    const status = cell("STATUS");
    const [ready, ...more] = status.split(",");
    if (ready === "NotReady" || ready === "Unknown") return word("broken", status);
    if (ready !== "Ready") return word("unknown", status);
    if (more.length === 0) return word("fine", status);
    return word(more.every((each) => each === "SchedulingDisabled") ? "warning" : "unknown", status);
  },
};

// kubectl top: a node is judged by how full it is; what a pod may use is not in the table.

/** Percent of what the node gives to pods: beyond it, pods are slowed down or evicted soon. */
const full = 90;

function judgeNode(cell: Cell): Judged {
  const cpu = percentIn(cell("CPU%") || cell("CPU(%)"));
  const memory = percentIn(cell("MEMORY%") || cell("MEMORY(%)"));
  if (cpu === null || memory === null) return { level: "unknown", state: { is: "noMetric" } };
  if (memory >= full) return { level: "warning", state: { is: "memoryFull" } };
  return cpu >= full ? { level: "warning", state: { is: "cpuFull" } } : { level: "plain", state: null };
}

export const topNodes: TableKind = {
  resources: ["nodes"],
  verb: "top",
  needs: ["NAME", "CPU(cores)"],
  facts: ["CPU%", "CPU(%)", "MEMORY%", "MEMORY(%)", "CPU(cores)", "MEMORY(bytes)"],
  judge: judgeNode,
};

export const topPods: TableKind = {
  resources: ["pods"],
  verb: "top",
  needs: ["NAME", "CPU(cores)", "MEMORY(bytes)"],
  facts: ["CPU(cores)", "MEMORY(bytes)"],
  judge: () => ({ level: "plain", state: null }),
};

// kubectl get namespaces. One that is ending waits for what is in it; its age does not say for how long.

const levels: ReadonlyMap<string, Level> = new Map([
  ["Active", "fine"],
  ["Terminating", "warning"],
]);

export const namespaces: TableKind = {
  resources: ["namespaces"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["AGE"],
  judge: (cell) => word(levels.get(cell("STATUS")) ?? "unknown", cell("STATUS")),
};

// kubectl get events, and kubectl events: the latest first, since kubectl sorts them by none of what it prints.

export const events: TableKind = {
  resources: ["events"],
  verb: "get",
  name: "OBJECT",
  needs: ["OBJECT", "TYPE", "REASON", "LAST SEEN"],
  facts: ["LAST SEEN", "MESSAGE"],
  judge: (cell) => {
    const reason = cell("REASON");
    if (cell("TYPE") === "Warning") return word("warning", reason);
    return word(cell("TYPE") === "Normal" ? "plain" : "unknown", reason);
  },
  order: (cell) => ageIn(cell("LAST SEEN")) ?? Number.POSITIVE_INFINITY,
};

// kubectl get services. Whether anything answers behind one is not in the table: its endpoints say that.

/** Azure's load balancer has an address within a minute or two. */
const addressed = 5 * minute;

export const services: TableKind = {
  resources: ["services"],
  verb: "get",
  needs: ["NAME", "TYPE", "EXTERNAL-IP"],
  facts: ["TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)"],
  judge: (cell) =>
    cell("EXTERNAL-IP") === "<pending>"
      ? { level: isYoung(cell("AGE"), addressed) ? "moving" : "broken", state: { is: "noAddress" } }
      : { level: "plain", state: null },
};

// kubectl get endpoints, and endpointslices: no address means that no ready pod is selected.

const none = new Set(["", "<none>", "<unset>"]);

export const endpoints: TableKind = {
  resources: ["endpoints", "endpointslices"],
  verb: "get",
  needs: ["NAME", "ENDPOINTS"],
  facts: ["ENDPOINTS", "PORTS", "AGE"],
  judge: (cell) =>
    none.has(cell("ENDPOINTS"))
      ? { level: "warning", state: { is: "noEndpoints" } }
      : { level: "plain", state: null },
};

export const ingresses: TableKind = {
  resources: ["ingresses"],
  verb: "get",
  needs: ["NAME", "HOSTS", "ADDRESS"],
  facts: ["HOSTS", "ADDRESS", "CLASS", "AGE"],
  judge: (cell) =>
    cell("ADDRESS") === ""
      ? { level: isYoung(cell("AGE"), addressed) ? "moving" : "warning", state: { is: "noAddress" } }
      : { level: "plain", state: null },
};

// kubectl get persistentvolumeclaims and persistentvolumes.
// A claim may wait for its first pod, which is why one that is pending is a warning only.
// https://kubernetes.io/docs/concepts/storage/persistent-volumes/

/** Azure attaches a disk within a minute or two. */
const provisioned = 2 * minute;

export const claims: TableKind = {
  resources: ["persistentvolumeclaims"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["CAPACITY", "STORAGECLASS", "VOLUME", "AGE"],
  judge: (cell) => {
    const status = cell("STATUS");
    if (status === "Bound") return word("fine", status);
    if (status === "Lost") return word("broken", status);
    if (status === "Pending")
      return { level: isYoung(cell("AGE"), provisioned) ? "moving" : "warning", state: { is: "pending" } };
    return word(status === "Terminating" ? "moving" : "unknown", status);
  },
};

const volumeLevels: ReadonlyMap<string, Level> = new Map([
  ["Bound", "fine"],
  ["Available", "fine"],
  ["Released", "warning"],
  ["Failed", "broken"],
  ["Pending", "moving"],
  ["Terminating", "moving"],
]);

export const volumes: TableKind = {
  resources: ["persistentvolumes"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["CLAIM", "CAPACITY", "RECLAIM POLICY", "AGE"],
  judge: (cell) => word(volumeLevels.get(cell("STATUS")) ?? "unknown", cell("STATUS")),
};
