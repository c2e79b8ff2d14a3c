// What holds of every SDK behind the port of Teams, on the real one: who is let in, and what is known after a call.
import { createChannelTokenCheck } from "../../../src/azure/entra/token-check.ts";
import { sdks } from "../../../src/composition/teams.ts";
import { serve } from "../../../src/doors/http/restify/serve.ts";
import { teamsRoutes } from "../../../src/doors/http/server.ts";
import { createBackground } from "../../../src/doors/teams/background.ts";
import type { Bot } from "../../../src/doors/teams/bot.ts";
import { createMessenger, type MessengerParts } from "../../../src/doors/teams/messenger.ts";
import type { SdkSettings, TeamsSdk } from "../../../src/doors/teams/port.ts";
import { createRoster } from "../../../src/doors/teams/roster.ts";
import { start } from "../../app/setup.ts";
import {
  type BotConnector,
  botAppId,
  issuer,
  secondsFromNow,
  startBotConnector,
} from "../../fakes/bot-connector.ts";
import { alex } from "../../fakes/people.ts";
import { personQueues } from "../../fakes/person-queues.ts";
import { sdkSettings, botTenantId as tenantId } from "../../fakes/teams-sdks.ts";
import { startTeamsService, type TeamsService } from "../../fakes/teams-service.ts";
import { answers } from "../../fixtures/answers.ts";

let channel: BotConnector;
let service: TeamsService;
beforeAll(async () => {
  channel = await startBotConnector();
  service = await startTeamsService();
});
beforeEach(() => {
  channel.answerWith(200);
  service.calls.splice(0);
  service.pages.splice(0);
});
afterAll(async () => {
  await channel.close();
  await service.close();
});

const lines = () => service.calls.map(({ line }) => line);
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const base = () => `${service.url}/`;

/** What an SDK says past our log. */
const printed: string[] = [];
const own = { error: console.error, warn: console.warn, log: console.log };
beforeAll(() => {
  const print = (...words: unknown[]) => void printed.push(words.join(" "));
  Object.assign(console, { error: print, warn: print, log: print });
});
afterAll(() => void Object.assign(console, own));

type Door = Readonly<{
  post(
    change: object,
    claims?: Record<string, unknown>,
    signing?: Parameters<BotConnector["bearer"]>[1],
  ): Promise<Readonly<{ status: number; body: unknown }>>;
  close(): Promise<void>;
}>;

const person = (id: string) => ({ id, name: alex.displayName, aadObjectId: alex.objectId });

const activity = (change: object) => ({
  ...{ type: "message", id: "a1", channelId: "msteams", serviceUrl: base() },
  from: person("29:200"),
  recipient: { id: "28:bot", name: "AKS On-Call" },
  conversation: { id: "201", conversationType: "personal", tenantId },
  ...change,
});

function invoke(name: string, value: object): object {
  return { type: "invoke", name, value };
}

function press(data: object): object {
  return invoke("adaptiveCard/action", { action: { data } });
}

function showing() {
  const { incident } = answers;
  if (incident === undefined) throw new Error("no answer called incident");
  return { show: "answer", answer: incident, elsewhere: false } as const;
}

