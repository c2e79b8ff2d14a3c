// What did not end well: what happened, what was and was not done, what to do.

import { type Done, type Happened, likelyPodTrouble, podTrouble } from "../../../core/run/failure.ts";
import type { Unseen } from "../../../core/run/proposed.ts";
import { chinese } from "../catalogue.ts";
import { type Says, say } from "../says.ts";
import { afterUnread } from "../speech/unread.ts";
import { denialTexts } from "./denials.ts";
import { noteTexts } from "./notes.ts";
import { few, list, message, or } from "./words.ts";

const { afterNoPod } = chinese.texts.podTrouble;
const { whyNoPod } = chinese.texts.podTrouble;
const { nextAfter, sayRefusal, whyRefused } = chinese.speech;
const { saySignIn } = chinese.speech;
const { sayUnread } = chinese.speech;

const { denials } = denialTexts;

const leftOut = message<{ fields: number; object: string }>("{object} 的另外 {fields} 个字段");

const sayUnseen: Says<Unseen> = {
  hidden: ({ why, object, path }) =>
    why === "masked" ? `${object} 的 ${path} 看起来像密钥，已屏蔽` : `${object} 的 ${path} 超出了保存的长度`,
  leftOut: ({ fields, object }) => leftOut({ fields, object }),
  tooLong: () => "全部内容超出一张卡片的容量",
};

export const happened: Says<Happened> = {
  signIn: ({ failure }) => saySignIn(failure),
  azureRefused: ({ failure }) => sayRefusal(failure),
  unread: ({ section }) => sayUnread(section.message),
  byMode: ({ why }) => say(denials, why),
  noLongerAllowed: ({ why }) => `策略已不再允许：${say(denials, why)}`,
  noLongerHere: () => "策略已不再允许：该输出只给你本人；请在我们的聊天中索取。",
  noLongerUnmasked: ({ why }) => `已不再允许：${say(noteTexts.notes, why)}`,
  unexpected: () => "我这一侧出现故障。",
  clusterStopped: ({ cluster }) => `${cluster} 已停止，因此没有地方可以运行命令。`,
  runCommandDisabled: ({ cluster }) => `${cluster} 的运行命令功能已关闭。`,
  identityChanged: () => "在你提问之后，集群的 Entra 集成有更改，命令会以谁的权限运行也随之改变。",
  commandNotRun: ({ said }) => {
    const trouble = podTrouble(said ?? "");
    if (trouble === null) return `AKS 未能运行命令：${said ?? "Azure 没有说明原因。"}`;
    return `AKS 未能运行命令：${say(whyNoPod, trouble)}。AKS 的说明：${said}`;
  },
  commandGone: () => "AKS 中没有该命令的结果：命令的 Pod 没有运行起来，或者结果太旧时，它就这样答复。",
  outputWithheld: () => "命令已运行，但在其输出中检查机密用时太长：因此不显示。",
  stillRunning: () => "五分钟后命令仍未结束。",
  noAnswerAfterSending: ({ failure }) => `命令发送后没有收到应答：${whyRefused(failure)}`,
  stoppedWhileSending: () => "我在发送此命令时被停止。",
  noPersonalChat: ({ unmasked }) =>
    unmasked
      ? "原文输出只发到你与我的聊天，而我与你还没有聊天。"
      : "策略规定该输出只给你本人看，而我与你还没有聊天。",
  noChatForFile: () => "文件只发到你与我的聊天，而我与你还没有聊天。",
  outputNotTaken: () => "Teams 没有接受包含输出的消息，因此没有显示。",
  outputPerhapsTaken: () => "Teams 没有说明是否接受了包含输出的消息。",
  outputNotShown: () => "我这一侧出现故障，因此没有显示输出。",
  answerPerhapsTaken: () => "Teams 没有说明是否接受了我给你的上一个答案。",
  restarted: () => "我在答复之前被重启。",
  restartedWhileShowing: () => "我在得知原文输出是否已显示之前被重启。",
  restartedWhileDeciding: () => "我在答复这次按键之前被重启。",
  signInServiceSilent: () => "Bot Framework 的登录服务没有应答，因此你的登录仍保存在那里。",
  databaseSilent: () => "我的数据库没有应答。",
  resultGone: () => "此请求的结果已不再保存。",
  objectChanged: ({ objects }) => `查看之后，有人更改或删除了 ${list(objects)}：它已不是批准时的内容。`,
  changedSinceFix: ({ objects }) =>
    `${list(objects)} 已不是修复后的样子：撤销修复可能会一并撤销他人此后所做的更改。`,
  madeSince: ({ objects }) => `修复会新建 ${list(objects)}，但它已经存在：他人写入其中的内容会被覆盖。`,
  objectNotFound: ({ names }) => `集群中没有 ${or(names)}。`,
  dryRunRefused: ({ said }) =>
    said === null
      ? "试运行显示，集群拒绝此更改。原因只在请求者自己的聊天中告知本人。"
      : `集群拒绝此更改，试运行的答复是：${said}`,
  notAllSeen: ({ unseen }) =>
    unseen.length === 0
      ? "它会更改的部分内容无法向任何人显示，而看不到的内容不能批准。具体是什么，只在请求者自己的聊天中告知本人。"
      : `它会更改的部分内容无法向任何人显示，而看不到的内容不能批准：${few(unseen.map((each) => say(sayUnseen, each)))}。`,
  lookUnreadable: () => "无法从集群的答复中读出此更改会做什么。",
  approvalUnconfirmed: ({ person }) =>
    `${person} 的批准不再有效：无法再次读取其所属的组，或者其中没有可以批准的组。`,
  approvalExpired: () => "批准的有效时间已过。",
  approvalOtherwise: () => "批准的内容与现在将要执行的不同。",
  approvalTooFew: ({ count, groups, given }) =>
    `策略现在要求 ${or(groups)} 的成员给出更多批准：需要 ${count} 个，这里只有 ${given} 个。`,
  objectsUnread: () => "执行前无法读取对象是否仍与批准时一致，因此没有更改。",
  changeUnanswered: ({ failure }) => `发送更改后没有收到答复：${whyRefused(failure)}`,
  changeInterrupted: () => "我在发送此更改时被停止。",
  changeUnreadable: () => "更改已发送，但无法读取其输出。",
  sentFileGone: ({ name }) => `文件 ${name} 已不再保留，或无法打开。`,
  needsThread: () => "这需要其他人批准，而在只有你我的聊天中，别人看不到它。",
  emergencyUnheard: ({ because }) => {
    switch (because) {
      case "botAlone":
        return "紧急情况会公开告知，而在只有你我的聊天中，别人不会知道。";
      case "nobodyElse":
        return "紧急情况会公开告知，而 Teams 没有说这里或运维频道中还有别人会知道。";
      case "notTaken":
        return "紧急情况会在发送之前公开告知，而 Teams 没有接受这条消息。";
    }
  },
};

