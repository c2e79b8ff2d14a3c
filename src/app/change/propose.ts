// What was seen of a change becomes what others decide on, bound to exactly that.

import { randomBytes } from "node:crypto";
import type { Allowed } from "../../core/authorization/refusal.ts";
import type { ChangeTask } from "../../core/change/agreed-task.ts";
import { approverGroups, unseenOf } from "../../core/change/decide.ts";
import { lookLine, readLook } from "../../core/change/look-line.ts";
import { maskedObjects } from "../../core/change/masked-objects.ts";
import { isProposedBy } from "../../core/change/proposed-change.ts";
import type { Message } from "../../core/delivery/message.ts";
import { isTransientRefusal } from "../../core/outcome/refusal.ts";
import type { Approval } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import { changesNothing } from "../../core/run/drift.ts";
import { plainFailure, type RunFailure } from "../../core/run/failure.ts";
import { objectName, type Proposal, type Proposed, type Unseen } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { messageOf } from "../delivery/outbox-messages.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { type Ended, followRaw, type Sent, sendLine } from "../run/run-command.ts";
import { ended, type RunLease, whyNotAllowed } from "../run/run-execution.ts";
import type { RunProgress } from "../run/run-progress.ts";
import { fileOfRun } from "../run/sent-file.ts";
import { askApprovers } from "./ask-approvers.ts";
import { proposalHash } from "./proposal-hash.ts";

// What a change or its dry run printed, where the policy shows it to its requester alone: in their own chat, since the thread has none of it.

/** `run`: as it ended. Empty where its card holds all of it, or they have no chat with the bot. */
export async function ownCard(services: Services, run: Run): Promise<readonly Message[]> {
  if (run.show === "thread" || run.conversation.personal) return [];
  const chat = await services.messenger.personalChat(run.conversation).catch(() => null);
  return chat === null ? [] : [messageOf(services, chat, { kind: "review", run, as: "requester" })];
}

type Seen = Pick<Proposal, "objects" | "preview" | "before" | "runAs">;

export async function propose(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  approval: Approval,
  seen: Seen,
  hold: RunLease,
): Promise<RunState> {
  const now = services.clock.now();
  const objects = maskedObjects(seen.objects);
  const unseen = unseenOf({ task: run.task, objects });
  if (unseen.length > 0) return notAllSeen(services, run, unseen, hold);
  const hash = proposalHash(run, objects, seen.runAs);
  const proposed: Proposed = {
    proposal: { ...seen, hash, objects, seenAt: now.toISOString() },
    approval,
    expiresAt: new Date(now.getTime() + approval.minutes * 60_000).toISOString(),
    approvals: [],
  };
  hold.extraMessages = await askApprovers(services, credential, run, proposed, approverGroups(proposed));
  return { state: "pendingApproval", ...proposed };
}

/** It has ended: everything is as it was to be. */
export const asItIs = (services: Services, { objects }: Pick<Seen, "objects">): RunState =>
  ended(services, {
    code: "nothingToChange",
    happened: {
      is: "nothingToChange",
      objects: objects.map(({ type, name }) => objectName(type, name)),
    },
    done: "nothingChanged",
  });

/** It waits for nobody, since nobody could agree to it. */
async function notAllSeen(
  services: Services,
  run: Run,
  unseen: readonly Unseen[],
  hold: RunLease,
): Promise<RunState> {
  const happened = { is: "notAllSeen", unseen } as const;
  const failed = ended(services, { code: "notAllSeen", happened, done: "nothingChanged" });
  hold.extraMessages = await ownCard(services, { ...run, status: failed });
  return failed;
}

// The first step of a change: what it would do is asked of the cluster, as whoever wants it, by commands that change
// nothing. What comes of it is what others decide on.

/** Nobody in the cluster can guess it, so that nobody there can print what looks like an output of ours. */
export const newNonce = (): string => randomBytes(16).toString("hex");

