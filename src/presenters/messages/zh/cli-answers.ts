// Answers of the command line: small words, since a mark or a colour stands beside none of them.
import type { cliAnswers as en } from "../en/cli-answers.ts";
import { counted, list, message } from "./words.ts";

const waysIn = counted(
  "{it, plural, =0 {没有接入方式} =1 {有 1 种接入方式} other {有 # 种接入方式，最佳的在前}}",
);
const counts = message<Record<"pass" | "fail" | "warn" | "open" | "off", number>>(
  "通过 {pass} 项，失败 {fail} 项，警告 {warn} 项，未评估 {open} 项，不适用 {off} 项",
);
const size = message<Record<"groups" | "rules" | "tests", number>>(
  "{groups} 个组，{rules} 条规则，通过 {tests} 项测试",
);

const rowsOf = counted("审核记录中有 {it} 行");
const standing = message<Record<"proven" | "unproven" | "unsealed", number>>(
  "这些行中，{proven} 行已证实，{unproven} 行已封存但未经证实，{unsealed} 行尚未封存。",
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

  schemaReady: "架构已是最新。",

  policy: {
    valid: "有效",
    notValid: "无效",
    isValid: (file, valid, holds) => `${file} ${valid}：${size(holds)}。`,
    isNotValid: (file, notValid) => `${file} ${notValid}，不会生效：`,
    allowed: "允许",
    denied: "拒绝",
    asked: (what, cluster) => `${cluster} 上的 ${what}`,
    isAllowed: (allowed, rules, asked, alone) =>
      `${allowed}，依据规则 ${list(rules)}：${asked}。${alone ? "只有提问者" : "会话中的所有人都"}能看到输出。`,
    isDenied: (denied, rule, asked) =>
      `${denied}，${rule === null ? "因为没有规则允许" : `依据规则 ${rule}`}：${asked}。`,
    hasToBeApproved: (approval) => `批准：${approval}。`,
    asEmergency: "仅限紧急情况：提问者必须说明，并给出原因。",
    wouldAllow: (groups) => (groups.length === 0 ? "没有组会被允许。" : `会被允许的有：${list(groups)}。`),
  },

  trail: {
    changed: "已被更改",
    intact: "完好",
    unproven: "未能证实到开头",
    isChanged: (changed, why) => `审核记录${changed}。${why}`,
    verdict: (verdict, sealed, tail) => `审核记录${verdict}：已封存 ${sealed} 行，${tail}。`,
    noneWaits: "没有等待封存的行",
    waits: (unsealed, oldest) =>
      `${unsealed} 行尚未封存，因此未经证实，${oldest === null ? "最早一行的时间无法识别" : `最早的一行已等待 ${oldest}`}`,
    seconds: counted("{it} 秒"),
    minutes: counted("{it} 分钟"),
    hours: counted("{it} 小时"),
    last: (seq, hash) => `最后封存的行：--head ${seq}:${hash}。把它保存在别处，以后就能证明没有行被截掉。`,
    removed: (seq, before, hash) =>
      `保留期限移除了到第 ${seq} 行为止的行，${before === null ? "当时尚未使用密钥" : `全部早于 ${before}`}；检查从其后开始，哈希为 ${hash}。`,
    keyless: (upTo) =>
      `到第 ${upTo} 行为止的行是在使用密钥之前封存的：在那之前其中更改过什么，谁也无法得知。`,
    unknownKeys: (upTo, keys) =>
      `到第 ${upTo} 行为止的行由 ${list(keys)} 签名，而没有给出其公钥：请用 --key FILE 给出，以得知由谁封存。`,
    noHeads: "没有与别处记录的链头比较：末尾是否有行被截掉，此检查无法得知。",
    heads: counted("与别处记录的 {it} 个链头比较：都在审核记录中。"),
  },

  timeline: {
    head: (id, rows, runs) => `${id}：${rowsOf(rows)}${runs.length === 0 ? "" : `，包括 ${list(runs)} 的行`}`,
    outcomes: {
      allowed: "允许",
      denied: "拒绝",
      refused: "不接受",
      succeeded: "成功",
      failed: "失败",
      lost: "丢失",
      recorded: "已记录",
    },
    product: "产品自身",
    rule: (rule) => `规则 ${rule}`,
    policy: (version) => `策略 ${version}`,
    standings: {
      proven: (row) => `第 ${row} 行`,
      unproven: (row) => `第 ${row} 行，未经证实`,
      unsealed: (_row) => "尚未封存",
    },
    standing: (proven, unproven, unsealed) => standing({ proven, unproven, unsealed }),
  },
};
