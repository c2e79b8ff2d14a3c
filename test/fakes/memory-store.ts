// Store and Jobs in memory, for tests of the use cases: no database, no timers, everything in order of the calls.

import type { Pending } from "../../src/app/ports/outbox.ts";
import type { Jobs, SaidPlace, Store } from "../../src/app/ports/store.ts";
import type { AuditEntry, AuditEvent } from "../../src/core/audit/audit-event.ts";
import { placeOf } from "../../src/core/conversation/conversation-key.ts";
import { writesKey } from "../../src/core/fix/write/actions.ts";
import { looks } from "../../src/core/incident/story.ts";
import type { Volunteer, Watch } from "../../src/core/incident/watch.ts";
import { personKey } from "../../src/core/requester.ts";
import type { Feedback } from "../../src/core/run/feedback.ts";
import { type ConversationRef, hasEnded, movableFrom, type Run } from "../../src/core/run/run.ts";
import { createMemoryIncidents } from "./memory-incidents.ts";
import {
  type Claim,
  type ClusterName,
  digestsOf,
  feedbackOf,
  fixAsksOf,
  forgetOf,
  guessesOf,
  modeAtFirst,
  modeOf,
  placesOf,
} from "./memory-operations.ts";
import { createMemoryOutbox, type MemoryOutbox } from "./memory-outbox.ts";
import {
  bindFile,
  dropFile,
  type MemorySentFiles,
  memorySentFiles,
  sentFilesOf,
} from "./memory-sent-files.ts";

type Handlers = Parameters<Jobs["start"]>[0];

export type MemoryStore = Readonly<{
  store: Store;
  jobs: Jobs;
  outbox: MemoryOutbox;
  /** Every audit entry so far, oldest first. */
  audit: readonly AuditEntry[];
  /** Waits until no job runs or waits; jobs need `jobs.start` first. */
  idle(): Promise<void>;
  /** As a crash would: open questions lose their owner, runs in work are recovered at the next `jobs.start`. */
  crash(): void;
}>;

export function createMemoryStore(now: () => Date = () => new Date()): MemoryStore {
  const audit: AuditEntry[] = [];
  const runs = new Map<string, Run>();
  const claims = new Map<string, Claim>();
  const feedback = new Map<string, Feedback>();
  const conversations = new Map<string, ConversationRef>();
  const waiting = new Map<string, Pending>();
  const seen = new Set<string>();
  const clusters = new Map<string, ClusterName>();
  const watches: Watch[] = [];
  const places = new Map<string, SaidPlace>();
  const sentFiles = memorySentFiles();
  const names = new Map<string, string>();
  const volunteers = new Map<string, Volunteer>();
  const mode = { current: modeAtFirst };
  const jobs = createMemoryJobs();
  const outbox = createMemoryOutbox(claims, audit);
  const incidents = createMemoryIncidents(watches, volunteers, audit, now, outbox, () => [...runs.values()]);
  return {
    store: {
      ...outbox.queries,
      tell: async (question, messages, pending) => {
        const told = await outbox.queries.tell(question, messages);
        if (told && pending) waiting.set(pending.id, copy(pending));
        return told;
      },
      ...questionsOf(claims, conversations, outbox),
      ...runsOf(runs, audit, jobs.enqueue, outbox, sentFiles, incidents.showRun),
      ...sentFilesOf(sentFiles, audit),
      ...conversationsOf(conversations, seen, clusters),
      ...pendingOf(waiting, claims),
      ...memorySignIns(),
      ...feedbackOf(runs, feedback, audit),
      ...fixAsksOf(runs, audit, outbox.write),
      ...modeOf(mode, audit),
      ...guessesOf(audit, now),
      ...digestsOf(runs),
      ...placesOf(places),
      ...incidents.queries,
      ...forgetOf(
        {
          runs,
          feedback,
          conversations,
          waiting,
          claims,
          seen,
          clusters,
          watches,
          mode,
          places,
          sentFiles,
          names,
          volunteers,
        },
        audit,
      ),
      appendAudit: async (entry) => void audit.push(copy(entry)),
      auditEvents: async (limit) => audit.map(toEvent).slice(-limit),
      incidentTrail: async (incident, limit) => trailOf(audit, incident).slice(0, limit),
      rememberName: async (person) => void names.set(personKey(person), person.displayName),
      namesOf: async (people) =>
        new Map(
          people.map(personKey).flatMap((key) => (names.has(key) ? [[key, names.get(key) ?? ""]] : [])),
        ),
      auditHead: async () =>
        audit.length === 0 ? null : { seq: audit.length, hash: "a".repeat(64), unsealed: 0 },
      setPolicyVersion: async () => {},
      otherPolicyVersions: async () => [],
      problem: async () => null,
    },
    jobs: jobs.port,
    outbox,
    audit,
    idle: jobs.idle,
    crash: () => {
      for (const claim of claims.values()) claim.ownerGone = true;
      jobs.crash();
    },
  };
}

