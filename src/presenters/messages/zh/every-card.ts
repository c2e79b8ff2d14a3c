// What many cards share, and what stands where a card could not be shown.
import type { everyCard as en } from "../en/every-card.ts";
import { and, counted, dotted } from "./words.ts";

const entriesLeft = counted("{it, plural, =0 {} other {# 个条目}}");
const charactersLeft = counted("{it, plural, =0 {} other {# 个字符}}");

export const everyCard: typeof en = {
  buttons: {
    checkAgain: "重新检查",
    diagnose: "诊断",
    ways: "接入方式",
    details: "全部检查",
    command: "显示命令",
    evidence: "证据",
    pods: "查看 Pod",
    events: "事件",
    otherWays: "其他方式",
    help: "帮助",
    clusters: "集群",
    status: "我的请求",
    signIn: "登录",
    openChat: "打开聊天",
    choose: "使用此项",
    next: "下一页",
    previous: "上一页",
    runAgain: "重新运行",
    asText: "文本",
    asTable: "表格",
    refresh: "刷新",
    yes: "是",
    no: "否",
    forgetMe: "忘记我",
    forgetPlace: "忘记位置",
    whoAmI: "我是谁",
  },
  footer: {
    run: (run, name, time, took, readBefore) =>
      dotted([
        run,
        `${name} 提问`,
        time,
        took === "" ? "" : `用时 ${took}`,
        readBefore > 0 ? `Azure 的内容读取于提问前 ${readBefore} 秒` : "",
      ]),
    logId: (id) => `日志 ID ${id}`,
  },
  tooBig: {
    shortened: (entries, characters, canAskLess) =>
      `▲ 为放进一条消息，略去了 ${and([entriesLeft(entries), charactersLeft(characters)])}。${
        canAskLess
          ? "要看其余部分，请缩小范围（一个命名空间、一个名称），或在命令行中提问，那里会输出全部内容。"
          : "命令行会输出全部内容。"
      }`,
    command: (characters) => `▲ 有 ${characters} 个字符的命令在此放不下，而截断后就成了另一条命令。`,
  },
  short: {
    title: "▲ 无法显示答案",
    text: "完整的答案无法在此显示：请发送 `status`。",
    elsewhere: "你提问的地方我不能发消息，因此答案发到这里。",
  },
  failure: {
    title: "✖ 出现故障",
    done: "已做的事",
    next: "下一步",
  },
  pressRefused: { title: "✖ 什么也没有发生" },
  noted: { title: "✔ 已记录" },
  mention: {
    done: "你的答案在上面。",
    failed: "你的请求没有正常结束：见上面。",
    made: "你的更改已执行：见上面。",
    rejected: "你的更改被驳回，没有更改任何内容：见上面。",
    expired: "你的更改已超过期限，没有更改任何内容：见上面。",
  },
};
