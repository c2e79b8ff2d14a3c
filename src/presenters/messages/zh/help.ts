// What the bot understands, and what it did not.
import type { helpTexts as en } from "../en/help.ts";

export const helpTexts: typeof en = {
  exampleCluster: "NAME",
  help: {
    welcome: "你好，我是 AKS On-Call",
    title: "AKS On-Call",
    subtitle: "访问集群出了什么问题，现在哪种接入方式可用，以及集群如何回答。",
    rights: "一切都以你自己的权限读取。在频道中请先 @ 我。",
    also: (lines) => `还有：${lines.join(" · ")}`,
    say: "发送",
    happens: "会发生什么",
    plainWords: "普通的说法也可以：“为什么在家连不上 NAME”、“NAME 上 web/api 的日志”。",
    pasted: "nslookup、curl 或 kubectl 的输出",
    does: {
      diagnose: "找出原因，附证据和修复方法",
      access: "接入方式，最佳的在前，附步骤",
      command: "以你的身份运行一条命令并显示输出",
      pasted: "原样粘贴：我把它当作从你所在之处做的测试来读",
      change: "查看它会做什么，由其他人批准，并只执行一次",
      canI: "说明由什么决定，不运行任何命令",
      watch: "在此频道发布集群的警报，直到你发送 unwatch",
      diagnoseFrom: "同样的诊断，从你所在之处看",
      withoutInside: "同样的诊断，但不向集群发送命令",
      clusters: "你可以看到的集群",
      watches: "此频道关注的集群",
      status: "你最近的请求",
      whoAmI: "你的组以及它们允许什么",
      signOut: "忘记你的登录",
      mode: "我目前可以做什么，以及由谁设置",
      forgetMe: "在你确认后，移除我保存的有关你的内容",
    },
  },
  askBack: {
    title: "这会更改内容",
    subtitle: "尚未发送任何内容。您指的是这条命令吗？按下后，我会像您亲自输入一样处理它。",
    unread: (words) => `此命令未包含“${words.join("”“")}”。`,
    ask: () => "按此提出",
    footer: "如需修改，请自己写：`kubectl … on NAME because 原因`。",
  },
  notUnderstood: {
    title: "我没有理解",
    examples: "例如发送",
    suggestions: "你是指其中之一吗？按下后我会继续。",
    ask: (number) => `提问 ${number}`,
    suggestionsFooter: "发送 help，我会说明可以问什么。",
  },
};
