// Everything that the store can be asked and told, put together: one line a subject.
import { type Kysely, sql } from "kysely";
import type { Clock } from "../app/ports/services.ts";
import type { GuessStore, SaidPlaceStore, Store } from "../app/ports/store.ts";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { ModeInForce } from "../core/mode.ts";
import { personKey } from "../core/requester.ts";
import { auditHeadQueries, incidentTrail, insertAudit, newestEvents, strayAlerts } from "./audit/entries.ts";
import { answerQueries, pendingQueries } from "./delivery/answers.ts";
import { conversationQueries } from "./delivery/conversations.ts";
import type { Outbox } from "./delivery/outbox.ts";
import { questionQueries } from "./delivery/questions.ts";
import { forgetQueries } from "./forget.ts";
import { alertQueries } from "./incident/alerts.ts";
import { incidentQueries } from "./incident/incidents.ts";
import { mergeQueries } from "./incident/merge.ts";
import { operationQueries } from "./incident/operations.ts";
import { owedRingQueries } from "./incident/owed-rings.ts";
import { splitQueries } from "./incident/split.ts";
import { volunteerQueries } from "./incident/volunteers.ts";
import { watchQueries } from "./incident/watches.ts";
import { weeklyQueries } from "./incident/weekly.ts";
import { batched } from "./kit/batched.ts";
import type { Connection } from "./kit/connection.ts";
import type { NewRow } from "./kit/new-row.ts";
import { type Process, policyVersionQueries } from "./kit/processes.ts";
import type { Readiness } from "./kit/readiness.ts";
import { jsonText, pseudonymOf } from "./kit/stored-text.ts";
import type { Tables } from "./kit/tables.ts";
import { digestQueries, feedbackQueries } from "./run/diagnoses.ts";
import { newFileKey } from "./run/file-key.ts";
import { runLookups } from "./run/find-runs.ts";
import { enqueueRunJob } from "./run/run-queue.ts";
import { runQueries } from "./run/runs.ts";
import { sentFileQueries } from "./run/sent-files.ts";
import { signInQueries } from "./sign-ins.ts";

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
    ...signInQueries(db, clock, filesKey ?? newFileKey()),
    ...policyVersionQueries(db, me.id),
    ...auditHeadQueries(db),
    ...forgetQueries(db),
    ...watchQueries(db, written.messages),
    ...incidentQueries(db, clock, written.messages),
    ...mergeQueries(db, written.messages),
    ...splitQueries(db, written.messages),
    ...operationQueries(db, written.messages),
    ...owedRingQueries(db, written.messages),
    ...volunteerQueries(db),
    ...weeklyQueries(db, written.messages),
    ...alertQueries(db, written.messages),
    appendAudit: (entry) => insertAudit(db, entry),
    auditEvents: (limit) => newestEvents(db, limit),
    incidentTrail: (id, limit) => incidentTrail(db, id, limit),
    strayAlerts: (since) => strayAlerts(db, since),
    ...peopleQueries(db, clock),
    problem: () => readiness.problem(connection.probe),
  };
}

// Wrong guesses, one row a person: how many since the first of them, for as long as they count.

const guessQueries = (db: Kysely<Tables>, clock: Clock): GuessStore => ({
  mayGuess: async (person, { guesses, milliseconds }) => {
    const wrong = await db
      .selectFrom("guesses")
      .select("count")
      .where("person", "=", pseudonymOf(person))
      .where("began_at", ">", begunAfter(clock, milliseconds))
      .executeTakeFirst();
    return (wrong?.count ?? 0) < guesses;
  },
  countGuess: (person, { guesses, milliseconds }, audit) =>
    db.transaction().execute(async (transaction) => {
      // Also what is kept of others: nothing of it counts any more.
      await transaction
        .deleteFrom("guesses")
        .where("began_at", "<=", begunAfter(clock, milliseconds))
        .execute();
      const { count } = await transaction
        .insertInto("guesses")
        .values({
          ...{ person: pseudonymOf(person), began_at: clock.now().toISOString(), count: 1 },
        } satisfies NewRow<"guesses">)
        .onConflict((conflict) => conflict.column("person").doUpdateSet({ count: sql`guesses.count + 1` }))
        .returning("count")
        .executeTakeFirstOrThrow();
      if (count === guesses) await insertAudit(transaction, audit);
      return count <= guesses;
    }),
});

