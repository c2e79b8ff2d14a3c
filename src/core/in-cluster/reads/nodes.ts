// Nodes, and when they last spoke to the API server.

import { type Cell, isTrue, name, text, texts, time, word, words } from "./cells.ts";
import { listRead } from "./define-read.ts";
import type { Lease, Node } from "./model.ts";

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
const taintsOf = (keys: Cell, effects: Cell): readonly string[] =>
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
