// Claims to volumes that have none, and the classes that could make one.

import { name, text, time } from "./cells.ts";
import { listRead } from "./define-read.ts";
import type { Claim, StorageClass } from "./model.ts";

export const claims = listRead("claims", {
  get: ["persistentvolumeclaims", "--all-namespaces"],
  fields: [
    ".metadata.namespace",
    ".metadata.name",
    ".metadata.creationTimestamp",
    ".status.phase",
    ".spec.storageClassName",
    String.raw`.metadata.annotations.volume\.kubernetes\.io/selected-node`,
  ],
  every: ['.items[?(@.status.phase=="Pending")]', '.items[?(@.status.phase=="Lost")]'],
  item: (namespace = [], own = [], createdAt = [], phase = [], ofClass = [], node = []): Claim | null => {
    const [inNamespace, called, created] = [name(namespace), name(own), time(createdAt)];
    if (inNamespace === null || called === null || created === null) return null;
    return {
      namespace: inNamespace,
      name: called,
      created,
      isLost: text(phase) === "Lost",
      storageClass: ofClass.length === 0 ? null : text(ofClass),
      isWaitedFor: text(node) !== "",
    };
  },
});

export const storageClasses = listRead("storageClasses", {
  get: ["storageclasses"],
  fields: [
    ".metadata.name",
    ".volumeBindingMode",
    String.raw`.metadata.annotations.storageclass\.kubernetes\.io/is-default-class`,
  ],
  item: (own = [], mode = [], isDefault = []): StorageClass | null => {
    const called = name(own);
    if (called === null) return null;
    return {
      name: called,
      waitsForPod: text(mode) === "WaitForFirstConsumer",
      isDefault: text(isDefault) === "true",
    };
  },
});
