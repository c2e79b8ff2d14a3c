// Everything that the store can be asked and told, put together: one line a subject.

import type { OutboxStore } from "../app/ports/outbox.ts";
import type { Clock } from "../app/ports/services.ts";
import type { Store } from "../app/ports/store.ts";
import { alertQueries } from "./alerts.ts";
import { insertAudit, newestEvents } from "./audit.ts";
import { auditHeadQueries } from "./audit-head-query.ts";
import type { Connection } from "./connection.ts";
import { conversationQueries } from "./conversations.ts";
import { digestQueries } from "./digests.ts";
import { feedbackQueries } from "./feedback.ts";
import { fixAskQueries } from "./fix-asks.ts";
import { forgetQueries } from "./forget.ts";
import { guessQueries } from "./guesses.ts";
import { incidentQueries } from "./incidents.ts";
import { modeQueries } from "./mode.ts";
import { openFixQueries } from "./open-fix.ts";
import { pendingQueries } from "./pending.ts";
import { policyVersionQueries } from "./policy-versions.ts";
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
  /** The id of this process. */
  me: string;
  clock: Clock;
  outbox: OutboxStore;
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
    ...questionQueries(db, me, written.messages),
    ...runQueries(db, me, (job, transaction) => enqueueRun(boss, job, transaction), written),
    ...conversationQueries(db, clock),
    ...pendingQueries(db, me),
    ...feedbackQueries(db),
    ...openFixQueries(db),
    ...fixAskQueries(db, written.messages),
    ...modeQueries(db),
    ...guessQueries(db, clock),
    ...digestQueries(db),
    ...saidPlaceQueries(db),
    ...sentFileQueries(db, filesKey),
    ...policyVersionQueries(db, me),
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
