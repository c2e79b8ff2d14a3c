// What a check, a way, a cluster or a run is in: a word and a shape for every state; colour only repeats them.
import type { states as en } from "../en/states.ts";

export const states: typeof en = {
  checkStatus: {
    pass: "✔ 通过",
    warn: "▲ 警告",
    fail: "✖ 失败",
    notAssessed: "? 未评估",
    notApplicable: "– 不适用",
    notConfigured: "– 未配置",
  },
  pathState: {
    available: "✔ 可用",
    probable: "? 可能可用",
    blocked: "✖ 受阻",
    notConfigured: "– 未设置",
  },
  verdict: {
    reachable: "✔ 可访问",
    well: "✔ 可访问且正常",
    wrongInside: "▲ 可访问，但内部有异常",
    degraded: "▲ 降级",
    broken: "✖ 故障",
    unknown: "? 未知",
    stopped: "■ 已停止",
  },
  runState: {
    queued: "… 排队中",
    running: "… 运行中",
    succeeded: "✔ 完成",
    failed: "✖ 失败",
    denied: "✖ 被拒绝",
    timedOut: "▲ 超时",
    lost: "? 结果未知",
    pendingApproval: "▲ 等待批准",
    approved: "… 已批准",
    applying: "… 执行中",
    rejected: "✖ 已驳回",
    withdrawn: "– 已撤回",
    expired: "– 已过期",
  },
};
