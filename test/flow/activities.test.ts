// Everything that Teams may send: a sensible answer or a quiet status, never an exception.
import { people, tenantId } from "../../simulator/people.ts";
import { channelThread, chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

const alex = people.alex;
const member = { id: `29:${alex.oid}`, aadObjectId: alex.oid, name: alex.displayName };
const bot = () => ({ id: `28:${chain.azure.scenario.appId}`, name: "AKS On-Call" });
const direct = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(chain.botUrl(), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

describe("who may speak to us", () => {
  const message = () => chain.activity(alex, chatOf(alex), { text: "help" });

  test("an unsigned activity", async () => {
    expect((await direct(message())).status).toBe(401);
  });

  test("a signature for another activity's service URL", async () => {
    const token = await chain.azure.signActivity({ ...message(), serviceUrl: "http://127.0.0.1:1/" });
    expect((await direct(message(), { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  test.each([
    ["no token at all", "Bearer "],
    ["nonsense", "Bearer abc.def.ghi"],
    ["another scheme", "Basic YWxleDp4"],
  ])("%s", async (_name, authorization) => {
    expect((await direct(message(), { authorization })).status).toBe(401);
  });

  test("another person's token of another audience", async () => {
    const token = await chain.azure.tokenFor(alex.oid, "https://management.azure.com");
    expect((await direct(message(), { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  test("another tenant is not answered", async () => {
    const before = chain.teams.shown().length;
    const other = "11111111-2222-4333-8444-555555555555";
    const activity = {
      ...message(),
      conversation: { ...chatOf(alex), tenantId: other },
      channelData: { tenant: { id: other } },
    };
    expect((await chain.deliver(activity)).status).toBe(200);
    expect(await chain.shownSince(before)).toEqual([]);
  });

  test.each([
    ["an array", []],
    ["no type", { id: "1" }],
    ["a number", 7],
  ])("a body that is no activity: %s", async (_name, body) => {
    const authorization = `Bearer ${await chain.azure.signActivity(message())}`;
    expect((await direct(body, { authorization })).status).toBe(400);
    expect((await direct(body, { authorization: "Bearer abc.def.ghi" })).status).toBe(401);
  });
});

describe("a quiet status", () => {
  test.each([
    ["a reaction", { type: "messageReaction", reactionsAdded: [{ type: "like" }], replyToId: "1" }],
    [
      "an edit",
      {
        type: "messageUpdate",
        text: "diagnose prod-1",
        channelData: { eventType: "editMessage", tenant: { id: tenantId } },
      },
    ],
    ["a deletion", { type: "messageDelete" }],
    [
      "a renamed channel",
      { type: "conversationUpdate", channelData: { eventType: "channelRenamed", tenant: { id: tenantId } } },
    ],
    [
      "somebody else was added",
      { type: "conversationUpdate", membersAdded: [{ ...member, id: "29:other" }] },
    ],
    ["the bot was removed", { type: "installationUpdate", action: "remove" }],
    ["typing", { type: "typing" }],
    ["an event", { type: "event", name: "application/vnd.microsoft.meetingStart", value: {} }],
    ["a type nobody knows", { type: "sparkle" }],
  ])("%s", async (_name, more) => {
    const before = chain.teams.shown().length;
    const response = await chain.deliver(chain.activity(alex, channelThread, more));
    expect(response.status).toBe(200);
    expect(await chain.shownSince(before)).toEqual([]);
  });

  test.each([
    ["composeExtension/query", { commandId: "search" }, 501],
    ["task/fetch", { data: {} }, 501],
    ["fileConsent/invoke", { action: "decline" }, 400],
    ["signin/failure", { code: "resourcematchfailed", message: "Resource match failed" }, 200],
    ["signin/tokenExchange", { id: "1", connectionName: "aks-oncall", token: "not-a-token" }, 412],
    ["signin/tokenExchange", {}, 400],
    ["signin/verifyState", '{ "state": "000000" }', 404],
    ["signin/verifyState", { nothing: true }, 400],
    ["", {}, 501],
  ])("invoke %s %j", async (name, value, status) => {
    const response = await chain.deliver(chain.activity(alex, chatOf(alex), { type: "invoke", name, value }));
    expect(response.status).toBe(status);
  });

  test.each([
    ["data of another card", { action: { type: "Action.Execute", data: { v: 2, verb: "diagnose" } } }],
    ["an unknown verb", { action: { type: "Action.Execute", data: { v: 1, verb: "drop-tables" } } }],
    ["no action", {}],
    ["text", "x"],
    [
      "a run that does not exist",
      { action: { type: "Action.Execute", data: { v: 1, verb: "run.page", run: "R-0000000000" } } },
    ],
    [
      "a huge page",
      {
        action: { type: "Action.Execute", data: { v: 1, verb: "run.page", run: "R-0000000000", page: 1e9 } },
      },
    ],
  ])("a press with %s is refused in words", async (_name, value) => {
    const response = await chain.deliver(
      chain.activity(alex, chatOf(alex), { type: "invoke", name: "adaptiveCard/action", value }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
    });
  });
});

describe("installed", () => {
  const place = { id: "a:fresh-chat", conversationType: "personal" } as const;

  test("the welcome is sent once, however often Teams reports the installation", async () => {
    const before = chain.teams.shown().length;
    for (let time = 0; time < 3; time += 1) {
      await chain.deliver(chain.activity(alex, place, { type: "installationUpdate", action: "add" }));
      await chain.deliver(chain.activity(alex, place, { type: "conversationUpdate", membersAdded: [bot()] }));
    }
    await chain.answer(before, /Hello/, place);
    // An answer to something else may still come, in a chat of its own.
    const here = (await chain.shownSince(before)).filter(({ conversation }) => conversation === place.id);
    expect(here).toHaveLength(1);
  });
});

describe("text as Teams and phones send it", () => {
  test.each([
    ["help", { text: "help" }],
    ["a menu command with a non-breaking space", { text: "help " }],
    ["nothing at all", { text: "" }],
    [
      "an HTML mention",
      {
        text: "<at>AKS On-Call</at> help\n",
        attachments: [
          {
            contentType: "text/html",
            content:
              '<div><span itemtype="http://schema.skype.com/Mention" itemid="0">AKS On-Call</span>&nbsp;help</div>',
          },
        ],
        entities: [
          {
            type: "mention",
            text: "<at>AKS On-Call</at>",
            mentioned: { id: "28:b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14", name: "AKS On-Call" },
          },
        ],
      },
    ],
  ])("%s", async (_name, more) => {
    const before = chain.teams.shown().length;
    await chain.deliver(chain.activity(alex, chatOf(alex), more));
    await chain.answer(before, /AKS On-Call/);
  });

  test("nonsense gets the nearest sentence", async () => {
    const shown = await chain.ask(alex, "prod-1 banana", /did you mean|I can/i);
    expect(wordsOf(shown.activity)).toMatch(/prod-1/);
  });

  test("a press that arrives as a message (Action.Submit fallback)", async () => {
    const before = chain.teams.shown().length;
    await chain.deliver(chain.activity(alex, chatOf(alex), { text: "", value: { v: 1, verb: "help" } }));
    await chain.answer(before, /AKS On-Call/);
  });
});

const isReady = (said: unknown): boolean => JSON.stringify(said) === JSON.stringify({ status: "ready" });

test("health and readiness", async () => {
  const base = chain.botUrl().replace("/api/messages", "");
  expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: "ok" });
  const readiness = async (): Promise<unknown> => (await fetch(`${base}/readyz`)).json();
  // A busy machine's database may be late for one answer.
  for (let attempt = 0; attempt < 20 && !isReady(await readiness()); attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await readiness()).toEqual({ status: "ready" });
  expect((await fetch(`${base}/api/messages`)).status).toBe(405);
});

test("nothing was thrown", () => {
  expect(chain.logged.filter((line) => /failed unexpectedly|turn failed|request failed/.test(line))).toEqual(
    [],
  );
});
