// Files that people sent, in memory.

import { type KeptSentFile, mostKept } from "../../src/app/ports/files.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { hasEnded, type Run } from "../../src/core/run/run.ts";

export type MemorySentFiles = Readonly<{
  sent: Map<string, KeptSentFile>;
  ofRuns: Map<string, KeptSentFile>;
}>;

export const memorySentFiles = (): MemorySentFiles => ({ sent: new Map(), ofRuns: new Map() });

const keyOf = (userId: string, name: string): string => `${userId}|${name}`;

export const sentFilesOf = (
  { sent, ofRuns }: MemorySentFiles,
  audit: AuditEntry[],
): Pick<Store, "keepsFiles" | "keepFile" | "sentFile" | "fileOfRun"> => ({
  keepsFiles: () => true,
  keepFile: async (kept, entry) => {
    sent.delete(keyOf(kept.userId, kept.file.name));
    sent.set(keyOf(kept.userId, kept.file.name), structuredClone(kept));
    const mine = [...sent].filter(([, { userId }]) => userId === kept.userId);
    for (const [key] of mine.slice(0, -mostKept)) sent.delete(key);
    audit.push(structuredClone(entry));
  },
  sentFile: async (userId, name, notBefore) => {
    const kept = sent.get(keyOf(userId, name));
    return kept !== undefined && kept.at >= notBefore ? kept.file : null;
  },
  fileOfRun: async (runId) => ofRuns.get(runId)?.text ?? null,
});

export function bindFile({ sent, ofRuns }: MemorySentFiles, { id, task, conversation }: Run): void {
  const file = task.kind === "change" ? task.request.file : undefined;
  const kept = file && sent.get(keyOf(conversation.userId, file.name));
  if (kept !== undefined && kept.file.sha256 === file?.sha256) ofRuns.set(id, kept);
}

export function dropFile({ ofRuns }: MemorySentFiles, id: string, state: Run["status"]["state"]): void {
  if (hasEnded(state)) ofRuns.delete(id);
}
