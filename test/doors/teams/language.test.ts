// Whoever writes or presses is answered in their own language; what is posted later, in that of the conversation it is
// for, as it was kept.
import type { Showing } from "../../../src/app/ports/outbox.ts";
import { type Later, timeouts } from "../../../src/app/ports/services.ts";
import type { ConversationRef } from "../../../src/core/run/run.ts";
import { createBackground } from "../../../src/doors/teams/background.ts";
import type { Bot } from "../../../src/doors/teams/bot.ts";
import { conversationOf } from "../../../src/doors/teams/conversation.ts";
import { createMessenger, type MessengerParts } from "../../../src/doors/teams/messenger.ts";
import type { Activity, Connector } from "../../../src/doors/teams/port.ts";
import { onTurn } from "../../../src/doors/teams/turn.ts";
import { done, start } from "../../app/setup.ts";
import { alex, askerIn, chatOf } from "../../fakes/people.ts";
import { personQueues } from "../../fakes/person-queues.ts";
import { answers } from "../../fixtures/answers.ts";
import { speakPseudo } from "../../presenters/messages/pseudo.ts";

const qps = speakPseudo();
const serviceUrl = "https://smba.trafficmanager.net/emea/";
const issuer = "https://api.botframework.com";
const asker = askerIn(chatOf);

const activityOf = (change: object): Activity =>
  ({
    ...{ id: "a1", channelId: "msteams", serviceUrl },
    from: { id: asker.userId, name: alex.displayName, aadObjectId: alex.objectId },
    recipient: { id: "28:bot", name: "AKS On-Call" },
    conversation: { id: asker.conversation.key, conversationType: "personal", tenantId: alex.tenantId },
    ...change,
  }) as unknown as Activity;

/** What the turn itself is answered with, as one text. `isSlow`: the press's patience ends at once. */
async function answered(change: object, fake = start(), isSlow = false): Promise<string> {
  const sent: unknown[] = [];
  const atOnce: Later = (milliseconds, act) => {
    if (milliseconds !== timeouts.press) return fake.services.later(milliseconds, act);
    act();
    return () => {};
  };
  const bot = {
    services: { ...fake.services, later: isSlow ? atOnce : fake.services.later },
    background: createBackground(fake.services.log),
    ...personQueues(),
    pressedBefore: () => false,
    channelIssuer: issuer,
    trusted: () => true,
    allowedTenants: [alex.tenantId],
    connector: () => ({ post: async (activity) => void sent.push(activity) }) as Partial<Connector>,
  } as unknown as Bot;
  sent.push(await onTurn(bot, { ok: true, issuer, serviceUrl }, activityOf(change)));
  await bot.background.settle(2_000);
  return JSON.stringify(sent);
}

const press = (data: object) => ({
  type: "invoke",
  name: "adaptiveCard/action",
  value: { action: { data: { v: 1, ...data } } },
});

const failing = () => {
  const fake = start();
  const claimQuestion = () => Promise.reject(new Error("gone"));
  return { ...fake, services: { ...fake.services, store: { ...fake.services.store, claimQuestion } } };
};

const page = async (locale: string | undefined, isSlow = false) => {
  const fake = start();
  const run = await done(fake, undefined, asker);
  return answered({ ...press({ verb: "run.page", run: run.id }), locale }, fake, isSlow);
};

describe("in the language of whoever writes or presses", () => {
  test.each<readonly [string, (locale: string | undefined) => Promise<string>, string]>([
    [
      "a guest without an account",
      (locale) => answered({ type: "message", text: "help", locale, from: { id: "29:guest" } }),
      "I can only answer people whom Microsoft Teams names",
    ],
    [
      "a button of an older card",
      (locale) => answered({ ...press({ v: 0 }), locale }),
      "This button is from",
    ],
    [
      "a message that fails at once",
      (locale) => answered({ type: "message", text: "help", locale }, failing()),
      "Something failed on my side.",
    ],
    [
      "a press that fails at once",
      (locale) => answered({ ...press({ verb: "diagnose", cluster: "x" }), locale }, failing()),
      "Something failed on my side.",
    ],
    ["a page of an output", (locale) => page(locale), "✔ Exit 0 on "],
    ["a page that takes long", (locale) => page(locale, true), "This takes longer than usual."],
  ])("%s", async (_name, answeredTo, text) => {
    expect(await answeredTo(qps)).toContain(`⟦${text}`);
    for (const other of ["en-US", "xx", undefined]) {
      const said = await answeredTo(other);
      expect(said).toContain(text);
      expect(said).not.toContain("⟦");
    }
  });
});

async function posted(to: ConversationRef, showing: Showing): Promise<string> {
  const sent: unknown[] = [];
  const take = async (activity: unknown) => {
    sent.push(activity);
    return "m1";
  };
  const parts = {
    connector: () => ({ post: take, edit: take }),
    tokens: { signInResource: async () => ({ signInLink: "https://sign.in" }) },
    trusted: () => true,
    connection: "sso",
    docsUrl: "",
    store: start().services.store,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  } as unknown as MessengerParts;
  const messenger = createMessenger(parts);
  await messenger.post(to, showing, false);
  await messenger.edit(to, "m1", showing, true);
  return JSON.stringify(sent);
}

describe("in the language of the conversation that was kept", () => {
  const refOf = (locale: string | undefined) => conversationOf(activityOf({ locale }));
  const { incident } = answers;
  if (incident === undefined) throw new Error("no answer called incident");

  test.each<readonly [string, Showing, RegExp]>([
    ["an alert", { show: "answer", answer: incident, elsewhere: false }, /Nobody has diagnosed it yet/],
    ["a mention", { show: "mention", requester: alex, text: "done" }, /your answer is ready above/],
    ["a sign-in card", { show: "signIn", asked: "clusters" }, /Sign in so that I can go on as you with/],
  ])("%s", async (_name, showing, text) => {
    const marked = await posted(JSON.parse(JSON.stringify(refOf(qps))), showing);
    expect(marked).toMatch(new RegExp(`⟦[^⟧]*${text.source}`));
    const plain = await posted(refOf(undefined), showing);
    expect(plain).toMatch(text);
    expect(plain).not.toContain("⟦");
  });
});
