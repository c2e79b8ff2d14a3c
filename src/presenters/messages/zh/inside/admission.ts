// What findings about webhooks, aggregated APIs and certificates say.
import type { admissionFindings } from "../../../../core/inside/findings/admission.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few } from "../words.ts";
import { sayWhyNot } from "./shared.ts";

const webhooksAllStand = counted(
  "{it, plural, =0 {没有必须应答的 webhook} other {# 个 webhook 必须应答，每个后面都有服务}}。",
);
const webhooksNarrow = counted(
  "{it, plural, =0 {没有 webhook} other {# 个 webhook，没有一个既针对一切请求又必须应答}}。",
);
const certificatesGood = counted(
  "{it, plural, =0 {没有 cert-manager 的证书} other {cert-manager 的 # 个证书，全部有效}}。",
);
const apisAnswer = counted("{it, plural, =0 {集群没有另外的聚合 API} other {# 个聚合 API，全部有应答}}。");
const requestsSigned = counted(
  "{it, plural, =0 {没有节点的证书请求} other {节点的 # 个证书请求，没有被拒绝的，也没有等待中的}}。",
);
const constraintsLetIn = counted("{it, plural, =0 {没有约束} other {# 个约束，都不拒绝运行命令的 Pod}}。");

export const admissionWords: InsideWords<(typeof admissionFindings)[number]> = {
  "k8s.webhook-backends": {
    title: "每个必须应答的 webhook 后面都有服务",
    why: "没有应答时，API 服务器会拒绝该 webhook 要过问的每次写入。",
    remediation: "恢复该服务的 Pod。如果需要较长时间，请以经过批准的更改移除该 webhook 的配置。",
    facts: {
      allStand: ({ count }) => webhooksAllStand(count),
      down: ({ configurations, services }) =>
        `必须应答的 webhook ${few(configurations)} 后面没有服务：${few(services)} 没有就绪的端点，因此写入被拒绝。`,
      backendUnread: ({ services, why, needs }) => sayWhyNot(`${few(services)} 的端点`, why, needs),
      noneNeeded: () => "集群内没有必须应答的 webhook。",
    },
  },
  "k8s.webhooks": {
    title: "必须应答的 webhook 只过问少量请求",
    why: "对节点、租约或一切请求都必须应答的 webhook 可能让整个集群停摆，连停止它自己也做不到。",
    remediation: "缩小其规则，排除 kube-system，或把失败策略设为 Ignore。",
    facts: {
      narrow: ({ count }) => webhooksNarrow(count),
      wide: ({ configurations }) => `${few(configurations)} 必须对集群自身不断写入的内容应答。`,
    },
  },
  "k8s.certificates": {
    title: "cert-manager 的证书有效",
    why: "webhook 的证书过期后，API 服务器不再信任它，并拒绝写入。",
    remediation: "续订证书，并查看其颁发者的说明：kubectl describe certificate。",
    facts: {
      allGood: ({ count }) => certificatesGood(count),
      bad: ({ certificates: names, behindWebhook }) =>
        `${behindWebhook ? "必须应答的 webhook 所用的证书" : "证书"}已过期或未就绪：${few(names)}。`,
      endSoon: ({ certificates: names }) => `证书将在两周内过期：${few(names)}。`,
    },
  },
  "k8s.apiservices": {
    title: "聚合 API 有应答",
    why: "没有应答的聚合 API 会拖慢所有查询 API 列表的操作，首先是 kubectl。",
    remediation: "恢复它后面的服务；如果没有人需要，请移除该 APIService。",
    facts: {
      allAnswer: ({ count }) => apisAnswer(count),
      down: ({ names }) => `聚合 API 没有应答：${few(names)}。`,
    },
  },
  "k8s.csr": {
    title: "节点能获得证书",
    why: "证书请求被拒绝的节点无法加入，或无法提供日志。",
    remediation: "查看该请求以及由谁拒绝：kubectl describe csr。",
    facts: {
      allSigned: ({ count }) => requestsSigned(count),
      denied: ({ requests: names }) => `节点的证书请求被拒绝或失败：${few(names)}。`,
      waiting: ({ requests: names }) => `节点的证书请求已等待超过十分钟：${few(names)}。`,
    },
  },
  "k8s.gatekeeper": {
    title: "没有约束拒绝运行命令的 Pod",
    why: "针对 Pod 的约束也会拒绝命令的 Pod，除非排除了它们的命名空间。",
    remediation: "在约束或其背后的策略中，把 aks-command 加入排除的命名空间。",
    facts: {
      noneDenies: ({ count }) => constraintsLetIn(count),
      mayDeny: ({ constraints: names }) => `${few(names)} 可能拒绝运行命令的 Pod。`,
    },
  },
};
