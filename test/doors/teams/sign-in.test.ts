// Codes of a sign-in: six digits, so nobody may try them out, by whichever of the two ways they come.
import { recoverQuestions } from "../../../src/app/delivery/recover-questions.ts";
import { createBackground } from "../../../src/doors/teams/background.ts";
import type { Bot } from "../../../src/doors/teams/bot.ts";
import type { Activity } from "../../../src/doors/teams/port.ts";
import { onTokenExchange, onVerifyState, redeemCode } from "../../../src/doors/teams/sign-in.ts";
import { start, trail } from "../../app/setup.ts";
import { alex, askerIn, chatOf } from "../../fakes/people.ts";
import { personQueues } from "../../fakes/person-queues.ts";
import { saidNote } from "../../said.ts";

const right = "271828";

function world(answer: (code: string) => Promise<string | undefined>) {
  const fake = start();
  const tried: string[] = [];
  const bot = {
    services: fake.services,
    background: createBackground(fake.services.log),
    ...personQueues(),
    tokens: {
      exchange: async (_userId: string, token: string) => {
        tried.push(token);
        return false;
      },
      token: async (_userId: string, code = "") => {
        tried.push(code);
        return answer(code);
      },
    },
  } as unknown as Bot;
  const asker = askerIn(chatOf);
  const activity = {
    type: "invoke",
    channelId: "msteams",
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    from: { id: asker.userId, name: alex.displayName, aadObjectId: alex.objectId },
    recipient: { id: "28:bot", name: "AKS On-Call" },
    conversation: { id: asker.conversation.key, conversationType: "personal", tenantId: alex.tenantId },
  } as unknown as Activity;
  const verify = async (state: string) => {
    const { status } = await onVerifyState(bot, { ...activity, value: { state } });
    await bot.background.settle(1_000);
    return status;
  };
  const exchange = async (token: string) => {
    return (await onTokenExchange(bot, { ...activity, value: { id: "x", token } })).status;
  };
  const said = () => fake.said.map(({ answer: shown }) => shown);
  return { fake, tried, verify, exchange, paste: (code: string) => redeemCode(bot, asker, code), said };
}
const only = (code: string) => async (given: string) => (given === code ? "token" : undefined);

const guesses = Array.from({ length: 30 }, (_, n) => String(100_000 + n));

test("as the client hands it over: ten wrong ones are tried, and then not even the right one", async () => {
  const { fake, tried, verify, said } = world(only(right));
  for (const code of [...guesses, right]) expect(await verify(code)).toBe(404);
  expect(tried).toEqual(guesses.slice(0, 10));
  expect(said().at(-1)).toEqual({ kind: "pressRefused", reason: saidNote({ is: "tooManyGuesses" }) });
  expect(trail(fake).filter((entry) => entry === "guess.limit denied null")).toHaveLength(1);
  expect(trail(fake).filter((entry) => entry.startsWith("signIn"))).toHaveLength(10);
});

test("pasted, and handed over: one count", async () => {
  const { tried, verify, paste, said } = world(only(right));
  for (const code of guesses.slice(0, 6)) await paste(code);
  for (const code of guesses.slice(6, 12)) await verify(code);
  await paste(right);
  expect(tried).toEqual(guesses.slice(0, 10));
  expect(said().at(-1)).toEqual({ kind: "pressRefused", reason: saidNote({ is: "tooManyGuesses" }) });
});

test("all at once: no more than ten are tried", async () => {
  const { tried, verify } = world(only(right));
  await Promise.all(guesses.map(verify));
  expect(tried).toHaveLength(10);
});

test("the right one signs in, also after nine wrong ones", async () => {
  const { verify, said } = world(only(right));
  for (const code of guesses.slice(0, 9)) await verify(code);
  expect(await verify(right)).toBe(200);
  expect(said().at(-1)).toMatchObject({ kind: "signedIn" });
});

test("an outage of the token service is nobody's guess", async () => {
  const { tried, verify } = world(() => Promise.reject(new Error("down")));
  for (const code of guesses) await verify(code);
  expect(tried).toHaveLength(30);
});

test("stopped before it is known whose sign-in it was: that is told, and not twice", async () => {
  const { fake, verify } = world(only(right));
  const forUser = () => new Promise<never>(() => {});
  Object.assign(fake.services.credentials, { forUser });
  expect(await verify(right)).toBe(200);
  fake.memory.crash();
  await recoverQuestions(fake.services);
  await recoverQuestions(fake.services);
  expect(fake.said.map(({ answer }) => answer)).toMatchObject([{ kind: "failure", asked: "sign in" }]);
});

test("a bug while it is looked whose sign-in it was ends in a card", async () => {
  const { fake, verify, said } = world(only(right));
  Object.assign(fake.services.credentials, { forUser: () => Promise.reject(new Error("bug")) });
  expect(await verify(right)).toBe(200);
  expect(said()).toMatchObject([{ kind: "failure", asked: "sign in" }]);
});

test("what is longer than any token is not handed on", async () => {
  const { tried, exchange } = world(only(right));
  expect([await exchange("e".repeat(20_000)), await exchange("e".repeat(40_000))]).toEqual([412, 400]);
  expect(tried).toEqual(["e".repeat(20_000)]);
});
