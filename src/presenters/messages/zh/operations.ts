// What operators of the bot read: the mode in force, the head of the audit trail.
import type { operationTexts as en } from "../en/operations.ts";
import { counted, few } from "./words.ts";

const mistakes = counted("其中有 {it} 处错误");

export const operationTexts: typeof en = {
  closed: {
    title: "✖ 目前不可以",
    next: "下一步",
    nextText: "`mode` 显示当前模式。等它允许后再提问。",
  },
  mode: {
    title: (mode) => `模式：${mode}`,
    changed: (mode) => `✔ 已设置模式：${mode}`,
    unchanged: "✖ 模式没有更改",
    unknown: "? 未能读取模式",
    unknownText: "我的数据库没有应答。在它应答之前不运行任何命令。",
    does: {
      full: "诊断和命令都可用。",
      diagnose: "诊断可用。不向集群发送命令。",
      off: "不读取 Azure 的任何内容，也不发送命令。",
    },
    inForce: "当前模式",
    setBy: "设置者",
    since: "开始",
    reason: "原因",
    noReason: "没有说明",
    policy: "策略",
    policyText: (version, others) =>
      others.length === 0
        ? `版本 ${version}`
        : `▲ 此处为版本 ${version}，其他副本为 ${few(others)}：允许什么取决于由哪个副本答复。请让所有副本使用同一个文件。`,
    newerPolicy: "较新的文件",
    newerPolicyText: (problems, first) => `▲ 未生效：${mistakes(problems)}。第一处：${first}`,
    sent: "已发送的命令无法撤回：其结果仍会显示。",
    line: (mode, name, time, reason) =>
      `▲ 模式 ${mode}，${mode === "off" ? "已关闭" : "不运行命令"}：由 ${name} 设置，${time}${reason === "" ? "" : `：${reason}`}`,
    shortLine: (mode) => `▲ 模式 ${mode}，${mode === "off" ? "已关闭" : "不运行命令"}`,
    unknownLine: "? 未能读取模式：不运行任何命令。",
  },
  auditHead: {
    title: (seq) => `审核记录：第 ${seq} 行`,
    subtitle: "每天发布一次，发布在数据库所有者无法更改的地方：此后记录如果被截断或回退，凭它就能发现。",
    line: "用此行核对审核记录",
    waiting: "未封存",
    waitingText: counted("其后有 {it} 行在等待。"),
  },
};
