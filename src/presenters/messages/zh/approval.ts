// A change that waits for others: what its cards and presses say.
import type { Note } from "../../../core/chat/note.ts";
import type { Says } from "../says.ts";
import { states } from "./states.ts";
import { or } from "./words.ts";

type ApprovalNotes = Pick<
  Says<Note>,
  | "changeApproved"
  | "approvedBefore"
  | "changeRejected"
  | "changeWithdrawn"
  | "ownRequest"
  | "notApprover"
  | "notYourRequest"
  | "changeOver"
  | "proposalOutdated"
>;

export const approvalNotes: ApprovalNotes = {
  changeApproved: ({ missing }) =>
    missing === 0 ? "已批准。正在执行。" : `已批准。还需要 ${missing} 人同意。`,
  approvedBefore: () => "你已经批准过了。",
  changeRejected: () => "已驳回。没有更改任何内容。",
  changeWithdrawn: () => "已撤回。没有更改任何内容。",
  ownRequest: () => "这是你提出的请求，必须由其他人批准。",
  notApprover: ({ groups }) => `只有 ${or(groups)} 的成员可以批准。`,
  notYourRequest: () => "只有提出请求的人可以这样做。",
  changeOver: ({ state }) => `这里已无法再作决定：${states.runState[state]}。`,
  proposalOutdated: () => "这张卡片比将要批准的内容旧：请再次按“查看”。",
};
