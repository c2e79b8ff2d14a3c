// What findings about pods and what they wait for say.
import type { FirstNames } from "../../../../core/inside/findings/define-finding.ts";
import type { ClaimTrouble } from "../../../../core/inside/findings/k8s.claims.ts";
import type { Lack } from "../../../../core/inside/findings/k8s.evicted-pods.ts";
import type { PullTrouble } from "../../../../core/inside/findings/k8s.image-pull.ts";
import type { Missing } from "../../../../core/inside/findings/k8s.pending-pods.ts";
import type { NotMade } from "../../../../core/inside/findings/k8s.pods-not-made.ts";
import type { SchedulingFact } from "../../../../core/inside/findings/k8s.sched-events.ts";
import type { workloadFindings } from "../../../../core/inside/findings/workloads.ts";
import type { InsideWords } from "../../inside-words.ts";
import { closeUp, few, list, sentences } from "../words.ts";

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

const notMadeWords: Readonly<Record<NotMade, string>> = {
  quota: "命名空间的配额已用尽",
  quotaAsks: "配额要求写明 requests 和 limits，而它们没有",
  limits: "命名空间的 LimitRange 不允许它们的大小",
  policy: "策略拒绝了它们",
  podSecurity: "命名空间的 Pod 安全级别不允许它们",
  webhookSilent: "必须询问的 Webhook 没有应答",
  serviceAccount: "它们的服务帐户不存在",
  other: "原因见其 describe 和事件",
};

const lackWords: Readonly<Record<Lack, string>> = {
  memory: "内存不足",
  disk: "磁盘空间不足",
  inodes: "inode 不足",
  processes: "进程号不足",
  ownLimit: "占用的磁盘超过其限制",
  other: "见其 describe 的说明",
};

const claimWords: Readonly<Record<ClaimTrouble, string>> = {
  noSuchClass: "所指的存储类不存在",
  noDefaultClass: "没有指定存储类，也没有默认的存储类",
  notProvided: "存储类尚未创建卷，原因见其事件",
  noVolume: "需要有人手动创建卷",
  lost: "原有的卷已不存在",
};

/** Behind a name: those that turn something down. */
const byNames = ({ names, left }: FirstNames): string =>
  names.length === 0 ? "" : `（${few(names, left)}）`;

const first = ({ names, left }: FirstNames): string => few(names, left);

