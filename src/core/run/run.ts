// One piece of background work for one requester: a diagnosis, the access paths, or a command in the cluster.
import type { WhoMay } from "../access/who-may.ts";
import type { ChangeRequest } from "../command/change/change-request.ts";
import type { CommandRequest, CommandResult } from "../command/grammar/command-request.ts";
import { outputFormat } from "../command/output-format.ts";
import type { Diagnosis, Question } from "../diagnosis/diagnosis.ts";
import type { ArmWrite } from "../fix/write/arm-write.ts";
import type { Fix } from "../fix/write/fix.ts";
import type { DrawnPath } from "../path-diagram/drawn-path.ts";
import type { ReaderIdentity, Requester } from "../requester.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { Made } from "./drift.ts";
import { mayHaveChanged, type RunFailure } from "./failure.ts";
import type { Proposed } from "./proposed.ts";

// What a run that goes on is at, in the order of its steps.

export const runSteps = {
  diagnose: ["cluster", "around"],
  access: ["cluster", "around"],
  command: ["asking", "sending", "inCluster"],
  change: ["asking", "sending", "inCluster"],
  fix: ["asking"],
} as const;

export type RunStep = (typeof runSteps)[keyof typeof runSteps][number];

/**
 * What is asked of the objects that a look finds. `name`: as it was called; null: all that is listed. `wants`: the command
 * that was meant, with words in place of its name and namespace. `more`: so many replicas more than there are, or fewer.
 * `asked`: the line.
 */
export type Sought = Readonly<{ name: string | null; wants: string; more?: number; asked?: string }>;

export type RunTask =
  /**
   * `withoutInside`: nobody is to look inside the cluster for it. `forIncident`: the incident that it is begun for; nobody
   * asked, its requester stands for the channel. `question`: what the answer begins with.
   */
  | Readonly<{
      kind: "diagnose";
      client: Client;
      withoutInside?: true;
      forIncident?: string;
      question?: Question;
    }>
  /** `asksOf`: an address or a range, of which it is asked whether it is let in. */
  | Readonly<{ kind: "access"; client: Client; asksOf?: string }>
  /** `sought`: what is asked of the objects that it finds. */
  | Readonly<{ kind: "command"; request: CommandRequest; clusterAdmin: boolean; sought?: Sought }>
  /** Looked at first, then agreed on by others, then done once. `reason`: masked; `of`: the diagnosis that proposed it. */
  | Readonly<{
      kind: "change";
      request: ChangeRequest;
      clusterAdmin: boolean;
      reason: string | null;
      breakGlass?: true;
      of?: string;
    }>
  /** The repair that a diagnosis proved, made in Azure: looked at, agreed on and done like a change. */
  | Readonly<{
      kind: "fix";
      /** The run that proved it; of one that takes a fix back, the run that made that. */
      of: string;
      undoes?: true;
      /** Of one that takes a fix back: what that made. */
      made?: readonly Made[];
      /** The finding that told the cause. */
      check: string;
      /** Its lines and what they may cost; of one that takes a fix back, of the fix. */
      fix: Fix;
      writes: readonly ArmWrite[];
      /** From where it was diagnosed, and is again afterwards; `way`: as it was drawn. */
      seenFrom: Client;
      way: DrawnPath | null;
      /** Masked; absent where none was given. */
      reason?: string;
      breakGlass?: true;
    }>;