const begunAfter = (clock: Clock, milliseconds: number): Date =>
  new Date(clock.now().getTime() - milliseconds);

// The mode in force: one row, asked anew each time, so that a change is in force for every process at once.

const modeQueries = (db: Kysely<Tables>): Pick<Store, "mode" | "setMode"> => {
  // Whoever asks is told what was read after they asked; those who ask in the same moment share that.
  const read = batched(0, async (asked: readonly undefined[]) => {
    const row = await db.selectFrom("mode").selectAll().executeTakeFirstOrThrow();
    const mode = { mode: row.mode, setBy: row.set_by, since: row.since.toISOString(), reason: row.reason };
    return asked.map(() => mode);
  });
  return { mode: () => read(undefined), setMode: (mode, audit) => setMode(db, mode, audit) };
};

const setMode = (
  db: Kysely<Tables>,
  { mode, setBy, since, reason }: ModeInForce,
  audit: AuditEntry,
): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const latest = {
      mode,
      set_by: jsonText(setBy),
      since,
      reason,
    };
    await transaction
      .insertInto("mode")
      .values({ single: true, ...latest } satisfies NewRow<"mode">)
      .onConflict((conflict) => conflict.column("single").doUpdateSet(latest))
      .execute();
    await insertAudit(transaction, audit);
  });

// Names of people as Teams shows them, so that a story names who did something and not an id.

/** Written down again after so long: a name may change. */
const nameKeptMilliseconds = 3_600_000;
/** People whose name this process has written down. */
const mostNames = 10_000;

const peopleQueries = (db: Kysely<Tables>, clock: Clock): Pick<Store, "rememberName" | "namesOf"> => {
  const written = new Map<string, number>();
  return {
    rememberName: async (person) => {
      const now = clock.now().getTime();
      const key = personKey(person);
      if (now - (written.get(key) ?? 0) < nameKeptMilliseconds) return;
      if (written.size >= mostNames) written.clear();
      const latest = { name: person.displayName, seen_at: new Date(now).toISOString() };
      await db
        .insertInto("people")
        .values({ person: key, ...latest })
        .onConflict((conflict) => conflict.column("person").doUpdateSet(latest))
        .execute();
      written.set(key, now);
    },
    namesOf: async (people) => {
      if (people.length === 0) return new Map();
      const rows = await db
        .selectFrom("people")
        .select(["person", "name"])
        .where("person", "in", people.map(personKey))
        .execute();
      return new Map(rows.map(({ person, name }) => [person, name]));
    },
  };
};

// Where people said that they are: one row a person, for as long as it counts.

const clientLocationQueries = (db: Kysely<Tables>): SaidPlaceStore => ({
  savePlace: (of, { place, clusterName, saidAt }, notBefore) =>
    db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom("said_places")
        .where("said_at", "<", sql<Date>`${notBefore}::timestamptz`)
        .execute();
      const said = { place: jsonText(place), cluster_name: clusterName, said_at: saidAt };
      await transaction
        .insertInto("said_places")
        .values({ person: personKey(of), ...said } satisfies NewRow<"said_places">)
        .onConflict((conflict) => conflict.column("person").doUpdateSet(said))
        .execute();
    }),
  placeSaid: async (of, notBefore) => {
    const row = await db
      .selectFrom("said_places")
      .selectAll()
      .where("person", "=", personKey(of))
      .where("said_at", ">=", sql<Date>`${notBefore}::timestamptz`)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { place: row.place, clusterName: row.cluster_name, saidAt: row.said_at.toISOString() };
  },
  forgetPlace: async (of) => {
    await db.deleteFrom("said_places").where("person", "=", personKey(of)).execute();
  },
});
