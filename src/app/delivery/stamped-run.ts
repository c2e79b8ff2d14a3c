// What was done since a card was shown stands on it: on the diagnosis that proposed it, and on the fix that was taken back.
import { isAgreedOn, stampBy } from "../../core/change/agreed-task.ts";
import type { Message } from "../../core/delivery/message.ts";
import { redact } from "../../core/redact/redact.ts";
import { hasEnded, type Run, type RunState } from "../../core/run/run.ts";
import type { Services } from "../ports/services.ts";
import { runMessage } from "./outbox-messages.ts";

/** As its card is shown now. */
export async function stamped({ store }: Pick<Services, "store">, run: Run): Promise<Run> {
  if (run.status.state !== "succeeded" || (run.task.kind !== "diagnose" && run.task.kind !== "fix"))
    return run;
  const made = await store.followedBy(run.id);
  const undone = made?.task.kind === "fix" ? await store.followedBy(made.id) : null;
  const last = undone ?? made;
  const stamp = last && stampBy(last);
  return stamp ? { ...run, stamp } : run;
}

/** The cards that are edited when this is done. They stay as they are where they cannot be read. */
export async function stampedCards(
  { store, log }: Services,
  { id, task }: Run,
  { state }: RunState,
): Promise<readonly Message[]> {
  if (state !== "succeeded" || !isAgreedOn(task) || task.of === undefined) return [];
  try {
    const proposed = await store.run(task.of);
    const before = proposed?.task.kind === "fix" ? await store.run(proposed.task.of) : null;
    return [proposed, before].flatMap((run) =>
      run !== null && hasEnded(run.status.state) ? [runMessage(run, run.status.state)] : [],
    );
  } catch (error) {
    log.warn("older cards do not say what was done since", { runId: id, error: redact(String(error)).text });
    return [];
  }
}
