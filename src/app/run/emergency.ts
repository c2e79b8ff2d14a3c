// That somebody uses an emergency rule is said aloud, where it was asked for and where whoever runs the product reads, and
// nothing is sent before Teams has taken that in a place where somebody else reads it.
import type { Allowed } from "../../core/authorization/refusal.ts";
import { isSamePerson } from "../../core/change/decide.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import { emergencyKey, type Message, messageWith } from "../../core/delivery/message.ts";
import { plainFailure, type RunFailure } from "../../core/run/failure.ts";
import type { ConversationRef, Run } from "../../core/run/run.ts";
import { channelPlace } from "../delivery/outbox-messages.ts";
import type { Services } from "../ports/services.ts";

type Asked = Pick<Run, "requester" | "conversation">;

/** `heard`: somebody else than its requester reads there. */
type Place = Readonly<{ to: ConversationRef; heard: boolean }>;

/** Teams takes a notice within a second; whoever has an emergency waits no longer than this to hear that it did not. */
const hearMilliseconds = 20_000;
const lookMilliseconds = 250;

const unheard = (because: "botAlone" | "nobodyElse" | "notTaken"): RunFailure => ({
  code: "emergencyUnheard",
  happened: { is: "emergencyUnheard", because },
  done: "nothingSent",
});

/** Null where somebody else would hear of it. */
async function whyNobodyHears(services: Services, asked: Asked): Promise<RunFailure | null> {
  if (asked.conversation.personal) return unheard("botAlone");
  const places = await placesOf(services, asked);
  return places.some(({ heard }) => heard) ? null : unheard("nobodyElse");
}

/**
 * Says it aloud, and waits until it is heard; null where it is. Where nothing comes of it after that, the same messages
 * say so. A second call for the same run posts nothing anew.
 */
export async function whyNotHeard(
  services: Services,
  run: Run,
  /** What is posted besides: the notices are put there. */
  hold: { extraMessages: readonly Message[] },
  { breakGlass, rule }: Allowed,
): Promise<RunFailure | null> {
  if (breakGlass !== true) return null;
  const { store, clock } = services;
  const places = await placesOf(services, run);
  const heard = places.flatMap((place) => (place.heard ? [keyOf(run, place)] : []));
  if (heard.length === 0) return unheard("nobodyElse");
  const notices = places.map((place) => notice(run, place, rule));
  hold.extraMessages = notices;
  await store.tell(null, notices);
  const end = clock.now().getTime() + hearMilliseconds;
  while (!(await store.isTaken(heard))) {
    if (clock.now().getTime() >= end) return unheard("notTaken");
    await clock.sleep(lookMilliseconds);
  }
  return null;
}

const keyOf = (run: Run, { to }: Place): string => emergencyKey(run.id, placeOf(to.key));

const notice = (run: Run, place: Place, rule: string): Message =>
  messageWith(keyOf(run, place), place.to, { show: "emergency", runId: run.id, rule });

async function placesOf(services: Services, asked: Asked): Promise<readonly Place[]> {
  const { operatorsChannel, log } = services;
  const here = asked.conversation;
  const isThere = operatorsChannel === placeOf(here.key);
  const operators =
    operatorsChannel === null || isThere ? null : await channelPlace(services, operatorsChannel);
  if (operators === null && operatorsChannel !== null && !isThere)
    log.warn("an emergency is not told to the operators: nobody has spoken to the bot in this channel", {
      channel: operatorsChannel,
    });
  const all = operators === null ? [here] : [here, operators];
  return Promise.all(all.map(async (to) => ({ to, heard: await holdsOthers(services, asked, to) })));
}

/** Where Teams does not say who is there, nobody is known to be. A guest is nobody who could stop it. */
async function holdsOthers(
  { roster, timeouts }: Services,
  { requester }: Asked,
  place: ConversationRef,
): Promise<boolean> {
  const members = (await roster.members(place, timeouts.names)) ?? [];
  return members.some(
    ({ objectId, isGuest }) =>
      isGuest !== true && !isSamePerson(requester, { objectId, tenantId: requester.tenantId }),
  );
}

// What somebody else has to agree to, or to hear of, is not done from a chat in which nobody else is.

const needsThread = plainFailure("needsThread", "needsThread", "nothingSent");

/** Null where it may be asked for. */
export async function whyNotHere(
  services: Services,
  { approval, breakGlass }: Allowed,
  asked: Pick<Run, "requester" | "conversation">,
): Promise<RunFailure | null> {
  if (asked.conversation.personal && approval?.by === "others") return needsThread;
  return breakGlass === true ? whyNobodyHears(services, asked) : null;
}