const lookFirst = "重新提出请求前，请先查看该对象，例如使用 `kubectl get` 加 `-o yaml`。";
const inAMinute = "请一分钟后重新提问。";
const safeAgain = "它只读取，因此可以放心重新提问。";
const seeWhoAmI = "发送 `whoami` 可查看策略允许你做什么。";
const pressAgain = "请再按一次“显示原文”。";
const ifUnseen = "如果在我们的聊天中没有看到，请再按一次“显示原文”。";
const forgetAgain = "请一分钟后再次发送 `forget me`。";
const askForLess = "请缩小范围，例如一个命名空间或 `--tail 100`。";

const nextUnread = afterUnread({
  answered: nextAfter,
  again: inAMinute,
  named: "请检查其名称和资源组；如果无误，请申请下面的角色。",
  role: "请申请下面的角色，然后重新提问。",
});

export const next: Says<Happened> = {
  signIn: ({ failure }) =>
    failure.code === "unavailable" ? inAMinute : "请在与我的聊天中发送 `sign in`，然后重新提问。",
  azureRefused: ({ failure }) => nextAfter(failure),
  unread: nextUnread,
  byMode: () => "`mode` 显示当前模式：等它允许后再提问。",
  noLongerAllowed: () => seeWhoAmI,
  noLongerHere: () => seeWhoAmI,
  noLongerUnmasked: () => seeWhoAmI,
  unexpected: ({ id }) => `请重新提问；如果再次发生，请把 ${id} 交给我的管理者。`,
  clusterStopped: ({ cluster }) => `发送 \`diagnose ${cluster}\` 可得到启动它的命令。`,
  runCommandDisabled: ({ cluster }) => `发送 \`access ${cluster}\` 可查看其他接入方式。`,
  identityChanged: () => "请重新提问。",
  commandNotRun: ({ said }) => say(afterNoPod, likelyPodTrouble(said ?? "")),
  commandGone: () => say(afterNoPod, likelyPodTrouble("")),
  outputWithheld: () => "请缩小范围，例如一个对象、一个命名空间或 `--tail 100`。",
  stillRunning: () => askForLess,
  noAnswerAfterSending: () => safeAgain,
  stoppedWhileSending: () => safeAgain,
  noPersonalChat: ({ url, unmasked }) =>
    `请打开与我的聊天（${url} ），发送 \`help\`，然后重新${unmasked ? "按一次" : "提问"}。`,
  noChatForFile: ({ url }) => `请打开与我的聊天（${url} ），发送 \`help\`，然后再按一次“作为文件发送”。`,
  outputNotTaken: () => pressAgain,
  outputPerhapsTaken: () => ifUnseen,
  outputNotShown: () => pressAgain,
  answerPerhapsTaken: () => "如果在提问的地方没有看到，请发送 `status`。",
  restarted: () => "请重新提问。",
  restartedWhileShowing: () => ifUnseen,
  restartedWhileDeciding: () => "请查看该更改的卡片，上面写明你的操作是否生效。如果仍在等待，请再按一次。",
  signInServiceSilent: () => forgetAgain,
  databaseSilent: () => forgetAgain,
  resultGone: () => "请重新提问。",
  objectChanged: () => "请重新提出请求：你会看到现在的状态，批准的就是它。",
  changedSinceFix: () => "请查看那里现在的内容，并手动恢复应当还原的部分。",
  madeSince: () => "请在诊断上按“重新检查”，然后请求它找到的修复。",
  objectNotFound: () => "请检查名称和命名空间，然后再问。",
  dryRunRefused: () => "请修正它指出的问题，然后再问。",
  notAllSeen: () => "请分成更小的部分提出，密钥请用其 Secret 的名称引用；或者在你自己的终端中执行。",
  lookUnreadable: () => "请再问一次；如果再次发生，请减少对象。",
  approvalUnconfirmed: () => "请重新提出请求，并由现在属于该组的人批准。",
  approvalExpired: () => "如果仍然需要，请重新提出请求。",
  approvalOtherwise: () => "请重新提出请求：你会看到它现在会做什么，批准的就是它。",
  approvalTooFew: () => "请重新提出请求：届时会询问现在必须批准的人。",
  objectsUnread: () => "请在一分钟后重新提出请求。",
  changeUnanswered: () => lookFirst,
  changeInterrupted: () => lookFirst,
  changeUnreadable: () => lookFirst,
  sentFileGone: () => "请在我们的聊天里重新发送文件，然后再问。",
  needsThread: () => "请在批准人所在的频道或群聊中提出。",
  emergencyUnheard: ({ because }) =>
    because === "notTaken"
      ? "请过一分钟再问，或在处理此事的其他频道中提出。"
      : "请在处理此事的频道或群聊中提出。",
};

