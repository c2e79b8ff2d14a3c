// The parts that every handler of the Teams edge works with.

import type { ConversationContext, Services } from "../../app/ports/services.ts";
import type { Background } from "./background.ts";
import { type Activity, addressed, type Connector, type Message, type TokenService } from "./port.ts";

// Whoever sends much waits for themselves: of one person only so many things are done at a time, in the order in which
// they came, and nobody else waits for them.

type PersonQueueLimits = Readonly<{
  atOnce: number;
  /** How many of one person may wait; one more is refused. */
  waiting: number;
}>;

/** Refused, for the first time since this person's queue was empty, or again. */
export type Full = "full" | "stillFull";

export type Place = Readonly<{
  /** Resolves when it is its turn. */
  turn: Promise<void>;
  /** To be called once, also by who does nothing with it. */
  leave(): void;
}>;

export type PersonQueue = Readonly<{
  enter(person: string): Place | Full;
  run<T>(person: string, work: () => Promise<T>): Promise<T | Full>;
}>;

type Line = { atWork: number; readonly waiting: (() => void)[]; refused: boolean };

export function createPersonQueue({ atOnce, waiting }: PersonQueueLimits): PersonQueue {
  const lines = new Map<string, Line>();

  function enter(person: string): Place | Full {
    const line = lines.get(person) ?? { atWork: 0, waiting: [], refused: false };
    if (line.waiting.length >= waiting) {
      const again = line.refused;
      line.refused = true;
      return again ? "stillFull" : "full";
    }
    lines.set(person, line);
    const leave = () => {
      const next = line.waiting.shift();
      if (next !== undefined) return next();
      line.atWork -= 1;
      if (line.atWork === 0) lines.delete(person);
    };
    if (line.atWork < atOnce) {
      line.atWork += 1;
      return { turn: Promise.resolve(), leave };
    }
    return { turn: new Promise((resolve) => line.waiting.push(resolve)), leave };
  }

  return {
    enter,
    run: async (person, work) => {
      const place = enter(person);
      if (typeof place === "string") return place;
      await place.turn;
      return work().finally(place.leave);
    },
  };
}

export type Bot = Readonly<{
  services: Services;
  tokens: TokenService;
  /** The Bot Connector of a service URL. */
  connector: (serviceUrl: string) => Connector;
  background: Background;
  /** What is done while Teams waits: before any of it takes one of the few connections of the database. */
  turns: PersonQueue;
  /** What is done afterwards. */
  answers: PersonQueue;
  /** Whether this press was made a moment ago. */
  pressedBefore: (key: string) => boolean;
  /** Issuer of the Bot Connector's tokens, for example `https://api.botframework.com`. */
  channelIssuer: string;
  /** Whether a `serviceUrl` is one of Teams': a bearer token goes there. */
  trusted: (serviceUrl: string) => boolean;
  /** Lower-cased ids of the tenants whose people are answered. */
  allowedTenants: readonly string[];
}>;

// Tells a redelivered activity from a new one.

/** What makes an activity one and the same when Teams delivers it again. */
export const questionKey = (bot: Bot, activity: Activity): string =>
  `${activity.conversation.id}|${activity.id || bot.services.newId("A")}`;

/** The id of what was sent: it stands on the card, in the log and in traces. */
export const requestOf = ({ services }: Bot): string => services.telemetry.request() ?? services.newId("R");

/** The Bot Connector answers in well under a second; what takes this long will not be answered. */
const callMilliseconds = 10_000;
export const callEnds = (): AbortSignal => AbortSignal.timeout(callMilliseconds);

/** Says something to what was sent while Teams still waits for the end of the turn. Throws where Teams does not take it. */
export async function reply({ connector }: Bot, activity: Activity, message: Message): Promise<void> {
  const { id, recipient: bot, from: user, ...place } = activity;
  const answer = addressed({ ...place, bot, user }, message);
  await connector(activity.serviceUrl).post(
    { ...answer, ...(id !== undefined && { replyToId: id }) },
    callEnds(),
  );
}

// What somebody sent, claimed once and worked on when it is its person's turn: only so much of one person is under way.

type Question = Parameters<Bot["services"]["store"]["claimQuestion"]>[0];

/** `begin` has to leave the place. It is not called where this was claimed before. */
export async function claimed(
  { services, answers }: Bot,
  { userId }: ConversationContext,
  question: Question,
  begin: (place: Place) => void,
): Promise<Full | "taken"> {
  const place = answers.enter(userId);
  if (typeof place === "string") return place;
  const isNew = await services.store.claimQuestion(question).catch((error: unknown) => {
    place.leave();
    throw error;
  });
  if (isNew) begin(place);
  else place.leave();
  return "taken";
}
