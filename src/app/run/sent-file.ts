// What a change sends along: the very bytes that were approved, or nothing at all.
import { createHash } from "node:crypto";
import type { ChangeTask } from "../../core/change/agreed-task.ts";
import type { NotTaken } from "../../core/command/change/file-problem.ts";
import type { ReadFile } from "../../core/command/change/read-sent-file.ts";
import { fileNameOf, type SentFile } from "../../core/command/change/sent-file.ts";
import { type AnyCommand, parseCommand } from "../../core/command/parse-command.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { redactShort, redactValues } from "../../core/redact/redact.ts";
import type { Done, RunFailure } from "../../core/run/failure.ts";
import type { Run } from "../../core/run/run.ts";
import { answerMessage, enqueueAnswer } from "../delivery/outbox-messages.ts";
import { auditEntry, authorize } from "../identity/authorize.ts";
import { isMendedBySignIn, signInCard } from "../identity/sign-in.ts";
import type { CommandLine } from "../ports/azure.ts";
import { type AttachedFile, fileKeptMilliseconds } from "../ports/files.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

// A file that was read as what is kept of it: what is said about it, and what goes to the cluster, told by its hash.

type Read = Readonly<{ ok: true; sent: Readonly<{ file: SentFile; text: string }> }> | NotTaken;

const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** `name`: by which it is spoken of. */
export function fileOf(name: string, read: ReadFile): Read {
  if (!read.ok) return read;
  const { objects, text } = read;
  const file = { name, sha256: sha256Of(text), bytes: Buffer.byteLength(text), objects };
  return { ok: true, sent: { file, text } };
}

type OfRun = Readonly<Pick<CommandLine, "file">> | Readonly<{ failure: RunFailure }>;

/** `done`: what is so where the file is not there any more, or is another one. */
export async function fileOfRun(
  { store }: Services,
  { id }: Run,
  { request: { file } }: ChangeTask,
  done: Done,
): Promise<OfRun> {
  if (file === undefined) return {};
  const text = await store.fileOfRun(id);
  return text !== null && sha256Of(text) === file.sha256
    ? { file: { name: file.name, text } }
    : { failure: { code: "fileGone", happened: { is: "sentFileGone", name: file.name }, done } };
}

// A command that names a file is read again with what whoever typed it has sent under that name.

export async function parseWithFile(
  { store, clock }: Services,
  { userId }: ConversationContext,
  command: string,
): Promise<AnyCommand> {
  const parsed = parseCommand(command);
  if (parsed.ok || parsed.reason.is !== "fileUnknown") return parsed;
  const notBefore = new Date(clock.now().getTime() - fileKeptMilliseconds).toISOString();
  const file = await store.sentFile(userId, parsed.reason.name, notBefore);
  return file === null ? parsed : parseCommand(command, file);
}

// A message with a file: the file is taken first; a command beside it that names the file is then answered as any other.

/** `go`: answers the text. */
export async function answerFile(
  services: Services,
  asker: ConversationContext,
  attached: readonly AttachedFile[],
  text: string,
  go: () => Promise<void>,
): Promise<void> {
  const asked = attached[0]?.name ?? "";
  const said = (answer: TakenAnswer): TakenAnswer => (text === "" ? answer : { ...answer, unanswered: true });
  const right = await authorize(services, asker, { kind: "sendFile" }, "attach");
  if (!right.ok && right.refusal.kind === "mode")
    return enqueueAnswer(services, asker, { kind: "closed", asked, reason: right.refusal.reason });
  if (!right.ok && right.refusal.kind === "signIn") {
    const { failure } = right.refusal;
    if (!isMendedBySignIn(failure))
      return enqueueAnswer(services, asker, { kind: "signInFailed", asked, failure });
    const refused = await refuseFile(services, asker, attached, { is: "fileSignInFirst" });
    return tellWithSignIn(services, asker, said(refused));
  }
  const answer = right.ok
    ? await takeFile(services, asker, attached)
    : await refuseFile(services, asker, attached, { is: "fileNotAllowed" });
  const goesOn = answer.kind === "fileKept" && text.includes(answer.file.name);
  if (goesOn) return go();
  return enqueueAnswer(services, asker, said(answer));
}

/** Nothing waits for the sign-in: where a file can be read from holds for some minutes alone. */
async function tellWithSignIn(
  services: Services,
  asker: ConversationContext,
  answer: TakenAnswer,
): Promise<void> {
  const { store } = services;
  const card = signInCard(services, asker.conversation, answer.kind === "fileRefused" ? answer.name : "");
  await store.tell(asker.question ?? null, [answerMessage(services, asker, answer), card]);
}

// A file that somebody sent: read as objects, kept sealed for an hour under its name, and answered with what it holds. Nothing
// of it goes to any cluster before a command names it.

/** Of a name that is not taken, too. In UTF-16 code units. */
const longestName = 120;

type Refused = Extract<Answer, { kind: "fileRefused" }>["why"];
type Taken = Readonly<{ file: SentFile; text: string }> | Readonly<{ why: Refused }>;

type TakenAnswer = Extract<Answer, { kind: "fileKept" | "fileRefused" }>;

/** Nothing of it is kept. */
async function refuseFile(
  services: Services,
  asker: ConversationContext,
  [only]: readonly AttachedFile[],
  why: Refused,
): Promise<TakenAnswer> {
  await services.store.appendAudit(entry(services, asker, "refused", { code: why.is }));
  return { kind: "fileRefused", name: redactShort(only?.name ?? "", longestName), why: redactValues(why) };
}

async function takeFile(
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
