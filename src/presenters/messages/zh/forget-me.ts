// What is kept of a person, and what goes when they ask for it.
import type { forgetMeTexts as en } from "../en/forget-me.ts";
import { counted, list } from "./words.ts";

const alsoStays =
  "Azure 自身的记录在警报或他人的请求中提到你之处，直到这些记录消失；以及由 Teams 保存的我的消息";

const watches = counted("{it, plural, =0 {} other {你在 # 个关注上的名字（关注由频道保留）}}");

export const forgetMeTexts: typeof en = {
  forgetMe: {
    title: "忘记你？",
    subtitle: "在你确认之前不会移除任何内容。只有你本人可以确认，限十分钟内。",
    goes: "移除",
    goesText:
      "你的登录、你的请求及其输出、你的问题、你的反馈、我所知的我们的聊天，以及频道关注集群处和你所设模式旁边你的名字。",
    stays: "保留",
    staysText: (days) =>
      `你提问和读取过什么的记录（审核条目：集群、命名空间、名称、标志、计数，绝不包含输出），直到满 ${days} 天：在此之前谁都不能移除；${alsoStays}。`,
  },
  forgotten: {
    title: "✔ 已忘记",
    subtitle: "你的登录和此处所列内容已移除。",
    removed: "已移除",
    removedText: (gone) =>
      list([
        `${gone.requests} 个请求及其输出`,
        `${gone.feedback} 条对诊断的反馈`,
        `${gone.conversations} 个对话`,
        `${gone.questions} 个问题`,
        watches(gone.watches),
      ]),
    stays: "保留",
    staysText: (time) =>
      `你提问和读取过什么的记录（审核条目）。其中最后一条在 ${time} 之后消失，不会提前。还有 ${alsoStays}。`,
    running: "进行中",
    runningText: counted(
      "{it, plural, =0 {} other {你有 # 个请求尚未结束。之后请再次发送 `forget me`，把它们也移除。}}",
    ),
  },
};
