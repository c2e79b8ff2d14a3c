// Files that people send to be applied, kept for an hour and for what they are approved for; part of the ports.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { SentFile } from "../core/command/file/sent-file.ts";

/** `text`: what goes to the cluster. `userId`: of Teams. `at`: ISO time, UTC. */
export type KeptSentFile = Readonly<{ userId: string; file: SentFile; text: string; at: string }>;

/** So long a file may be named after it was sent; a change that was asked for keeps its own until it ends. */
export const fileKeptMilliseconds = 60 * 60_000;

/** Of one person at once; the oldest goes first. */
export const mostKept = 5;

export interface SentFileStore {
  /** False where no key is there to seal them with: then none is kept. */
  keepsFiles(): boolean;
  /** In place of what this person sent under this name before; of one person `mostKept`. */
  keepFile(sent: KeptSentFile, audit: AuditEntry): Promise<void>;
  /** Null where this person has sent none of this name since `notBefore`. */
  sentFile(userId: string, name: string, notBefore: string): Promise<SentFile | null>;
  /** What goes to the cluster for this run; null where it is gone, or cannot be opened. */
  fileOfRun(runId: string): Promise<string | null>;
}