export const workloadWords: InsideWords<(typeof workloadFindings)[number]> = {
  "k8s.pods-not-made": {
    title: "工作负载的 Pod 能够创建",
    why: "Kubernetes 拒绝创建工作负载的 Pod 时，没有任何 Pod 能说明这一点。",
    remediation:
      "解决拒绝的原因：提高或腾出配额、写明 requests 和 limits，或修改策略指出的内容。完整说明见 kubectl describe replicaset 或 job。",
    facts: {
      allMade: () => "Kubernetes 为每个工作负载创建了 Pod。",
      notMade: ({ count, workloads, why, by }) =>
        `Kubernetes 没有为 ${count} 个工作负载创建 Pod（${first(workloads)}）：${why.map((each) => notMadeWords[each]).join("，")}${byNames(by)}。`,
    },
  },
  "k8s.container-config": {
    title: "容器能找到所需的配置",
    why: "Secret 或 ConfigMap 不存在时，容器不会启动。",
    remediation: "在该 Pod 的命名空间中创建带有所需键的 Secret 或 ConfigMap，或更正工作负载中的名称。",
    facts: {
      allStart: () => "每个容器都能找到其配置所用的 Secret 和 ConfigMap。",
      notStarted: ({ count, pods, missing, keysIn }) =>
        sentences([
          `${count} 个 Pod 因缺少配置而没有启动：${first(pods)}。`,
          missing.names.length === 0 ? "" : `不存在：${first(missing)}。`,
          keysIn.names.length === 0 ? "" : `缺少所需的键：${first(keysIn)}。`,
        ]),
    },
  },
  "k8s.claims": {
    title: "卷声明能得到卷",
    why: "卷声明没有卷时，使用它的 Pod 不会启动。",
    remediation:
      "指定一个存在的存储类（kubectl get storageclass），或查看该声明的事件：kubectl describe pvc。",
    facts: {
      allBound: () => "没有卷声明在等待本应存在的卷。",
      unbound: ({ count, claims, why, classes }) =>
        `${count} 个卷声明没有卷（${first(claims)}）：${why.map((each) => claimWords[each]).join("，")}${byNames(classes)}。`,
    },
  },
  "k8s.pending-pods": {
    title: "Pod 能找到节点",
    why: "没有节点的 Pod 什么也做不了。",
    remediation: "补上缺少的部分：节点、更大的规格、容忍度或卷。如果节点无法新增，请检查子网和配额。",
    facts: {
      none: () => "没有 Pod 等待超过五分钟。",
      pending: ({ count, pods, inSystem, missing }) =>
        `${count} 个 Pod 已等待超过五分钟${inSystem > 0 ? `，其中 ${inSystem} 个在 kube-system` : ""}：${first(pods)}。缺少：${list(missing.map((each) => missingWords[each]))}。`,
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
      others: ({ count, pods, outOfMemory }) =>
        `${count} 个 Pod 处于 CrashLoopBackOff${forMemory(outOfMemory)}：${first(pods)}。`,
      components: ({ count, pods, outOfMemory }) =>
        `AKS 自身的 ${count} 个 Pod 处于 CrashLoopBackOff${forMemory(outOfMemory)}：${first(pods)}。`,
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
  "k8s.workloads": {
    title: "工作负载拥有所需的 Pod",
    why: "没有 Pod 的 Deployment 什么也不做；推出停滞时，运行的是旧版本。",
    remediation: "查看它及其 ReplicaSet 的事件：kubectl describe deployment。",
    facts: {
      allThere: () => "每个 Deployment、StatefulSet 和 DaemonSet 都有所需的 Pod，或其 Pod 说明了原因。",
      short: ({ count, workloads, stuck }) =>
        sentences([
          count === 0 ? "" : `${count} 个工作负载的可用 Pod 少于所需：${first(workloads)}。`,
          stuck.names.length === 0 ? "" : `推出停滞：${first(stuck)}。`,
        ]),
    },
  },
  "k8s.jobs": {
    title: "Job 正常结束",
    why: "失败的 Job 没有完成它的工作。",
    remediation: "查看其 Pod 的输出：kubectl describe job、kubectl logs job/NAME。",
    facts: {
      noneFailed: () => "尚未成功的 Job 中没有失败的。",
      failed: ({ count, jobs }) => `过去 24 小时内有 ${count} 个 Job 失败：${first(jobs)}。`,
      failedBefore: ({ count, jobs }) => `24 小时以前有 ${count} 个 Job 失败：${first(jobs)}。`,
      retried: ({ count, jobs }) => `${count} 个 Job 的 Pod 失败后又被重新创建：${first(jobs)}。`,
    },
  },
  "k8s.evicted-pods": {
    title: "没有节点驱逐 Pod",
    why: "资源不足的节点会终止 Pod，后续的 Pod 也可能同样被终止。",
    remediation: "为 Pod 设置真实的 requests，或为节点增加不足的资源；弄清原因后删除被驱逐的 Pod。",
    facts: {
      none: () => "没有节点驱逐过 Pod。",
      evicted: ({ count, pods, lacks }) =>
        `过去 24 小时内有 ${count} 个 Pod 被驱逐（${first(pods)}），原因：${list(lacks.map((each) => lackWords[each]))}。`,
      evictedBefore: ({ count, pods, lacks }) =>
        `24 小时以前有 ${count} 个 Pod 被驱逐（${first(pods)}），原因：${list(lacks.map((each) => lackWords[each]))}。`,
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
