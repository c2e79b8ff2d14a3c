// Columns of nodes, namespaces, events, storage, configuration and access control.

import { since } from "../age.ts";
import { at, condition, fieldsAt, type KubeObject, list, text, texts } from "../kube-object.ts";
import {
  ageColumn,
  type Column,
  column,
  createdAtColumn,
  field,
  nameColumn,
  none,
  wideColumn,
} from "./column.ts";

const unknown = "<unknown>";
const unset = "<unset>";
const wideField = (name: string, path: string, fallback: string) =>
  wideColumn(name, (o) => text(o, path, fallback));

export const nodeColumns: Column[] = [
  nameColumn,
  column("Status", nodeStatus),
  column("Roles", nodeRoles),
  ageColumn,
  field("Version", "status.nodeInfo.kubeletVersion"),
  wideColumn("Internal-IP", (o) => nodeAddress(o, "InternalIP")),
  wideColumn("External-IP", (o) => nodeAddress(o, "ExternalIP")),
  wideField("OS-Image", "status.nodeInfo.osImage", unknown),
  wideField("Kernel-Version", "status.nodeInfo.kernelVersion", unknown),
  wideField("Container-Runtime", "status.nodeInfo.containerRuntimeVersion", unknown),
];

export const namespaceColumns: Column[] = [nameColumn, field("Status", "status.phase", "Active"), ageColumn];

export const eventColumns: Column[] = [
  column("Last Seen", (o, now) => since(lastSeen(o), now)),
  field("Type", "type"),
  field("Reason", "reason"),
  column(
    "Object",
    (o) => `${text(o, "involvedObject.kind").toLowerCase()}/${text(o, "involvedObject.name")}`,
  ),
  wideField("Subobject", "involvedObject.fieldPath", ""),
  wideColumn("Source", eventSource),
  column("Message", (o) => text(o, "message").trim()),
  wideColumn("First Seen", (o, now) => since(text(o, "firstTimestamp") || text(o, "eventTime"), now)),
  wideColumn("Count", (o) => text(o, "series.count") || text(o, "count", "1")),
  wideField("Name", "metadata.name", ""),
];

/** Of Flux, as its type names them. */
export const helmReleaseColumns: Column[] = [
  nameColumn,
  ageColumn,
  column("Ready", (o) => text(condition(o, "Ready"), "status")),
  column("Status", (o) => text(condition(o, "Ready"), "message")),
];

export const configMapColumns: Column[] = [
  nameColumn,
  column("Data", (o) => Object.keys({ ...fieldsAt(o, "data"), ...fieldsAt(o, "binaryData") }).length),
  ageColumn,
];

export const secretColumns: Column[] = [
  nameColumn,
  field("Type", "type", "Opaque"),
  column("Data", (o) => Object.keys(fieldsAt(o, "data")).length),
  ageColumn,
];

export const serviceAccountColumns: Column[] = [
  nameColumn,
  column("Secrets", (o) => list(o, "secrets").length),
  ageColumn,
];

export const volumeColumns: Column[] = [
  nameColumn,
  field("Capacity", "spec.capacity.storage"),
  column("Access Modes", (o) => accessModes(texts(o, "spec.accessModes"))),
  field("Reclaim Policy", "spec.persistentVolumeReclaimPolicy"),
  field("Status", "status.phase"),
  column("Claim", (o) => {
    const claim = at(o, "spec.claimRef");
    return claim === undefined ? "" : `${text(claim, "namespace")}/${text(claim, "name")}`;
  }),
  field("StorageClass", "spec.storageClassName"),
  field("VolumeAttributesClass", "spec.volumeAttributesClassName", unset),
  field("Reason", "status.reason"),
  ageColumn,
  wideField("VolumeMode", "spec.volumeMode", unset),
];

export const volumeClaimColumns: Column[] = [
  nameColumn,
  field("Status", "status.phase"),
  field("Volume", "spec.volumeName"),
  field("Capacity", "status.capacity.storage"),
  column("Access Modes", (o) => accessModes(texts(o, "status.accessModes"))),
  field("StorageClass", "spec.storageClassName"),
  field("VolumeAttributesClass", "spec.volumeAttributesClassName", unset),
  ageColumn,
  wideField("VolumeMode", "spec.volumeMode", unset),
];

export const disruptionBudgetColumns: Column[] = [
  nameColumn,
  field("Min Available", "spec.minAvailable", "N/A"),
  field("Max Unavailable", "spec.maxUnavailable", "N/A"),
  field("Allowed Disruptions", "status.disruptionsAllowed", "0"),
  ageColumn,
];

export const leaseColumns: Column[] = [nameColumn, field("Holder", "spec.holderIdentity"), ageColumn];

export const roleColumns: Column[] = [nameColumn, createdAtColumn];

export const roleBindingColumns: Column[] = [
  nameColumn,
  column("Role", (o) => `${text(o, "roleRef.kind")}/${text(o, "roleRef.name")}`),
  ageColumn,
  wideColumn("Users", (o) => subjects(o, "User")),
  wideColumn("Groups", (o) => subjects(o, "Group")),
  wideColumn("ServiceAccounts", (o) => subjects(o, "ServiceAccount")),
];

function nodeStatus(node: KubeObject): string {
  const ready = text(condition(node, "Ready"), "status");
  const status = ready === "" ? "Unknown" : ready === "True" ? "Ready" : "NotReady";
  return at(node, "spec.unschedulable") === true ? `${status},SchedulingDisabled` : status;
}

function nodeRoles(node: KubeObject): string {
  const prefix = "node-role.kubernetes.io/";
  const labels = Object.entries(node.metadata.labels ?? {});
  const roles = labels.flatMap(([key, value]) => {
    if (key.startsWith(prefix) && key.length > prefix.length) return [key.slice(prefix.length)];
    return key === "kubernetes.io/role" && value !== "" ? [value] : [];
  });
  return [...new Set(roles)].sort().join(",") || none;
}

function nodeAddress(node: KubeObject, type: string): string {
  const address = list(node, "status.addresses").find((entry) => text(entry, "type") === type);
  return text(address, "address", none);
}

function lastSeen(event: KubeObject): string {
  const times = ["series.lastObservedTime", "lastTimestamp", "eventTime"].map((path) => text(event, path));
  return times.find((time) => time !== "") ?? "";
}

function eventSource(event: KubeObject): string {
  const component = text(event, "source.component") || text(event, "reportingComponent");
  const host = text(event, "source.host");
  return host === "" ? component : `${component}, ${host}`;
}

function accessModes(modes: readonly string[]): string {
  const short = new Map([
    ["ReadWriteOnce", "RWO"],
    ["ReadOnlyMany", "ROX"],
    ["ReadWriteMany", "RWX"],
    ["ReadWriteOncePod", "RWOP"],
  ]);
  return modes.map((mode) => short.get(mode) ?? mode).join(",");
}

function subjects(binding: KubeObject, kind: string): string {
  return list(binding, "subjects")
    .filter((subject) => text(subject, "kind") === kind)
    .map((subject) => {
      const name = text(subject, "name");
      return kind === "ServiceAccount" ? `${text(subject, "namespace")}/${name}` : name;
    })
    .join(", ");
}
