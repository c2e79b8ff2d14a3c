// What is known after a post: Teams took it, did not, or may have. On the real client, since that decides what is thrown.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Showing } from "../../../src/app/ports/outbox.ts";
import { botAuthentication } from "../../../src/doors/teams/adapter.ts";
import { connectorClients } from "../../../src/doors/teams/connector.ts";
import { createMessenger, type MessengerParts } from "../../../src/doors/teams/messenger.ts";
import { answers } from "../../fixtures/answers.ts";

const appId = "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14";
const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";

/** By conversation: the status that Teams answers with, or how the connection ends. */
let teams: Server;
let base = "";
let requests: string[] = [];
let sent: unknown;
beforeAll(async () => {
  teams = createServer(async (request, response) => {
    requests.push(`${request.method} ${decodeURIComponent(request.url ?? "")}`);
    const body = await text(request);
    sent = body === "" ? null : JSON.parse(body);
    const [, conversation = ""] =
      /conversations\/([^/]+)\//.exec(request.url ?? "") ??
      /^\/(\w+)\/v3\/conversations$/.exec(request.url ?? "") ??
      [];
    if (conversation === "cut") return void request.socket.destroy();
    const [status = "", wait] = conversation.split("-");
    if (wait !== undefined) response.setHeader("retry-after", wait);
    const answer = status === "garbled" ? 201 : Number(status);
    response.writeHead(answer, { "content-type": "application/json" });
    if (status === "garbled") return void response.end('{"id":');
    response.end(conversation === "201" ? '{"id":"m1"}' : "{}");
  });
  await new Promise<void>((resolve) => teams.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(teams.address() as AddressInfo).port}/`;
});
afterAll(() => void teams.close());

const token = async () => "token";
const noToken = () => Promise.reject(new Error("Entra does not answer."));

function messengerTo(conversation: string, serviceUrl: string, connectorToken: () => Promise<string>) {
  const authentication = botAuthentication({ appId, tenantId, endpoints: {} }, connectorToken);
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const store = { personalConversation: async () => null, saveConversation: async () => {} };
  const parts = {
    store,
    clients: connectorClients(authentication, appId, "https://api.botframework.com"),
    trusted: (url: string) => url.startsWith("http://127.0.0.1:"),
    log: { info: log, warn: log, error: log },
  };
  const to = {
    ...{ key: conversation, userId: "29:alex", personal: false, channelId: "msteams", serviceUrl },
    ...{ conversation: { id: conversation, isGroup: true, name: "" }, bot: { id: "28:bot", name: "bot" } },
  };
  return { messenger: createMessenger(parts as unknown as MessengerParts), to, logged };
}

function showing(): Showing {
  const { incident } = answers;
  if (incident === undefined) throw new Error("no answer called incident");
  return { show: "answer", answer: incident, elsewhere: false };
}

function post(conversation: string, serviceUrl = base, connectorToken = token) {
  const { messenger, to } = messengerTo(conversation, serviceUrl, connectorToken);
  return messenger.post(to, showing(), false);
}

test.each<[string, () => ReturnType<typeof post>, object]>([
  ["taken", () => post("201"), { status: "shown", messageId: "m1" }],
  ["taken, and its id is not known", () => post("200"), { status: "unknown" }],
  ["taken, and what it says of it cannot be read", () => post("garbled"), { status: "unknown" }],
  ["closed to the bot", () => post("403"), { status: "refused", code: "403", again: false }],
  ["gone", () => post("404"), { status: "refused", code: "404", again: false }],
  ["too big", () => post("413"), { status: "refused", code: "413", again: false }],
  ["busy", () => post("412"), { status: "refused", code: "412", again: true }],
  ["away for a moment", () => post("503"), { status: "refused", code: "503", again: true }],
  ["too fast", () => post("429"), { status: "refused", code: "429", again: true }],
  [
    "too fast, and told how long to wait",
    () => post("429-7"),
    { status: "refused", code: "429", again: true, retryAfterSeconds: 7 },
  ],
  [
    "told to wait for ever",
    () => post("503-99999999"),
    { status: "refused", code: "503", again: true, retryAfterSeconds: 600 },
  ],
  ["cut off in the middle", () => post("cut"), { status: "unknown" }],
  [
    "nobody there",
    () => post("201", "http://127.0.0.1:1/"),
    { status: "refused", code: "ECONNREFUSED", again: true },
  ],
  [
    "no token to send it with",
    () => post("201", base, noToken),
    { status: "refused", code: "noToken", again: true },
  ],
  [
    "a place that is not Teams'",
    () => post("201", "http://evil.example/"),
    { status: "refused", code: "serviceUrl", again: false },
  ],
])("%s", async (_name, posted, result) => {
  requests = [];
  expect(await posted()).toEqual(result);
  // Never repeated by the client on its own: that could make two cards of one.
  expect(requests.length).toBeLessThanOrEqual(1);
});

test.each<[string, string, object]>([
  ["taken", "200", { status: "shown", messageId: "m7" }],
  ["gone", "404", { status: "refused", code: "404", again: false }],
  ["away for a moment", "503", { status: "refused", code: "503", again: true }],
  ["cut off in the middle", "cut", { status: "unknown" }],
])("a card that is edited: %s", async (_name, conversation, result) => {
  const { messenger, to } = messengerTo(conversation, base, token);
  requests = [];
  expect(await messenger.edit(to, "m7", showing(), false)).toEqual(result);
  expect(requests).toEqual([`PUT /v3/conversations/${conversation}/activities/m7`]);
  const card = { contentType: "application/vnd.microsoft.card.adaptive", content: expect.anything() };
  expect(sent).toMatchObject({
    id: "m7",
    type: "message",
    conversation: { id: conversation },
    attachments: [card],
  });
});

describe("whether Teams answers about a place", () => {
  test.each([
    ["it does", "200", true],
    ["it does, with no", "403", true],
    ["it does, with nobody there", "404", true],
    ["too many questions", "429", false],
    ["it is unwell", "503", false],
    ["it hangs up", "cut", false],
  ])("%s", async (_name, conversation, expected) => {
    const { messenger, to } = messengerTo(conversation, base, token);
    requests = [];
    expect(await messenger.answers(to)).toBe(expected);
    expect(requests).toEqual([`GET /v3/conversations/${conversation}/members/29:alex`]);
  });
});

describe("a place that nothing may be sent to", () => {
  const places = [
    ["that is not Teams'", "http://evil.example/", "serviceUrl", "service URL is not one of Teams'"],
    ["that cannot be read", "", "conversation", "stored conversation is not readable"],
  ] as const;

  test.each(places)(
    "%s is refused for good without a request, and logged",
    async (_name, url, code, line) => {
      const { messenger, to, logged } = messengerTo("201", url, token);
      const place = url === "" ? { ...to, serviceUrl: undefined } : to;
      requests = [];
      expect(await messenger.post(place, showing(), false)).toEqual({
        status: "refused",
        code,
        again: false,
      });
      expect(await messenger.edit(place, "m7", showing(), false)).toEqual({
        status: "refused",
        code,
        again: false,
      });
      // There is nothing to wait for: the post that comes next says so.
      expect(await messenger.answers(place)).toBe(true);
      expect(requests).toEqual([]);
      expect(new Set(logged)).toEqual(new Set([line]));
    },
  );
});

describe("the person's own chat", () => {
  const open = (answer: string) => {
    const { messenger, to } = messengerTo("19:channel", `${base}${answer}/`, token);
    return messenger.personalChat(to);
  };

  test("is opened", async () => {
    expect(await open("201")).toMatchObject({ key: "m1", personal: true });
  });

  test.each(["403", "404"])(
    "is none where Teams says %s: the bot is not installed for them",
    async (status) => {
      expect(await open(status)).toBeNull();
    },
  );

  test.each(["429", "502", "412"])("is not to be had now where Teams says %s", async (status) => {
    await expect(open(status)).rejects.toThrow("now");
  });
});
