// What a press is answered with where no card is.
import type { Notice } from "../../../core/conversation/notice.ts";
import { chinese } from "../catalogue.ts";
import type { Says } from "../says.ts";
import { approvalNotes } from "./approval.ts";
import { denialTexts } from "./denials.ts";
import { fileNotes } from "./files.ts";
import { sentences } from "./words.ts";

const { sayUnread } = chinese.speech;

export const notes: Says<Notice> = {
  ...denialTexts.denials,
  ...fileNotes,
  ...approvalNotes,
  started: () => "已开始。答案会发到这里。",
  alreadyOnIt: () => "已在处理。",
  takesLonger: () => "这次用时比平常长。一有答案就会发到这里。",
  tooManyWait: () =>
    "你有太多消息在等待答复，因此这一条没有受理，也没有为它做任何事。请在那些消息得到答复后再发一次。",
  outdated: () => "此按钮来自旧卡片。请重新提问。",
  notHere: () => "此输出没有保存，或不允许你在此查看。请自己运行该命令。",
  notYourChoice: () => "只有提问的人可以选择，且只能选一次。请自己提出问题。",
  notYourWish: () => "只有提出请求的人可以在十分钟内确认一次。请发送 `forget me`。",
  signInFirst: () => "请先登录：在我们的聊天中发送 `sign in`。",
  sendingSignIn: () => "我正在把登录卡片发到我们的聊天。",
  signInBelow: () => "请用下面的卡片登录，然后我继续。",
  tooManyGuesses: () => "你有太多次按下或代码无效，因此我不再查找：请等十分钟后再试。",
  removing: () => "正在移除。完成后我会在此说明。",
  runningAgain: () => "正以你的身份重新运行；输出会发到我们的聊天。",
  maskedOnly: () => "策略只允许你看遮盖后的输出：允许你执行此命令的规则并非都写有 `unmasked: true`。",
  inPrivateOnly: () => "策略规定此输出只给你本人看：请在我们的聊天中索取。",
  azureUnknown: ({ said }) =>
    sentences(["Azure 是否允许你查看此内容无法得知，因此不显示。", sayUnread(said)]),
  azureForbids: ({ action, cluster }) => `Azure 不允许你查看此内容：你在 ${cluster} 上缺少 ${action}。`,
  feedbackTaken: ({ answer, tally: { yes, no } }) =>
    `已记录，谢谢：${answer === "yes" ? "是" : "否"}。到目前为止，${yes} 人选“是”，${no} 人选“否”。`,
  fixAsked: ({ person }) => `已在此发消息询问 ${person}。没有运行任何命令。`,
  fixAskGone: ({ person }) => `${person} 已不在此对话中：请按“重新检查”。`,
  fixAskedBefore: ({ person }) => `已在此发消息询问过 ${person}。`,
  fixIsYours: () => "那就是你：修复命令在卡片的“显示命令”中。",
  lookingAtFix: () => "正在以你的身份查看它会更改什么。尚未更改任何内容：稍后发到这里的卡片会说明下一步。",
  fixRequestedBefore: ({ person, run }) => `${person} 已请求此操作，${run} 尚未结束：没有再次请求。`,
  noSuchFix: () => "我在这里找不到这个编号下可以请求或撤回的修复：请重新诊断该集群。",
  fixTooOld: () => "这已超过一小时：请按“重新检查”，然后请求它找到的修复。",
  placeForgotten: () => "已忘记你的位置：需要时我会再问。",
  answeredElsewhere: ({ run }) => `已在此处的另一条消息中答复：${run}。`,
  answeredBeside: () => "已在此处的另一条消息中答复。",
  incidentElsewhere: ({ incident }) => `此告警在此处的另一张卡片上：${incident}。`,
  incidentNotShown: ({ incident, cluster, rule }) =>
    `关于 ${cluster} 的一个告警的卡片可能没有出现在您让其关注该群集的频道中：Teams 没有接收，或没有说明已接收。该告警是 ${rule}（${incident}）。请在 Azure Monitor 中查看；在该频道中发送 \`watches\` 可知它是否仍在关注 ${cluster}。`,
  removed: () => "此处的内容已随提问者的全部保存内容一起移除。",
};

export const noteTexts = { notes };
