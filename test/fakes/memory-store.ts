// Store and Jobs in memory, for tests of the use cases: no database, no timers, everything in order of the calls.
import type { Jobs, Pending, Store } from "../../src/app/ports.ts";
import type { Watch } from "../../src/core/alert/incident.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import type { Feedback } from "../../src/core/run/feedback.ts";
import type { ConversationRef, Run } from "../../src/core/run/run.ts";
import { movableFrom } from "../../src/core/run/transition.ts";
import { createMemoryIncidents } from "./memory-incidents.ts";
import { type Claim, type ClusterName, feedbackOf, forgetOf, modeOf } from "./memory-operations.ts";

type Handlers = Parameters<Jobs["start"]>[0];

export type MemoryStore = Readonly<{
  store: Store;
  jobs: Jobs;
  /** Every audit entry so far, oldest first. */
  audit: readonly AuditEntry[];
  /** Waits until no job runs or waits; jobs need `jobs.start` first. */
  idle(): Promise<void>;
  /** As a crash would: open questions lose their owner, runs in work are recovered at the next `jobs.start`. */
  crash(): void;
}>;

export function createMemoryStore(): MemoryStore {
  const audit: AuditEntry[] = [];
  const runs = new Map<string, Run>();
  const claims = new Map<string, Claim>();
  const feedback = new Map<string, Feedback>();
  const conversations = new Map<string, ConversationRef>();
  const waiting = new Map<string, Pending>();
  const seen = new Set<string>();
  const clusters = new Map<string, ClusterName>();
  const watches: Watch[] = [];
  const jobs = createMemoryJobs();
  return {
    store: {
      ...questionsOf(claims),
      ...runsOf(runs, audit, jobs.enqueue),
      ...conversationsOf(conversations, seen, clusters),
      ...pendingOf(waiting),
      ...feedbackOf(runs, feedback, audit),
      ...modeOf(audit),
      ...createMemoryIncidents(watches, audit, jobs.enqueueIncident),
      ...forgetOf({ runs, feedback, conversations, waiting, claims, seen, clusters, watches }, audit),
      appendAudit: async (entry) => void audit.push(copy(entry)),
      auditEvents: async (limit) =>
        audit
          .map((entry, index) => ({
            ...copy(entry),
            id: `A-${index + 1}`,
            seq: null,
            previousHash: null,
            hash: null,
          }))
          .slice(-limit),
      problem: async () => null,
    },
    jobs: jobs.port,
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

function questionsOf(
  claims: Map<string, Claim>,
): Pick<Store, "claimQuestion" | "closeQuestion" | "openQuestions"> {
  return {
    claimQuestion: async (question) => {
      if (claims.has(question.key)) return false;
      claims.set(question.key, { question: copy(question), closed: false, ownerGone: false });
      return true;
    },
    closeQuestion: async (key) => {
      const claim = claims.get(key);
      if (claim) claim.closed = true;
    },
    openQuestions: async (receivedBefore) => {
      const open = [...claims.values()].filter(
        (claim) => claim.ownerGone && !claim.closed && claim.question.receivedAt < receivedBefore,
      );
      for (const claim of open) claim.ownerGone = false;
      return open.map((claim) => copy(claim.question)).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },
  };
}

function runsOf(
  runs: Map<string, Run>,
  audit: AuditEntry[],
  enqueue: (runId: string) => void,
): Pick<Store, "createRun" | "moveRun" | "setRunMessage" | "run" | "runsOf"> {
  return {
    createRun: async (run, entry) => {
      if (runs.has(run.id)) throw new Error(`Run ${run.id} exists already.`);
      runs.set(run.id, copy(run));
      audit.push(copy(entry));
      enqueue(run.id);
    },
    moveRun: async (id, from, to, entry) => {
      const possible = movableFrom(from, to.state);
      const run = runs.get(id);
      if (!run || !possible.includes(run.status.state)) return false;
      runs.set(id, { ...run, status: copy(to) });
      if (entry) audit.push(copy(entry));
      return true;
    },
    setRunMessage: async (id, messageId) => {
      const run = runs.get(id);
      if (run) runs.set(id, { ...run, messageId });
    },
    run: async (id) => copy(runs.get(id) ?? null),
    runsOf: async (objectId, limit) =>
      [...runs.values()]
        .filter((run) => run.requester.objectId === objectId)
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
  "saveConversation" | "personalConversation" | "firstTime" | "rememberCluster" | "lastCluster"
> {
  return {
    saveConversation: async (conversation) => {
      conversations.delete(conversation.key);
      conversations.set(conversation.key, copy(conversation));
    },
    personalConversation: async (userId) =>
      copy([...conversations.values()].findLast((one) => one.personal && one.userId === userId) ?? null),
    firstTime: async (key) => !seen.has(key) && seen.add(key) !== undefined,
    rememberCluster: async (key, cluster) => void clusters.set(key, copy(cluster)),
    lastCluster: async (key) => copy(clusters.get(key) ?? null),
  };
}

function pendingOf(waiting: Map<string, Pending>): Pick<Store, "savePending" | "takePending"> {
  return {
    savePending: async (pending) => void waiting.set(pending.id, copy(pending)),
    takePending: async (match, notBefore) => {
      const found = [...waiting.values()].filter(
        (one) =>
          one.userId === match.userId && ("id" in match ? one.id === match.id : one.reason === match.reason),
      );
      for (const one of found) waiting.delete(one.id);
      return found
        .filter((one) => one.createdAt >= notBefore)
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },
  };
}

function createMemoryJobs() {
  const queued: string[] = [];
  const incidents: string[] = [];
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
    for (const id of incidents.splice(0)) begin(id, handlers.showIncident(id));
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
    enqueueIncident: (incidentId: string) => {
      incidents.push(incidentId);
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