describe.each(Object.entries(sdks))("%s", (_name, create) => {
  afterEach(() => {
    expect(printed.splice(0)).toEqual([]);
  });

  const made = (more: Partial<Pick<SdkSettings, "token">> = {}): Promise<TeamsSdk> =>
    create(sdkSettings({ metadataUrl: channel.metadataUrl, oauthUrl: service.url, ...more }));

  /** The whole door: an activity is posted, and what came back. */
  async function door(): Promise<Door> {
    const { services } = start();
    const sdk = await made();
    const background = createBackground(services.log);
    const bot = {
      ...{ services, background, ...personQueues(), tokens: sdk.tokens, connector: sdk.connector },
      ...{ pressedBefore: () => false, channelIssuer: issuer, trusted: () => true },
      allowedTenants: [tenantId],
    } as Bot;
    const { metadataUrl } = channel;
    const check = createChannelTokenCheck({ issuer, appId: botAppId, metadataUrl });
    const server = serve(
      teamsRoutes({ check, sdk, bot }, async () => null),
      services.log,
    );
    await server.listen(0, "127.0.0.1");
    return {
      async post(change, claims = {}, signing = {}) {
        const authorization = await channel.bearer({ serviceurl: base(), ...claims }, signing);
        const response = await fetch(`http://127.0.0.1:${server.port()}/api/messages`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization },
          body: JSON.stringify(activity(change)),
        });
        const text = await response.text();
        return { status: response.status, body: text === "" ? null : JSON.parse(text) };
      },
      async close() {
        await background.settle(2_000);
        await server.stop(0);
      },
    };
  }

  test.each<[string, object, Parameters<BotConnector["bearer"]>, number]>([
    ["let in: the Bot Connector's, for this service URL", {}, [], 501],
    ["let in: another conversation", { conversation: { id: "19:x@thread.tacv2", tenantId } }, [], 501],
    ["refused: another service URL", { serviceUrl: "https://smba.trafficmanager.net/emea/" }, [], 401],
    ["refused: one that says no service URL", {}, [{ serviceurl: undefined }], 401],
    ["refused: of another bot", {}, [{ aud: tenantId }], 401],
    ["refused: of Entra, for our own app", {}, [{ iss: `https://sts.windows.net/${tenantId}/` }], 401],
    ["refused: expired", {}, [{ exp: secondsFromNow(-3_600) }], 401],
    ["refused: signed by a stranger", {}, [{}, { key: "foreign" }], 401],
    ["refused: by a key for another channel", {}, [{}, { kid: "webchat" }], 401],
    ["passed over: of another tenant", { conversation: { id: "a:1", tenantId: "elsewhere" } }, [], 403],
  ])("a token is %s", async (_what, change, [claims, signing], status) => {
    const { post, close } = await door();
    expect((await post({ type: "invoke", name: "unknown", ...change }, claims, signing)).status).toBe(status);
    await close();
  });

  test("while the keys cannot be had nobody is let in, and afterwards all are again", async () => {
    const { post, close } = await door();
    channel.answerWith(500);
    expect((await post({})).status).toBe(503);
    channel.answerWith(200);
    expect((await post({ type: "typing" })).status).toBe(200);
    await close();
  });

  const words = (value: unknown) => ({ statusCode: 200, type: expect.stringContaining("message"), value });
  const consent = { context: { v: 1, pending: "P-1" } };
  test.each<[string, object, number, unknown]>([
    ["a button of an old card", press({ v: 0 }), 200, words(expect.stringMatching(/older card/))],
    ["a button", press({ v: 1, verb: "say", say: "help" }), 200, words(expect.anything())],
    ["a silent sign-in", invoke("signin/tokenExchange", { id: "x", token: "t" }), 200, null],
    [
      "a silent sign-in without consent",
      { ...invoke("signin/tokenExchange", { id: "x", token: "t" }), from: person("29:400") },
      412,
      expect.objectContaining({ id: "x" }),
    ],
    [
      "a silent sign-in while the token service is down",
      { ...invoke("signin/tokenExchange", { id: "x", token: "t" }), from: person("29:500") },
      412,
      expect.objectContaining({ id: "x" }),
    ],
    ["a silent sign-in without a token", invoke("signin/tokenExchange", {}), 400, null],
    ["a code", invoke("signin/verifyState", { state: "200" }), 200, null],
    ["a wrong code", invoke("signin/verifyState", { state: "404" }), 404, null],
    ["a client that cannot sign in", invoke("signin/failure", { code: "x" }), 200, null],
    ["no file wanted", invoke("fileConsent/invoke", { action: "decline", ...consent }), 200, null],
    ["nonsense about a file", invoke("fileConsent/invoke", { action: "maybe" }), 400, null],
    ["what nobody knows", invoke("constructor", {}), 501, null],
  ])("an invoke is answered: %s", async (_what, change, status, body) => {
    const { post, close } = await door();
    expect(await post(change)).toEqual({ status, body });
    await close();
  });

  test("whom Teams names no account of is answered within the turn, as a reply to what they wrote", async () => {
    const { post, close } = await door();
    expect((await post({ text: "help", from: { id: "29:guest" } })).status).toBe(200);
    expect(service.calls).toMatchObject([
      {
        authorization: "Bearer token",
        line: expect.stringMatching(/^POST \/v3\/conversations\/201\/activities(\/a1)?$/),
        body: {
          type: "message",
          replyToId: "a1",
          recipient: { id: "29:guest" },
          conversation: { id: "201" },
        },
      },
    ]);
    await close();
  });

  async function messengerTo(
    conversation: string,
    more: Parameters<typeof made>[0] = {},
    serviceUrl = base(),
  ) {
    const sdk = await made(more);
    const store = { personalConversation: async () => null, saveConversation: async () => {} };
    const { connector, tokens } = sdk;
    const parts = { store, connector, tokens, connection: "sso", trusted: () => true, log: quiet };
    const to = {
      ...{ key: conversation, userId: "29:alex", personal: false, channelId: "msteams", serviceUrl },
      ...{ conversation: { id: conversation, isGroup: true, name: "", tenantId }, user: { id: "29:alex" } },
      bot: { id: "28:bot", name: "bot" },
    };
    return { messenger: createMessenger(parts as unknown as MessengerParts), to, sdk };
  }

  const refused = (code: string, again: boolean) => ({ status: "refused", code, again });
  test.each<[string, string, object]>([
    ["taken", "201", { status: "shown", messageId: "m1" }],
    ["taken, and its id is not known", "200", { status: "unknown" }],
    ["taken, and what it says of it cannot be read", "garbled", { status: "unknown" }],
    ["closed to the bot", "403", refused("403", false)],
    ["gone", "404", refused("404", false)],
    ["too big", "413", refused("413", false)],
    ["busy", "412", refused("412", true)],
    ["away for a moment", "503", refused("503", true)],
    ["too fast", "429", refused("429", true)],
    ["too fast, and told how long to wait", "429-7", { ...refused("429", true), retryAfterSeconds: 7 }],
    ["told to wait for ever", "503-99999999", { ...refused("503", true), retryAfterSeconds: 600 }],
    ["its answer lost", "cut", { status: "unknown" }],
  ])("a message is %s", async (_what, conversation, outcome) => {
    const { messenger, to } = await messengerTo(conversation);
    expect(await messenger.post(to, showing(), false)).toEqual(outcome);
    // Never repeated by the client on its own: that could make two cards of one.
    expect(lines()).toEqual([`POST /v3/conversations/${conversation}/activities`]);
    expect(service.calls[0]?.authorization).toBe("Bearer token");
  });

  test.each<[string, string, Parameters<typeof made>[0], object]>([
    ["nobody is there", "http://127.0.0.1:1/", {}, refused("ECONNREFUSED", true)],
    ["there is no token", "", { token: () => Promise.reject(new Error("no")) }, refused("noToken", true)],
  ])("a message is not sent where %s", async (_what, serviceUrl, more, outcome) => {
    const { messenger, to } = await messengerTo("201", more, serviceUrl || base());
    expect(await messenger.post(to, showing(), false)).toEqual(outcome);
    expect(lines()).toEqual([]);
  });

  test("a call ends when it is told to, and its message may have been taken", async () => {
    const { sdk, to } = await messengerTo("silent");
    const sent = { type: "message", from: to.bot, ...to } as const;
    const posted = sdk.connector(base()).post(sent, AbortSignal.timeout(100));
    await expect(posted).rejects.toMatchObject({ failure: { is: "unanswered" } });
    expect(lines()).toHaveLength(1);
  });

  test.each<[string, string, object]>([
    ["taken", "200", { status: "shown", messageId: "m7" }],
    ["gone", "404", refused("404", false)],
    ["away for a moment", "503", refused("503", true)],
    ["its answer lost", "cut", { status: "unknown" }],
  ])("an edit is %s", async (_what, conversation, outcome) => {
    const { messenger, to } = await messengerTo(conversation);
    expect(await messenger.edit(to, "m7", showing(), false)).toEqual(outcome);
    expect(lines()).toEqual([`PUT /v3/conversations/${conversation}/activities/m7`]);
    const card = { contentType: "application/vnd.microsoft.card.adaptive", content: expect.anything() };
    expect(service.calls[0]?.body).toMatchObject({
      ...{ id: "m7", type: "message", channelId: "msteams", from: { id: "28:bot" } },
      conversation: { id: conversation },
      attachments: [card],
    });
  });

  test.each([
    ["it does", "200", true],
    ["it does, with no", "403", true],
    ["too many questions", "429", false],
    ["it hangs up", "cut", false],
  ])("whether Teams answers about a place: %s", async (_what, conversation, expected) => {
    const { messenger, to } = await messengerTo(conversation);
    expect(await messenger.answers(to)).toBe(expected);
    expect(lines()).toEqual([`GET /v3/conversations/${conversation}/members/29:alex`]);
  });

  test("a thread in a channel is named in the address, and typing goes there", async () => {
    const thread = "19:ops@thread.tacv2;messageid=1";
    const { messenger, to } = await messengerTo(thread);
    await messenger.typing(to);
    expect(service.calls).toMatchObject([
      { line: `POST /v3/conversations/${thread}/activities`, body: { type: "typing" } },
    ]);
  });

  test("a file is asked about as Teams asks", async () => {
    const { messenger, to } = await messengerTo("201");
    const offer = {
      show: "offerFile",
      pending: "P-1",
      name: "x.txt",
      bytes: 2_000,
      asked: "get pods",
    } as const;
    expect(await messenger.post(to, offer, false)).toEqual({ status: "shown", messageId: "m1" });
    const content = { sizeInBytes: 2_000, acceptContext: { v: 1, pending: "P-1" } };
    expect(service.calls[0]?.body).toMatchObject({
      attachments: [
        { contentType: "application/vnd.microsoft.teams.card.file.consent", name: "x.txt", content },
      ],
    });
  });

  test("a person's own chat is opened", async () => {
    const { messenger, to } = await messengerTo("19:channel", {}, `${base()}201/`);
    expect(await messenger.personalChat(to)).toMatchObject({ key: "m1", personal: true });
    expect(service.calls[0]?.body).toMatchObject({
      ...{ isGroup: false, bot: { id: "28:bot" }, members: [{ id: "29:alex" }], tenantId },
      channelData: { tenant: { id: tenantId } },
    });
  });

  test.each(["403", "404"])("a person's own chat is none where Teams says %s", async (status) => {
    const { messenger, to } = await messengerTo("19:channel", {}, `${base()}${status}/`);
    expect(await messenger.personalChat(to)).toBeNull();
  });

  test("members come page by page, of the channel and not of the thread", async () => {
    const { to, sdk } = await messengerTo("19:ops@thread.tacv2;messageid=1");
    const roster = createRoster({ connector: sdk.connector, trusted: () => true, log: quiet });
    const megan = { id: "29:megan", name: "Megan Bowen", objectId: "ABC", tenantId };
    const adele = { id: "29:adele", name: "Adele Vance", aadObjectId: "def" };
    service.pages.push({ members: [megan], continuationToken: "p2" }, { members: [adele] });
    expect(await roster.members(to, 60_000)).toEqual([
      { userId: "29:megan", name: "Megan Bowen", objectId: "abc" },
      { userId: "29:adele", name: "Adele Vance", objectId: "def" },
    ]);
    const address = "GET /v3/conversations/19:ops@thread.tacv2/pagedmembers?pageSize=500";
    expect(lines().map((line) => line.replace("pagedMembers", "pagedmembers"))).toEqual([
      address,
      `${address}&continuationToken=p2`,
    ]);
    // Nobody answers any more.
    expect(await roster.members(to, 100)).toBeNull();
  });

  const ofTeam = { is: "channel", team: "Platform", isGeneral: false } as const;

  test.each<[string, string, string | undefined, object]>([
    [
      "a channel",
      "19:ops@thread.tacv2;messageid=1",
      "19:all@thread.tacv2",
      { ...ofTeam, channel: "Operations" },
    ],
    [
      "the first one of a team",
      "19:all@thread.tacv2",
      "19:all@thread.tacv2",
      { ...ofTeam, channel: null, isGeneral: true },
    ],
    ["a private one", "19:private@thread.tacv2", "19:all@thread.tacv2", { ...ofTeam, channel: null }],
    ["one of a team that Teams does not tell", "19:ops@thread.tacv2", "404", { is: "unread" }],
    ["one of a team that nobody knows", "19:ops@thread.tacv2", undefined, { is: "unread" }],
  ])("what it is called: %s", async (_what, key, team, expected) => {
    const { to, sdk } = await messengerTo(key);
    const roster = createRoster({ connector: sdk.connector, trusted: () => true, log: quiet });
    const conversation = { ...to.conversation, conversationType: "channel" };
    expect(await roster.named({ ...to, conversation, team }, 60_000)).toEqual(expected);
    const asked = team === undefined ? [] : [`GET /v3/teams/${team}`, `GET /v3/teams/${team}/conversations`];
    expect(lines().toSorted()).toEqual(asked);
  });

  describe("the token service", () => {
    const tokens = async () => (await made()).tokens;

    test.each([
      ["somebody who signed in", "29:200", undefined, "signed-in"],
      ["somebody who did not", "29:404", undefined, undefined],
      ["a right code", "29:404", "200", "signed-in"],
      ["a wrong code", "29:200", "404", undefined],
    ])("has the sign-in of %s, or has it not", async (_what, userId, code, token) => {
      expect(await (await tokens()).token(userId, code)).toBe(token);
      expect(lines()).toHaveLength(1);
      expect(lines()[0]).toMatch(/^GET \/api\/usertoken\/GetToken\?/);
      expect(lines()[0]).toMatch(/[?&]connectionName=sso(&|$)/);
      expect(lines()[0]).toMatch(/[?&]channelId=msteams(&|$)/);
    });

    test.each(["400", "404"])("exchanges nothing where consent is missing (%s)", async (status) => {
      expect(await (await tokens()).exchange(`29:${status}`, "client")).toBeUndefined();
    });

    test("exchanges what a client sent", async () => {
      expect(await (await tokens()).exchange("29:200", "client")).toBe("signed-in");
      expect(service.calls).toMatchObject([{ body: { token: "client" }, authorization: "Bearer token" }]);
    });

    test("gives a link for the person of a conversation", async () => {
      const { sdk, to } = await messengerTo("201");
      const resource = await sdk.tokens.signInResource(to);
      expect(resource).toMatchObject({
        signInLink: "https://sign.in/here",
        tokenExchangeResource: { id: "r1" },
      });
      const { searchParams } = new URL(lines()[0]?.split(" ")[1] ?? "", base());
      const state = JSON.parse(Buffer.from(searchParams.get("state") ?? "", "base64").toString("utf8"));
      const lower = Object.fromEntries(
        Object.entries(state).map(([key, value]) => [key.toLowerCase(), value]),
      );
      expect(lower).toMatchObject({
        ...{ connectionname: "sso", msappid: botAppId },
        conversation: { user: { id: "29:alex" }, bot: { id: "28:bot" }, conversation: { id: "201" } },
      });
    });

    test("forgets a sign-in", async () => {
      await (await tokens()).signOut("29:200");
      expect(lines()[0]).toMatch(/^DELETE \/api\/usertoken\/SignOut\?/);
      expect(lines()[0]).toMatch(/[?&]userId=29:200(&|$)/);
    });

    test("that is down is no answer", async () => {
      await expect((await tokens()).signInResource((await messengerTo("201")).to)).resolves.toBeDefined();
      await expect(
        (await made({ token: () => Promise.reject(new Error("no")) })).tokens.token("29:200"),
      ).rejects.toThrow();
    });
  });
});
