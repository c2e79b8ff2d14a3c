// Signing in: always in the personal chat, as the person who asked, and then the question is answered by itself.
import { people, tenantId } from "../../simulator/people.ts";
import { channelThread, chatOf, type Harness, startHarness, until, wordsOf } from "./harness.ts";
import type { Shown } from "./teams.ts";

const lee = people.lee;
const chat = chatOf(lee);

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
/** Everyone is again as the scenario says: Lee signed out, the others signed in. */
beforeEach(async () => {
  chain.azure.setFaults([]);
  // A sign-in is used for another second, and what follows may be quicker.
  await chain.ask(lee, "sign out", /signed out/i);
  chain.azure.clearRequests();
  await chain.azure.loadScenario("simulator/scenarios/hub-spoke.json");
});
afterAll(() => chain?.close());

/** The newest sign-in card after so many messages. */
const signInCard = (after: number): Promise<Shown> =>
  until(() =>
    chain.teams
      .shown()
      .slice(after)
      .find((message) => JSON.stringify(message.activity).includes("card.oauth")),
  );

/** Its link, where it stands in Lee's chat with the bot. */
async function signInLink(after: number): Promise<string> {
  const card = await signInCard(after);
  expect(card.conversation).toBe(chat.id);
  const [attachment] = card.activity.attachments as {
    content: { buttons: { value: string }[]; tokenExchangeResource?: unknown };
  }[];
  return attachment?.content.buttons[0]?.value ?? "";
}

/** Presses the page's button, as `account` (the person's own when left out). */
async function signIn(link: string, account?: string): Promise<string> {
  const page = await (await fetch(link)).text();
  const state = /name="state" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const form = new URLSearchParams({
    state: state.replaceAll("&amp;", "&"),
    ...(account ? { account } : {}),
  });
  return (await fetch(new URL("/signin", link), { method: "POST", body: form })).text();
}

test("asked in the personal chat: sign-in card, then the answer", async () => {
  const before = chain.teams.shown().length;
  await chain.send(lee, "diagnose prod-1");
  expect(await signIn(await signInLink(before))).toContain("You can close this page");
  await chain.answer(before, /signed in/i, chat);
  await chain.answer(before, /Reachable: prod-1/, chat);
});

test("asked in a channel: the thread says where, the chat has the card, the answer comes in the thread", async () => {
  const before = chain.teams.shown().length;
  await chain.send(lee, "run `kubectl get ns` on prod-1", channelThread);
  const elsewhere = await chain.answer(before, /Sign in first/, channelThread);
  expect(JSON.stringify(elsewhere.activity)).toContain("https://teams.microsoft.com/l/chat/");
  await signIn(await signInLink(before));
  await chain.answer(before, /Exit 0/, channelThread);
});

test("signed in as somebody else: refused, and that account's token is not kept", async () => {
  const before = chain.teams.shown().length;
  await chain.send(lee, "diagnose prod-1");
  await signIn(await signInLink(before), people.megan.oid);
  await chain.answer(before, /other account|another account|not yours|somebody else/i, chat);
  const later = chain.teams.shown().length;
  await chain.send(lee, "diagnose prod-1");
  await signInLink(later);
  expect(chain.azure.requests().filter(({ path }) => path.startsWith("/subscriptions"))).toEqual([]);
});

test("silent sign-in: the client's token is exchanged, once however many devices send it", async () => {
  const before = chain.teams.shown().length;
  await chain.send(lee, "diagnose prod-1");
  await signInLink(before);
  const token = await chain.azure.tokenFor(lee.oid, chain.azure.scenario.appId);
  const value = { id: "exchange-1", connectionName: "aks-oncall", token };
  for (let device = 0; device < 2; device += 1) {
    const response = await chain.deliver(
      chain.activity(lee, chat, { type: "invoke", name: "signin/tokenExchange", value }),
    );
    expect(response.status).toBe(200);
  }
  await chain.answer(before, /Reachable: prod-1/, chat);
  const signedIn = chain.teams
    .shown()
    .slice(before)
    .filter((message) => /signed in/i.test(wordsOf(message.activity)));
  expect(signedIn).toHaveLength(1);
});

test("sign out forgets the sign-in", async () => {
  await chain.ask(people.alex, "sign out", /signed out/i);
  const before = chain.teams.shown().length;
  await chain.send(people.alex, "diagnose prod-1");
  expect((await signInCard(before)).conversation).toBe(chatOf(people.alex).id);
});

describe("Entra refuses the exchange: one sentence that says what to do", () => {
  test.each([
    [
      "consent_required",
      {
        error: "invalid_grant",
        suberror: "consent_required",
        error_description: "AADSTS65001: consent",
        error_codes: [65001],
      },
      /consent|administrator/i,
    ],
    [
      "Conditional Access",
      {
        error: "interaction_required",
        suberror: "basic_action",
        error_description: "AADSTS50079: MFA",
        error_codes: [50079],
        claims: '{"access_token":{}}',
      },
      /Conditional Access|multi-?factor/i,
    ],
    [
      "an outage",
      { error: "temporarily_unavailable", error_description: "AADSTS90033: try later", error_codes: [90033] },
      /try again|ask again|minute/i,
    ],
  ])("%s", async (_name, tokenError, words) => {
    const scenario = chain.azure.scenario;
    const principals = scenario.principals.map((principal) =>
      principal.oid === people.alex.oid ? { ...principal, tokenErrors: { "*": tokenError } } : principal,
    );
    await chain.azure.loadScenario({ ...scenario, principals });
    const shown = await chain.ask(people.alex, "diagnose prod-1", words);
    expect(wordsOf(shown.activity)).not.toMatch(/Reachable/);
    expect(tenantId).toHaveLength(36);
  });
});

test("the token service is away: said, and nothing is guessed", async () => {
  // Longer than a sign-in serves the next part of a question.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  chain.azure.setFaults([{ match: { path: "api/usertoken" }, status: 500, times: 20 }]);
  await chain.ask(people.alex, "diagnose prod-1", /sign-in service did not answer/);
});
