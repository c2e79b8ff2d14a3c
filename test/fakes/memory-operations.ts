// The part of the store in memory that is about running the product: feedback, the mode, and forgetting a person.

import type { Pending, Question } from "../../src/app/ports/outbox.ts";
import type {
  DigestStore,
  GuessLimit,
  GuessStore,
  SaidPlace,
  SaidPlaceStore,
  Store,
} from "../../src/app/ports/store.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import type { Message } from "../../src/core/delivery/message.ts";
import type { KeptDigest } from "../../src/core/diagnosis/since/kept.ts";
import type { Volunteer, Watch } from "../../src/core/incident/watch.ts";
import type { ModeInForce } from "../../src/core/mode.ts";
import { personKey } from "../../src/core/requester.ts";
import type { Feedback } from "../../src/core/run/feedback.ts";
import type { ConversationRef, Run } from "../../src/core/run/run.ts";
import type { MemorySentFiles } from "./memory-sent-files.ts";

export type Claim = { question: Question; closed: boolean; ownerGone: boolean };
export type ClusterName = Readonly<{ id: string; name: string }>;

/** All that the store keeps of people. */
type Kept = Readonly<{
  runs: Map<string, Run>;
  feedback: Map<string, Feedback>;
  conversations: Map<string, ConversationRef>;
  waiting: Map<string, Pending>;
  claims: Map<string, Claim>;
  seen: Set<string>;
  clusters: Map<string, ClusterName>;
  watches: Watch[];
  mode: { current: ModeInForce };
  places: Map<string, SaidPlace>;
  sentFiles: MemorySentFiles;
  names: Map<string, string>;
  volunteers: Map<string, Volunteer>;
}>;

const copy = <T>(value: T): T => structuredClone(value);

/** Returns how many went. */
function remove<T>(map: Map<string, T>, unwanted: (value: T) => boolean): number {
  const keys = [...map].filter(([, value]) => unwanted(value)).map(([key]) => key);
  for (const key of keys) map.delete(key);
  return keys.length;
}

const nobody = { objectId: "", tenantId: "", displayName: "somebody who was forgotten" };

function withoutName(run: Run, objectId: string): Run {
  if (run.status.state !== "succeeded") return run;
  const { whoMay, ...status } = run.status;
  return whoMay?.is === "person" && whoMay.objectId === objectId ? { ...run, status } : run;
}

/** Returns how many watches were the person's. */
function removeName(watches: Watch[], key: string): number {
  const theirs = watches.filter(({ by }) => personKey(by) === key);
  for (const watch of theirs) watches[watches.indexOf(watch)] = { ...watch, by: nobody };
  return theirs.length;
}

export function feedbackOf(
  runs: Map<string, Run>,
  feedback: Map<string, Feedback>,
  audit: AuditEntry[],
): Pick<Store, "saveFeedback"> {
  return {
    saveFeedback: async (given, entry) => {
      if (!runs.has(given.runId)) return null;
      feedback.set(`${given.runId}|${personKey(given.person)}`, copy(given));
      audit.push(copy(entry));
      const answers = [...feedback.values()].filter(({ runId }) => runId === given.runId);
      const count = (wanted: string) => answers.filter(({ answer }) => answer === wanted).length;
      return { yes: count("yes"), no: count("no") };
    },
  };
}

/** `write`: into the outbox. */
export function fixAsksOf(
  runs: Map<string, Run>,
  audit: AuditEntry[],
  write: (messages: readonly Message[]) => Promise<void>,
): Pick<Store, "askForFix"> {
  return {
    askForFix: async ({ runId, objectId, askedAt }, message, entry) => {
      const run = runs.get(runId);
      if (run?.status.state !== "succeeded") return false;
      const { whoMay } = run.status;
      if (whoMay?.is !== "person" || whoMay.objectId !== objectId || whoMay.askedAt !== undefined)
        return false;
      runs.set(runId, { ...run, status: { ...run.status, whoMay: { ...whoMay, askedAt } } });
      audit.push(copy(entry));
      await write([message]);
      return true;
    },
  };
}