// What goes in and out is copied, as a database does: nobody holds a reference into the store.
const copy = <T>(value: T): T => structuredClone(value);

const toEvent = (entry: AuditEntry, index: number): AuditEvent => ({
  ...copy(entry),
  id: `A-${index + 1}`,
  rowId: index + 1,
  ...{ seq: null, previousHash: null, hash: null, key: null, signature: null },
});

/** Rows of the incident and of the runs of its thread. */
function trailOf(audit: readonly AuditEntry[], incident: string): readonly AuditEvent[] {
  const ids = new Set([incident]);
  for (const { action, detail } of audit.toReversed())
    if (action === "incident.merge" && ids.has(String(detail.incident))) ids.add(String(detail.from));
  const isOf = ({ detail }: AuditEntry) => ids.has(String(detail.incident));
  const runs = audit.filter(isOf).flatMap(({ runId }) => runId ?? []);
  return audit
    .map(toEvent)
    .filter(({ action, outcome }) => !looks.includes(action) && !["denied", "refused"].includes(outcome))
    .filter((event) => isOf(event) || (event.runId !== null && runs.includes(event.runId)));
}

function questionsOf(
  claims: Map<string, Claim>,
  conversations: Map<string, ConversationRef>,
  outbox: MemoryOutbox,
): Pick<Store, "claimQuestion" | "closeQuestion"> {
  return {
    claimQuestion: async (question, answer) => {
      if (claims.has(question.key)) return false;
      claims.set(question.key, { question: copy(question), closed: answer !== undefined, ownerGone: false });
      conversations.delete(question.conversation.key);
      conversations.set(question.conversation.key, copy(question.conversation));
      if (answer !== undefined) await outbox.write([answer]);
      return true;
    },
    closeQuestion: async (key) => void outbox.close(key),
  };
}

type AskedFix = Parameters<Store["openFix"]>[0];

const openFix = (runs: ReadonlyMap<string, Run>, { of, undoes, writes }: AskedFix): Run | null =>
  [...runs.values()].find(
    ({ task, status }) =>
      task.kind === "fix" &&
      (task.of === of || writesKey(task.writes) === writesKey(writes)) &&
      task.undoes === undoes &&
      !hasEnded(status.state),
  ) ?? null;

function runsOf(
  runs: Map<string, Run>,
  audit: AuditEntry[],
  enqueue: (runId: string) => void,
  outbox: MemoryOutbox,
  sentFiles: MemorySentFiles,
  moved: (run: Run) => void,
): Pick<
  Store,
  | "createRun"
  | "openFix"
  | "followedBy"
  | "moveRun"
  | "stepRun"
  | "undecidedRuns"
  | "waitingIn"
  | "run"
  | "runsOf"
> {
  return {
    openFix: async (asked) => copy(openFix(runs, asked)),
    followedBy: async (id) =>
      copy(
        [...runs.values()].findLast(
          ({ task, status }) => "of" in task && task.of === id && status.state === "succeeded",
        ) ?? null,
      ),
    createRun: async (run, question, messages, entry) => {
      const { task } = run;
      const other = task.kind === "fix" ? openFix(runs, task) : null;
      if (other) return { asked: copy(other) };
      if (question !== null && !outbox.close(question)) return "notOurs";
      if (runs.has(run.id)) throw new Error(`Run ${run.id} exists already.`);
      runs.set(run.id, copy(run));
      bindFile(sentFiles, run);
      audit.push(copy(entry));
      await outbox.write(messages);
      enqueue(run.id);
      return "created";
    },
    moveRun: async (id, from, to, messages, entry) => {
      const possible = movableFrom(from, to.state);
      const run = runs.get(id);
      if (!run || !possible.includes(run.status.state)) return false;
      runs.set(id, { ...run, status: copy(to) });
      moved({ ...run, status: to });
      dropFile(sentFiles, id, to.state);
      if (entry) audit.push(copy(entry));
      await outbox.write(messages);
      return true;
    },
    stepRun: async (id, step) => {
      const run = runs.get(id);
      if (!run) return null;
      const { said, to, messages, audit: entry } = step(copy(run));
      if (to === null) return said;
      movableFrom([run.status.state], to.state);
      runs.set(id, { ...run, status: copy(to) });
      moved({ ...run, status: to });
      dropFile(sentFiles, id, to.state);
      if (entry) audit.push(copy(entry));
      await outbox.write(messages);
      if (to.state === "approved" && to.waitsFor === undefined) enqueue(id);
      return said;
    },
    undecidedRuns: async (limit, of) =>
      [...runs.values()]
        .filter(({ status }) => status.state === "pendingApproval" || status.state === "approved")
        .filter(({ requester }) => of === undefined || personKey(requester) === personKey(of))
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
        .slice(0, limit)
        .map(copy),
    waitingIn: async (place, limit) =>
      [...runs.values()]
        .filter(({ status }) => status.state === "pendingApproval" && status.approval.by === "others")
        .filter(({ conversation }) => placeOf(conversation.key) === place)
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
        .toSorted((a, b) => Number("breakGlass" in b.task) - Number("breakGlass" in a.task))
        .slice(0, limit)
        .map(copy),
    run: async (id) => copy(runs.get(id) ?? null),
    runsOf: async (of, limit) =>
      [...runs.values()]
        .filter((run) => personKey(run.requester) === personKey(of))
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
        .slice(0, limit)
        .map(copy),
  };
}

