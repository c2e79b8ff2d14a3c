// What a look inside the cluster says: its findings, one file a group, and what it comes to.
import type { InsideFound } from "../../../core/diagnosis/diagnosis.ts";
import type { InsideVerdict } from "../../../core/inside/verdict.ts";
import type { InsideWords } from "../inside-words.ts";
import { type Says, say } from "../says.ts";
import { admissionWords } from "./inside/admission.ts";
import { controlPlaneWords } from "./inside/control-plane.ts";
import { nodeWords } from "./inside/nodes.ts";
import { partNames, sayNeeds } from "./inside/shared.ts";
import { systemWords } from "./inside/system.ts";
import { workloadWords } from "./inside/workloads.ts";
import { counted } from "./words.ts";

export const insideFindings: InsideWords = {
  ...controlPlaneWords,
  ...nodeWords,
  ...systemWords,
  ...admissionWords,
  ...workloadWords,
};

type Why = Extract<InsideVerdict, Readonly<{ is: "notLookedInside" }>>["why"];

export const whyNotLooked: Readonly<Record<Why, string>> = {
  leftOut: "你要求不查看",
  notDeep: "需要时请加 --deep",
  byMode: "当前模式不允许向集群发送命令",
  byPolicy: "机器人的策略不允许",
  asClusterAdmin: "集群未与 Entra 集成，命令会以 cluster-admin 运行，而机器人的策略不接受这一点",
  notSignedIn: "Entra 没有为此发放令牌",
  unread: "未能读取 Azure 中有关该集群的信息",
  mayNotRun: "你在 Azure 中缺少在其中运行命令的权限",
  switchedOff: "运行命令功能已关闭",
  stopped: "集群已停止",
  podNotPlaced: "没有节点容纳命令的 Pod",
  policyDenied: "其中的策略拒绝了命令的 Pod",
  imageNotPulled: "其节点无法拉取运行命令的映像",
  notInTime: "命令没有按时结束",
  restarted: "机器人在此期间重启过",
  rights: "Kubernetes 不允许你读取其中任何内容",
  nothingRead: "没有返回可读取的内容",
  failed: "其中的命令失败",
};

const notSeen = counted("{it, plural, =0 {} other {有 # 项未能查看。}}");

export const verdicts: Says<InsideFound> = {
  looking: () => "正在查看集群内部：完成后会更新此卡片。",
  reachableAndWell: () =>
    "从集群内部看，API 服务器有应答，查看过的内容都正常：节点、kube-system、Webhook，以及所有命名空间的 Pod、工作负载、Job 和卷声明。",
  reachableWithFaults: ({ faults, follows, unread }) =>
    faults.length === 0
      ? `从集群内部看，API 服务器有应答，有 ${follows} 项异常由该原因引起。${notSeen(unread.length)}`
      : `从集群内部看，API 服务器有应答，有 ${faults.length} 项异常。${notSeen(unread.length)}`,
  reachableNotAllSeen: ({ unread }) =>
    `从集群内部看，API 服务器有应答，看到的内容没有异常。${notSeen(unread.length)}`,
  notLookedInside: ({ why }) => `没有查看集群内部：${whyNotLooked[why]}。`,
};

/** Beside the name of a cluster that can be reached. */
const wrongInside = counted("▲ 可访问，但内部有 {it} 项异常");

export const insideTexts = {
  insideFindings,
  insideParts: partNames,
  sayInsideNeeds: sayNeeds,
  sayInsideVerdict: (found: InsideFound): string => say(verdicts, found),
  wrongInside,
};
