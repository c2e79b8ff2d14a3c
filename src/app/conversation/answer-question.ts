// One question from a person: understood, signed in, then answered or handed to a run.

import { writtenCluster } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { askedText } from "../../core/conversation/grammar/asked-text.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import type { ParseError } from "../../core/conversation/parse-error.ts";
import { leansOnShown } from "../../core/conversation/plain-words/follow-words.ts";
import { isNameLike, isPlaceLike } from "../../core/conversation/plain-words/line-parts.ts";
import type { Line } from "../../core/conversation/plain-words/read-plain-words.ts";
import { alsoAsked } from "../../core/conversation/reading/also-asked.ts";
import {
  type Chosen,
  chooseReading,
  namedInLine,
  readWithoutClusters,
} from "../../core/conversation/reading/choose-reading.ts";
import { parseUncertain } from "../../core/conversation/reading/cluster-words.ts";
import { offered } from "../../core/conversation/reading/suggestions.ts";
import { understandLine } from "../../core/conversation/reading/understand-line.ts";
import type { Topic } from "../../core/conversation/topic.ts";
import { aliasesOf } from "../../core/policy/policy.ts";
import { isMasked, redactValues } from "../../core/redact/redact.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import { rememberPlace } from "../cluster/client-location.ts";
import { notVisible, pickCluster } from "../cluster/resolve-cluster.ts";
import { spaceInDoubt } from "../cluster/which-cluster.ts";
import { enqueueAnswer, enqueueBesides } from "../delivery/outbox-messages.ts";
import { type AccessRequest, authorize, deniedEverywhere } from "../identity/authorize.ts";
import { signedIn, unreadAnswer } from "../identity/sign-in.ts";
import type { ConversationContext, Services, SignedInRequest } from "../ports/services.ts";
import { answerIntent, help, notUnderstood, toldClosed } from "./answer-intent.ts";
import { followed } from "./last-asked.ts";

// A line in plain words: signed in and let through first, then read with the clusters that its writer can see.

type Readings = Extract<Line, { is: "readings" }>;
type Misread = Extract<Line, { is: "misread" }>;

/** The intent with its cluster, or what to say instead. */
async function readWithClusters(
  request: SignedInRequest,
  line: Readings,
): Promise<Readonly<{ intent: Intent } | { answer: Answer }>> {
  const { services, asker, credential, asked } = request;
  const { readings, reason } = line;
  const wanted = requestOf(readings[0]?.intent, nameIn(readings));
  const closed = wanted && (await deniedEverywhere(request, wanted));
  if (closed) return { answer: closed };
  const listed = await services.reader.list(credential);
  if (listed.status === "unavailable") return { answer: await unreadAnswer(request, listed) };
  const { clusters } = listed.data;
  const chosen = chooseReading(line, clusters, aliasesOf(services.policy()));
  if (chosen.is === "one" && chosen.other !== undefined) {
    const { written, cluster } = chosen.other;
    const last = await services.store.lastCluster(asker.conversation.key);
    const before = clusters.find(({ id }) => last !== null && sameId(id, last.id) && !sameId(id, cluster.id));
    // What a diagnosis is to find may lie in either.
    const isOfBoth = "command" in chosen.intent && "command" in chosen.other.intent;
    if (before !== undefined && !isOfBoth) {
      const choice = { wanted: written, matches: [cluster, before], by: "beginning" } as const;
      return { answer: await pickCluster(request, choice) };
    }
    const answer = await spaceInDoubt(request, chosen.intent, chosen.other);
    if (answer !== null) return { answer };
  }
  if (chosen.is === "several") {
    return { answer: await pickCluster(request, choiceOf(chosen)) };
  }
  if ("intent" in chosen) return { intent: chosen.intent };
  if (chosen.is === "unknown") {
    return { answer: notVisible(request, chosen.written, clusters) };
  }
  const named = namedInLine(line.candidates, clusters, aliasesOf(services.policy()));
  const names = named.map(({ name }) => name);
  const { reason: why, suggestions } = offered(reason, names);
  return { answer: { kind: "notUnderstood", asked, reason: redactValues(why), suggestions } };
}

/** `wanted`: the word that several clusters answer to; empty where the line names each of them. */
function choiceOf({ clusters, by, written }: Extract<Chosen, { is: "several" }>) {
  return { wanted: by === "line" ? "" : written, matches: clusters, by };
}

/** The one word that can hardly be anything but a cluster: before any are listed, nothing is known of the others. */
function nameIn(readings: Readings["readings"]): string | null {
  const names = readings.flatMap(({ candidate }) =>
    candidate !== null && isNameLike(candidate) ? [candidate.written] : [],
  );
  const [only = null, ...others] = new Set(names);
  return others.length === 0 ? only : null;
}