export async function dryRunChange(
  services: Services,
  run: Run,
  task: ChangeTask,
  credential: RequesterCredential,
  { approval }: Allowed,
  hold: RunLease,
  progress: RunProgress,
): Promise<RunState> {
  // A rule that allows a change says who has to agree; a decision that does not is none that anything may be done by.
  if (approval === undefined) return ended(services, unreadable);
  const { request, clusterAdmin } = task;
  const along = await fileOfRun(services, run, task, "nothingChanged");
  if ("failure" in along) return ended(services, along.failure);
  const nonce = newNonce();
  const isLent = await mayBeLent(services, run, task, approval);
  const line = { ...along, line: lookLine(request, nonce, isLent), clusterAdmin };
  const sendOnce = () =>
    sendLine(services, credential, run, line, () => {
      progress.at("sending");
      return whyNotAllowed(services, credential, run, hold, "nothingChanged");
    });
  const sent = await sentInTheEnd(services, sendOnce);
  if ("ended" in sent) return nothingChanged(sent.ended);
  progress.at("inCluster");
  const followed = await followRaw(services, credential, run, sent.operationId);
  if ("ended" in followed) return nothingChanged(followed.ended);
  const look = readLook(request, nonce, followed.raw.output, isLent);
  if (!look.ok) {
    const failed = ended(services, failureOf(look.why));
    if (look.why.is === "refused") hold.extraMessages = await ownCard(services, { ...run, status: failed });
    return failed;
  }
  const { ok: _, mayNot, ...seen } = look;
  if (changesNothing(seen)) return asItIs(services, seen);
  const as = mayNot === true ? ({ runAs: "approver" } as const) : {};
  return propose(services, credential, run, approval, { ...seen, ...as }, hold);
}

/**
 * Whether somebody who agrees may do it as themselves, where Kubernetes does not let whoever asked. Only what a diagnosis
 * proposed: nobody's words run with another person's rights.
 */
async function mayBeLent(
  { store }: Services,
  { cluster }: Run,
  task: ChangeTask,
  approval: Approval,
): Promise<boolean> {
  if (approval.by !== "others" || approval.runAs !== "approver" || task.of === undefined) return false;
  return isProposedBy(await store.run(task.of), task, cluster);
}

/** Milliseconds before each further try, where Azure names no time. */
const pauses = [2_000, 5_000, 10_000];
/** Longer than that nobody waits without a word. */
const longestPause = 30_000;

/** It changes nothing: one that Azure did not take, or about which no answer came, is sent again. */
async function sentInTheEnd({ clock }: Services, send: () => Promise<Sent>): Promise<Sent> {
  let sent = await send();
  for (const pause of pauses) {
    const told = "ended" in sent ? mayPassIn(sent.ended) : null;
    if (told === null || told > longestPause) return sent;
    await clock.sleep(Math.max(pause, told));
    sent = await send();
  }
  return sent;
}

/** In so many milliseconds at the earliest; null where it would end the same way. */
function mayPassIn({ failure: { happened } }: Ended): number | null {
  switch (happened.is) {
    case "noAnswerAfterSending":
      return 0;
    case "azureRefused":
      return isTransientRefusal(happened.failure) ? (happened.failure.retryAfterSeconds ?? 0) * 1_000 : null;
    case "unread": {
      const { reason, retryAfterSeconds = 0 } = happened.section;
      return reason === "throttled" || reason === "timedOut" ? retryAfterSeconds * 1_000 : null;
    }
    default:
      return null;
  }
}

/** However a look ended, it has changed nothing: of a change that was not made nothing is unknown. */
function nothingChanged(end: Ended): Ended {
  const failure: RunFailure = { ...end.failure, done: "nothingChanged" };
  return end.state === "lost"
    ? { state: "failed", finishedAt: end.finishedAt, failure }
    : { ...end, failure };
}

const unreadable = plainFailure("lookUnreadable", "lookUnreadable", "nothingChanged");

function failureOf(why: Extract<ReturnType<typeof readLook>, { ok: false }>["why"]): RunFailure {
  const done = "nothingChanged";
  switch (why.is) {
    case "notFound":
      return { code: "objectNotFound", happened: { is: "objectNotFound", names: why.names }, done };
    case "refused":
      return {
        code: "dryRunRefused",
        happened: { is: "dryRunRefused", said: redact(why.said).text },
        done,
      };
    default:
      return unreadable;
  }
}
