// kubectl get nodes.

import {
  ageIn,
  byStatus,
  type Cell,
  isYoung,
  type Judged,
  judgedAs,
  listed,
  minute,
  percentIn,
  plain,
  word,
} from "./table.ts";

export const nodes = listed("nodes", "NAME, STATUS", "AGE, VERSION, ROLES", (cell) => {
  const status = cell("STATUS");
  const [ready, ...more] = status.split(",");
  if (ready === "NotReady" || ready === "Unknown") return word("broken", status);
  if (ready !== "Ready") return word("unknown", status);
  if (more.length === 0) return word("fine", status);
  return word(more.every((each) => each === "SchedulingDisabled") ? "warning" : "unknown", status);
});

// kubectl top: a node is judged by how full it is; what a pod may use is not in the table.

/** Percent of what the node gives to pods: beyond it, pods are slowed down or evicted soon. */
const full = 90;

function judgeNode(cell: Cell): Judged {
  const cpu = percentIn(cell("CPU%") || cell("CPU(%)"));
  const memory = percentIn(cell("MEMORY%") || cell("MEMORY(%)"));
  if (cpu === null || memory === null) return judgedAs("unknown", "noMetric");
  if (memory >= full) return judgedAs("warning", "memoryFull");
  return cpu >= full ? judgedAs("warning", "cpuFull") : plain;
}

export const topNodes = listed(
  "nodes",
  "NAME, CPU(cores)",
  "CPU%, CPU(%), MEMORY%, MEMORY(%), CPU(cores), MEMORY(bytes)",
  judgeNode,
  { verb: "top" },
);

export const topPods = listed(
  "pods",
  "NAME, CPU(cores), MEMORY(bytes)",
  "CPU(cores), MEMORY(bytes)",
  () => plain,
  { verb: "top" },
);

// kubectl get namespaces. One that is ending waits for what is in it; its age does not say for how long.

const levels = byStatus({ Active: "fine", Terminating: "warning" });

export const namespaces = listed("namespaces", "NAME, STATUS", "AGE", levels);

// kubectl get events, and kubectl events: the latest first, since kubectl sorts them by none of what it prints.

export const events = listed(
  "events",
  "OBJECT, TYPE, REASON, LAST SEEN",
  "LAST SEEN, MESSAGE",
  (cell) => {
    const reason = cell("REASON");
    if (cell("TYPE") === "Warning") return word("warning", reason);
    return word(cell("TYPE") === "Normal" ? "plain" : "unknown", reason);
  },
  { verb: "get", name: "OBJECT", order: (cell) => ageIn(cell("LAST SEEN")) ?? Number.POSITIVE_INFINITY },
);

// kubectl get services. Whether anything answers behind one is not in the table: its endpoints say that.

/** Azure's load balancer has an address within a minute or two. */
const addressed = 5 * minute;

export const services = listed(
  "services",
  "NAME, TYPE, EXTERNAL-IP",
  "TYPE, CLUSTER-IP, EXTERNAL-IP, PORT(S)",
  (cell) =>
    cell("EXTERNAL-IP") === "<pending>"
      ? judgedAs(isYoung(cell("AGE"), addressed) ? "moving" : "broken", "noAddress")
      : plain,
);

// kubectl get endpoints, and endpointslices: no address means that no ready pod is selected.

const none = new Set(["", "<none>", "<unset>"]);

export const endpoints = listed(
  "endpoints, endpointslices",
  "NAME, ENDPOINTS",
  "ENDPOINTS, PORTS, AGE",
  (cell) => (none.has(cell("ENDPOINTS")) ? judgedAs("warning", "noEndpoints") : plain),
);

export const ingresses = listed("ingresses", "NAME, HOSTS, ADDRESS", "HOSTS, ADDRESS, CLASS, AGE", (cell) =>
  cell("ADDRESS") === ""
    ? judgedAs(isYoung(cell("AGE"), addressed) ? "moving" : "warning", "noAddress")
    : plain,
);

// kubectl get persistentvolumeclaims and persistentvolumes.
// A claim may wait for its first pod, which is why one that is pending is a warning only.
// https://kubernetes.io/docs/concepts/storage/persistent-volumes/

/** Azure attaches a disk within a minute or two. */
const provisioned = 2 * minute;

export const claims = listed(
  "persistentvolumeclaims",
  "NAME, STATUS",
  "CAPACITY, STORAGECLASS, VOLUME, AGE",
  (cell) => {
    const status = cell("STATUS");
    if (status === "Bound") return word("fine", status);
    if (status === "Lost") return word("broken", status);
    if (status === "Pending")
      return judgedAs(isYoung(cell("AGE"), provisioned) ? "moving" : "warning", "pending");
    return word(status === "Terminating" ? "moving" : "unknown", status);
  },
);

const volumeLevels = byStatus({
  Bound: "fine",
  Available: "fine",
  Released: "warning",
  Failed: "broken",
  Pending: "moving",
  Terminating: "moving",
});

export const volumes = listed(
  "persistentvolumes",
  "NAME, STATUS",
  "CLAIM, CAPACITY, RECLAIM POLICY, AGE",
  volumeLevels,
);
