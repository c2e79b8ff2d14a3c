// What reaches the product before anybody is known: whatever is sent, it is answered or hung up on, and the next one is served.
import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { createChannelTokenCheck } from "../../../src/azure/entra/token-check.ts";
import { sdks } from "../../../src/composition/teams.ts";
import { type HttpRoute, type HttpServer, readJsonBody } from "../../../src/doors/http/http.ts";
import { serve } from "../../../src/doors/http/restify/serve.ts";
import { teamsRoutes } from "../../../src/doors/http/server.ts";
import type { Bot } from "../../../src/doors/teams/bot.ts";
import { silent } from "../../../src/telemetry/request-scope.ts";
import {
  type BotConnector,
  botAppId,
  issuer,
  secondsFromNow,
  serviceUrl,
  startBotConnector,
} from "../../fakes/bot-connector.ts";
import { personQueues } from "../../fakes/person-queues.ts";
import { sdkSettings } from "../../fakes/teams-sdks.ts";

const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
const logged: string[] = [];
const keep = (message: string, fields: Record<string, unknown>) =>
  void logged.push(`${message} ${JSON.stringify(fields)}`);
const log = { info: keep, warn: keep, error: keep };
const bot = {
  services: { log, telemetry: silent, newId: () => "R-0000000001", challengePage: null },
  ...personQueues(),
  channelIssuer: issuer,
  trusted: () => true,
  allowedTenants: [tenantId],
} as unknown as Bot;

/** What an SDK would write past our log. */
const printed: string[] = [];
const own = { error: console.error, warn: console.warn, log: console.log };
let channel: BotConnector;
let good: string;
let server: HttpServer;
let port: number;
beforeAll(async () => {
  channel = await startBotConnector();
  good = await channel.bearer();
  const { metadataUrl } = channel;
  const sdk = await sdks.botbuilder(sdkSettings(channel));
  const check = createChannelTokenCheck({ issuer, appId: botAppId, metadataUrl });
  const bug = (path: string, answer: HttpRoute["answer"]): HttpRoute => ({ method: "get", path, answer });
  const bugs = [
    bug("/broken", () => Promise.reject(new Error("password=hunter22"))),
    bug("/bigint", async () => ({ status: 200, body: { count: 1n } })),
  ];
  server = serve([...teamsRoutes({ check, sdk, bot }, async () => null), ...bugs], log);
  await server.listen(0, "127.0.0.1");
  port = server.port();
  const print = (...words: unknown[]) => void printed.push(words.join(" "));
  Object.assign(console, { error: print, warn: print, log: print });
});
beforeEach(() => void logged.splice(0));
afterEach(async () => {
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});
afterAll(async () => {
  Object.assign(console, own);
  await channel.close();
  await server.stop(0);
  expect(printed).toEqual([]);
});

const activity = {
  type: "typing",
  id: "1",
  channelId: "msteams",
  serviceUrl,
  from: { id: "29:x" },
  recipient: { id: "28:y" },
  conversation: { id: "a:1", tenantId },
};
const sent = JSON.stringify(activity);

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: good, ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}

const refused = () => logged.filter((line) => line.startsWith("request refused"));

test("an activity with the Bot Connector's token", async () => {
  expect(await post(sent)).toEqual({ status: 200, body: "" });
  expect(logged).toEqual([]);
});