function conversationsOf(
  conversations: Map<string, ConversationRef>,
  seen: Set<string>,
  clusters: Map<string, ClusterName>,
): Pick<
  Store,
  | "saveConversation"
  | "personalConversation"
  | "conversationIn"
  | "firstTime"
  | "rememberCluster"
  | "lastCluster"
> {
  return {
    saveConversation: async (conversation) => {
      conversations.delete(conversation.key);
      conversations.set(conversation.key, copy(conversation));
    },
    personalConversation: async (userId) =>
      copy([...conversations.values()].findLast((one) => one.personal && one.userId === userId) ?? null),
    conversationIn: async (place) =>
      copy([...conversations.values()].findLast(({ key }) => key.split(";")[0] === place) ?? null),
    firstTime: async (key) => !seen.has(key) && seen.add(key) !== undefined,
    rememberCluster: async (key, cluster) => void clusters.set(key, copy(cluster)),
    lastCluster: async (key) => copy(clusters.get(key) ?? null),
  };
}

function pendingOf(
  waiting: Map<string, Pending>,
  claims: Map<string, Claim>,
): Pick<Store, "savePending" | "takePending" | "beginChallenge" | "takeState"> {
  const states = new Map<string, string>();
  const alive = (id: string | undefined, notBefore: string): Pending | null => {
    const found = waiting.get(id ?? "");
    return found?.reason === "challenge" && found.createdAt >= notBefore ? copy(found) : null;
  };
  return {
    beginChallenge: async (id, stateHash, notBefore) => {
      const found = alive(id, notBefore);
      if (found === null) return null;
      for (const [state, of] of states) if (of === id) states.delete(state);
      states.set(stateHash, id);
      return found;
    },
    takeState: async (stateHash, notBefore) => {
      const found = alive(states.get(stateHash), notBefore);
      if (found !== null) states.delete(stateHash);
      return found;
    },
    savePending: async (pending) => void waiting.set(pending.id, copy(pending)),
    takePending: async (match, notBefore, questionOf = () => null) => {
      const found = [...waiting.values()].filter(
        (one) =>
          one.userId === match.userId && ("id" in match ? one.id === match.id : one.reason === match.reason),
      );
      for (const one of found) waiting.delete(one.id);
      const taken = found
        .filter((one) => one.createdAt >= notBefore)
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
      for (const question of taken.map(questionOf))
        if (question) claims.set(question.key, { question: copy(question), closed: false, ownerGone: false });
      return taken;
    },
  };
}

export function memorySignIns(): Pick<Store, "keepSignIn" | "keptSignIn" | "dropSignIn"> {
  const kept = new Map<string, string>();
  return {
    keepSignIn: async (userId, assertion) => void kept.set(userId, assertion),
    keptSignIn: async (userId) => kept.get(userId) ?? null,
    dropSignIn: async (userId) => void kept.delete(userId),
  };
}

function createMemoryJobs() {
  const queued: string[] = [];
  const abandoned: string[] = [];
  const active = new Map<string, Promise<void>>();
  let handlers: Handlers | null = null;

  const run = async (runId: string, current: Handlers): Promise<void> => {
    try {
      await current.execute(runId);
    } catch {
      await current.recover(runId);
    }
  };
  const begin = (runId: string, work: Promise<void>) => {
    const settled = work.catch(() => {}).finally(() => active.get(runId) === settled && active.delete(runId));
    active.set(runId, settled);
  };
  const drain = () => {
    if (!handlers) return;
    for (const runId of abandoned.splice(0)) begin(runId, handlers.recover(runId));
    for (const runId of queued.splice(0)) begin(runId, run(runId, handlers));
  };
  const port: Jobs = {
    start: async (given) => {
      handlers = given;
      drain();
    },
    stop: async () => {
      handlers = null;
      await Promise.all(active.values());
    },
  };
  return {
    port,
    enqueue: (runId: string) => {
      queued.push(runId);
      drain();
    },
    idle: async () => {
      while (active.size > 0) await Promise.all(active.values());
    },
    crash: () => {
      handlers = null;
      abandoned.push(...active.keys());
      active.clear();
    },
  };
}
