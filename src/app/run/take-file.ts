// A file that somebody sent: read as objects, kept sealed for an hour under its name, and answered with what it holds. Nothing
// of it goes to any cluster before a command names it.

import { fileNameOf, type SentFile } from "../../core/command/change/sent-file.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { redactShort, redactValues } from "../../core/redact/redact.ts";
import { auditEntry } from "../identity/audit-entry.ts";
import { type AttachedFile, fileKeptMilliseconds } from "../ports/files.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { fileOf } from "./sent-file.ts";

/** Of a name that is not taken, too. In UTF-16 code units. */
const longestName = 120;

type Refused = Extract<Answer, { kind: "fileRefused" }>["why"];
type Taken = Readonly<{ file: SentFile; text: string }> | Readonly<{ why: Refused }>;

export type TakenAnswer = Extract<Answer, { kind: "fileKept" | "fileRefused" }>;

/** Nothing of it is kept. */
export async function refuseFile(
  services: Services,
  asker: ConversationContext,
  [only]: readonly AttachedFile[],
  why: Refused,
): Promise<TakenAnswer> {
  await services.store.appendAudit(entry(services, asker, "refused", { code: why.is }));
  return { kind: "fileRefused", name: redactShort(only?.name ?? "", longestName), why: redactValues(why) };
}

export async function takeFile(
  services: Services,
  asker: ConversationContext,
  attached: readonly AttachedFile[],
): Promise<TakenAnswer> {
  const taken = await take(services, attached);
  if ("why" in taken) return refuseFile(services, asker, attached, taken.why);
  const { file, text } = taken;
  const at = services.clock.now();
  await services.store.keepFile(
    { userId: asker.userId, file, text, at: at.toISOString() },
    entry(services, asker, "recorded", whatIsSent(file)),
  );
  const until = new Date(at.getTime() + fileKeptMilliseconds).toISOString();
  return { kind: "fileKept", file, until };
}

async function take({ store, files, textWork }: Services, attached: readonly AttachedFile[]): Promise<Taken> {
  const [only, ...more] = attached;
  if (only === undefined || more.length > 0) return { why: { is: "fileNotAlone" } };
  if (!store.keepsFiles()) return { why: { is: "fileNoKey" } };
  const name = fileNameOf(only.name);
  if (name === null) return { why: { is: "fileEnding" } };
  if (!files.isTrusted(only.downloadUrl)) return { why: { is: "fileFromElsewhere" } };
  const got = await files.get(only.downloadUrl);
  if (!got.ok) return { why: got.why };
  const done = await textWork.readFile(got.text);
  if (!done.ok) return { why: { is: "fileNotReadNow" } };
  const read = fileOf(name, done.read);
  return read.ok ? read.sent : read;
}

/** Of a file, for the trail. */
const whatIsSent = ({ name, sha256, bytes, objects }: SentFile) => ({
  ...{ file: name, sha256, bytes },
  objects: objects.length,
});

const entry = (
  { clock }: Services,
  { requester }: ConversationContext,
  outcome: "recorded" | "refused",
  detail: Parameters<typeof auditEntry>[2]["detail"],
) => auditEntry(clock, requester, { action: "file.take", outcome, ...(detail && { detail }) });