/** What the policy is asked before Azure is, where it is asked about such a thing at all. */
function requestOf(intent: Intent | undefined, written: string | null): AccessRequest | null {
  const request = (action: AccessRequest["action"]): AccessRequest => ({ written, action });
  if (intent === undefined) return null;
  const { kind } = intent;
  if (kind === "watch") return request((cluster) => ({ kind, cluster }));
  if (["diagnose", "access", "onCall", "incident", "actOnIncident", "story"].includes(kind))
    return request((cluster) => ({ kind: "diagnose", cluster }));
  if (kind !== "run") return null;
  const parsed = parseUncertain(intent.command);
  return parsed.ok
    ? request((cluster) => ({ kind, cluster, request: parsed.request, clusterAdmin: false }))
    : null;
}

/** Lines about the clusters that stand in the line; for whoever is signed in and may diagnose one, and for nobody else. */
async function offeredAbout(
  services: Services,
  asker: ConversationContext,
  { reason, candidates }: Misread,
): Promise<ReturnType<typeof offered>> {
  const signedIn = await services.credentials.forUser(asker.userId, asker.requester);
  if (!signedIn.ok || !(await signedIn.credential.exchange("arm")).ok) return offered(reason, []);
  const anyCluster = { kind: "diagnose", cluster: writtenCluster("") } as const;
  if (!(await authorize(services, signedIn.credential, anyCluster, "suggest")).ok) return offered(reason, []);
  const listed = await services.reader.list(signedIn.credential);
  if (listed.status === "unavailable") return offered(reason, []);
  const named = namedInLine(candidates, listed.data.clusters, aliasesOf(services.policy()));
  const names = named.map(({ name }) => name);
  return offered(reason, names);
}

/** Answers `text` in the requester's conversation; every way through ends in a card. */
export async function answerQuestion(
  services: Services,
  asker: ConversationContext,
  text: string,
): Promise<void> {
  await answerLine(services, asker, text, async (intent, answer) => {
    if ((intent.kind === "diagnose" || intent.kind === "access") && intent.asksOf === undefined)
      await rememberPlace(services, asker, intent.client, intent.cluster);
    await answer();
    const others = isMasked(text) ? [] : alsoAsked(text, intent, aliasesOf(services.policy()));
    // A sentence needs no press.
    const topic = others.length === 1 ? topicOf(others[0]) : null;
    if (topic !== null)
      await enqueueBesides(services, asker, { kind: "told", asked: askedText(text), topic });
    else if (others.length > 0)
      await enqueueBesides(services, asker, { ...notUnderstood(text, whichOfThese, others), also: true });
  });
}

function topicOf(line = ""): Topic | null {
  const read = understandLine(line);
  return read.is === "intent" && read.intent.kind === "told" ? read.intent.topic : null;
}

/** One that waited: a press may have written it, which says nothing of where whoever pressed is. */
export const answerWaiting = (services: Services, asker: ConversationContext, text: string): Promise<void> =>
  answerLine(services, asker, text, (_, answer) => answer());

/** `around`: what is done besides, once it is known what is asked. */
async function answerLine(
  services: Services,
  asker: ConversationContext,
  typed: string,
  around: (intent: Intent, answer: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const follow = await followed(services, asker, typed);
  if (follow?.is === "askBack") return answerIntent(services, asker, follow.intent, typed);
  if (follow?.is === "several")
    return enqueueAnswer(services, asker, notUnderstood(typed, whichOfThese, follow.lines));
  // What it stands for waits for a sign-in in its place: by then something else may have been shown.
  const text = follow?.line ?? typed;
  const understood = understand(text);
  if ("answer" in understood) return enqueueAnswer(services, asker, understood.answer);
  const { line } = understood;
  if (line.is === "misread") {
    const { reason, suggestions } = await offeredAbout(services, asker, line);
    return enqueueAnswer(services, asker, notUnderstood(text, reason, suggestions));
  }
  const answerAsIntent = (intent: Intent) =>
    around(intent, () => answerIntent(services, asker, intent, text));
  const intent = line.is === "intent" ? line.intent : readWithoutClusters(line);
  if (intent !== null) return answerAsIntent(intent);
  if (line.is === "readings") await answerReadings(services, asker, line, askedText(text), answerAsIntent);
}

const whichOfThese: ParseError = { is: "unsure", line: "", abilities: [] };

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
  await signedIn({ services, asker, asked }, async (request) => {
    const read = await readWithClusters(request, line);
    await ("intent" in read ? act(read.intent) : enqueueAnswer(services, asker, read.answer));
  });
}

/** With its answer, where that needs a look at nothing: no sign-in, no policy, no Azure, no database. */
export function understand(text: string): Readonly<{ answer: Answer } | { line: Line }> {
  const line = understandLine(text);
  if (line.is === "intent") return line.intent.kind === "help" ? { answer: help } : { line };
  if (line.is === "readings") return readWithoutClusters(line)?.kind === "help" ? { answer: help } : { line };
  const mayName = line.candidates.some((each) => isNameLike(each) || isPlaceLike(each.written));
  if (!isMasked(text) && (mayName || leansOnShown(text))) return { line };
  const { reason, suggestions } = offered(line.reason, []);
  return { answer: notUnderstood(text, reason, suggestions) };
}
