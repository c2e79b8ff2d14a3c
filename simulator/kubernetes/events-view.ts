// The same events under both of their API groups: stored as v1, shown as events.k8s.io/v1 when asked for there.

import { at, type KubeObject } from "./kube-object.ts";

const renamed = [
  ["involvedObject", "regarding"],
  ["message", "note"],
  ["source", "deprecatedSource"],
  ["firstTimestamp", "deprecatedFirstTimestamp"],
  ["lastTimestamp", "deprecatedLastTimestamp"],
  ["count", "deprecatedCount"],
  ["reportingComponent", "reportingController"],
] as const;

export function asEventsGroup(event: KubeObject): KubeObject {
  const { metadata, ...rest } = event;
  const shown = new Map<string, unknown>(
    Object.entries({ eventTime: at(event, "firstTimestamp") ?? null, ...rest }),
  );
  for (const [core, name] of renamed) {
    if (shown.has(core)) shown.set(name, shown.get(core));
    shown.delete(core);
  }
  return { ...Object.fromEntries(shown), apiVersion: "events.k8s.io/v1", kind: "Event", metadata };
}
