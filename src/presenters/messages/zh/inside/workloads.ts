// What findings about pods and what they wait for say.
import type { workloadFindings } from "../../../../core/inside/findings/workloads/all.ts";
import type { PullTrouble } from "../../../../core/inside/findings/workloads/k8s.image-pull.ts";
import type { Missing } from "../../../../core/inside/findings/workloads/k8s.pending-pods.ts";
import type { SchedulingFact } from "../../../../core/inside/findings/workloads/k8s.sched-events.ts";
import type { InsideWords } from "../../inside-words.ts";
import { closeUp, few, list } from "../words.ts";

const missingWords: Readonly<Record<Missing, string>> = {
  taint: "没有该污点的节点",
  cpu: "CPU",
  memory: "内存",
  podSlots: "节点上再放一个 Pod 的名额",
  affinity: "它们要求的节点",
  volume: "卷",
  addresses: "地址",
  other: "见其 describe 的说明",
};

/** Behind a colon; "it" is the registry. */
const pullWords: Readonly<Record<PullTrouble, string>> = {
  mayNot: "注册表不允许集群访问",
  noAnswer: "注册表没有应答",
  notThere: "注册表中没有该映像",
  other: "原因见 Pod 的 describe",
};

const whyNotPulled = (why: readonly PullTrouble[]): string =>
  why.length === 0 ? "" : `：${why.map((each) => pullWords[each]).join("，")}`;

const reporters = (by: SchedulingFact["by"]): string =>
  list(by.map(({ from, count }) => closeUp(`${from === "" ? "未署名" : from} ${count} 次`)));

const turnedAway = (count: number, by: SchedulingFact["by"]): string =>
  `过去一小时的事件称 Pod 调度失败 ${count} 次（${reporters(by)}）。`;

const forMemory = (outOfMemory: number): string =>
  outOfMemory > 0 ? `，其中 ${outOfMemory} 个因内存不足` : "";

export const workloadWords: InsideWords<(typeof workloadFindings)[number]> = {
  "k8s.pending-pods": {
    title: "Pod 能找到节点",
    why: "没有节点的 Pod 什么也做不了。",
    remediation: "补上缺少的部分：节点、更大的规格、容忍度或卷。如果节点无法新增，请检查子网和配额。",
    facts: {
      none: () => "没有 Pod 等待超过五分钟。",
      pending: ({ count, inSystem, missing }) =>
        `${count} 个 Pod 已等待超过五分钟${inSystem > 0 ? `，其中 ${inSystem} 个在 kube-system` : ""}。缺少：${list(missing.map((each) => missingWords[each]))}。`,
    },
  },
  "k8s.sched-events": {
    title: "过去一小时内 Pod 都找到了节点",
    why: "最近无法放置的 Pod 可能再次出现同样的问题。",
    remediation: "查看是哪些 Pod：kubectl get events -A --field-selector=reason=FailedScheduling。",
    facts: {
      few: ({ count, by }) => (count === 0 ? "过去一小时的事件中没有 Pod 调度失败。" : turnedAway(count, by)),
      many: ({ count, by }) => turnedAway(count, by),
      inSystem: ({ count, by }) =>
        `过去一小时的事件称 AKS 自身的 Pod 调度失败 ${count} 次（${reporters(by)}）。`,
    },
  },
  "k8s.image-pull": {
    title: "节点能拉取映像",
    why: "无法拉取映像的 Pod 不会启动。",
    remediation:
      "如果是 Microsoft 的注册表，请检查节点的出站路径。如果是自有注册表，请检查集群标识在其上的角色、其专用终结点以及映像名称。",
    facts: {
      allPulled: () => "没有 Pod 在等待映像。",
      ownImages: ({ pods, why }) => `${pods} 个 Pod 在等待 mcr.microsoft.com 的映像${whyNotPulled(why)}。`,
      notPulled: ({ pods, registries, why }) =>
        registries.names.length === 0
          ? `${pods} 个 Pod 在等待映像${whyNotPulled(why)}。`
          : `${pods} 个 Pod 在等待 ${few(registries.names, registries.left)} 的映像${whyNotPulled(why)}。`,
    },
  },
  "k8s.crashloop": {
    title: "没有容器反复退出",
    why: "反复退出的容器不工作。",
    remediation: "查看它退出前的日志：kubectl logs --previous。如果是内存问题，请提高其限制。",
    facts: {
      none: () => "没有容器反复退出。",
      others: ({ count, outOfMemory }) => `${count} 个 Pod 处于 CrashLoopBackOff${forMemory(outOfMemory)}。`,
      components: ({ count, outOfMemory }) =>
        `AKS 自身的 ${count} 个 Pod 处于 CrashLoopBackOff${forMemory(outOfMemory)}。`,
    },
  },
  "k8s.pods-ready": {
    title: "运行中的 Pod 已就绪",
    why: "未就绪的 Pod 收不到请求：其服务会绕开它。",
    remediation:
      "查看其就绪探针检查什么、得到什么应答：kubectl describe pod 及其日志。它往往在等待别的东西，例如数据库。",
    facts: {
      none: () => "运行中的 Pod 都已就绪，或启动不久。",
      notReady: ({ count, pods }) =>
        `${count} 个 Pod 正在运行，但已超过十分钟未就绪：${few(pods.names, pods.left)}。`,
    },
  },
  "k8s.pdb-blocking": {
    title: "没有中断预算阻止排空节点",
    why: "中断预算不允许任何 Pod 离开时，升级会停在该节点，直到失败。",
    remediation: "多运行一个副本，或在升级期间放宽预算。",
    facts: {
      noneBlocks: () => "没有中断预算阻止排空节点。",
      blocks: ({ budgets, blocksNow }) =>
        blocksNow
          ? `${few(budgets)} 不允许任何 Pod 离开，而正在运行的 Azure 操作可能在等待它。`
          : `${few(budgets)} 不允许任何 Pod 离开：下一次升级会卡在它上面。`,
    },
  },
  "k8s.warning-events": {
    title: "Kubernetes 最近的警告",
    why: "它为其他发现提供背景。",
    remediation: "本身不需要处理。",
    facts: {
      none: () => "过去一小时内 Kubernetes 没有发出警告。",
      warned: ({ reasons }) =>
        `过去一小时内 Kubernetes 发出警告：${list(reasons.map(({ reason, count }) => `${reason}（${count}）`))}。`,
    },
  },
};
