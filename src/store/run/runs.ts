// Runs: created with their audit entry and their job, and moved on only from a state they are still in.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Created, Store } from "../../app/ports/store.ts";
import { personKey } from "../../core/requester.ts";
import {
  canMove,
  hasEnded,
  isWorkedOn,
  movableFrom,
  openStates,
  type Run,
  type RunState,
} from "../../core/run/run.ts";
import { insertAudit } from "../audit/entries.ts";
import { writeMessages } from "../delivery/outbox.ts";
import { closeQuestionFor } from "../delivery/questions.ts";
import { showOnIncident } from "../incident/incidents.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText, pseudonymOf } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { openDuplicateOf, toRun } from "./find-runs.ts";
import { copyFileFor, removeFileOf } from "./sent-files.ts";

/** A run's job, for the queue that shares out the work: `ahead` of the same person's of this kind are not done. */
export type RunJob = Readonly<{ runId: string; person: string; ahead: number }>;

type Enqueue = (job: RunJob, transaction: Transaction<Tables>) => Promise<void>;
type Written = Readonly<{ run(): void; messages(): void }>;

/** `owner`: the id of this process. `enqueue` adds the job of a run within the transaction it is given. `written`: there is a new one. */
export const runQueries = (
  db: Kysely<Tables>,
  owner: string,
  enqueue: Enqueue,
  written: Written,
): Pick<Store, "createRun" | "moveRun" | "stepRun" | "askForFix"> => ({
  ...creating(db, owner, enqueue, written),
  ...moving(db, written),
  ...stepping(db, enqueue, written),
  ...askingForFix(db, written),
});

function creating(
  db: Kysely<Tables>,
  owner: string,
  enqueue: Enqueue,
  written: Written,
): Pick<Store, "createRun"> {
  return {
    createRun: async (run, question, messages, audit) => {
      const created = await db.transaction().execute(async (transaction): Promise<Created> => {
        const other = await openDuplicateOf(transaction, run);
        if (other) return { asked: other };
        if (question !== null && !(await closeQuestionFor(transaction, owner, question))) return "notOurs";
        const person = shareOf(run);
        const ahead = await openRuns(transaction, run);
        const waits = run.status.state === "queued" && ahead >= atOnce;
        await insertRun(transaction, waits ? { ...run, status: { state: "queued", ahead } } : run);
        await copyFileFor(transaction, run);
        await insertAudit(transaction, audit);
        await writeMessages(transaction, messages);
        await enqueue({ runId: run.id, person, ahead }, transaction);
        return "created";
      });
      if (created === "created") {
        written.run();
        written.messages();
      }
      return created;
    },
  };
}

async function insertRun(transaction: Transaction<Tables>, run: Run): Promise<void> {
  const incident = run.incident === undefined ? null : await mergedInto(transaction, run.incident);
  await transaction
    .insertInto("runs")
    .values({
      id: run.id,
      requester: jsonText(run.requester),
      cluster: jsonText(run.cluster),
      task: jsonText(run.task),
      show: run.show,
      rule: run.rule,
      created_at: run.createdAt,
      conversation: jsonText(run.conversation),
      incident,
      status: jsonText(run.status),
    } satisfies NewRow<"runs">)
    .execute();
}

/** Where it was merged since somebody asked, or is being merged at this moment, the run is one of the other incident. */
async function mergedInto(transaction: Transaction<Tables>, id: string): Promise<string> {
  const row = await transaction
    .selectFrom("incidents")
    .select("merged_into")
    .where("id", "=", id)
    .forShare()
    .executeTakeFirst();
  return row?.merged_into ?? id;
}

function moving(db: Kysely<Tables>, written: Written): Pick<Store, "moveRun"> {
  return {
    moveRun: async (id, from, to, messages, audit) => {
      const possible = movableFrom(from, to.state);
      const moved = await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable("runs")
          .set({ status: jsonText(to) })
          .where("id", "=", id)
          .where("state", "in", possible)
          .returning(["incident", "task"])
          .executeTakeFirst();
        if (!row) return null;
        if (hasEnded(to.state)) await removeFileOf(transaction, id);
        if (audit) await insertAudit(transaction, audit);
        const isShown = await showOnIncident(transaction, row, to);
        await writeMessages(transaction, messages);
        return { isWritten: isShown || messages.length > 0 };
      });
      if (moved?.isWritten) written.messages();
      return moved !== null;
    },
  };
}

