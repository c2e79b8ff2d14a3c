// Teams' side: the gateway signs, the token service keeps sign-ins, and the sign-in page tells the bot.
import { createServer, type Server } from "node:http";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { botAppId, connectionName, people, tenantId } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { scenarioFile, send, startTrusted } from "./support.ts";

type Received = { url: string; authorization: string; body: string };

let simulator: Simulator;
let bot: Server;
let received: Received[] = [];
let botStatus = 200;

beforeAll(async () => {
  bot = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ url: request.url ?? "", authorization: request.headers.authorization ?? "", body });
    // Not chained: the product's HTTP server, once loaded in a worker, replaces writeHead by one that returns nothing.
    response.writeHead(botStatus, { "content-type": "application/json" });
    response.end('{"from":"bot"}');
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  const address = bot.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  simulator = await startTrusted({ botUrl: `http://127.0.0.1:${address.port}/api/messages` });
});
beforeEach(async () => {
  received = [];
  botStatus = 200;
  await simulator.loadScenario(scenarioFile("hub-spoke"));
});
afterAll(async () => {
  await simulator.close();
  bot.close();
});

const serviceUrl = "http://localhost:56150/_connector";
const message = {
  type: "message",
  text: "hello",
  channelId: "msteams",
  serviceUrl,
  from: { id: `29:${people.alex.oid}` },
  conversation: { id: "a:1" },
};
const post = (activity: unknown, headers: Record<string, string> = {}) =>
  send(simulator.gatewayUrl, "POST", headers, activity);

