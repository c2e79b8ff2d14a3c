// What findings about kube-system say.

import type { systemFindings } from "../../../../core/inside/findings/system.ts";
import type { AutoscalerStuck } from "../../../../core/inside/model.ts";
import type { InsideWords } from "../../inside-words.ts";
import { few, list } from "../words.ts";

const stuckBy: Readonly<Record<AutoscalerStuck, string>> = {
  quota: "订阅的配额已用完",
  subnet: "节点的子网已满",
  capacity: "Azure 在那里没有该大小的虚拟机",
};

const workloads = (kind: string) => ({
  allThere: ({ count }: Readonly<{ count: number }>) =>
    `kube-system 的所有 ${kind} 的 Pod 都齐全（${count}）。`,
  gone: ({ names }: Readonly<{ names: readonly string[] }>) => `${few(names)} 没有就绪的 Pod。`,
  fewer: ({ names }: Readonly<{ names: readonly string[] }>) => `${few(names)} 缺少 Pod。`,
  noneSeen: () => `kube-system 没有 ${kind}。`,
});

export const systemWords: InsideWords<(typeof systemFindings)[number]> = {
  "k8s.coredns": {
    title: "CoreDNS 有应答",
    why: "没有 CoreDNS，任何 Pod 都无法解析集群内外的名称。",
    remediation: "查看其 Pod 为何没有运行；如果节点正常，请重启它。",
    facts: {
      answers: ({ ready }) => `CoreDNS 由 ${ready} 个 Pod 应答。`,
      alone: () => "CoreDNS 只有一个 Pod 应答：它所在的节点一旦失效，任何 Pod 都无法解析名称。",
      none: () => "CoreDNS 没有就绪的 Pod：任何 Pod 都无法解析名称。",
    },
  },
  "k8s.coredns-errors": {
    title: "CoreDNS 查询的 DNS 服务器有应答",
    why: "集群外的所有名称，CoreDNS 都向网络自身的 DNS 服务器查询。",
    remediation: "检查网络的 DNS 服务器，以及节点能否通过端口 53 访问它们。",
    facts: {
      none: () => "CoreDNS 最近的日志行中没有对任何服务器的报错。",
      silent: ({ servers, times }) =>
        `CoreDNS 查询 ${list(servers)} 没有得到应答，最近的日志行中有 ${times} 次。`,
      refused: ({ times }) => `DNS 服务器无法答复 CoreDNS，最近的日志行中有 ${times} 次。`,
      noLog: () => "CoreDNS 没有写日志。",
    },
  },
  "k8s.coredns-custom": {
    title: "CoreDNS 对 API 服务器的名称没有特殊处理",
    why: "CoreDNS 的自定义设置可能让 Pod 绕过专用 DNS 区域。",
    remediation: "从 ConfigMap coredns-custom 中移除该块或 rewrite，然后重启 CoreDNS。",
    facts: {
      none: () => "CoreDNS 没有自定义设置。",
      harmless: () => "CoreDNS 的设置不影响 API 服务器的名称。",
      forwards: ({ servers }) => `CoreDNS 查询的是 ${list(servers)}，而不是网络自身的 DNS 服务器。`,
      hidesApi: ({ name, by }) => `CoreDNS 针对 ${list(by)} 的设置把 ${name} 引向了别处。`,
    },
  },
  "k8s.konnectivity": {
    title: "隧道的代理正在运行",
    why: "API 服务器通过它们访问节点：日志、exec、port-forward 和 webhook 都走这条路。",
    remediation: "查看其 Pod 为何没有运行，并检查节点在 443 上的出站路径；如果两者都正常，请重启它。",
    facts: {
      connects: ({ ready }) => `konnectivity-agent 有 ${ready} 个 Pod 承载隧道。`,
      fewer: ({ ready, wanted }) => `konnectivity-agent 的 ${wanted} 个 Pod 中有 ${ready} 个就绪。`,
      none: () => "konnectivity-agent 没有就绪的 Pod：日志、exec 和 port-forward 会失败。",
      notUsed: () => "此集群不使用 konnectivity-agent。",
    },
  },
  "k8s.tunnel-live": {
    title: "可以从每个节点获取日志",
    why: "传输日志的通道也传输 exec、port-forward 以及集群内的 webhook。",
    remediation:
      "如果一个节点没有应答，请检查节点之间的端口 10250；如果全部没有应答，请检查 konnectivity-agent。",
    facts: {
      carries: ({ pods }) => `从 ${pods} 个节点获取到日志。`,
      nodeSilent: ({ address, before }) =>
        before === 0
          ? `无法获取日志：节点 ${address} 在端口 10250 上没有应答。`
          : `节点 ${address} 在端口 10250 上没有应答；在它之前有 ${before} 个节点应答了。`,
      noAgent: ({ before }) =>
        before === 0
          ? "无法获取日志：没有隧道代理处于连接状态。"
          : `有一个节点无法通过隧道访问；在它之前有 ${before} 个节点可以。`,
      unclear: () => "kubectl 以错误结束，该错误没有说明隧道的情况。",
      noPod: () => "没有找到可以获取一行日志的 cloud-node-manager Pod。",
    },
  },
  "k8s.netpol": {
    title: "没有网络策略切断 kube-system",
    why: "选中 CoreDNS 或隧道代理却不放行任何流量的策略，会让所有人都无法访问它们。",
    remediation: "删除或更正该策略。",
    facts: {
      onlyAks: () => "kube-system 中只有 AKS 自己的网络策略。",
      cutsOff: ({ policies }) => `${few(policies)} 切断了 CoreDNS 或隧道代理。`,
      others: ({ policies }) => `kube-system 中有不是 AKS 创建的网络策略：${few(policies)}。`,
    },
  },
  "k8s.kube-system": {
    title: "kube-system 的 Pod 正在运行",
    why: "AKS 自身的组件在那里运行：名称解析、网络、存储、指标。",
    remediation: "查看其中第一个：kubectl describe pod -n kube-system，以及它的日志。",
    facts: {
      allRun: () => "kube-system 的 Pod 正在运行。",
      componentsDown: ({ pods }) => `AKS 的组件没有运行：${few(pods)}。`,
      othersDown: ({ pods }) => `kube-system 中有 Pod 没有运行：${few(pods)}。`,
      restarted: ({ pods }) => `kube-system 中有 Pod 频繁重启：${few(pods)}。`,
    },
  },
  "k8s.deployments": {
    title: "kube-system 的 Deployment 的 Pod 齐全",
    why: "没有 Pod 的 AKS 组件不工作。",
    remediation: "查看缺少的原因：kubectl describe deployment -n kube-system。",
    facts: workloads("Deployment"),
  },
  "k8s.daemonsets": {
    title: "kube-system 的 DaemonSet 在每个节点上运行",
    why: "网络、存储和 kube-proxy 在每个节点上各以一个 Pod 运行。",
    remediation: "检查缺少它们的节点。",
    facts: workloads("DaemonSet"),
  },
  "k8s.metrics-server": {
    title: "指标 API 有应答",
    why: "没有它，kubectl top 不显示任何内容，也无法按负载缩放。",
    remediation: "查看 metrics-server 为何没有运行；如果节点正常，请重启它。",
    facts: {
      available: () => "指标 API 有应答。",
      down: ({ reason }) => `指标 API 没有应答${reason === "" ? "" : `（${reason}）`}。`,
      none: () => "集群没有指标 API。",
    },
  },
  "k8s.autoscaler": {
    title: "自动缩放程序可以添加节点",
    why: "它无法添加节点时，Pod 会一直等待不会出现的节点。",
    remediation: "按它的提示扩大子网、提高配额，或为节点池更换大小。",
    facts: {
      well: () => "自动缩放程序报告自己正常。",
      stuck: ({ by }) => `自动缩放程序无法添加节点：${stuckBy[by]}。`,
      backsOff: () => "自动缩放程序正在等待，之后才会再次尝试添加节点。",
      unwell: () => "自动缩放程序报告自己不正常。",
      none: () => "集群没有自动缩放程序。",
    },
  },
};
