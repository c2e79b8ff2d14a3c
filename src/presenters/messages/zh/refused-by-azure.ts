// A refusal of ARM in words: why it was, and what to do. The one place for what is read and for what is sent.
import { likelyPodTrouble } from "../../../core/run/pod-trouble.ts";
import type { ArmFailure } from "../../../core/snapshot/arm-failure.ts";
import { say } from "../says.ts";
import { azureCode, azureSaid, type RefusalWords, refusalSpeech } from "../speech/refusals.ts";
import { afterNoPod, whyNoPod } from "./pod-trouble.ts";
import { saySignIn } from "./refused-sign-in.ts";

const askForRole = "请申请下面的角色，然后重新提问。";
const inAMinute = "请一分钟后重新提问。";
const sameAgain = "再问一次，答复也一样";

const stop = (text: string): string => (/[.!?…。！？]$/.test(text) ? text : `${text}。`);

/** Azure's own words, and the policy by its name; empty where it said nothing. */
export const wordsOf = (failure: ArmFailure): string =>
  azureSaid(failure, (said, policy) => `${said} 该策略是“${policy}”。`);

/** With Azure's own words behind it, where it said any. */
function quoting(sentence: string, failure: ArmFailure): string {
  const said = wordsOf(failure);
  return said === "" ? `${sentence}。` : `${sentence}。Azure 的说明：${stop(said)}`;
}

/** Nothing stands above that could be put right where Azure gave no more than a code. */
const byWords = (failure: ArmFailure, whatTheySay: string): string =>
  wordsOf(failure) === ""
    ? `Azure 除 ${failure.code} 外没有给出原因：请查阅该代码，${sameAgain}。`
    : whatTheySay;

export const refusalsByAzure: RefusalWords = {
  signIn: {
    why: ({ signIn }) => saySignIn(signIn ?? { code: "expired", why: "armRejects", resource: "arm" }),
    next: () => "请在与我的聊天中发送 `sign in`，然后重新提问。",
  },
  otherTenant: {
    why: () => "它位于另一个租户，你的登录在那里无效。",
    next: () => "请询问该租户的人。",
  },
  rightMissing: {
    why: (failure) =>
      failure.needs === undefined
        ? quoting("Azure 说你缺少权限，但没有说是哪一项", failure)
        : `你在 ${failure.needs.scope} 上缺少 ${failure.needs.action}。`,
    next: ({ needs }) => (needs === undefined ? "请询问集群所有者需要哪个角色。" : askForRole),
  },
  policyDenied: {
    why: (failure) => quoting("Azure Policy 禁止此操作，无论你有什么角色", failure),
    next: () => "任何角色都改变不了：请该策略的所有者豁免此操作，或更改策略。",
  },
  denyAssigned: {
    why: (failure) => quoting("拒绝分配禁止此操作，无论你有什么角色", failure),
    next: () => "任何角色都改变不了：请询问该拒绝分配或其部署堆栈的所有者。",
  },
  forbidden: {
    why: (failure) => quoting(`Azure 禁止此操作：${azureCode(failure)}`, failure),
    next: (failure) => byWords(failure, "角色可能不起作用：请就上面 Azure 的说明询问订阅的所有者。"),
  },
  locked: {
    why: (failure) => quoting("它或其上级的锁禁止此操作", failure),
    next: () => "除锁自身的角色外，任何角色都改变不了：请所有者移除该锁。",
  },
  subscriptionOff: {
    why: (failure) => quoting("其订阅已禁用，或只能读取", failure),
    next: () => "请订阅的付款人重新启用它。",
  },
  notRegistered: {
    why: (failure) => quoting("其订阅没有注册该资源提供程序", failure),
    next: () => "请订阅的所有者注册该提供程序：`az provider register`。",
  },
  gone: {
    why: () => "它不存在，或你看不到它。",
    next: ({ needs }) =>
      needs === undefined ? "请询问能看到它的人。" : "请检查其名称和资源组；如果无误，请申请下面的角色。",
  },
  busy: {
    why: (failure) => quoting("其上的另一项操作尚未结束", failure),
    next: () => "请等该操作结束，然后重新提问。",
  },
  changed: {
    why: (failure) => quoting("它在此期间被更改", failure),
    next: () => "请重新提问：届时会重新读取。",
  },
  podNotStarted: {
    why: (failure) => quoting(say(whyNoPod, likelyPodTrouble(failure.message)), failure),
    next: ({ message }) => say(afterNoPod, likelyPodTrouble(message)),
  },
  throttled: {
    why: ({ retryAfterSeconds: wait }) =>
      `Azure 正在限制你的请求${wait === undefined ? "" : `，为时 ${wait} 秒`}。`,
    next: () => inAMinute,
  },
  timedOut: { why: () => "Azure 没有及时应答。", next: () => inAMinute },
  badRequest: {
    why: (failure) => quoting(`Azure 不接受该请求：${azureCode(failure)}`, failure),
    next: (failure) => byWords(failure, `请更正上面 Azure 所说的问题；${sameAgain}。`),
  },
  noCluster: {
    why: ({ message }) => `“${message}”不是 AKS 集群的 ID。`,
    next: () => `请重新写 ID；${sameAgain}。`,
  },
  noOperation: {
    why: () => "Azure 接受了命令，但没有给出查询结果用的 ID。",
    next: () => "请一分钟后重新提问；如果仍然如此，请告诉我的管理者。",
  },
  conflict: {
    why: (failure) => quoting(`Azure 认为它与其他内容冲突：${azureCode(failure)}`, failure),
    next: (failure) => byWords(failure, "请更正上面 Azure 所说的问题；如果是另一项操作，请等它结束。"),
  },
  refused: {
    why: (failure) => quoting(`Azure 的答复是 ${azureCode(failure)}`, failure),
    next: (failure) => byWords(failure, `请更正上面 Azure 所说的问题；${sameAgain}。`),
  },
  azureFailed: {
    why: (failure) => quoting(`Azure 的答复是 ${azureCode(failure)}`, failure),
    next: () => "Azure 这次没有执行：请一分钟后重新提问。",
  },
  noAnswer: {
    why: (failure) => `无法访问 Azure：${failure.code}。`,
    next: () => "Azure 这次没有执行：请一分钟后重新提问。",
  },
  notUnderstood: {
    why: (failure) =>
      failure.code === "PARSE_ERROR"
        ? `Azure 的答复被截断或不是 JSON：${azureCode(failure)}。`
        : quoting(`没有理解 Azure 的答复：${azureCode(failure)}`, failure),
    next: () => "请一分钟后重新提问；如果仍然如此，请告诉我的管理者。",
  },
};

export const { whyRefused, nextAfter, sayRefusal } = refusalSpeech(refusalsByAzure, {
  wait: (seconds) => `Azure 要求等待：请在 ${seconds} 秒后重新提问。`,
  refused: (why) => `Azure 没有执行：${why}`,
});