export type RunState =
  /** `ahead`: so many of the same person's are before it. */
  | Readonly<{ state: "queued"; ahead?: number }>
  /**
   * `step`: what it was at, at that ISO time; `diagnosis`: of the way alone, shown while the look inside goes on;
   * `offersFix`: as of one that has ended.
   */
  | Readonly<{
      state: "running";
      startedAt: string;
      operationId?: string;
      step?: Readonly<{ is: RunStep; at: string }>;
      diagnosis?: Diagnosis;
      offersFix?: true;
    }>
  /** What it would do was looked at: somebody has to agree. `returned`: agreed on before, and not done. */
  | Readonly<{ state: "pendingApproval"; returned?: Returned } & Proposed>
  /** Agreed on, and not begun. `waitsFor`: its requester has to sign in before. */
  | Readonly<{ state: "approved"; waitsFor?: "signIn" } & Proposed>
  /**
   * It is sent, or about to be: from here on nothing sends it again. `nonce`: by which the output of a command is known;
   * `made`: so many writes of a fix are done; `correlationId`: of Azure's activity log, of the newest; `goesOnAt`: ISO time
   * at which Azure was still at it.
   */
  | Readonly<
      {
        state: "applying";
        startedAt: string;
        nonce: string;
        operationId?: string;
        made?: number;
        correlationId?: string;
        goesOnAt?: string;
      } & Proposed
    >
  | Readonly<{
      state: "succeeded";
      finishedAt: string;
      result: CommandResult | null;
      diagnosis: Diagnosis | null;
      /** What was agreed on, and done. */
      proposed?: Proposed;
      /** The policy has a rule by which its proved repair may be made in Azure. */
      offersFix?: true;
      /** The same of the command that mends the cause inside the cluster. */
      offersChange?: true;
      /** Why neither is offered, though there is something that could be made. */
      notOffered?: WhyNotOffered;
      /** Versions of its objects afterwards, in their order; null where one is gone, or could not be read. */
      versionsAfter?: readonly (string | null)[];
      /** Who of its conversation may make the fix; left out where that is not known. */
      whoMay?: WhoMay;
    }>
  /** `made`: so many writes of a fix were done before. */
  | Readonly<{
      state: "failed";
      finishedAt: string;
      failure: RunFailure;
      proposed?: Proposed;
      made?: number;
    }>
  | Readonly<{ state: "denied"; finishedAt: string; failure: RunFailure; proposed?: Proposed }>
  | Readonly<{ state: "timedOut"; finishedAt: string; failure: RunFailure; proposed?: Proposed }>
  /**
   * The worker vanished and nobody can know how it ended; never run again by the machine. `seen`: of a change, whether its
   * objects differ from what was approved, when that was looked at afterwards.
   */
  | Readonly<{
      state: "lost";
      finishedAt: string;
      failure: RunFailure;
      proposed?: Proposed;
      seen?: Readonly<{ is: "changed" | "unchanged"; at: string }>;
      made?: number;
    }>
  /** `word`: why, masked. */
  | Readonly<{ state: "rejected"; finishedAt: string; by: Requester; word: string | null } & Proposed>
  | Readonly<{ state: "withdrawn"; finishedAt: string } & Proposed>
  /** Nobody, or not everybody, agreed in time; or it could not be done in that time. */
  | Readonly<{ state: "expired"; finishedAt: string } & Proposed>;

/**
 * Who is missing. `alone`: this is a chat with the bot alone. `tooFew`: of those who may agree so many are here, without
 * whoever asked. `noAsker`: members of these groups may ask for it, and none is here; empty: nobody may. `mayNotSend`: whoever
 * had it diagnosed may send no command in Azure.
 */
export type WhyNotOffered = Readonly<
  | { is: "alone"; groups: readonly string[] }
  | { is: "tooFew"; groups: readonly string[]; count: number; here: number }
  | { is: "noAsker"; groups: readonly string[] }
  | { is: "mayNotSend"; action: string }
>;

/** It was to be done as this person, who had no sign-in by then, or of whom Azure did not tell what they may. */
export type Returned = Readonly<{ to: Requester; why: "signIn" | "rights" }>;

export type RunStateName = RunState["state"];

type RunFacts = Readonly<{
  /** Short and opaque, for people and cards: `R-` and ten base32 characters. */
  id: string;
  /** The question named none; its cards say first that this one was spoken of before, or is the only one its requester sees. */
  cluster: Readonly<{ id: string; name: string; remembered?: true; only?: true }>;
  /** Who may see the output: everyone in the thread, or the requester alone. */
  show: "thread" | "personal";
  /** The policy rule that allowed it. */
  rule: string;
  createdAt: string;
  /** Where the answer belongs; the Teams edge's own, opaque to everyone else. */
  conversation: ConversationRef;
  /** Id of the incident in whose thread it was asked for. */
  incident?: string;
  status: RunState;
  /** What was done since: looked up when its card is shown, and not kept with it. */
  stamp?: Stamp;
}>;

/** Somebody asked for it, or lets the bot ask as them. */
export type PersonsRun = RunFacts & Readonly<{ requester: Requester; task: RunTask }>;

/** Nobody did: the bot's own read-only identity reads Azure for an incident. Its task is a diagnosis. */
export type ReadersRun = RunFacts & Readonly<{ requester: ReaderIdentity; task: RunTask; incident: string }>;

export type Run = PersonsRun | ReadersRun;

export const isReadersRun = (run: Run): run is ReadersRun => run.requester.isReader === true;

/**
 * What was done about what a diagnosis has found, or a fix has made. `fixed`: a diagnosis reached the cluster after it;
 * `at`: ISO time, UTC.
 */
