// Why the cluster did not run the pod of a command, and what to do about it. Both begin or go on in the middle of a card.
import type { PodTrouble } from "../../../core/run/pod-trouble.ts";
import type { Says } from "../says.ts";

/** Without a full stop. */
export const whyNoPod: Says<PodTrouble> = {
  webhook: ({ name }) => `集群的准入 webhook${name === null ? "" : `（${name}）`}拒绝了命令所需的 Pod`,
  image: () => "未能拉取命令的 Pod 的映像",
  noNode: () => "没有节点可以容纳命令所需的 Pod",
  quota: () => "命名空间 aks-command 的配额没有给命令的 Pod 留出空间",
  notInTime: () => "集群没有及时启动命令的 Pod",
};

export const afterNoPod: Says<PodTrouble> = {
  webhook: () => "请该策略的所有者豁免命名空间 `aks-command`。在此之前，`access` 会显示其他接入方式。",
  image: () => "请让我诊断集群：我会检查节点到 mcr.microsoft.com 的出站路径，映像来自那里。",
  noNode: () =>
    "请让我诊断集群：我会检查是否有节点可以容纳该 Pod。它需要一个就绪的 Linux 节点，有 200m CPU 和 500 Mi 的空间。",
  quota: () => "请集群管理员取消命名空间 `aks-command` 的该配额。",
  notInTime: () => "请让我诊断集群：我会检查是否有节点可以容纳命令的 Pod。",
};
