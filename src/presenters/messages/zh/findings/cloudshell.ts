// What findings about `cloudshell.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { and } from "../words.ts";

const noShell = (): string => "集群附近的网络都没有设置 Cloud Shell。";

export const cloudshellFindings: FindingWords<"cloudshell"> = {
  "cloudshell.network-profile": {
    title: "Cloud Shell 可以在集群附近的网络中启动",
    why: "网络中的 Cloud Shell 会话以容器形式启动，位于委托给它们的子网中。",
    remediation:
      "把该子网委托给 Microsoft.ContainerInstance/containerGroups，或重新部署 Cloud Shell 的模板。",
    facts: {
      mayStart: ({ subnet, profile }) => `Cloud Shell 可以通过 ${profile} 在 ${subnet} 中启动。`,
      notDelegated: ({ subnet, profile }) =>
        `${profile} 指定了 ${subnet}，但该子网未委托给容器：Cloud Shell 无法在那里启动。`,
      noProfile: () => "没有 Cloud Shell 的网络配置文件指定集群附近的子网。",
    },
  },
  "cloudshell.providers": {
    title: "Cloud Shell 的资源提供程序已注册",
    why: "订阅中缺少它的三个资源提供程序时，Cloud Shell 无法在网络中启动会话。",
    remediation: "在网络配置文件所在的订阅中注册这些资源提供程序。",
    facts: {
      noShell,
      registered: () => "Cloud Shell 在网络中所需的资源提供程序均已注册。",
      notRegistered: ({ namespaces }) =>
        `Cloud Shell 无法在此订阅的任何网络中启动：${and(namespaces)} 未注册。`,
      registering: ({ namespaces }) => `${and(namespaces)} 尚未完成注册。`,
    },
  },
  "cloudshell.relay": {
    title: "可以访问 Cloud Shell 的中继",
    why: "浏览器通过 Azure Relay 与 Cloud Shell 的容器通信；没有它，会话能创建但永远打不开。",
    remediation:
      "批准中继的专用终结点，把它的 DNS 区域链接到 Cloud Shell 的网络，或重新部署 Cloud Shell 的模板。",
    facts: {
      noShell,
      relayReady: ({ relay }) => `中继 ${relay} 已就绪，其专用终结点和名称也已就绪。`,
      noRelay: ({ group }) => `${group} 旁边没有中继，因此 Cloud Shell 会话打不开。`,
      relayFailed: ({ relay, state }) => `中继 ${relay} 处于“${state}”状态。`,
      noEndpoint: ({ relay }) => `中继 ${relay} 没有专用终结点，容器无法访问它。`,
      endpointShut: ({ relay, endpoint, status }) =>
        `中继 ${relay} 的专用终结点 ${endpoint} 处于 ${status} 状态，因此 Cloud Shell 会话打不开。`,
      zoneElsewhere: () => "中继名称的 DNS 区域不在它旁边，没有查看。",
      zoneNotLinked: ({ network }) =>
        `中继名称的 DNS 区域没有链接到 ${network}，因此那里的容器找不到该名称。`,
      noRecord: ({ relay }) => `DNS 区域中没有中继 ${relay} 的记录，因此容器找不到它。`,
    },
  },
  "cloudshell.storage": {
    title: "Cloud Shell 可以访问其文件共享",
    why: "除非会话不保存任何内容，否则 Cloud Shell 会从自己的子网装载文件共享。",
    remediation: "允许容器的子网访问该存储帐户，或使用不保存任何内容的会话。",
    facts: {
      noShell,
      letsIn: ({ account, subnet }) => `存储帐户 ${account} 允许 ${subnet} 访问。`,
      keepsOut: ({ account, subnet }) =>
        `存储帐户 ${account} 不允许 ${subnet} 访问，因此 Cloud Shell 无法在那里装载文件共享。`,
      takesNoKeys: ({ account }) => `存储帐户 ${account} 不接受密钥，而 Cloud Shell 要用密钥装载文件共享。`,
      byEndpoint: ({ account }) =>
        `存储帐户 ${account} 通过专用终结点访问；该终结点是否用于文件共享，没有读取。`,
      noAccount: () => "网络配置文件旁边没有存储帐户：会话可能不保存任何内容。",
    },
  },
  "cloudshell.aci-roles": {
    title: "容器服务可以启动 Cloud Shell",
    why: "会话由 Azure 的容器服务启动；为此它需要网络配置文件和中继上的角色。",
    remediation:
      "重新授予 Azure Container Instance Service 角色：网络配置文件上的 Network Contributor，中继上的 Contributor。",
    facts: {
      noShell,
      holdsRoles: ({ on }) => `有一个应用程序拥有 Cloud Shell 在 ${and(on)} 上所需的角色。`,
      lacksRoles: ({ on }) => `Azure 的容器服务在 ${and(on)} 上没有角色，因此 Cloud Shell 无法在那里启动。`,
      someoneHolds: ({ on }) =>
        `有一个应用程序在 ${and(on)} 上拥有角色；它是否为 Azure 的容器服务、角色是否足够，无法得知。`,
    },
  },
  "cloudshell.reach": {
    title: "Cloud Shell 可以从其子网访问 API 服务器",
    why: "网络中的会话能走多远，取决于其子网的名称解析、规则、路由和对等互连。",
    remediation: "修复从容器子网出发的路径中断的地方。",
    facts: {
      noShell,
      reaches: () => "从 Cloud Shell 的子网出发的路径通往 API 服务器。",
    },
  },
};
