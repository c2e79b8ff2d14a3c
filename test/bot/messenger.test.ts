// What is known after a post: Teams took it, did not, or may have. On the real client, since that decides what is thrown.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { botAuthentication } from "../../src/bot/adapter.ts";
import { connectorClients } from "../../src/bot/connector.ts";
import { createMessenger } from "../../src/bot/messenger.ts";
import type { MessengerParts } from "../../src/bot/messenger-parts.ts";
import { answers } from "../fixtures/answers.ts";

const appId = "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14";
const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";

/** By conversation: the status that Teams answers with, or how the connection ends. */
let teams: Server;
let base = "";
let requests = 0;
beforeAll(async () => {
  teams = createServer((request, response) => {
    requests += 1;
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
  const log = () => {};
  const store = { personalConversation: async () => null, saveConversation: async () => {} };
  const parts = {
    store,
    clients: connectorClients(authentication, appId, "https://api.botframework.com"),
    trusted: (url: string) => url.startsWith("http://127.0.0.1:"),
    log: { info: log, warn: log, error: log },
  };
  const to = {
    ...{ key: conversation, userId: "", personal: false, channelId: "msteams", serviceUrl },
    ...{ conversation: { id: conversation, isGroup: true, name: "" }, bot: { id: "28:bot", name: "bot" } },
  };
  return { messenger: createMessenger(parts as unknown as MessengerParts), to };
}

function post(conversation: string, serviceUrl = base, connectorToken = token) {
  const { messenger, to } = messengerTo(conversation, serviceUrl, connectorToken);
  const { incident } = answers;
  if (incident === undefined) throw new Error("no answer called incident");
  return messenger.post(to, { show: "answer", answer: incident, elsewhere: false }, false);
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
  requests = 0;
  expect(await posted()).toEqual(result);
  // Never repeated by the client on its own: that could make two cards of one.
  expect(requests).toBeLessThanOrEqual(1);
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