test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number]>([
  ["another charset", sent, { "content-type": "application/json; charset=utf-16" }, 415],
  ["compressed", new Uint8Array(gzipSync(sent)), { "content-encoding": "gzip" }, 415],
  ["said to be compressed", sent, { "content-encoding": "gzip" }, 415],
  ["a form", "type=message&__proto__[x]=1", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ["files", "--x\r\n\r\n--x--", { "content-type": "multipart/form-data; boundary=x" }, 415],
  ["a table", 'a,b\n1,"2', { "content-type": "text/csv" }, 415],
  ["text", sent, { "content-type": "text/plain" }, 415],
  ["no type", sent, { "content-type": "" }, 415],
  ["nothing", "", {}, 400],
  ["not JSON", "{", {}, 400],
  ["not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400],
  ["an array", "[]", {}, 400],
  ["no type of activity", '{"id":"1"}', {}, 400],
  ["an empty type of activity", JSON.stringify({ ...activity, type: "" }), {}, 400],
  ["no service URL", JSON.stringify({ ...activity, serviceUrl: undefined }), {}, 400],
  ["nested without end", "[".repeat(100_000) + "]".repeat(100_000), {}, 400],
  [
    "nested below a field",
    `{"type":"message","value":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    {},
    400,
  ],
  ["a prototype", `{"__proto__":${sent}}`, {}, 400],
  [
    "another channel, which an SDK may check in other ways",
    JSON.stringify({ ...activity, channelId: "AseChannel" }),
    {},
    403,
  ],
  [
    "a token that speaks for another service URL",
    JSON.stringify({ ...activity, serviceUrl: "https://evil.example/" }),
    {},
    401,
  ],
  ["too much", JSON.stringify({ ...activity, text: "x".repeat(300_000) }), {}, 413],
])("with the Bot Connector's token: %s", async (_name, body, headers, status) => {
  const reply = await post(body, headers);
  expect(reply.status).toBe(status);
  expect(JSON.parse(reply.body)).toEqual({ error: expect.stringMatching(/^[A-Z][^\n]*\.$/) });
  expect(refused()).toHaveLength(1);
});

test("of another tenant: passed over, and of a flood ten lines of the log, each short", async () => {
  const foreign = { ...activity, conversation: { id: "a:1", tenantId: `elsewhere${"x".repeat(50_000)}` } };
  for (let n = 0; n < 30; n += 1) expect((await post(JSON.stringify(foreign))).status).toBe(200);
  expect(refused()).toHaveLength(10);
  expect(logged).toHaveLength(10);
  expect(refused()[0]).toContain("a tenant that is not allowed");
  expect(Math.max(...logged.map(({ length }) => length))).toBeLessThan(500);
});

test("fields of another type", async () => {
  expect((await post(JSON.stringify({ ...activity, text: 5, timestamp: 5, entities: {} }))).status).toBe(200);
});

test("a charset", async () => {
  expect((await post(sent, { "content-type": "Application/JSON; charset=UTF-8" })).status).toBe(200);
});

test("a stranger is one line of the log, with the reason", async () => {
  const authorization = await channel.bearer({}, { key: "foreign" });
  expect((await post(sent, { authorization })).status).toBe(401);
  const line = { path: "/api/messages", status: 401, reason: "its signature is wrong", from: "127.0.0.1" };
  expect(logged).toEqual([`request refused ${JSON.stringify(line)}`]);
});

test.each<[string, () => Promise<string>]>([
  ["no token", async () => ""],
  ["another scheme", async () => "Basic YTpi"],
  ["nonsense", async () => "Bearer a.b.c"],
  ["a bad signature", () => channel.bearer({}, { key: "foreign" })],
  ["no end", () => channel.bearer({ exp: undefined })],
  ["expired", () => channel.bearer({ exp: secondsFromNow(-3_600) })],
  ["another bot", () => channel.bearer({ aud: tenantId })],
])("a stranger (%s): 401 whatever the body, which is not looked at", async (_name, token) => {
  const authorization = await token();
  const nested = "[".repeat(100_000);
  for (const body of [sent, "{", nested, new Uint8Array([0xff])])
    expect(await post(body, { authorization })).toEqual({ status: 401, body: '{"error":"Unauthorized."}' });
  expect(await post("a,b", { authorization, "content-type": "text/csv" })).toMatchObject({ status: 401 });
  expect(logged.join()).not.toContain(authorization.slice(-20) || "nothing");
});

test("too much, without saying so beforehand", async () => {
  const chunk = new TextEncoder().encode(" ".repeat(100_000));
  const body = ReadableStream.from(Array.from({ length: 20 }, () => chunk));
  const headers = { "content-type": "application/json", authorization: good };
  const request = { method: "POST", headers, body, duplex: "half" } as const;
  expect((await fetch(`http://127.0.0.1:${port}/api/messages`, request)).status).toBe(413);
});

/** Bytes as they are, then whatever `after` does to the connection; what came back. */
const raw = (bytes: string, after: "wait" | "reset") =>
  new Promise<string>((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    if (after === "reset") setTimeout(() => socket.resetAndDestroy(), 100);
    socket.on("data", (data) => (answer += data));
    socket.on("error", () => {});
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on("close", () => setTimeout(() => resolve(answer.split("\r\n")[0] ?? ""), 50));
  });
const lines = (...all: string[]) => `${all.join("\r\n")}\r\n\r\n`;

test.each<[string, string, "wait" | "reset", string]>([
  [
    "a host that is none",
    lines("GET /healthz HTTP/1.1", "Host: [", "Connection: close"),
    "wait",
    "HTTP/1.1 400 Bad Request",
  ],
  [
    "a target that is none",
    lines("GET http://[ HTTP/1.1", "Host: x", "Connection: close"),
    "wait",
    "HTTP/1.1 400 Bad Request",
  ],
  [
    "an escape that is none",
    lines("GET /%ff%zz HTTP/1.1", "Host: x", "Connection: close"),
    "wait",
    "HTTP/1.1 404 Not Found",
  ],
  [
    "an unknown version and type",
    lines("GET /healthz HTTP/1.1", "Host: x", "Accept: image/png", "Accept-Version: x", "Connection: close"),
    "wait",
    "HTTP/1.1 200 OK",
  ],
  [
    "a path below",
    lines("GET /healthz/ HTTP/1.1", "Host: x", "Connection: close"),
    "wait",
    "HTTP/1.1 404 Not Found",
  ],
  [
    "a query",
    lines("GET /healthz?probe=1 HTTP/1.1", "Host: x", "Connection: close"),
    "wait",
    "HTTP/1.1 200 OK",
  ],
  [
    "another method",
    lines("GET /api/messages HTTP/1.1", "Host: x", "Connection: close"),
    "wait",
    "HTTP/1.1 405 Method Not Allowed",
  ],
  [
    "another protocol",
    lines("GET /healthz HTTP/1.1", "Host: x", "Connection: Upgrade", "Upgrade: websocket"),
    "reset",
    "",
  ],
  [
    "half a body",
    `${lines("POST /api/messages HTTP/1.1", "Host: x", "Authorization: GOOD", "Content-Type: application/json", "Content-Length: 9")}{`,
    "reset",
    "",
  ],
  [
    "a stranger's body that never comes: answered without it",
    lines("POST /api/messages HTTP/1.1", "Host: x", "Content-Length: 9"),
    "wait",
    "HTTP/1.1 401 Unauthorized",
  ],
])("%s", async (_name, bytes, after, answer) => {
  expect(await raw(bytes.replace("GOOD", good), after)).toBe(answer);
});

test.each([
  ["much to say", "Content-Length: 1000000"],
  ["an unknown length", "Transfer-Encoding: chunked"],
])("a stranger with %s is hung up on", async (_name, length) => {
  const closed = await new Promise<string>((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(lines("POST /api/messages HTTP/1.1", "Host: x", length)),
    );
    socket.on("data", (data) => (answer += data));
    socket.on("close", () => resolve(answer));
  });
  expect(closed).toMatch(/^HTTP\/1.1 401 [\s\S]*connection: close/i);
});

test("an answer that is not JSON: 500", async () => {
  expect((await fetch(`http://127.0.0.1:${port}/bigint`)).status).toBe(500);
});

test("a bug in an answer: 500 in constant words, and the log says more, without secrets", async () => {
  const response = await fetch(`http://127.0.0.1:${port}/broken`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: "The request could not be answered." });
  expect(logged.join("\n")).toContain("request failed");
  expect(logged.join("\n")).not.toContain("hunter22");
});

describe("whoever never ends a request", () => {
  const readAll = async (request: IncomingMessage) => ({ status: 200, body: await readJsonBody(request, 9) });
  const half = lines("POST / HTTP/1.1", "Host: x", "Content-Type: application/json", "Content-Length: 9");

  /** A server of its own with half a request on its way; `closed` when the connection is. */
  async function kept(within?: Parameters<typeof serve>[2]) {
    const other = serve([{ method: "post", path: "/", answer: readAll }], log, within);
    await other.listen(0, "127.0.0.1");
    const socket = connect(other.port(), "127.0.0.1");
    socket.on("error", () => {});
    socket.resume();
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.write(`${half}{`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { other, closed };
  }

  test("is hung up on", async () => {
    const within = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 100 };
    const { other, closed } = await kept(within);
    await closed;
    await other.stop();
  });

  test("does not keep the process from stopping", async () => {
    const { other, closed } = await kept();
    await other.stop(200);
    await closed;
  }, 30_000);
});
