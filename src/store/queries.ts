// Everything that the store can be asked and told, put together: one line a subject.
import type { Clock } from "../app/ports/services.ts";
import type { Store } from "../app/ports/store.ts";
import { alertQueries } from "./alerts.ts";
import { auditHeadQueries, insertAudit, newestEvents } from "./audit/entries.ts";
import { clientLocationQueries } from "./client-location.ts";
import { answerQueries, pendingQueries } from "./delivery/answers.ts";
import { conversationQueries } from "./delivery/conversations.ts";
import type { Outbox } from "./delivery/outbox.ts";
import { questionQueries } from "./delivery/questions.ts";
import { forgetQueries } from "./forget.ts";
import { guessQueries } from "./guesses.ts";
import { incidentQueries } from "./incidents.ts";
import type { Connection } from "./kit/connection.ts";
import { type Process, policyVersionQueries } from "./kit/processes.ts";
import type { Readiness } from "./kit/readiness.ts";
import { modeQueries } from "./mode.ts";
import { digestQueries, feedbackQueries } from "./run/diagnoses.ts";
import { runLookups } from "./run/find-runs.ts";
import { enqueueRunJob } from "./run/run-queue.ts";
import { runQueries } from "./run/runs.ts";
import { sentFileQueries } from "./run/sent-files.ts";
import { watchQueries } from "./watches.ts";

type QueryParts = Readonly<{
  connection: Connection;
  readiness: Readiness;
  me: Process;
  clock: Clock;
  outbox: Outbox;
  /** That sent files are sealed with; null: none is kept. */
  filesKey: Buffer | null;
  /** Called when there is a new run to execute, or a message to show. */
  written: Readonly<{ run(): void; messages(): void }>;
}>;

export function storeQueries(parts: QueryParts): Store {
  const { connection, readiness, me, clock, outbox, filesKey, written } = parts;
  const { db, boss } = connection;
  return {
    ...outbox,
    ...answerQueries(db, me, written.messages),
    ...questionQueries(db, me.id, written.messages),
    ...runQueries(db, me.id, (job, transaction) => enqueueRunJob(boss, job, transaction), written),
    ...runLookups(db),
    ...conversationQueries(db, clock),
    ...pendingQueries(db, me.id),
    ...feedbackQueries(db),
    ...modeQueries(db),
    ...guessQueries(db, clock),
    ...digestQueries(db),
    ...clientLocationQueries(db),
    ...sentFileQueries(db, filesKey),
    ...policyVersionQueries(db, me.id),
    ...auditHeadQueries(db),
    ...forgetQueries(db),
    ...watchQueries(db),
    ...incidentQueries(db),
    ...alertQueries(db, written.messages),
    appendAudit: (entry) => insertAudit(db, entry),
    auditEvents: (limit) => newestEvents(db, limit),
    problem: () => readiness.problem(connection.probe),
  };
}
