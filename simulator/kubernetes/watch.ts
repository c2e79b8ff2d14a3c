// Watches: a stream of changes, one JSON object a line, for `get -w`, `wait` and `rollout status`.

import type { ServerResponse } from "node:http";
import type { KubeObject } from "./kube-object.ts";
import { type Change, type ChangeType, inNamespace, type ObjectStore } from "./object-store.ts";
import { showOne, type Wanted } from "./representation.ts";
import type { ResourceType } from "./resource-types.ts";
import type { Predicate } from "./selectors.ts";

export type WatchRequest = {
  /** Kind as stored and as shown; they differ for events.k8s.io only. */
  stored: ResourceType;
  shown: ResourceType;
  namespace: string;
  matches: Predicate;
  wanted: Wanted;
  /** Changes after this version are sent; empty or 0 sends every existing object first. */
  resourceVersion: string;
  /** Null watches until the client leaves. */
  timeoutSeconds: number | null;
};

export function streamChanges(store: ObjectStore, watch: WatchRequest, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.flushHeaders();
  const send = (type: ChangeType, object: KubeObject) => {
    if (!inNamespace(object, watch.namespace) || !watch.matches(object)) return;
    const line = { type, object: showOne(watch.shown, object, { ...watch.wanted, now: new Date() }) };
    response.write(`${JSON.stringify(line)}\n`);
  };
  const from = Number(watch.resourceVersion) || 0;
  for (const object of store.list(watch.stored, watch.namespace)) {
    if (Number(object.metadata.resourceVersion) > from) send(from === 0 ? "ADDED" : "MODIFIED", object);
  }
  const stop = store.subscribe(({ type, resourceType, object }: Change) => {
    if (resourceType === watch.stored) send(type, object);
  });
  const timer =
    watch.timeoutSeconds === null ? undefined : setTimeout(() => response.end(), watch.timeoutSeconds * 1000);
  response.on("close", () => {
    stop();
    clearTimeout(timer);
  });
}
