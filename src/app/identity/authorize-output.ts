// A look at what is kept of a run: both locks, as whoever looks, and written down either way. An output is worth what it
// takes to get it.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { whatIsRead } from "../../core/audit/details.ts";
import { actionOf } from "../../core/authorization/action.ts";
import { noteTo } from "../../core/authorization/refusal.ts";
import type { Notice } from "../../core/conversation/notice.ts";
import type { Run } from "../../core/run/run.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { authorize } from "./authorize.ts";
import { isKnownTo } from "./known-run.ts";

type Look = Readonly<{
  action: string;
  detail: AuditEntry["detail"];
  /** That they may know of the run, where that was found out before. */
  isKnown?: boolean;
  /** Nobody else is shown it, wherever they look. */
  isAlone?: boolean;
}>;

/** Null where they may. */
export async function whyNotReadable(
  services: Services,
  asker: ConversationContext,
  run: Run,
  { action, detail, isKnown = isKnownTo(asker, run), isAlone = asker.conversation.personal }: Look,
): Promise<Notice | null> {
  const { task, cluster } = run;
  const read = task.kind === "command" ? whatIsRead(task.request) : {};
  const record = { action, detail: { ...detail, ...read } };
  const about = { run, isKnown, isAlone, record };
  const right = await authorize(services, asker, actionOf(task, cluster), "read", about);
  return right.ok ? null : noteTo(right.refusal);
}
