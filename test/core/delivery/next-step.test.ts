// What becomes of a message after one call to Teams: as a table, and played to its end against a Teams that misbehaves.
import fc from "fast-check";
import type { Delivery, DeliveryOutcome } from "../../../src/core/delivery/message.ts";
import { isSetAside, isTooOld, type NextStep, nextStep } from "../../../src/core/delivery/next-step.ts";

const delivery = (fields: Partial<Delivery> = {}): Delivery => ({
  key: "run|R-1",
  to: { key: "19:channel;messageid=1", userId: "29:alex", personal: false },
  content: { show: "run", runId: "R-1" },
  after: null,
  final: true,
  messageId: null,
  version: 1,
  broken: 0,
  refused: 0,
  barred: 0,
  unsure: 0,
  short: false,
  elsewhere: false,
  notice: false,
  createdAt: "2026-11-25T03:00:00.000Z",
  ...fields,
});
const chat = { key: "a:chat", userId: "29:alex", personal: true };
const mention = {
  show: "mention",
  text: "done",
  requester: { objectId: "o", tenantId: "t", displayName: "A" },
} as const;
const alert = { show: "incident", incidentId: "I-1" } as const;
const shown: DeliveryOutcome = { status: "shown", messageId: "m1" };
const unknown: DeliveryOutcome = { status: "unknown" };
const refused = (code: string, again = false, retryAfterSeconds?: number): DeliveryOutcome => ({
  status: "refused",
  code,
  again,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});
const again = (fields: Partial<Extract<NextStep, { step: "again" }>> = {}) =>
  expect.objectContaining({ step: "again", messageId: null, unsure: 0, short: false, ...fields });

test.each<[string, Partial<Delivery>, DeliveryOutcome, unknown]>([
  ["taken, and it is the end", {}, shown, { step: "done", messageId: "m1" }],
  ["taken, and more is to come", { final: false }, shown, { step: "rest", messageId: "m1", unsure: 0 }],
  ["an end whose answer is lost: once more", {}, unknown, again({ unsure: 1, afterMilliseconds: 3_000 })],
  [
    "and lost again: the person is told that nobody knows, not the answer a third time",
    { unsure: 1 },
    unknown,
    { step: "elsewhere", code: "unknown", notice: true },
  ],
  ["an alert is shown twice rather than never", { unsure: 1, content: alert }, unknown, again({ unsure: 2 })],
  [
    "and not for ever, nor elsewhere",
    { unsure: 2, content: alert },
    unknown,
    { step: "giveUp", code: "unknown" },
  ],
  [
    "an alert that its channel refuses for good, for some minutes",
    { barred: 18, refused: 18, content: alert },
    refused("403"),
    again({ barred: 19, afterMilliseconds: 11_250 }),
  ],
  ["and not for ever", { barred: 19, content: alert }, refused("403"), { step: "giveUp", code: "403" }],
  ["a notice is repeated", { unsure: 1, notice: true }, unknown, again({ unsure: 2 })],
  ["and not for ever", { unsure: 2, notice: true }, unknown, { step: "giveUp", code: "unknown" }],
  [
    "what is not the end is never posted twice",
    { final: false },
    unknown,
    { step: "rest", messageId: null, unsure: 1 },
  ],
  [
    "nor counted twice where one may stand there from before",
    { final: false, unsure: 1 },
    unknown,
    { step: "rest", messageId: null, unsure: 1 },
  ],
  ["an edit whose answer is lost is made again", { messageId: "m1" }, unknown, again({ messageId: "m1" })],
  ["busy: later", {}, refused("412", true), again()],
  ["told how long: not before", {}, refused("429", true, 7), again({ afterMilliseconds: 7_250 })],
  ["too large: a short card, at once", {}, refused("413"), again({ short: true, afterMilliseconds: 0 })],
  [
    "too large as a short one too",
    { short: true, refused: 1, barred: 1 },
    refused("413"),
    { step: "elsewhere", code: "413", notice: false },
  ],
  ["malformed: a short card", {}, refused("400"), again({ short: true })],
  [
    "an edit that is refused for good is made once more",
    { messageId: "m1" },
    refused("404"),
    again({ messageId: "m1" }),
  ],
  ["then its end is posted anew", { messageId: "m1", refused: 1, barred: 1 }, refused("403"), again()],
  [
    "an edit of what is not the end: its end comes",
    { messageId: "m1", final: false },
    refused("404"),
    { step: "rest", messageId: "m1", unsure: 0 },
  ],
  ["a place that is closed is asked once more", {}, refused("403"), again()],
  [
    "then the answer goes to the personal chat",
    { refused: 1, barred: 1 },
    refused("403"),
    { step: "elsewhere", code: "403", notice: false },
  ],
  [
    "a personal chat that is closed is asked again, seldom",
    { to: chat, refused: 5, barred: 5 },
    refused("403"),
    again(),
  ],
  ["and not for ever", { to: chat, barred: 19 }, refused("403"), { step: "giveUp", code: "403" }],
  [
    "after an outage of Teams a place that is closed is asked once more too",
    { refused: 40 },
    refused("403"),
    again({ barred: 1 }),
  ],
  [
    "and a personal chat more often",
    { to: chat, refused: 40 },
    refused("404"),
    again({ barred: 1, afterMilliseconds: 375 }),
  ],
  [
    "a mention has no other place",
    { content: mention, refused: 0 },
    refused("403"),
    { step: "giveUp", code: "403" },
  ],
])("%s", (_name, fields, outcome, expected) => {
  expect(nextStep(delivery(fields), outcome, 0.5)).toEqual(expected);
});

