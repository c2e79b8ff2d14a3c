// What is due of changes that wait: their end, and that those who come second are asked.
import { approverGroups, atTime } from "../../core/change/decide.ts";
import type { Message } from "../../core/delivery/message.ts";
import { hasEnded, type Run, type RunState } from "../../core/run/run.ts";
import { endMessages, runMessage } from "../delivery/outbox-messages.ts";
import type { Services } from "../ports/services.ts";
import { entryOf } from "../run/run-execution.ts";
import { askApprovers, decidedMessages } from "./ask-approvers.ts";

const mostAtOnce = 500;

/** Called every few seconds, by every process: whoever comes second finds it done. */
export async function expireChanges(services: Services): Promise<void> {
  const now = services.clock.now();
  for (const run of await services.store.undecidedRuns(mostAtOnce)) {
    const to = atTime(run, now);
    if (to === null) continue;
    const beside = await besides(services, run, to);
    await services.store.stepRun(run.id, (current) => stepAt(services, current, now, beside));
  }
}

function stepAt(services: Services, run: Run, now: Date, beside: readonly Message[]) {
  const to = atTime(run, now);
  if (to === null) return { said: null, to, messages: [], audit: null };
  const ends = hasEnded(to.state);
  const messages = ends
    ? [...endMessages(run, to, now), ...decidedMessages(run, to)]
    : [runMessage(run, to.state), ...beside];
  const audit = entryOf(
    services,
    run,
    { rule: run.rule, comparedWith: null },
    ends ? "expire" : "escalate",
    to,
  );
  return { said: null, to, messages, audit };
}

/** Whom to ask now. */
async function besides(services: Services, run: Run, to: RunState): Promise<readonly Message[]> {
  if (to.state !== "pendingApproval") return [];
  const signedIn = await services.credentials.forUser(run.conversation.userId, run.requester);
  const asked = approverGroups(run.status.state === "pendingApproval" ? run.status : to);
  const groups = approverGroups(to).filter((name) => !asked.includes(name));
  return askApprovers(services, signedIn.ok ? signedIn.credential : null, run, to, groups);
}
