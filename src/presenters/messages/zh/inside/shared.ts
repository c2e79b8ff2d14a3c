// What findings inside the cluster say alike.
import type { InsideSharedFact } from "../../../../core/inside/findings/define-finding.ts";
import type { Need, PartName, WhyNot } from "../../../../core/inside/model.ts";
import type { Says } from "../../says.ts";
import { closeUp, few } from "../words.ts";

export const partNames: Readonly<Record<PartName, string>> = {
  ready: "API 服务器自身的检查",
  version: "API 服务器的版本",
  whoami: "集群识别你的名称",
  apiEndpoints: "API 服务器的端点",
  nodes: "节点",
  leases: "节点的租约",
  commandPods: "运行命令的 Pod",
  systemPods: "kube-system 的 Pod",
  runningPods: "运行中的 Pod",
  evictedPods: "被节点驱逐的 Pod",
  workloads: "Deployment、StatefulSet 和 DaemonSet",
  jobs: "Job",
  claims: "卷声明",
  storageClasses: "存储类",
  pods: "所有命名空间的 Pod",
  deployments: "kube-system 的 Deployment",
  daemonSets: "kube-system 的 DaemonSet",
  systemSlices: "kube-system 中服务的端点",
  customNames: "CoreDNS 的设置",
  autoscaler: "自动缩放程序的状态",
  networkPolicies: "kube-system 的网络策略",
  nameErrors: "CoreDNS 的日志",
  tunnel: "每个节点上 Pod 的日志",
  apiServices: "聚合 API",
  webhooks: "webhook",
  budgets: "中断预算",
  signingRequests: "证书请求",
  certificates: "cert-manager 的证书",
  constraints: "Gatekeeper 的约束",
  warnings: "Kubernetes 记录的警告",
};

const placeOf = ({ scope }: Need): string => {
  if (scope.kind === "namespace") return `（命名空间 ${scope.name}）`;
  return scope.kind === "allNamespaces" ? "（所有命名空间）" : "";
};

/** As a right: behind "you may", before a full stop. */
export const sayNeeds = (needs: readonly Need[]): string =>
  `读取 ${few([...new Set(needs.map((need) => `${need.resource}${placeOf(need)}`))])}`;

const reasons: Readonly<Record<Exclude<WhyNot, "forbidden" | "byPolicy">, string>> = {
  cut: "命令的输出在此之前中断",
  odd: "返回的内容不是 kubectl 的输出",
  timedOut: "API 服务器没有及时应答",
  refused: "kubectl 以错误结束",
  notRun: "它的命令没有运行",
};

export function sayWhyNot(what: string, why: WhyNot, needs: readonly Need[]): string {
  const right = needs.length === 0 ? "" : closeUp(`需要${sayNeeds(needs)} 的权限。`);
  const unread = closeUp(`未能读取 ${what}`);
  if (why === "forbidden") return `${unread}：Kubernetes 不允许。${right}`;
  if (why === "byPolicy") return `${unread}：机器人的策略不允许。${right}`;
  return `${unread}：${reasons[why]}。`;
}

export const sharedFacts: Says<InsideSharedFact> = {
  unread: ({ parts, why, needs }) => sayWhyNot(few(parts.map((part) => partNames[part])), why, needs),
  noSuchKind: ({ part }) => closeUp(`集群没有 ${partNames[part]}。`),
};
