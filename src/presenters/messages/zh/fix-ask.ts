// "Ask NAME": who may make a fix, and the message that asks them.
import type { fixAskTexts as en } from "../en/fix-ask.ts";
import { dotted } from "./words.ts";

export const fixAskTexts: typeof en = {
  fixAsk: {
    button: (name) => `询问 ${name}`,
    may: (name) => `${name} 的角色允许。`,
    groupMay: (name) => `组 ${name} 的角色允许。`,
    wasAsked: (name, time) => `${name} 的角色允许，已于 ${time} 询问。`,
    summary: (by, name, cluster) => `${by} 请 ${name} 修复 ${cluster}。`,
    asks: (by) => `：${by} 请你执行此修复：你在 Azure 中的角色允许。`,
    takes: (role) => `需要 ${role}。`,
    untilThen: "在此之前",
    wayHere: (isSure) => `kubectl ${isSure ? "可以" : "也许可以"}在此聊天中使用：发送 \`kubectl …\`。`,
    footer: (run, name, time) => dotted([run, `于 ${time} 以 ${name} 的权限诊断`, "没有运行任何命令"]),
  },
};