export type Stamp = Readonly<{ is: "fixed" | "made" | "undone"; at: string; by: string }>;

/** A Teams conversation as the Teams edge stored it: JSON, opaque outside `doors/teams/`. */
export type ConversationRef = Readonly<Record<string, unknown>> &
  Readonly<{ key: string; userId: string; personal: boolean }>;

// Where whoever asked stands, as a run keeps it.

/** Nothing is said of it where something is done in a cluster; a fix is seen from where it was proved. */
export const clientOf = ({ task }: Pick<Run, "task">): Client =>
  "client" in task ? task.client : task.kind === "fix" ? task.seenFrom : {};

// Somebody was asked to make the fix of a diagnosis.

/** One a run and person. `askedAt`: ISO time, UTC. */
export type FixAsk = Readonly<{ runId: string; objectId: string; askedAt: string }>;

// The whole output of a command as a file: what is kept of it, masked as it is.

/** `bytes`: of it in UTF-8. */
export type OutputFile = Readonly<{ name: string; text: string; bytes: number }>;

/** Null where nothing is kept, or nothing was printed. */
export function outputFile({ id, cluster, task, status }: Run): OutputFile | null {
  if (task.kind !== "command" || status.state !== "succeeded" || status.result === null) return null;
  const { argv, verb, filters } = task.request;
  const text = status.result.output;
  if (text === "") return null;
  const format = outputFormat(argv);
  const ending = filters.length === 0 && (format === "json" || format === "yaml") ? format : "txt";
  return {
    name: `${plainName(cluster.name)}-${plainName(verb)}-${id}.${ending}`,
    text,
    bytes: new TextEncoder().encode(text).length,
  };
}

/** OneDrive takes few characters in a name. */
export const plainName = (word: string): string => word.replace(/[^A-Za-z0-9_-]+/g, "-");

// Which run state may follow which. Anything that is not listed here cannot happen.

/**
 * Allowed moves. `running` follows itself, when the provider's operation id is known and as it goes on; so does
 * `applying`. `pendingApproval` follows itself when one of several has agreed, `approved` when it waits for a sign-in; the
 * former follows the latter when whoever was to do it is signed out by then.
 * `lost` may follow `queued`: a worker can vanish after it took the job and before it wrote `running`. What changes
 * something is sent in `applying` alone, which nothing leads back to. Ends have no way out.
 */
const nextStates: Readonly<Record<RunStateName, readonly RunStateName[]>> = {
  queued: ["running", "failed", "denied", "lost"],
  running: ["running", "pendingApproval", "succeeded", "failed", "denied", "timedOut", "lost"],
  pendingApproval: ["pendingApproval", "approved", "rejected", "withdrawn", "expired", "denied"],
  approved: [
    "pendingApproval",
    "approved",
    "applying",
    "rejected",
    "withdrawn",
    "expired",
    "failed",
    "denied",
  ],
  applying: ["applying", "succeeded", "failed", "denied", "timedOut", "lost"],
  succeeded: [],
  failed: [],
  denied: [],
  timedOut: [],
  lost: [],
  rejected: [],
  withdrawn: [],
  expired: [],
};

/** Nothing more comes of it. */
export const hasEnded = (state: RunStateName): boolean => nextStates[state].length === 0;

/** It has ended, and nothing was changed. */
export const cameToNothing = (status: RunState): boolean =>
  "failure" in status
    ? !mayHaveChanged(status.failure.done)
    : ["rejected", "withdrawn", "expired"].includes(status.state);

export const runStates = Object.keys(nextStates) as readonly RunStateName[];

/** Something more comes of it, sooner or later. */
export const openStates: readonly RunStateName[] = runStates.filter((state) => !hasEnded(state));

/** A worker has it in hand, or one is to take it. */
export const isWorkedOn = (state: RunStateName): boolean => !hasEnded(state) && state !== "pendingApproval";

/** True when a run in state `from` may become `to`. */
export const canMove = (from: RunStateName, to: RunStateName): boolean => nextStates[from].includes(to);

/**
 * Those of `from` that may become `to`. Throws when there is none: a move that can never happen is a mistake in
 * our code, not of a person.
 */
export function movableFrom(from: readonly RunStateName[], to: RunStateName): readonly RunStateName[] {
  const possible = from.filter((state) => canMove(state, to));
  if (possible.length === 0)
    throw new Error(`A run cannot move from ${from.join(" or ") || "nothing"} to ${to}.`);
  return possible;
}
