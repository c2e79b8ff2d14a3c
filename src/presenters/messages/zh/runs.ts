// A request on its way: what goes on, what went wrong, what was asked lately.
import type { runTexts as en } from "../en/runs.ts";
import { counted } from "./words.ts";

export const runTexts: typeof en = {
  progress: {
    queued: "正在等待空闲的工作进程",
    ahead: counted("在等待你的另外 {it} 个请求"),
    diagnose: (cluster) => `正在诊断 ${cluster}`,
    diagnoseText: "正在以你的权限读取 Azure：DNS、网络、防火墙、集群。通常需要 10 秒。",
    access: (cluster) => `正在查找进入 ${cluster} 的接入方式`,
    accessText: "正在以你的权限逐跳评估每条路径。通常需要 10 秒。",
    command: (cluster) => `正在 ${cluster} 上运行`,
    commandText: "Azure 以你的身份在集群内运行命令。通常需要 10 秒。",
    change: (cluster) => `正在查看对 ${cluster} 的更改`,
    changeText: "尚未更改任何内容：先以你的身份查看它会做什么。通常需要 10 秒。",
    fix: (cluster) => `正在查看对 ${cluster} 的修复`,
    fixText: "尚未更改任何内容：先以你的身份查看它会在 Azure 中更改什么。",
    clusterAdmin: "▲ 此集群没有 Entra 集成：命令以 cluster-admin 身份运行。",
  },
  runProblem: {
    title: (state, cluster) => `${state}：${cluster}`,
    done: "已做的事",
    next: "下一步",
    action: "缺少",
    scope: "范围",
    role: "角色",
  },
  status: {
    title: counted("{it, plural, =0 {还没有请求} other {你最近的请求}}"),
    running: counted("{it, plural, =0 {没有正在运行的请求。} other {# 个正在运行。}}"),
    waiting: counted("{it, plural, other {此处有 # 个请求等待批准}}"),
    own: "你自己最近的请求",
    askedBy: (name) => `由 ${name} 发起`,
    more: (count) => `此处还有 ${count} 个在等待：以上是最新的。`,
    elsewhere: "其他人的请求在其提出的频道或聊天中等待批准：请在那里发送 `status`。",
    none: "向我提问：发送 `help` 可查看能问什么。",
    open: (row) => `打开 ${row}`,
    ways: counted("{it, plural, other {✔ # 种接入方式}}"),
    perhapsWays: counted("{it, plural, =0 {✖ 没有接入方式} other {? 可能有 # 种接入方式}}"),
    allowed: {
      yes: "✔ 允许访问",
      partly: "▲ 部分允许访问",
      no: "✖ 不允许访问",
      unknown: "? 不确定是否允许访问",
    },
    outOfReach: (perhaps) => (perhaps ? "? 可能无法访问" : "✖ 无法访问"),
    exit: (code) => `${code === 0 ? "✔" : "✖"} 退出代码 ${code}`,
    updated: (time) => `截至 ${time}`,
  },
};
