// Nodes, and when they last spoke to the API server.
import { isTrue, listRead, name, type ReadCell, text, texts, time, word, words } from "./define-read.ts";
import type { Claim, Lease, Node, StorageClass } from "./model.ts";

const label = (key: string): string => `.metadata.labels.${key.replaceAll(".", String.raw`\.`)}`;

const fields = [
  ".metadata.name",
  label("agentpool"),
  label("kubernetes.azure.com/mode"),
  '.status.conditions[?(@.status=="True")].type',
  '.status.conditions[?(@.status=="Unknown")].type',
  ".spec.unschedulable",
  ".spec.taints[*].key",
  ".spec.taints[*].effect",
  ".status.nodeInfo.kubeletVersion",
  ".status.nodeInfo.operatingSystem",
  label("kubernetes.azure.com/kubelet-serving-ca"),
];

/** Both are there of every taint. */
const taintsOf = (keys: ReadCell, effects: ReadCell): readonly string[] =>
  words(keys).map((key, at) => `${key}:${word(texts(effects)[at] ?? "")}`);

export const nodes = listRead("nodes", {
  get: ["nodes"],
  fields,
  item: (own = [], pool = [], mode = [], on = [], unsure = [], cordoned = [], ...more): Node | null => {
    const [keys = [], effects = [], kubelet = [], os = [], servingCa = []] = more;
    const called = name(own);
    return called === null
      ? null
      : {
          name: called,
          pool: word(text(pool)),
          mode: text(mode).toLowerCase(),
          on: words(on),
          unsure: words(unsure),
          isCordoned: isTrue(cordoned),
          taints: taintsOf(keys, effects),
          kubelet: word(text(kubelet)),
          os: text(os).toLowerCase(),
          hasServingCa: text(servingCa) !== "",
        };
  },
});

export const leases = listRead("leases", {
  get: ["leases", "--namespace=kube-node-lease"],
  fields: [".metadata.name", ".spec.renewTime"],
  item: (own = [], renewed = []): Lease | null => {
    const node = name(own);
    return node === null ? null : { node, renewed: time(renewed) };
  },
});

// Claims to volumes that have none, and the classes that could make one.

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
