// Everything that the store can be asked and told, put together: one line a subject.
import type { Clock, Store } from "../app/ports.ts";
import { alertQueries } from "./alerts.ts";
import { answerQueries } from "./answers.ts";
import { insertAudit, newestEvents } from "./audit.ts";
import { auditHeadQueries } from "./audit-head-query.ts";
import type { Connection } from "./connection.ts";
import { conversationQueries } from "./conversations.ts";
import { digestQueries } from "./digests.ts";
import { feedbackQueries } from "./feedback.ts";
import { runLookups } from "./find-runs.ts";
import { forgetQueries } from "./forget.ts";
import { guessQueries } from "./guesses.ts";
import { incidentQueries } from "./incidents.ts";
import { modeQueries } from "./mode.ts";
import type { Outbox } from "./outbox.ts";
import { pendingQueries } from "./pending.ts";
import { policyVersionQueries } from "./policy-versions.ts";
import type { Process } from "./processes.ts";
import { questionQueries } from "./questions.ts";
import type { Readiness } from "./readiness.ts";
import { enqueueRun } from "./run-queue.ts";
import { runQueries } from "./runs.ts";
import { saidPlaceQueries } from "./said-places.ts";
import { sentFileQueries } from "./sent-files.ts";
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
    ...runQueries(db, me.id, (job, transaction) => enqueueRun(boss, job, transaction), written),
    ...runLookups(db),
    ...conversationQueries(db, clock),
    ...pendingQueries(db, me.id),
    ...feedbackQueries(db),
    ...modeQueries(db),
    ...guessQueries(db, clock),
    ...digestQueries(db),
    ...saidPlaceQueries(db),
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
