// What is said as long as something goes on: which step, and how long so far.
import type { RunStep } from "../../../core/run/run.ts";
import type { waitingTexts as en } from "../en/waiting.ts";

/** The first second needs no number. */
const soFar = (doing: string, seconds: number): string =>
  seconds < 2 ? `${doing}。` : `${doing}：已用 ${seconds} 秒。`;

const runStepsSaid: Readonly<Record<RunStep, string>> = {
  cluster: "读取集群",
  around: "读取集群周围的网络、DNS、防火墙和接入方式",
  asking: "向 Azure 询问是否允许运行",
  sending: "交给 AKS",
  inCluster: "AKS 正在集群内的 Pod 中运行",
};

export const waitingTexts: typeof en = {
  runStep: (step, number, all, seconds) =>
    `第 ${number} 步，共 ${all} 步：${runStepsSaid[step]}。已用 ${seconds} 秒；通常需要 10 秒。`,
  waiting: {
    title: "… 正在处理",
    steps: {
      earlier: "先答复你之前的问题",
      signIn: "正在向 Bot Framework 查询你的登录",
      token: "正在向 Entra 申请你的令牌",
      groups: "正在向 Microsoft Graph 查询你所在的组",
      clusters: "正在列出你在 Azure 中能看到的集群",
      cluster: "正在读取 Azure 中的集群",
      rights: "正在读取你在 Azure 中的权限",
      chat: "正在打开你与我的聊天",
    },
    noStep: "正在读取你的问题",
    soFar,
  },
};