function stepping(db: Kysely<Tables>, enqueue: Enqueue, written: Written): Pick<Store, "stepRun"> {
  return {
    stepRun: async (id, step) => {
      const done = await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom("runs")
          .selectAll()
          .where("id", "=", id)
          .forUpdate()
          .executeTakeFirst();
        if (!row) return null;
        const run = toRun(row);
        const move = step(run);
        const { to, messages, audit } = move;
        if (to === null) return { move, isQueued: false, isWritten: false };
        if (!canMove(run.status.state, to.state))
          throw new Error(`A run cannot move from ${run.status.state} to ${to.state}.`);
        await transaction
          .updateTable("runs")
          .set({ status: jsonText(to) })
          .where("id", "=", id)
          .execute();
        if (hasEnded(to.state)) await removeFileOf(transaction, id);
        if (audit) await insertAudit(transaction, audit);
        const isShown = await showOnIncident(transaction, row, to);
        await writeMessages(transaction, messages);
        const isQueued = isToBeDone(to);
        if (isQueued) await enqueue({ runId: id, person: shareOf(run), ahead: 0 }, transaction);
        return { move, isQueued, isWritten: isShown || messages.length > 0 };
      });
      if (done?.isQueued) written.run();
      if (done?.isWritten) written.messages();
      return done === null ? null : done.move.said;
    },
  };
}

/** Agreed on, and waiting for nobody. */
const isToBeDone = (to: RunState): boolean => to.state === "approved" && to.waitsFor === undefined;

/** Who was asked is kept with the run, so that it goes with it, and is asked once by whoever presses. */
const askingForFix = (db: Kysely<Tables>, written: Written): Pick<Store, "askForFix"> => ({
  askForFix: async ({ runId, objectId, askedAt }, message, audit) => {
    const asked = await db.transaction().execute(async (transaction) => {
      // The row is locked by this, so of two presses the second one finds what the first has written.
      const row = await transaction
        .updateTable("runs")
        .set({ status: sql`jsonb_set(status, '{whoMay,askedAt}', ${jsonText(askedAt)}::jsonb)` })
        .where("id", "=", runId)
        .where(sql`status #>> '{whoMay,objectId}'`, "=", objectId)
        .where(sql<boolean>`status #> '{whoMay,askedAt}' is null`)
        .returning("id")
        .executeTakeFirst();
      if (!row) return false;
      await insertAudit(transaction, audit);
      await writeMessages(transaction, [message]);
      return true;
    });
    if (asked) written.messages();
    return asked;
  },
});

/** How many commands, how many fixes, and how many diagnoses of one person are under way at once. */
export const atOnce = 2;

/**
 * What is sent into a cluster, what Azure is at for up to an hour, and what only reads Azure are shared out apart: the slow
 * does not hold up the quick.
 */
const shares: Readonly<Record<Run["task"]["kind"], "command" | "fix" | "read">> = {
  ...{ command: "command", change: "command", fix: "fix", diagnose: "read", access: "read" },
};

const alikeOf = ({ kind }: Run["task"]): readonly string[] =>
  Object.entries(shares).flatMap(([other, share]) => (share === shares[kind] ? [other] : []));

/** What is begun for incidents in somebody's name has a share of its own: their own questions do not wait behind it. */
const isForIncident = ({ task }: Pick<Run, "task">): boolean =>
  "forIncident" in task && task.forIncident !== undefined;

const shareOf = ({ requester, task }: Run): string =>
  `${pseudonymOf(personKey(requester))}|${isForIncident({ task }) ? "incident" : shares[task.kind]}`;

/** This person's runs of the same kind that have not ended; what waits for their sign-in holds nothing up. */
async function openRuns(db: Transaction<Tables>, run: Run): Promise<number> {
  const { count } = await db
    .selectFrom("runs")
    .select(({ fn }) => fn.countAll<string | number>().as("count"))
    .where("person", "=", personKey(run.requester))
    .where("state", "in", openStates.filter(isWorkedOn))
    .where(sql`status ->> 'waitsFor'`, "is", null)
    .where(sql`task ->> 'kind'`, "in", alikeOf(run.task))
    .where(sql<boolean>`(task ->> 'forIncident') is not null`, "=", isForIncident(run))
    .executeTakeFirstOrThrow();
  return Number(count);
}
