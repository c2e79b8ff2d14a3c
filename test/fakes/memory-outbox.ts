// The outbox in memory: what is written is shown at once, by the product's own `deliver`; what Teams refuses waits.
import type { Delivered, OutboxStore } from "../../src/app/ports/outbox.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import {
  type Delivery,
  incidentKey,
  isOfRun,
  type Message,
  runKey,
} from "../../src/core/delivery/message.ts";
import type { Claim } from "./memory-operations.ts";

type Entry = { delivery: Delivery; state: "waiting" | "resting" | "refused" };

export type MemoryOutbox = Readonly<{
  queries: OutboxStore;
  write(messages: readonly Message[]): Promise<void>;
  /** Cards that have changed: waiting, and not shown before `deliverWaiting`. */
  showSoon(incidentIds: readonly string[]): void;
  /** Closes the question; false when it is not open. */
  close(question: string): boolean;
  /** Makes the calls of whatever waits, once each. */
  deliverWaiting(): Promise<void>;
  /** Called for each message that is due. */
  onDelivery(deliver: (delivery: Delivery) => Promise<Delivered>): void;
  /** Not shown while this says so. */
  hold(key: string, isHeld: () => boolean): void;
  entries: ReadonlyMap<string, Entry>;
}>;

const fresh = (message: Message): Delivery => ({
  ...structuredClone(message),
  version: 1,
  broken: 0,
  refused: 0,
  barred: 0,
  unsure: 0,
  short: false,
  elsewhere: false,
  notice: false,
  createdAt: "2026-11-25T03:00:00.000Z",
});

export function createMemoryOutbox(claims: Map<string, Claim>, audit: AuditEntry[]): MemoryOutbox {
  const entries = new Map<string, Entry>();
  const holds = new Map<string, () => boolean>();
  let deliver: ((delivery: Delivery) => Promise<Delivered>) | null = null;

  const settle = (key: string, { next, personal, audit: written }: Delivered): void => {
    const entry = entries.get(key);
    if (!entry) return;
    if (written) audit.push(structuredClone(written));
    const { delivery } = entry;
    const isCard =
      isOfRun(delivery.content) ||
      delivery.content.show === "incident" ||
      (key.startsWith(runKey("")) && delivery.version > 1);
    if (next.step === "done" && !isCard) entries.delete(key);
    else if (next.step === "done") {
      entry.state = "resting";
      entry.delivery = { ...delivery, messageId: next.messageId, refused: 0, barred: 0, unsure: 0 };
    } else if (next.step === "giveUp") entry.state = "refused";
    else if (next.step === "rest") {
      entry.state = "resting";
      entry.delivery = { ...delivery, messageId: next.messageId, unsure: next.unsure };
    } else if (next.step === "again") {
      const { messageId, unsure, short, barred } = next;
      entry.delivery = { ...delivery, messageId, unsure, short, barred, refused: delivery.refused + 1 };
    } else {
      const to = personal ?? delivery.to;
      entry.delivery = {
        ...delivery,
        to,
        messageId: null,
        elsewhere: true,
        notice: next.notice,
        refused: 0,
        barred: 0,
      };
    }
  };
  const show = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      const entry = entries.get(key);
      if (deliver && entry?.state === "waiting" && !holds.get(key)?.())
        settle(key, await deliver(structuredClone(entry.delivery)));
    }
  };
  const shownAnew = (messages: readonly Message[]): readonly string[] => {
    const runs = messages.flatMap(({ content }) => (content.show === "run" ? [runKey(content.runId)] : []));
    const others = [...entries.values()].filter(
      ({ delivery: { key, after, content } }) =>
        after !== null &&
        runs.includes(after) &&
        (content.show === "run" || content.show === "review") &&
        !messages.some((message) => message.key === key),
    );
    for (const entry of others) {
      entry.delivery = { ...entry.delivery, version: entry.delivery.version + 1 };
      entry.state = "waiting";
    }
    return others.map(({ delivery }) => delivery.key);
  };
  const write = async (messages: readonly Message[]): Promise<void> => {
    for (const message of messages) {
      const known = entries.get(message.key)?.delivery;
      const { content, final } = structuredClone(message);
      const delivery = known
        ? { ...known, content, final, short: false, refused: 0, barred: 0, version: known.version + 1 }
        : fresh(message);
      entries.set(message.key, { delivery, state: "waiting" });
    }
    await show([...messages.map(({ key }) => key), ...shownAnew(messages)]);
  };
  /** Where it says that this question goes on. */
  const placeOf = (question: string): Partial<Pick<Message, "key">> => {
    const waiting = [...entries].find(
      ([, { delivery }]) => delivery.content.show === "waiting" && delivery.content.question === question,
    );
    return waiting === undefined ? {} : { key: waiting[0] };
  };
  const close = (question: string): boolean => {
    const claim = claims.get(question);
    if (!claim || claim.closed || claim.ownerGone) return false;
    claim.closed = true;
    return true;
  };
  const showSoon = (incidentIds: readonly string[]): void => {
    for (const key of incidentIds.map(incidentKey)) {
      const entry = entries.get(key);
      const stands = entry?.delivery.messageId !== null;
      if (!entry || (entry.state === "refused" && entry.delivery.unsure === 0 && !stands)) continue;
      const unsure = entry.state === "refused" && !stands ? 1 : entry.delivery.unsure;
      entry.delivery = { ...entry.delivery, unsure, version: entry.delivery.version + 1 };
      entry.state = "waiting";
    }
  };
  return {
    entries,
    hold: (key, isHeld) => holds.set(key, isHeld),
    write,
    showSoon,
    close,
    onDelivery: (given) => {
      deliver = given;
    },
    deliverWaiting: () => show([...entries.keys()]),
    queries: {
      tell: async (question, messages) => {
        if (question !== null && !close(question)) return false;
        await write(messages);
        return true;
      },
      tellMeanwhile: async (question, message) => {
        const claim = claims.get(question);
        if (!claim || claim.closed || claim.ownerGone) return false;
        await write([message]);
        return true;
      },
      takeOverQuestions: async (tell) => {
        const open = [...claims.values()].filter((claim) => claim.ownerGone && !claim.closed);
        for (const claim of open) claim.closed = true;
        const questions = open.map(({ question }) => structuredClone(question));
        const sorted = questions.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
        await write(sorted.map((question) => ({ ...tell(question), ...placeOf(question.key) })));
        return open.length;
      },
      takeMessages: async () => [],
      takeTurn: async () => true,
      isTaken: async (keys) =>
        keys.some((key) => {
          const entry = entries.get(key)?.delivery;
          return entry !== undefined && entry.messageId !== null && !entry.elsewhere;
        }),
      settleMessage: async ({ key }, delivered) => settle(key, delivered),
      giveBackMessages: async () => {},
      adoptMessage: async (key, messageId, userId) => {
        const card = entries.get(key);
        if (!card || (userId !== undefined && card.delivery.to.userId !== userId)) return "none";
        if (card.delivery.messageId === messageId) return "known";
        if ([...entries.values()].some(({ delivery }) => delivery.messageId === messageId)) return "none";
        if (card.delivery.messageId !== null) return "stray";
        card.delivery = { ...card.delivery, messageId, unsure: 0 };
        if (card.state === "refused") card.state = "waiting";
        return "adopted";
      },
    },
  };
}
