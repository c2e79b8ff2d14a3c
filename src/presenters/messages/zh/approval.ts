// A change that waits for others: what its cards and presses say, until something is done.
import type { Notice } from "../../../core/conversation/notice.ts";
import type { approvalTexts as en } from "../en/approval.ts";
import type { Says } from "../says.ts";
import { states } from "./states.ts";
import { dotted, list, message, or } from "./words.ts";

type ApprovalNotes = Pick<
  Says<Notice>,
  | "changeApproved"
  | "approvedBefore"
  | "notAllSeen"
  | "changeRejected"
  | "changeWithdrawn"
  | "ownRequest"
  | "notApprover"
  | "notYourRequest"
  | "changeNotYet"
  | "changeOver"
  | "noSuchChange"
  | "proposalOutdated"
>;

const approved = message<{ missing: number }>(
  "已批准。{missing, plural, =0 {接下来执行，只执行一次。} other {还需要 # 人批准。}}",
);

export const approvalNotes: ApprovalNotes = {
  changeApproved: ({ missing }) => approved({ missing }),
  approvedBefore: () => "你已经批准过了。",
  notAllSeen: () => "无法批准：它会更改的部分内容无法向任何人显示。",
  changeRejected: () => "已驳回。没有更改任何内容。",
  changeWithdrawn: () => "已撤回。没有更改任何内容。",
  ownRequest: () => "这是你提出的请求，必须由其他人批准。",
  notApprover: ({ groups }) => `只有 ${or(groups)} 的成员可以批准或驳回。`,
  notYourRequest: () => "只有提出请求的人可以这样做。",
  changeNotYet: () => "现在还不能作决定：仍在查看它会做什么。",
  noSuchChange: () => "我在这里找不到这项更改：更改要在提出请求的地方决定。",
  changeOver: ({ state }) => `这里已无法再作决定：${states.runState[state]}。`,
  proposalOutdated: () => "这张卡片比将要批准的内容旧，因此没有批准任何内容：请再次按“查看”。",
};

const members = message<{ count: number; groups: string }>("{groups} 的 {count} 名成员");

const deed = message<{ verb: string; what: string; more: number }>(
  "{verb} {what}{more, plural, =0 {} other { 及另外 # 个}}",
);

export const approvalTexts: typeof en = {
  approval: {
    buttons: {
      review: "查看",
      approve: "批准一次",
      reject: "驳回",
      rejectNow: "确认驳回",
      withdraw: "撤回",
      doIt: "立即执行",
      look: "查看现状",
    },
    deed: (verb, what, more) => deed({ verb, what, more }),
    title: (state, what, cluster) => `${state}：${cluster} 上的 ${what}`,
    needed: "▲ 需要你的批准",
    confirm: "▲ 等待你确认",
    wanted: "▲ 请求批准",
    agreed: "✔ 已批准",
    emergency: (title) => `紧急 – ${title}`,
    asks: (name, reason) =>
      reason === null ? `由 ${name} 提出。没有说明原因。` : `由 ${name} 提出：${reason}`,
    where: "位置",
    place: (cluster, namespace) => (namespace === null ? cluster : `${cluster}，命名空间 ${namespace}`),
    runsAs: "运行身份",
    requesterRights: (name) => `${name}，只用其本人的权限`,
    adminRights: (name) => `cluster-admin：${name} 在其中可以做任何事`,
    needs: "需要",
    members: (count, groups) => members({ count, groups: or(groups) }),
    requesterAlone: (name) => `只需 ${name} 本人确认：策略不要求其他人`,
    askedToo: "也已询问",
    groups: (groups) => or(groups),
    approved: "已批准者",
    people: (names) => list(names),
    approver: (name, time) => `${name}（${time}）`,
    nobodyYet: "还没有人",
    until: "截止",
    nothingYet: "尚未更改任何内容。",
    confirmFirst: (name) => `尚未更改任何内容：需要 ${name} 确认。`,
    word: "驳回原因（可不填）",
    tooLong: "▲ 一张卡片放不下全部内容，看不到的内容不能批准：请驳回，并让对方分成更小的部分提出。",
    asksYou: (by, until) => `：${by} 请你在 ${until} 之前批准。`,
    asksGroups: (by, groups, until) => `${by} 请 ${or(groups)} 的成员在 ${until} 之前批准。`,
    wantedFooter: (run) => dotted([run, "当前状态见其卡片"]),
    usedRule: (name, cluster) => `${name} 在 ${cluster} 上使用紧急规则`,
    wantedRule: (name, cluster) => `${name} 曾想在 ${cluster} 上使用紧急规则`,
    notSent: "没有做任何更改。原因见提出请求之处的卡片。",
    rule: "规则",
    sentOnce: "只发送一次。结果见提出请求之处的卡片。",
  },
};
