// "The same for prod-2": the asker's newest question here, of another cluster or of the same.

import { commandText } from "../../core/command/grammar/command-request.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import type { Run } from "../../core/run/run.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** Runs of the asker's own, the newest. */
const lookedBack = 20;
/** What is older was not asked just before. */
const longestMilliseconds = 60 * 60_000;

/**
 * What it comes to: never a change, which is asked for each time. Where nothing was asked before, the named cluster is
 * diagnosed, and without one the asker's requests are told.
 */
export async function repeated(
  { store, clock }: Services,
  { conversation, requester }: ConversationContext,
  cluster: string | null,
): Promise<Intent> {
  const since = clock.now().getTime() - longestMilliseconds;
  const runs = await store.runsOf(requester, lookedBack);
  const before = runs.find(
    (run) => run.conversation.key === conversation.key && Date.parse(run.createdAt) >= since,
  );
  const intent = before === undefined ? null : askedBy(before, cluster ?? before.cluster.id);
  return intent ?? (cluster === null ? { kind: "status" } : { kind: "diagnose", cluster, client: {} });
}

function askedBy({ task }: Run, cluster: string): Intent | null {
  switch (task.kind) {
    case "command":
      return { kind: "run", command: commandText(task.request), cluster };
    case "diagnose":
    case "access": {
      const { kind, client } = task;
      // What was pasted, somebody saw of the other one.
      const { symptom: _, symptomIsOld: __, ...place } = client;
      return { kind, cluster, client: place };
    }
    default:
      return null;
  }
}
