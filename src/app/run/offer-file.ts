// The whole output as a file: offered in the presser's own chat, and put into their OneDrive once they say yes. Asked
// like a page of it, at the press and again at the yes; nothing but the masked text that is kept.

import { commandText } from "../../core/command/grammar/command-request.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { type Content, messageWith } from "../../core/delivery/message.ts";
import { type OutputFile, outputFile, type Run } from "../../core/run/run.ts";
import { storedRun, whyNotReadable } from "../identity/authorize.ts";
import type { KeptFile } from "../ports/files.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

const action = "output.file";
/** As long as a choice waits. */
const waitMilliseconds = 60 * 60_000;

type Answered = Readonly<{ text: Notice; begin?: () => Promise<void> }>;

export async function offerFile(
  services: Services,
  asker: ConversationContext,
  runId: string | undefined,
): Promise<Answered> {
  if (!services.files.possible) return { text: notice("noFilesHere") };
  const run = await storedRun(services, runId);
  if (!run) return { text: notice("notHere") };
  const why = await whyNotReadable(services, asker, run, { action, detail: { stage: "offer" } });
  if (why !== null) return { text: why };
  const file = outputFile(run);
  if (file === null) return { text: notice("outdated") };
  return { text: notice("offeringFile"), begin: () => offer(services, asker, run, file) };
}

async function offer(
  services: Services,
  asker: ConversationContext,
  run: Run,
  file: OutputFile,
): Promise<void> {
  const { store, messenger, newId, clock } = services;
  const { conversation, question, userId } = asker;
  const chat = conversation.personal ? conversation : await messenger.personalChat(conversation);
  const write = (to: ConversationContext["conversation"], content: Content) =>
    store.tell(question ?? null, [messageWith(newId("M"), to, content)]);
  if (chat === null) {
    await write(conversation, { show: "answer", answer: noChat(services, run) });
    return;
  }
  const pending = newId("Q");
  const createdAt = clock.now().toISOString();
  await store.savePending({
    ...{ id: pending, userId, reason: "file", text: run.id },
    ...{ conversation: chat, createdAt },
  });
  const { name, bytes } = file;
  await write(chat, { show: "offerFile", pending, name, bytes, asked: askedOf(run) });
}

const askedOf = ({ task, cluster }: Run): string =>
  task.kind === "command" ? `${commandText(task.request)} on ${cluster.name}` : "";

const noChat = ({ personalChatUrl }: Services, run: Run): Answer => ({
  kind: "failure",
  asked: askedOf(run),
  failure: {
    code: "noPersonalChat",
    happened: { is: "noChatForFile", url: personalChatUrl },
    done: "nothingSent",
  },
  id: null,
});

/** `file`: where Teams lets it be put; null where they said no. */
export type FileConsent = Readonly<{
  pending: string;
  file: (KeptFile & Readonly<{ uploadUrl: string }>) | null;
}>;

/** The card that asked is edited into what became of it. Its offer is good once, for whom it was made to. */
export async function takeFileConsent(
  services: Services,
  asker: ConversationContext,
  { pending, file }: FileConsent,
  messageId: string | null,
): Promise<void> {
  const { store, newId, clock } = services;
  const notBefore = new Date(clock.now().getTime() - waitMilliseconds).toISOString();
  const [offered] = await store.takePending({ id: pending, userId: asker.userId }, notBefore);
  const content =
    offered?.reason !== "file"
      ? refused(notice("fileGone"))
      : file === null
        ? noted(notice("fileDeclined"))
        : await send(services, asker, await storedRun(services, offered.text), file);
  await store.tell(asker.question ?? null, [
    messageWith(newId("M"), asker.conversation, content, { messageId }),
  ]);
}

async function send(
  services: Services,
  asker: ConversationContext,
  run: Run | null,
  { uploadUrl, ...kept }: NonNullable<FileConsent["file"]>,
): Promise<Content> {
  const { files } = services;
  const file = run && outputFile(run);
  if (run === null || file === null) return refused(notice("fileGone"));
  const detail = { stage: "send", bytes: file.bytes };
  // It was offered to them: so they may know of it, wherever it was asked.
  const why = await whyNotReadable(services, asker, run, { action, detail, isKnown: true });
  if (why !== null) return refused(why);
  if (!files.isTrusted(uploadUrl) || !files.isTrusted(kept.contentUrl))
    return refused(notice("fileElsewhere"));
  const put = await files.put(uploadUrl, file.text);
  return put.ok ? { show: "file", ...kept } : refused({ is: "fileNotTaken", code: put.code });
}

const refused = (reason: Notice): Content => ({ show: "answer", answer: { kind: "pressRefused", reason } });
const noted = (text: Notice): Content => ({ show: "answer", answer: { kind: "noted", text } });
