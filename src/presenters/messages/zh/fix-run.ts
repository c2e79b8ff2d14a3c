// "Request this fix": a fix made in Azure, or taken back, beside what is said of every change.
import type { fixRunTexts as en } from "../en/fix-run.ts";
import { and, closeUp, labelled, list, message } from "./words.ts";

const place = message<{ cluster: string; count: number; groups: string }>(
  "{cluster}；Azure 中的{count, plural, =1 {} other { {count} 个}}资源组 {groups}",
);

export const fixRunTexts: typeof en = {
  fixRun: {
    request: "请求此修复",
    title: (state, cluster) => `${state}：修复 ${cluster}`,
    undoTitle: (state, cluster) => `${state}：撤销对 ${cluster} 的修复`,
    takesBack: (run, does) => labelled(`撤销 ${run} 所做的更改`, does),
    asks: (name) => `由 ${name} 提出。`,
    breaksAgain: "修复解决的问题会再次出现。",
    place: (cluster, groups) => closeUp(place({ cluster, count: groups.length, groups: and(groups) })),
    failed: "未通过的检查",
    provedBy: "证明此修复的运行",
    wayNow: "当前路径",
    wayBefore: "之前的路径",
    came: {
      reachable: "✔ 已修复",
      well: "✔ 已修复",
      degraded: "▲ 已执行，仍然降级",
      broken: "✖ 已执行，仍然故障",
      unknown: "? 已执行，效果未知",
      stopped: "■ 已执行，但已停止",
      wrongInside: "▲ 已执行，内部有问题",
      outside: "▲ 已执行，仍然无法访问",
      cutOff: "▲ 已执行，仍然无法访问",
    },
    fixed: (word, cluster) => `${word}：${cluster} 可访问`,
    undone: "✔ 已撤销",
    takenBack: (word, cluster) => `${word}：对 ${cluster} 的修复`,
    notKept: "已全部执行。结果如何，这里不得而知：请按“重新检查”。",
    made: "已执行",
    madeOf: (made, all, names) => labelled(`${all} 项中的 ${made} 项`, list(names)),
    open: "没有答复",
    notAgain: "有一项写入没有得到答复：它最多发送了一次，不会再次发送任何内容。",
    seenMade: (name, time) => `${name}；${time} 查看时，它已是应有的状态：这一项已执行。`,
    seenNotMade: (name, time) => `${name}；${time} 查看时，它还不是应有的状态：目前看不到任何更改。`,
    nothingChanged: "没有在 Azure 中更改任何内容。",
    findOut: "在任何人再次请求之前，请按“重新检查”：它会说明现在的状态和尚缺的部分。",
    lines: "修复命令",
    undo: "撤销修复",
    undoUntil: (time) => `截至 ${time}；与修复一样，需先查看并获得批准。`,
    noUndoAhead: "一旦执行，此处无法撤销。",
    noUndo: {
      cutsOff: "不能在此撤销：可能已有人在使用它，或有流量经过它，撤销会将其中断。",
      noStateBefore: "没有可撤销的内容：它是按原样写入的，或者是重新开始的。",
      oneWay: "Azure 不支持撤回这种更改。",
      stays: "不能在此撤销：它本身不起作用，而其他人可能已在其中放入内容。",
      notKept: "不能在此撤销：没有保存之前的内容。",
    },
  },
};
