// What findings about `invoke.*` say.
import type { CommandFault } from "../../../../core/finding/rights/invoke.last-run.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { closeUp, list } from "../words.ts";

const { sayOperation } = chinese.speech;

/** Behind a colon. */
const commandFaults: Readonly<Record<CommandFault, string>> = {
  podNotPlaced: "它的 Pod 没有及时找到节点",
  policyDenied: "集群中的策略拒绝了它的 Pod",
  imageNotPulled: "无法拉取它的映像",
  mayNotRun: "你在 Azure 中缺少运行它或读取其结果的权限",
  mayNotInCluster: "Kubernetes 不允许你执行它要做的操作",
  switchedOff: "运行命令功能已关闭",
};

export const invokeFindings: FindingWords<"invoke"> = {
  "invoke.enabled": {
    title: "运行命令功能已启用",
    why: "运行命令不需要网络路径，其他接入方式都中断时它就是入口；但它可以被关闭。",
    remediation: "如果集群所有者同意，请启用运行命令功能。",
    facts: {
      enabled: () => "运行命令功能已启用。",
      disabled: ({ cluster }) => `${cluster} 的运行命令功能已禁用。`,
    },
  },
  "invoke.identity": {
    title: "运行命令使用你自己的 Kubernetes 标识",
    why: "没有 Entra 集成时，无论由谁发送，每条命令都以集群管理员身份运行。",
    remediation: "把集群与 Entra 集成，使命令以发送者的权限运行。",
    facts: {
      asYou: () => "命令以你自己的 Kubernetes 权限运行。",
      asAdministrator: () => "集群没有托管的 Entra 集成：命令以集群管理员身份运行。",
    },
  },
  "invoke.last-run": {
    title: "你上次的运行命令正常结束",
    why: "命令的实际输出比任何预测都更有说服力。",
    remediation: "修复其输出所指出的问题，然后重新运行。",
    facts: {
      ended: () => "你粘贴的运行命令以退出代码 0 结束：这条接入方式可用。",
      failed: ({ fault }) => `你粘贴的运行命令失败：${commandFaults[fault]}。`,
      unclear: ({ exitCode }) => `你粘贴的运行命令已执行，以退出代码 ${exitCode} 结束；原因见其自身的输出。`,
      noText: () => "没有粘贴运行命令的输出。",
    },
  },
  "invoke.policy": {
    title: "Azure Policy 允许运行命令的 Pod",
    why: "针对 Pod 的策略也会拒绝命令的 Pod，除非排除了它的命名空间。",
    remediation: "请分配该策略的人把 aks-command 加入排除的命名空间，或让集群豁免该策略。",
    facts: {
      denied: ({ policies }) =>
        policies.length === 0
          ? "你粘贴的文本显示，集群中的策略拒绝了命令的 Pod；是哪个策略，文本中有写。"
          : `你粘贴的文本显示，集群中的策略拒绝了命令的 Pod；可能是 ${list(policies)}，没有排除命名空间 aks-command。`,
      mayDeny: ({ policies }) => `${list(policies)} 可能拒绝命令的 Pod：没有排除命名空间 aks-command。`,
      noneDenies: () => "没有分配会拒绝的 Kubernetes 策略，或者它们都排除了 aks-command。",
      noAddon: () => "集群没有 Azure Policy 加载项。",
    },
  },
  "invoke.permission": {
    title: "你可以运行命令并读取结果",
    why: "运行命令和读取结果是两项权限；有些角色只包含其中一项。",
    remediation: "请所有者在集群上授予缺少的权限。",
    facts: {
      allowed: () => "你可以运行命令并读取结果。",
      mayNotRun: ({ missing, cluster }) =>
        `你在 ${cluster} 上缺少 ${list(missing)}，因此不能在其中运行命令。`,
      mayNotRead: ({ missing, cluster }) =>
        `你在 ${cluster} 上缺少 ${missing}，因此可以运行命令但不能读取结果。`,
    },
  },
  "invoke.schedulable-node": {
    title: "有节点可以容纳运行命令的 Pod",
    why: "命令的 Pod 不容忍任何污点；如果每个池都有污点（Spot 节点总是如此）、已停止或为空，它永远不会启动。",
    remediation: "启动或扩展一个没有污点的 Linux 池，或添加一个。",
    facts: {
      ...chinese.texts.findings.pool.shared,
      fits: () => "有节点可以容纳命令的 Pod。",
      nodeMade: ({ cluster }) =>
        `AKS 按 Pod 的需要为 ${cluster} 创建节点：没有空闲节点时，第一条命令可能在节点启动期间超时。`,
      hostedMayDo: ({ cluster }) =>
        `${cluster} 的系统节点由 AKS 托管，不列在任何池中：其中之一可能容纳命令的 Pod。`,
      scaledToZero: () => "唯一可用于命令 Pod 的池已缩放到零；第一条命令可能超时。",
      noNodeYet: ({ operation }) =>
        closeUp(`还没有节点可以容纳命令的 Pod，但 ${sayOperation(operation)}：请等待其结束。`),
      noNode: ({ lost, spot }) =>
        [
          "没有节点可以容纳命令的 Pod：",
          lost.length === 0 ? "" : `${list(lost)} 的规模集已不存在，`,
          `${lost.length === 0 ? "所有" : "其他"} Linux 池都有污点、已停止或为空`,
          spot.length === 0
            ? "。"
            : `（AKS 会给 Spot 节点加上其他 Pod 不容忍的污点，即 ${list(spot)} 的节点）。`,
        ].join(""),
    },
  },
};
