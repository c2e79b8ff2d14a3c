// What a look inside the cluster says: its findings, one file a group, and what it comes to.
import type { InsideVerdict } from "../../../core/inside/verdict.ts";
import type { InsideWords } from "../inside-words.ts";
import { type Says, say } from "../says.ts";
import { findingSpeech } from "../speech/findings.ts";
import { admissionWords } from "./inside/admission.ts";
import { controlPlaneWords } from "./inside/control-plane.ts";
import { nodeWords } from "./inside/nodes.ts";
import { sharedFacts } from "./inside/shared.ts";
import { systemWords } from "./inside/system.ts";
import { workloadWords } from "./inside/workloads.ts";
import { counted, sentences } from "./words.ts";

const insideFindings: InsideWords = {
  ...controlPlaneWords,
  ...nodeWords,
  ...systemWords,
  ...admissionWords,
  ...workloadWords,
};

const { sayFacts, titleOf, remedyOf } = findingSpeech(insideFindings, sharedFacts, sentences);

type Why = Extract<InsideVerdict, Readonly<{ is: "notLookedInside" }>>["why"];

export const whyNotLooked: Readonly<Record<Why, string>> = {
  byPolicy: "机器人的策略不允许",
  mayNotRun: "你在 Azure 中缺少在其中运行命令的权限",
  switchedOff: "运行命令功能已关闭",
  stopped: "集群已停止",
  podNotPlaced: "没有节点容纳命令的 Pod",
  policyDenied: "其中的策略拒绝了命令的 Pod",
  imageNotPulled: "其节点无法拉取运行命令的映像",
  rights: "Kubernetes 不允许你读取其中任何内容",
  nothingRead: "没有返回可读取的内容",
  failed: "命令没有运行",
};

const notSeen = counted("{it, plural, =0 {} other {有 # 项未能查看。}}");

export const verdicts: Says<InsideVerdict> = {
  reachableAndWell: () => "从集群内部看，API 服务器有应答，查看过的内容全部正常。",
  reachableWithFaults: ({ faults, unread }) =>
    `从集群内部看，API 服务器有应答，有 ${faults.length} 项异常。${notSeen(unread.length)}`,
  reachableNotAllSeen: ({ unread }) =>
    `从集群内部看，API 服务器有应答，看到的内容没有异常。${notSeen(unread.length)}`,
  notLookedInside: ({ why }) => `没有查看集群内部：${whyNotLooked[why]}。`,
};

export const insideTexts = {
  insideFindings,
  titleOfInside: titleOf,
  remedyOfInside: remedyOf,
  /** What a finding inside the cluster says, a sentence each. */
  sayInside: sayFacts,
  sayInsideVerdict: (verdict: InsideVerdict): string => say(verdicts, verdict),
};
