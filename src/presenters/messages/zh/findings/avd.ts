// What findings about `avd.*` say.
import type { FindingWords } from "../../finding-words.ts";

const noDesktop = (): string => "在集群附近没有找到 Azure Virtual Desktop 的会话主机。";

export const avdFindings: FindingWords<"avd"> = {
  "avd.session-hosts": {
    title: "集群附近有会话主机接受会话",
    why: "主机池中没有接受会话的主机时，谁也进不去。",
    remediation: "启动该池的会话主机，或结束其排空模式：由管理该池的人操作。",
    facts: {
      takesSessions: ({ machine, pool }) => `主机池 ${pool} 中的 ${machine} 接受会话。`,
      takesNone: ({ machine, status }) =>
        `集群附近没有会话主机接受会话；${machine} 的状态${status === "" ? "未知" : `为 ${status}`}。`,
      noneHere: () => "这些网络中没有 Azure Virtual Desktop 的会话主机。",
      notSought: () => "集群附近没有名称像桌面的资源，因此没有查找主机池。",
    },
  },
  "avd.host-pool": {
    title: "你可以打开集群附近的桌面",
    why: "桌面只对通过其主机池的桌面应用程序组获得分配的人开放。",
    remediation: "申请桌面应用程序组上的 Desktop Virtualization User 角色。",
    facts: {
      noDesktop,
      mayUse: ({ group, pool }) => `你可以通过 ${group} 打开主机池 ${pool} 的桌面。`,
      mayNotUse: ({ group, pool }) => `你不能打开主机池 ${pool} 的任何桌面：${group} 没有分配给你。`,
      noDesktopGroup: ({ pool }) => `主机池 ${pool} 没有提供完整桌面的应用程序组。`,
    },
  },
  "avd.reach": {
    title: "桌面可以访问 API 服务器",
    why: "从桌面上，kubectl 能走多远取决于其网络的名称解析、规则、路由和对等互连。",
    remediation: "修复从会话主机出发的路径中断的地方。",
    facts: {
      noDesktop,
      reaches: () => "从会话主机出发的路径通往 API 服务器。",
    },
  },
};