export const modeAtFirst: ModeInForce = {
  mode: "full",
  setBy: null,
  since: "2026-11-25T00:00:00.000Z",
  reason: null,
};

export function modeOf(mode: Kept["mode"], audit: AuditEntry[]): Pick<Store, "mode" | "setMode"> {
  return {
    mode: async () => copy(mode.current),
    setMode: async (next, entry) => {
      mode.current = copy(next);
      audit.push(copy(entry));
    },
  };
}

export function forgetOf(
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
  }: Kept,
  audit: AuditEntry[],
): Pick<Store, "forget"> {
  return {
    forget: async (person, entry) => {
      const { objectId, userId } = person;
      const key = personKey(person);
      const own = [...runs.values()].filter((run) => personKey(run.requester) === key);
      const ended = own.filter(({ status }) => status.state !== "queued" && status.state !== "running");
      for (const { key } of [...conversations.values()].filter(
        (one) => one.personal && one.userId === userId,
      )) {
        clusters.delete(key);
        seen.delete(`welcome|${key}`);
      }
      for (const key of seen) if (key.startsWith(`exchange|${userId}|`)) seen.delete(key);
      remove(sentFiles.sent, (kept) => kept.userId === userId);
      const removed = {
        requests: ended.length,
        feedback: remove(feedback, (given) => personKey(given.person) === key),
        conversations: remove(conversations, (one) => one.userId === userId),
        questions:
          remove(waiting, (one) => one.userId === userId) +
          remove(claims, ({ question, closed }) => closed && question.conversation.userId === userId),
        watches: removeName(watches, key),
        running: own.length - ended.length,
      };
      places.delete(key);
      names.delete(key);
      remove(volunteers, ({ requester }) => personKey(requester) === key);
      if (mode.current.setBy && personKey(mode.current.setBy) === key)
        mode.current = { ...mode.current, setBy: nobody };
      for (const { id } of ended) {
        runs.delete(id);
        remove(feedback, ({ runId }) => runId === id);
      }
      for (const [id, run] of runs) runs.set(id, withoutName(run, objectId));
      audit.push(copy(entry(removed)));
      return removed;
    },
  };
}

export function guessesOf(audit: AuditEntry[], now: () => Date): GuessStore {
  const guesses = new Map<string, { began: number; count: number }>();
  const countOf = (person: string, { milliseconds }: GuessLimit) => {
    const kept = guesses.get(person);
    const goesOn = kept !== undefined && now().getTime() - kept.began < milliseconds;
    return goesOn ? kept : { began: now().getTime(), count: 0 };
  };
  return {
    mayGuess: async (person, limit) => countOf(person, limit).count < limit.guesses,
    countGuess: async (person, limit, entry) => {
      const guess = countOf(person, limit);
      guess.count += 1;
      guesses.set(person, guess);
      if (guess.count === limit.guesses) audit.push(entry);
      return guess.count <= limit.guesses;
    },
  };
}

/** They go with their runs. */
export function digestsOf(runs: ReadonlyMap<string, Run>): DigestStore {
  const kept = new Map<string, KeptDigest>();
  return {
    keepDigest: async (digest) => {
      const clusterId = digest.clusterId.toLowerCase();
      const key = `${clusterId}|${digest.verdict}`;
      const before = kept.get(key);
      if (runs.has(digest.runId) && (before === undefined || before.takenAt <= digest.takenAt))
        kept.set(key, copy({ ...digest, clusterId }));
    },
    digestsOf: async (clusterId) =>
      [...kept.values()]
        .filter((each) => each.clusterId === clusterId.toLowerCase() && runs.has(each.runId))
        .map(copy),
  };
}

export function placesOf(places: Map<string, SaidPlace>): SaidPlaceStore {
  return {
    savePlace: async (of, said, notBefore) => {
      remove(places, ({ saidAt }) => saidAt < notBefore);
      places.set(personKey(of), copy(said));
    },
    placeSaid: async (of, notBefore) => {
      const said = places.get(personKey(of));
      return said === undefined || said.saidAt < notBefore ? null : copy(said);
    },
    forgetPlace: async (of) => void places.delete(personKey(of)),
  };
}
