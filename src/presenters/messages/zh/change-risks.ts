// What whoever approves a change should know of it, a sentence each.
import type { changeRiskTexts as en } from "../en/change-risks.ts";

export const changeRisks: typeof en.changeRisks = {
  production: "会更改生产集群。",
  clusterAdmin: "以 cluster-admin 身份运行：此集群没有 Entra 集成。",
  drainsNode: "会把 Pod 从节点上移走。",
  forced: "强制执行：不等待宽限期，也不顾及中断预算。",
  irreversible: "无法撤销：删除的内容不再存在于集群中。",
  deletesNamespace: "命名空间中的一切都会随之删除。",
  deletesVolume: "卷上的数据可能随之丢失。",
  severalObjects: "会更改多个对象。",
  stops: "之后它的任何部分都不再运行。",
  system: "位于 Kubernetes 或 AKS 的命名空间：集群本身依赖于它。",
  widensRights: "某人或某个容器的权限会比以前更大。",
};

export const changeRiskTexts: typeof en = { changeRisks };
