// What `kubectl autoscale` sends, packed, as every kubectl before and since 1.34 does: the one object that is read so.

import type { KubeObject } from "./kube-object.ts";
import { isProtobuf, kindInEnvelope, messageAt, openEnvelope, textAt } from "./protobuf.ts";

/** Field numbers of Kubernetes' protobuf, the same in autoscaling/v1 and v2 up to here. */
const [metadataField, specField] = [1, 2];
const [targetField, minField, maxField, otherField] = [1, 2, 3, 4];

/** Null for another object, and for one that scales by what it measures: how is not read. */
export function autoscalerIn(body: Buffer): KubeObject | null {
  if (!isProtobuf(body) || kindInEnvelope(body) !== "HorizontalPodAutoscaler") return null;
  const sent = openEnvelope(body);
  const spec = messageAt(sent, specField);
  if (spec.has(otherField)) return null;
  const target = messageAt(spec, targetField);
  const [kind, name, apiVersion] = [1, 2, 3].map((field) => textAt(target, field));
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: textAt(messageAt(sent, metadataField), 1) },
    spec: {
      scaleTargetRef: { apiVersion, kind, name },
      ...(spec.has(minField) && { minReplicas: Number(textAt(spec, minField)) }),
      maxReplicas: Number(textAt(spec, maxField)),
    },
  };
}