export const done: Readonly<Record<Done, string>> = {
  nothingSent: "没有向该集群发送任何命令。",
  nothingSentAnywhere: "没有向任何集群发送命令。",
  nothingSentForIt: "没有为此向任何集群发送命令。",
  nothingSentUnlessSaid: "除非我的卡片另有说明，否则没有向该集群发送任何命令。",
  partlyMade: "其前几项 Azure 更改已完成并保留；其余未发送。",
  nothingChanged: "集群中没有更改任何内容。",
  perhapsSent: "可能已发送到集群；我没有再次发送。",
  sentBefore: "命令在我重启之前发送过一次；其输出没有读取。",
  sentOutputUnread: "命令已发送，但未能读取其输出。",
  sentOutputNotKept: "命令发送过一次；其输出没有保存。",
  sentPerhapsRunning: "命令发送过一次，可能仍在集群中运行；我不再等待其输出。",
  sentUnknown: "命令发送过一次；它是否运行无从得知。我没有再次发送。",
  podRefused: "AKS 请求集群启动命令的 Pod 被拒绝：命令没有运行，也没有任何更改。",
  podTried: "AKS 已请求集群启动命令的 Pod；命令是否已开始，无法得知。",
  noOutput: "AKS 没有返回输出；命令是否已开始，无法得知。",
  unknown: "它是否运行无从得知。我没有再次发送。",
  ranAgain: "命令以你的身份又运行了一次；其输出没有保存。",
  perhapsRanAgain: "命令可能以你的身份又运行了一次；其输出没有保存。",
  notPostedAgain: "我不会第三次发布它。",
  nothingRemoved: "没有移除任何内容。",
  signInRemoved: "你的登录已移除；据我所知没有移除其他内容。",
  ran: "它已运行结束。",
};

export const failureTexts = { failures: { happened, next, done } };