describe("gateway", () => {
  test("somebody else writes in the place of whoever the client says, until it is said otherwise", async () => {
    const sender = async (from: object) => {
      await post({ ...message, from });
      return JSON.parse(received.at(-1)?.body ?? "").from;
    };
    const megan = { ...message.from, id: `29:${people.megan.oid}`, aadObjectId: people.megan.oid };
    simulator.setSender(people.megan);
    expect(await sender(message.from)).toEqual({ ...megan, name: people.megan.displayName });
    expect(await sender({ id: "28:bot" })).toEqual({ id: "28:bot" });
    simulator.setSender(null);
    expect(await sender(message.from)).toMatchObject({ aadObjectId: people.alex.oid });
  });

  test("signs as the channel does, and says what Teams says", async () => {
    botStatus = 202;
    expect(await post(message)).toMatchObject({ status: 202, body: { from: "bot" } });
    const [{ authorization, body }] = received as [Received];
    const metadata = await send(simulator.environment.BOT_OPENID_METADATA_URL ?? "", "GET", {});
    const keys = createRemoteJWKSet(new URL(metadata.body.jwks_uri));
    const { payload, protectedHeader } = await jwtVerify(authorization.replace("Bearer ", ""), keys, {
      issuer: "https://api.botframework.com",
      audience: botAppId,
    });
    expect(payload.serviceurl).toBe(serviceUrl);
    const published = await send(metadata.body.jwks_uri, "GET", {});
    expect(published.body.keys).toMatchObject([{ kid: protectedHeader.kid, endorsements: ["msteams"] }]);
    expect(JSON.parse(body)).toMatchObject({
      from: { aadObjectId: people.alex.oid },
      conversation: { id: "a:1", tenantId },
      channelData: { tenant: { id: tenantId } },
    });
  });

  test("leaves alone what is there", async () => {
    await post({
      ...message,
      from: { ...message.from, aadObjectId: "x" },
      channelData: { tenant: { id: "t" } },
    });
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({
      from: { aadObjectId: "x" },
      channelData: { tenant: { id: "t" } },
    });
  });

  test.each([
    ["a serviceUrl elsewhere", { ...message, serviceUrl: "https://example.org/" }, {}, 400],
    ["no serviceUrl", { type: "message" }, {}, 400],
    ["not an object", [message], {}, 400],
    ["a form", message, { "content-type": "text/plain" }, 415],
  ])("%s → %i", async (_, activity, headers, status) => {
    const body = JSON.stringify(activity);
    const response = await fetch(simulator.gatewayUrl, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
    expect(response.status).toBe(status);
    expect(received).toEqual([]);
  });

  test("an alert passes as it came", async () => {
    botStatus = 503;
    const url = new URL("/api/alerts/azure-monitor", simulator.gatewayUrl).href;
    expect(await send(url, "POST", { authorization: "Bearer x" }, { schemaId: "y" })).toMatchObject({
      status: 503,
      body: { from: "bot" },
    });
    expect(received).toEqual([
      { url: "/api/alerts/azure-monitor", authorization: "Bearer x", body: '{"schemaId":"y"}' },
    ]);
  });

  test("other methods → 405; health passes through", async () => {
    expect((await send(simulator.gatewayUrl, "GET", {})).status).toBe(405);
    for (const path of ["/healthz", "/readyz"]) {
      expect((await send(new URL(path, simulator.gatewayUrl).href, "GET", {})).status).toBe(200);
    }
    expect(received.map((item) => item.url)).toEqual(["/healthz", "/readyz"]);
  });
});

describe("token service", () => {
  const call = async (method: string, route: string, query: Record<string, string>, body?: unknown) => {
    const authorization = `Bearer ${await simulator.tokenFor(botAppId, "https://api.botframework.com")}`;
    const all = new URLSearchParams({ connectionName, channelId: "msteams", ...query });
    return send(
      `${simulator.environment.BOT_OAUTH_URL}/api/${route}?${all}`,
      method,
      { authorization },
      body,
    );
  };
  const userId = `29:${people.lee.oid}`;
  const state = Buffer.from(
    JSON.stringify({
      connectionName,
      msAppId: botAppId,
      conversation: { user: { id: userId }, bot: { id: "28:bot" }, conversation: { id: "a:2" }, serviceUrl },
    }),
  ).toString("base64");
  const press = async (account?: string) => {
    const { body } = await call("GET", "botsignin/GetSignInResource", { state });
    const page = await send(body.signInLink, "GET", {});
    expect(page.text).toContain("Lee Gu");
    const form = new URLSearchParams({ state, ...(account === undefined ? {} : { account }) });
    const done = await fetch(new URL("/signin", body.signInLink), { method: "POST", body: form });
    expect(await done.text()).toContain("You can close this page");
    return JSON.parse(received.at(-1)?.body ?? "{}");
  };

  test("somebody who is signed in gets a token for the bot's API", async () => {
    const { body } = await call("GET", "usertoken/GetToken", { userId: `29:${people.alex.oid}` });
    expect(decodeJwt(body.token)).toMatchObject({ aud: botAppId, oid: people.alex.oid, tid: tenantId });
  });

  test("the token is kept: the same one each time, and another after a new sign-in", async () => {
    const alex = { userId: `29:${people.alex.oid}` };
    const token = async () => (await call("GET", "usertoken/GetToken", alex)).body.token;
    const first = await token();
    expect(await token()).toBe(first);
    const clientToken = await simulator.tokenFor(people.alex.oid, botAppId);
    await call("POST", "usertoken/exchange", alex, { token: clientToken });
    expect(await token()).not.toBe(first);
  });

  test("sign in by the page: an invoke with a code, redeemed once; then sign out", async () => {
    expect((await call("GET", "usertoken/GetToken", { userId })).status).toBe(404);
    const invoke = await press();
    expect(invoke).toMatchObject({
      type: "invoke",
      name: "signin/verifyState",
      from: { id: userId, aadObjectId: people.lee.oid },
      value: { state: expect.stringMatching(/^\d{6}$/) },
    });
    expect((await call("GET", "usertoken/GetToken", { userId })).status).toBe(404);
    const redeemed = await call("GET", "usertoken/GetToken", { userId, code: invoke.value.state });
    expect(decodeJwt(redeemed.body.token).oid).toBe(people.lee.oid);
    expect((await call("GET", "usertoken/GetToken", { userId, code: invoke.value.state })).status).toBe(404);
    expect((await call("GET", "usertoken/GetToken", { userId })).status).toBe(200);
    await call("DELETE", "usertoken/SignOut", { userId });
    expect((await call("GET", "usertoken/GetToken", { userId })).status).toBe(404);
  });

  test("another account: the token is that account's, for the bot to notice", async () => {
    const invoke = await press(people.adele.oid);
    const redeemed = await call("GET", "usertoken/GetToken", { userId, code: invoke.value.state });
    expect(decodeJwt(redeemed.body.token).oid).toBe(people.adele.oid);
  });

  test("single sign-on: the client's token becomes a kept sign-in, for its own user only", async () => {
    const token = await simulator.tokenFor(people.lee.oid, botAppId);
    expect(
      (await call("POST", "usertoken/exchange", { userId: `29:${people.alex.oid}` }, { token })).status,
    ).toBe(400);
    expect((await call("POST", "usertoken/exchange", { userId }, { token })).status).toBe(200);
    expect((await call("GET", "usertoken/GetToken", { userId })).status).toBe(200);
  });

  test("only the bot is answered", async () => {
    const authorization = `Bearer ${await simulator.tokenFor(people.alex.oid, "https://api.botframework.com")}`;
    const url = `${simulator.url}/api/usertoken/GetToken?userId=${userId}&connectionName=${connectionName}`;
    expect((await send(url, "GET", { authorization })).status).toBe(401);
  });

  test("a sign-in link that says nothing is refused in words", async () => {
    const page = await send(new URL("/signin?state=abc", simulator.gatewayUrl).href, "GET", {});
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining("Ask the bot for a new one") });
  });
});
