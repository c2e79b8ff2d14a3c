// The whole output of a command, or the report of an incident, as a file: offered in somebody's own chat, and put into their
// OneDrive once they say yes. Their rights are asked at the press and again at the yes; an output is the masked text.

import { commandText } from "../../core/command/grammar/command-request.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { type Content, messageWith } from "../../core/delivery/message.ts";
import { outputFile, plainName, type Run } from "../../core/run/run.ts";
import { storedRun, whyNotReadable } from "../identity/authorize.ts";
import { incidentHere } from "../incident/incident-card.ts";
import { storyFor } from "../incident/story.ts";
import { type KeptFile, type ReportFormat, reportFormats } from "../ports/files.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

const action = "output.file";
/** As long as a choice waits. */
const waitMilliseconds = 60 * 60_000;

type Answered = Readonly<{ text: Notice; begin?: () => Promise<void> }>;

/** A file that may be asked for: what it is of, and how it is made once that is known. */
type Wanted = Readonly<{
  /** What finds it again when its person has said yes. */
  id: string;
  asked: string;
  name: string;
  content: string | Uint8Array;
}>;

type Found = Readonly<{ ok: true; file: Wanted } | { ok: false; why: Notice }>;

/** `id`: of a run, or of an incident with the format of its report. */
export async function offerFile(
  services: Services,
  asker: ConversationContext,
  id: string | undefined,
): Promise<Answered> {
  if (!services.files.possible) return { text: notice("noFilesHere") };
  const found = await fileOf(services, asker, id ?? "", "offer");
  if (!found.ok) return { text: found.why };
  return { text: notice("offeringFile"), begin: () => offer(services, asker, found.file) };
}

const fileOf = (
  services: Services,
  asker: ConversationContext,
  id: string,
  stage: "offer" | "send",
): Promise<Found> =>
  id.startsWith("I-") ? reportFile(services, asker, id, stage) : fileOfRun(services, asker, id, stage);

async function fileOfRun(
  services: Services,
  asker: ConversationContext,
  id: string,
  stage: "offer" | "send",
): Promise<Found> {
  const run = await storedRun(services, id);
  if (!run) return { ok: false, why: notice(stage === "offer" ? "notHere" : "fileGone") };
  const file = outputFile(run);
  // When it is sent it was offered to them: so they may know of it, wherever it was asked.
  const known = stage === "send" ? { isKnown: true } : {};
  const detail = { stage, ...(stage === "send" && file !== null ? { bytes: file.bytes } : {}) };
  if (stage === "send" && file === null) return { ok: false, why: notice("fileGone") };
  const why = await whyNotReadable(services, asker, run, { action, detail, ...known });
  if (why !== null) return { ok: false, why };
  if (file === null) return { ok: false, why: notice("outdated") };
  return { ok: true, file: { id, asked: askedOf(run), name: file.name, content: file.text } };
}

const isFormat = (word: string | undefined): word is ReportFormat =>
  reportFormats.some((format) => format === word);

async function reportFile(
  services: Services,
  asker: ConversationContext,
  wanted: string,
  stage: "offer" | "send",
): Promise<Found> {
  const [id = "", format] = wanted.split(" ");
  const incident =
    stage === "send" ? await services.store.incident(id) : await incidentHere(services, asker, id);
  if (!incident || !isFormat(format))
    return { ok: false, why: notice(stage === "offer" ? "outdated" : "fileGone") };
  const story = await storyFor(services, asker, incident, "incident.report");
  if ("text" in story) return { ok: false, why: story.text };
  const content = await services.reports.write(story, format, asker.conversation);
  const name = `${id}-${plainName(incident.cluster.name)}.${format}`;
  return { ok: true, file: { id: wanted, asked: `report ${id}`, name, content } };
}

async function offer(services: Services, asker: ConversationContext, file: Wanted): Promise<void> {
  const { store, messenger, newId, clock } = services;
  const { conversation, question, userId } = asker;
  const chat = conversation.personal ? conversation : await messenger.personalChat(conversation);
  const write = (to: ConversationContext["conversation"], content: Content) =>
    store.tell(question ?? null, [messageWith(newId("M"), to, content)]);
  const { id, name, asked, content } = file;
  if (chat === null) {
    await write(conversation, { show: "answer", answer: noChat(services, asked) });
    return;
  }
  const pending = newId("Q");
  const createdAt = clock.now().toISOString();
  await store.savePending({
    ...{ id: pending, userId, reason: "file", text: id },
    ...{ conversation: chat, createdAt },
  });
  const bytes = typeof content === "string" ? new TextEncoder().encode(content).length : content.length;
  await write(chat, { show: "offerFile", pending, name, bytes, asked });
}

const askedOf = ({ task, cluster }: Run): string =>
  task.kind === "command" ? `${commandText(task.request)} on ${cluster.name}` : "";

const noChat = ({ personalChatUrl }: Services, asked: string): Answer => ({
  kind: "failure",
  asked,
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
        : await send(services, asker, offered.text, file);
  await store.tell(asker.question ?? null, [
    messageWith(newId("M"), asker.conversation, content, { messageId }),
  ]);
}

async function send(
  services: Services,
  asker: ConversationContext,
  id: string,
  { uploadUrl, ...kept }: NonNullable<FileConsent["file"]>,
): Promise<Content> {
  const { files } = services;
  const found = await fileOf(services, asker, id, "send");
  if (!found.ok) return refused(found.why);
  if (!files.isTrusted(uploadUrl) || !files.isTrusted(kept.contentUrl))
    return refused(notice("fileElsewhere"));
  const put = await files.put(uploadUrl, found.file.content);
  return put.ok ? { show: "file", ...kept } : refused({ is: "fileNotTaken", code: put.code });
}

const refused = (reason: Notice): Content => ({ show: "answer", answer: { kind: "pressRefused", reason } });
const noted = (text: Notice): Content => ({ show: "answer", answer: { kind: "noted", text } });
