// One piece of background work for one requester: a diagnosis, the ways in, or a command in the cluster.
import type { WhoMay } from "../access/who-may.ts";
import type { CommandRequest, CommandResult } from "../command/command-request.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Requester } from "../requester.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { RunFailure } from "./failure.ts";
import type { RunStep } from "./run-step.ts";

export type RunTask =
  /** `withoutInside`: nobody is to look inside the cluster for it. */
  | Readonly<{ kind: "diagnose"; client: Client; withoutInside?: true }>
  /** `asksOf`: an address or a range, of which it is asked whether it is let in. */
  | Readonly<{ kind: "access"; client: Client; asksOf?: string }>
  | Readonly<{ kind: "command"; request: CommandRequest; clusterAdmin: boolean }>;

export type RunState =
  /** `ahead`: so many of the same person's are before it. */
  | Readonly<{ state: "queued"; ahead?: number }>
  /** `step`: what it was at, at that ISO time; `diagnosis`: of the way alone, shown while the look inside goes on. */
  | Readonly<{
      state: "running";
      startedAt: string;
      operationId?: string;
      step?: Readonly<{ is: RunStep; at: string }>;
      diagnosis?: Diagnosis;
    }>
  | Readonly<{
      state: "succeeded";
      finishedAt: string;
      result: CommandResult | null;
      diagnosis: Diagnosis | null;
      /** Who of its conversation may make the fix; left out where that is not known. */
      whoMay?: WhoMay;
    }>
  | Readonly<{ state: "failed"; finishedAt: string; failure: RunFailure }>
  | Readonly<{ state: "denied"; finishedAt: string; failure: RunFailure }>
  | Readonly<{ state: "timedOut"; finishedAt: string; failure: RunFailure }>
  /** The worker vanished and nobody can know how it ended; never run again by the machine. */
  | Readonly<{ state: "lost"; finishedAt: string; failure: RunFailure }>;

export type RunStateName = RunState["state"];

export type Run = Readonly<{
  /** Short and opaque, for people and cards: `R-` and ten base32 characters. */
  id: string;
  requester: Requester;
  /** The question named none; its cards say first that this one was spoken of before, or is the only one its asker sees. */
  cluster: Readonly<{ id: string; name: string; remembered?: true; only?: true }>;
  task: RunTask;
  /** Who may see the output: everyone in the thread, or the requester alone. */
  show: "thread" | "personal";
  /** The policy rule that allowed it. */
  rule: string;
  createdAt: string;
  /** Where the answer belongs; the Teams edge's own, opaque to everyone else. */
  conversation: ConversationRef;
  status: RunState;
}>;

/** A Teams conversation as the Teams edge stored it: JSON, opaque outside `bot/`. */
export type ConversationRef = Readonly<Record<string, unknown>> &
  Readonly<{ key: string; userId: string; personal: boolean }>;
