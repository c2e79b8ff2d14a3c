// What became of a change after somebody decided.
import type { changeStateTexts as en } from "../en/change-states.ts";
import { labelled } from "./words.ts";

export const changeStateTexts: typeof en = {
  changeState: {
    next: (name) => `接下来以 ${name} 的身份执行，只执行一次。`,
    waitsForSignIn: (name) => `等待 ${name} 登录：请在与我的聊天中发送 \`sign in\`。登录后只执行一次。`,
    applying: (name) => `正在以 ${name} 的身份执行，只执行一次，不会再次发送。`,
    goesOn: (time) => `${time} 时 Azure 仍在处理。`,
    done: (name) => `已以 ${name} 的身份执行一次。`,
    failed: "没有执行，或没有全部执行。不会再发送任何内容。",
    exitUnknown: "已发送一次，但没有返回退出代码。不会再发送任何内容。",
    printed: (tool) => `${tool} 的输出`,
    lookFirst: "请先查看这些对象，再请求尚缺的部分：那需要重新批准。",
    findOut: "在任何人再次请求之前，请先查看这些对象：更改可能已经执行。",
    see: "它们现在的状态",
    atStart: "发送时间",
    atEnd: "结束时间",
    rejected: (name, word) =>
      word === null ? `${name} 驳回了请求，没有说明原因。` : labelled(`${name} 驳回了请求`, word),
    withdrawn: (name) => `${name} 撤回了请求。`,
    nothingChanged: "没有更改任何内容。",
    askAnew: "如果仍然需要，请重新提出请求。",
    expiredUnapproved: (time) => `到 ${time} 为止没有人批准。`,
    expiredInPart: (given, needed, time) => `到 ${time} 期满时，${needed} 人中只有 ${given} 人批准。`,
    expiredUndone: (time) => `已获批准，但到 ${time} 为止未能开始执行。`,
    seen: "相关对象",
    changed: (time) => `${time} 查看时，它们与批准时已不相同：更改至少部分执行了，或者有其他人改动了它们。`,
    unchanged: (time) => `${time} 查看时，它们与批准时相同：目前看不到任何更改。`,
  },
};
