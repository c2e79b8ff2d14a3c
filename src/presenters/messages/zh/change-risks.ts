// What whoever approves a change should know of it, a sentence each.
import type { ChangeRisk } from "../../../core/command/change/change-request.ts";

export const changeRisks: Readonly<Record<ChangeRisk, string>> = {
  drainsNode: "会把 Pod 从一个节点上移走。",
  forced: "强制执行：不等待宽限期，也不顾及中断预算。",
  irreversible: "无法撤销：删除的内容不再存在于集群中。",
  deletesNamespace: "命名空间中的一切都会随之删除。",
  deletesVolume: "卷上的数据可能随之丢失。",
  severalObjects: "会更改多个对象。",
  stops: "之后它不再有任何副本运行。",
  system: "位于 Kubernetes 或 AKS 的命名空间：集群本身依赖它。",
  widensRights: "之后某人或某个容器的权限会比之前更大。",
};

export const changeRiskTexts = { changeRisks };
