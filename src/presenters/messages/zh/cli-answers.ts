// What `diagnose` and `access` print on a terminal: small words, since a mark or a colour stands beside none of them.
import type { cliAnswers as en } from "../en/cli-answers.ts";
import { counted, message } from "./words.ts";

const waysIn = counted(
  "{it, plural, =0 {没有接入方式} =1 {有 1 种接入方式} other {有 # 种接入方式，最佳的在前}}",
);
const counts = message<Record<"pass" | "fail" | "warn" | "open" | "off", number>>(
  "通过 {pass} 项，失败 {fail} 项，警告 {warn} 项，未评估 {open} 项，不适用 {off} 项",
);

export const cliAnswers: typeof en = {
  verdicts: {
    stopped: "已停止",
    reachable: "可访问",
    well: "可访问且正常",
    wrongInside: "可访问，但内部有异常",
    degraded: "降级",
    broken: "故障",
    unknown: "未知",
  },
  paths: {
    available: "可用",
    probable: "可能可用",
    blocked: "受阻",
    notConfigured: "未设置",
  },
  statuses: {
    fail: "失败",
    warn: "警告",
    notAssessed: "未评估",
    pass: "通过",
    notConfigured: "未配置",
    notApplicable: "不适用",
  },
  diagnosis: (cluster, verdict, summary) => `${cluster}：${verdict}。${summary}`,
  cause: "原因",
  why: (page) => `为什么：${page}`,
  needs: (action, scope) => `需要 ${scope} 上的 ${action}`,
  counts: (checks, arm) =>
    `${counts(checks)}。向 Azure 发出 ${arm.requests} 个请求，往返 ${arm.levels} 次，用时 ${arm.ms} 毫秒。`,
  access: (cluster, usable, isStopped) =>
    `${cluster}：${waysIn(usable)}${isStopped && usable === 0 ? `，因为 ${cluster} 已停止` : ""}。`,
  allowed: {
    yes: "允许访问",
    partly: "部分允许访问",
    no: "不允许访问",
    unknown: "不确定是否允许访问",
  },
  isAllowed: (cluster, of, said, why) => `${cluster}：${of} ${said}。${why}`,
  accessUnjudged: (cluster, summary) => `${cluster}：${summary}`,
};
