// A kubelet renews its node's lease every ten seconds. One that a scenario gives no time is renewed for ever.

import { fieldsAt, type KubeObject, text } from "./kube-object.ts";

const agoMs = 4_000;

export function renewed(object: KubeObject, now: Date): KubeObject {
  if (object.kind !== "Lease" || object.metadata.namespace !== "kube-node-lease") return object;
  if (text(object, "spec.renewTime") !== "") return object;
  const renewTime = new Date(now.getTime() - agoMs).toISOString().replace("Z", "000Z");
  return { ...object, spec: { ...fieldsAt(object, "spec"), renewTime } };
}
