// What every use case works with: the ports, the policy in force, and the means to make ids.
import type { Policy, PolicyState } from "../../core/policy/policy.ts";
import type { Requester } from "../../core/requester.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { ArmWriter } from "./arm-writer.ts";
import type {
  ChallengePage,
  ClusterReader,
  CommandTransport,
  Credentials,
  Directory,
  ReaderCredential,
  RequesterCredential,
} from "./azure.ts";
import type { Files, Reports } from "./files.ts";
import type { Places } from "./incidents.ts";
import type { OnCall } from "./on-call.ts";
import type { Messenger } from "./outbox.ts";
import type { GroupReader, RoleReader, Roster } from "./role-reader.ts";
import type { Store } from "./store.ts";
import type { Telemetry } from "./telemetry.ts";
import type { TextWork } from "./text-work.ts";

// How long somebody waits for what can be left out, or told later.

/** In milliseconds. */
export type Timeouts = Readonly<{
  /** A card, for the names of people on it. */
  names: number;
  /** Whoever presses, for an answer. */
  press: number;
  /** Whoever asks, for a card that says what the answer waits for. */
  waiting: number;
  /** Whoever sees the card of a run, for the step that it is at. */
  progress: number;
}>;

/** Clients give up on a press after about ten seconds; we answer well before that and go on by ourselves. */
export const timeouts: Timeouts = { names: 2_000, press: 2_500, waiting: 700, progress: 3_000 };

export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

/** Constant message, fields beside it; never tokens, command output or unredacted arguments. */
export type Log = Readonly<
  Record<"info" | "warn" | "error", (message: string, fields: Record<string, unknown>) => void>
>;

/** Calls `act` after so long, unless what it gives is called before. Keeps no process alive. */
export type Later = (milliseconds: number, act: () => void) => () => void;

export type Services = Readonly<{
  store: Store;
  messenger: Messenger;
  places: Places;
  credentials: Credentials;
  /** What operators let read new incidents where nobody stands for their channel; null: nothing, as it is by default. */
  readOnlyIdentity: ReaderCredential | null;
  directory: Directory;
  reader: ClusterReader;
  roleReader: RoleReader;
  groups: GroupReader;
  roster: Roster;
  onCall: OnCall;
  transport: CommandTransport;
  armWriter: ArmWriter;
  textWork: TextWork;
  files: Files;
  reports: Reports;
  clock: Clock;
  later: Later;
  policy: () => Policy;
  policyVersion: () => PolicyState;
  log: Log;
  telemetry: Telemetry;
  timeouts: Timeouts;
  /** A new opaque id with this prefix. */
  newId: (prefix: string) => string;
  /** From 0 to 1. */
  chance: () => number;
  /** How many days outputs and the audit trail are kept. */
  retention: Readonly<{ outputDays: number; auditDays: number }>;
  /** Teams' id of the channel in which whoever runs the product reads; null: none. */
  operatorsChannel: string | null;
  /** Deep link to the person's chat with the bot. */
  personalChatUrl: string;
  /** Where whoever runs the product has put its documents; empty where nobody said. */
  docsUrl: string;
  /** How long after its end an incident is opened again by an alert. */
  joinHours: number;
  /** Null where operators have set no address of it. */
  challengePage: ChallengePage | null;
}>;

/** Who asks and where the answer belongs: copied out of the turn, which is dead by the time it is used. */
export type ConversationContext = Readonly<{
  userId: string;
  requester: Requester;
  conversation: ConversationRef;
  /** The key of the question that is to be answered, once. */
  question?: string;
  /** The message that the answer takes the place of. */
  editing?: string;
  /** The incident on whose card it was asked. */
  incident?: string;
  /**
   * A card may say meanwhile that the question goes on. `card`: the id of the run that comes of it, so that the answer
   * takes that card's place; `since`: ISO time of the question; `stop`: says no more, and whether anything was said.
   */
  waiting?: Readonly<{ card: string; since: string; stop: () => Promise<boolean> }>;
}>;

/** Something that somebody asks for. `asked`: as it was sent, as far as it may be shown and kept. */
export type UserRequest = Readonly<{ services: Services; asker: ConversationContext; asked: string }>;

/** The same of somebody who is signed in. */
export type SignedInRequest = UserRequest & Readonly<{ credential: RequesterCredential }>;
