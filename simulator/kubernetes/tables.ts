// Tables: the API server, not kubectl, decides which columns `kubectl get` prints.

import {
  configMapColumns,
  disruptionBudgetColumns,
  eventColumns,
  helmReleaseColumns,
  leaseColumns,
  namespaceColumns,
  nodeColumns,
  roleBindingColumns,
  roleColumns,
  secretColumns,
  serviceAccountColumns,
  volumeClaimColumns,
  volumeColumns,
} from "./columns/cluster.ts";
import { ageColumn, type Column, nameColumn } from "./columns/column.ts";
import {
  endpointSliceColumns,
  endpointsColumns,
  ingressColumns,
  networkPolicyColumns,
  serviceColumns,
} from "./columns/network.ts";
import { podColumns } from "./columns/pods.ts";
import {
  autoscalerColumns,
  cronJobColumns,
  daemonSetColumns,
  deploymentColumns,
  jobColumns,
  replicaSetColumns,
  statefulSetColumns,
} from "./columns/workloads.ts";
import type { KubeObject } from "./kube-object.ts";

const columnsOfKinds = new Map<string, Column[]>([
  ["ClusterRole", roleColumns],
  ["ClusterRoleBinding", roleBindingColumns],
  ["ConfigMap", configMapColumns],
  ["CronJob", cronJobColumns],
  ["DaemonSet", daemonSetColumns],
  ["Deployment", deploymentColumns],
  ["EndpointSlice", endpointSliceColumns],
  ["Endpoints", endpointsColumns],
  ["Event", eventColumns],
  ["HelmRelease", helmReleaseColumns],
  ["HorizontalPodAutoscaler", autoscalerColumns],
  ["Ingress", ingressColumns],
  ["Job", jobColumns],
  ["Lease", leaseColumns],
  ["Namespace", namespaceColumns],
  ["NetworkPolicy", networkPolicyColumns],
  ["Node", nodeColumns],
  ["PersistentVolume", volumeColumns],
  ["PersistentVolumeClaim", volumeClaimColumns],
  ["Pod", podColumns],
  ["PodDisruptionBudget", disruptionBudgetColumns],
  ["ReplicaSet", replicaSetColumns],
  ["Role", roleColumns],
  ["RoleBinding", roleBindingColumns],
  ["Secret", secretColumns],
  ["Service", serviceColumns],
  ["ServiceAccount", serviceAccountColumns],
  ["StatefulSet", statefulSetColumns],
]);
const otherColumns = [nameColumn, ageColumn];

/** What `rows[].object` holds: metadata alone, the whole object (for sorting), or nothing. */
export type IncludeObject = "Metadata" | "Object" | "None";

/** A meta.k8s.io/v1 Table of the objects, which are all of that kind. */
export function tableOf(
  kind: string,
  objects: readonly KubeObject[],
  options: { now: Date; include: IncludeObject; resourceVersion: string },
): unknown {
  const columns = columnsOfKinds.get(kind) ?? otherColumns;
  return {
    kind: "Table",
    apiVersion: "meta.k8s.io/v1",
    metadata: { resourceVersion: options.resourceVersion },
    columnDefinitions: columns.map((column) => ({
      name: column.name,
      type: "string",
      format: column.name === "Name" ? "name" : "",
      description: "",
      priority: column.wide ? 1 : 0,
    })),
    rows: objects.map((object) => ({
      cells: columns.map((column) => column.cell(object, options.now)),
      ...includedObject(object, options.include),
    })),
  };
}

export function metadataOnly(object: KubeObject): unknown {
  return { kind: "PartialObjectMetadata", apiVersion: "meta.k8s.io/v1", metadata: object.metadata };
}

function includedObject(object: KubeObject, include: IncludeObject): { object?: unknown } {
  if (include === "None") return {};
  return { object: include === "Object" ? object : metadataOnly(object) };
}
