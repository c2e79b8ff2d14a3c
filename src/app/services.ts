// What every use case works with: the ports, the policy in force, and the means to make ids.
import type { Policy } from "../core/policy/policy.ts";
import type { Requester } from "../core/requester.ts";
import type { ConversationRef } from "../core/run/run.ts";
import type {
  Clock,
  ClusterReader,
  CommandTransport,
  Credentials,
  Directory,
  Notifier,
  Store,
} from "./ports.ts";
import type { Places } from "./ports-incidents.ts";

/** Constant message, fields beside it; never tokens, command output or unredacted arguments. */
export type Log = Readonly<
  Record<"info" | "warn" | "error", (message: string, fields: Record<string, unknown>) => void>
>;

export type Services = Readonly<{
  store: Store;
  notifier: Notifier;
  places: Places;
  credentials: Credentials;
  directory: Directory;
  reader: ClusterReader;
  transport: CommandTransport;
  clock: Clock;
  policy: () => Policy;
  /** Its version, and the versions that other replicas decide by where they differ. */
  policyVersion: () => Readonly<{ version: string; others: readonly string[] }>;
  log: Log;
  /** A new opaque id with this prefix. */
  newId: (prefix: string) => string;
  /** How many days outputs and the audit trail are kept. */
  retention: Readonly<{ outputDays: number; auditDays: number }>;
  /** Deep link to the person's chat with the bot. */
  personalChatUrl: string;
}>;

/** Who asks and where the answer belongs: copied out of the turn, which is dead by the time it is used. */
export type Asker = Readonly<{ userId: string; requester: Requester; conversation: ConversationRef }>;
