// Events of a scenario name their object only; `kubectl describe` looks for them by the object's uid as well.

import { fieldsAt, type KubeObject, text } from "./kube-object.ts";

/** The event with namespace and uid of its object, as `find` knows it; unchanged where the event has a uid already. */
export function linkEvent(
  event: KubeObject,
  find: (kind: string, namespace: string, name: string) => KubeObject | undefined,
): KubeObject {
  const involved = fieldsAt(event, "involvedObject");
  if (text(involved, "uid") !== "") return event;
  const namespace = text(involved, "namespace") || (event.metadata.namespace ?? "");
  const object = find(text(involved, "kind"), namespace, text(involved, "name"));
  if (object === undefined) return event;
  const { uid, namespace: place } = object.metadata;
  return { ...event, involvedObject: { ...involved, ...(place ? { namespace: place } : {}), uid } };
}
