// Channels that follow a cluster, and the cards of its alerts.
import type { alertTexts as en } from "../en/alerts.ts";
import { counted, message } from "./words.ts";

const several = message<{ rule: string; more: number; open: number; all: number }>(
  "{rule} 及一分钟内的另外 {more} 个警报，{open, plural, =0 {全部已解决} other {{all} 个中 # 个未解决}}",
);

export const alertTexts: typeof en = {
  notAnAlert: (field) =>
    `这不是 Azure Monitor 的通用警报架构（${field ?? "正文"} 缺失或有误）：请为接收方设置 useCommonAlertSchema。`,
  watch: {
    titles: {
      added: (cluster) => `✔ 此频道关注 ${cluster}`,
      already: (cluster) => `✔ 此频道已在关注 ${cluster}`,
      removed: (cluster) => `✔ 不再关注 ${cluster}`,
      notWatched: (cluster) => `此频道没有关注 ${cluster}`,
    },
    texts: {
      added: "我会在这里发布它的警报，每个警报一条新帖子。有权关注它的人都可以结束关注：unwatch。",
      already: "我已在这里发布它的警报。没有任何更改。",
      removed: "我不再在这里发布它的警报。",
      notWatched: "没有任何更改。发送 watches 可查看此频道关注哪些集群。",
    },
    list: counted("{it, plural, =0 {此频道没有关注你可以看到的集群} other {此频道关注 # 个集群}}"),
    listNone: "请发送 `watch` 和集群的名称。",
    listSome: "策略允许你看到的集群。",
    by: (name, time) => `自 ${time} 起，由 ${name} 设置`,
    more: (count) => `另有 ${count} 个。`,
    elsewhere: "不能在个人聊天中使用",
    elsewhereText: "警报面向团队：请在频道或群聊中 @ 我并在那里发送。",
  },
  incident: {
    title: (mark, severity, cluster) => `${mark} ${severity}：${cluster}`,
    fired: { high: "✖", middle: "▲", low: "●" },
    resolved: "✔",
    severity: {
      fired: (level) => `Sev ${level} 已触发`,
      resolved: (level) => `Sev ${level} 已解决`,
    },
    summary: (title, rule) => `${title}，${rule}`,
    several: (rule, more, open) => several({ rule, more, open, all: more + 1 }),
    joined: (severity) => `同时，Sev ${severity}`,
    joinedFired: (rule, time) => `${rule}，自 ${time} 起`,
    joinedResolved: (rule, time) => `${rule}，已于 ${time} 解决`,
    joinedMore: "另有",
    joinedCount: counted("{it} 个警报"),
    reason: "原因",
    description: "说明",
    cluster: "集群",
    byName: "仅凭名称识别：警报没有给出资源 ID，可能有另一个同名集群。",
    since: "开始",
    until: "解决",
    untilText: (time, took) => (took === "" ? time : `${time}，历时 ${took}`),
    source: "来源",
    sourceText: (service) => `Azure Monitor，${service}`,
    open: "打开警报",
    footer: (id) => `${id} · 内容来自警报本身。“诊断”以按下者的权限读取 Azure。`,
  },
};
