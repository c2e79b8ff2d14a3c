// "Why?" behind an answer: the diagnosis that stands behind it once more, as if it were opened again.
import type { Answer } from "../../core/conversation/answer.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import { enqueueAnswer, enqueueRunCard } from "../delivery/outbox-messages.ts";
import { whyNotReadable } from "../identity/authorize.ts";
import { signedIn } from "../identity/sign-in.ts";
import type { ConversationContext, Services, UserRequest } from "../ports/services.ts";

/** Runs of the requester's own, the newest. */
const lookedBack = 20;
/** Behind an answer that is older it is asked of something else. */
const longestMilliseconds = 60 * 60_000;

/** `otherwise`: said where nothing was answered here lately that has a reason, before anybody is asked to sign in. */
export async function showWhy(request: UserRequest, otherwise: Answer): Promise<void> {
  const { services, asker } = request;
  const run = await lastDiagnosis(services, asker);
  if (run === null) return enqueueAnswer(services, asker, otherwise);
  await signedIn(request, async () => {
    const look = { action: "output.read", detail: { page: null } };
    const reason = await whyNotReadable(services, asker, run, look);
    await (reason === null
      ? enqueueRunCard(services, asker, run)
      : enqueueAnswer(services, asker, { kind: "pressRefused", reason }));
  });
}

/** Of the cluster spoken of last in this very thread or chat, and asked by the same person. */
async function lastDiagnosis(
  { store, clock }: Services,
  { conversation, requester }: ConversationContext,
): Promise<Run | null> {
  const cluster = await store.lastCluster(conversation.key);
  if (cluster === null) return null;
  const since = clock.now().getTime() - longestMilliseconds;
  const runs = await store.runsOf(requester, lookedBack);
  const newest = runs.find(
    (run) =>
      run.conversation.key === conversation.key && sameId(run.cluster.id, cluster.id) && "client" in run.task,
  );
  return newest !== undefined && isAnswer(newest.status) && Date.parse(newest.status.finishedAt) >= since
    ? newest
    : null;
}

/** One that failed says why it did. */
const isAnswer = (status: RunState): status is Extract<RunState, { finishedAt: string }> =>
  "finishedAt" in status && (status.state !== "succeeded" || status.diagnosis !== null);
