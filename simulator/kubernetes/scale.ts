// The `scale` subresource: a workload's number of replicas under a shape of its own.

import { fieldsAt, type KubeObject, number } from "./kube-object.ts";

export function scaleOf(object: KubeObject): KubeObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  return {
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: number(object, "spec.replicas", 1) },
    status: { replicas: number(object, "status.replicas") },
  };
}

/** The object with the replicas of a changed Scale. */
export function withScale(object: KubeObject, scale: unknown): KubeObject {
  const replicas = number(scale, "spec.replicas", number(object, "spec.replicas", 1));
  return { ...object, spec: { ...fieldsAt(object, "spec"), replicas } };
}