test("it waits longer each time, never over a quarter of a minute, and not all in the same moment", () => {
  const waits = [0, 1, 2, 3, 8, 50].map((count) =>
    [0, 1].map((jitter) => {
      const next = nextStep(delivery({ refused: count }), refused("503", true), jitter);
      return next.step === "again" ? next.afterMilliseconds : null;
    }),
  );
  expect(waits).toEqual([
    [250, 500],
    [500, 1_000],
    [1_000, 2_000],
    [2_000, 4_000],
    [7_500, 15_000],
    [7_500, 15_000],
  ]);
});

test.each([
  [0, false],
  [1, false],
  [2, true],
])("after %i showings that never came to an end its card is set aside: %s", (broken, expected) => {
  expect(isSetAside(delivery({ broken }))).toBe(expected);
});

test.each([
  ["2026-11-26T03:00:00Z", false],
  ["2026-11-26T03:00:01Z", true],
])("at %s it is too old: %s", (now, expected) => {
  expect(isTooOld(delivery(), new Date(now))).toBe(expected);
});

describe("against a Teams that answers by chance", () => {
  /** Whether the call was taken, and what was heard of it. */
  const call = fc.record({
    taken: fc.boolean(),
    heard: fc.constantFrom("yes", "lost", "412", "429", "502", "403", "404", "413"),
  });

  /** Plays an answer to its end: how often it stands there, whether the person was told elsewhere, what was given up. */
  function play(calls: readonly { taken: boolean; heard: string }[]) {
    let one = delivery({ final: false });
    const answers = { here: 0, elsewhere: 0, notices: 0 };
    for (const [turn, { taken, heard }] of calls.entries()) {
      // The end comes after the second call, whatever became of the first.
      if (turn === 2) one = { ...one, final: true };
      const outcome: DeliveryOutcome =
        heard === "yes"
          ? shown
          : heard === "lost"
            ? unknown
            : refused(heard, ["412", "429", "502"].includes(heard));
      const stands = outcome.status === "shown" || (outcome.status === "unknown" && taken);
      if (stands && one.final && one.messageId === null)
        answers[one.notice ? "notices" : one.elsewhere ? "elsewhere" : "here"] += 1;
      const next = nextStep(one, outcome, 0.5);
      if (next.step === "done" || next.step === "giveUp") return { ...answers, end: next.step };
      if (next.step === "rest") one = { ...one, messageId: next.messageId, unsure: next.unsure };
      else if (next.step === "again") {
        const { messageId, unsure, short, barred } = next;
        one = { ...one, messageId, unsure, short, barred, refused: one.refused + 1 };
      } else
        one = {
          ...one,
          to: chat,
          elsewhere: true,
          notice: next.notice,
          messageId: null,
          refused: 0,
          barred: 0,
          unsure: 0,
        };
    }
    return { ...answers, end: "goes on" };
  }

  test("no answer stands in its place more than twice, and twice only where an answer of Teams' was lost", () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 12, maxLength: 60 }), (calls) => {
        const { here } = play(calls);
        const lost = calls.some(({ heard }) => heard === "lost");
        return here <= (lost ? 2 : 1);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test("a Teams that comes back shows it or is told elsewhere: nothing ends in silence", () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 3, maxLength: 20 }), (calls) => {
        const well = Array.from({ length: 8 }, () => ({ taken: true, heard: "yes" }));
        const { here, elsewhere, notices, end } = play([...calls, ...well]);
        return end !== "goes on" && (end === "giveUp" || here + elsewhere + notices > 0 || end === "done");
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});
