// One question from a person: understood, signed in, then answered or handed to a run.
import type { Answer } from "../../core/conversation/answer.ts";
import { askedText } from "../../core/conversation/grammar/asked-text.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { isNameLike } from "../../core/conversation/plain-words/line-parts.ts";
import type { Line } from "../../core/conversation/plain-words/read-plain-words.ts";
import { readWithoutClusters } from "../../core/conversation/reading/choose-reading.ts";
import { offered } from "../../core/conversation/reading/suggestions.ts";
import { understandLine } from "../../core/conversation/reading/understand-line.ts";
import { isMasked } from "../../core/redact/redact.ts";
import { rememberPlace } from "../cluster/client-location.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { signedIn } from "../identity/sign-in.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { answerIntent, help, notUnderstood, toldClosed } from "./answer-intent.ts";
import { offeredAbout, readWithClusters } from "./answer-reading.ts";

/** Answers `text` in the asker's conversation; every way through ends in a card. */
export async function answerQuestion(
  services: Services,
  asker: ConversationContext,
  text: string,
): Promise<void> {
  await answerLine(services, asker, text, async (intent) => {
    if ((intent.kind === "diagnose" || intent.kind === "access") && intent.asksOf === undefined)
      await rememberPlace(services, asker, intent.client, intent.cluster);
  });
}

/** One that waited: a press may have written it, which says nothing of where whoever pressed is. */
export const answerWaiting = (services: Services, asker: ConversationContext, text: string): Promise<void> =>
  answerLine(services, asker, text, async () => {});

/** `before`: done once it is known what is asked, before it is answered. */
async function answerLine(
  services: Services,
  asker: ConversationContext,
  text: string,
  before: (intent: Intent) => Promise<void>,
): Promise<void> {
  const understood = understand(text);
  if ("answer" in understood) return enqueueAnswer(services, asker, understood.answer);
  const { line } = understood;
  if (line.is === "misread") {
    const { reason, suggestions } = await offeredAbout(services, asker, line);
    return enqueueAnswer(services, asker, notUnderstood(text, reason, suggestions));
  }
  const answerAsIntent = async (intent: Intent) => {
    await before(intent);
    await answerIntent(services, asker, intent, text);
  };
  const intent = line.is === "intent" ? line.intent : readWithoutClusters(line);
  if (intent !== null) return answerAsIntent(intent);
  if (line.is === "readings") await answerReadings(services, asker, line, askedText(text), answerAsIntent);
}

/** What the line means depends on which clusters its writer can see. */
async function answerReadings(
  services: Services,
  asker: ConversationContext,
  line: Extract<Line, { is: "readings" }>,
  asked: string,
  act: (intent: Intent) => Promise<void>,
): Promise<void> {
  const [first] = line.readings;
  if (first && (await toldClosed(services, asker, first.intent, asked))) return;
  await signedIn(services, asker, asked, async (credential) => {
    const read = await readWithClusters(services, asker, credential, line, asked);
    await ("intent" in read ? act(read.intent) : enqueueAnswer(services, asker, read.answer));
  });
}

/** With its answer, where that needs a look at nothing: no sign-in, no policy, no Azure, no database. */
export function understand(text: string): Readonly<{ answer: Answer } | { line: Line }> {
  const line = understandLine(text);
  if (line.is === "intent") return line.intent.kind === "help" ? { answer: help } : { line };
  if (line.is === "readings") return readWithoutClusters(line)?.kind === "help" ? { answer: help } : { line };
  if (!isMasked(text) && line.candidates.some(isNameLike)) return { line };
  const { reason, suggestions } = offered(line.reason, []);
  return { answer: notUnderstood(text, reason, suggestions) };
}
