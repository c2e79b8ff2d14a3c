// Where Teams keeps files: those that people send to the bot, and those that it puts into the OneDrive of a person who was
// asked before. Part of the ports.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { SentFile } from "../../core/command/change/sent-file.ts";
import type { IncidentStory } from "../../core/conversation/answer.ts";
import type { ConversationRef } from "../../core/run/run.ts";

/** A file as its person's OneDrive keeps it, in Teams' words. */
export type KeptFile = Readonly<{ name: string; contentUrl: string; uniqueId: string; fileType: string }>;

/** A file in a message, in Teams' words. `downloadUrl`: good for some minutes, for whoever has it. */
export type AttachedFile = Readonly<{ name: string; downloadUrl: string }>;

type NotGot = Readonly<
  { is: "fileNotGot"; code: string } | { is: "fileTooLong"; most: number } | { is: "fileNoText" }
>;

export interface Files {
  /** False in clouds in which Teams takes no files from bots. */
  readonly possible: boolean;
  /** Whether Teams' own storage is meant: nothing of an output goes anywhere else. */
  isTrusted(url: string): boolean;
  /** The text of a file that was sent; no more than the longest that is taken is read of it. Never throws. */
  get(downloadUrl: string): Promise<Readonly<{ ok: true; text: string } | { ok: false; why: NotGot }>>;
  /** One request, never repeated. Never throws. */
  put(
    uploadUrl: string,
    content: string | Uint8Array,
  ): Promise<Readonly<{ ok: true } | { ok: false; code: string }>>;
}

/** A report of an incident as a file; made by the presenters, in the language of whoever reads it there. */
export interface Reports {
  write(story: IncidentStory, format: ReportFormat, reader: ConversationRef): Promise<Uint8Array>;
}

export const reportFormats = ["docx", "md"] as const;
export type ReportFormat = (typeof reportFormats)[number];

// Files that people send to be applied, kept for an hour and for what they are approved for; part of the ports.

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
