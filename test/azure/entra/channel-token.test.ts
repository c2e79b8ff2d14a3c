// Whose activities are read: every fault of a token closes the door, and 401 is all that is said.
import { createHmac } from "node:crypto";
import { createChannelTokenCheck } from "../../../src/azure/entra/token-check.ts";
import {
  type BotConnector,
  botAppId,
  issuer,
  secondsFromNow,
  serviceUrl,
  startBotConnector,
} from "../../fakes/bot-connector.ts";

let channel: BotConnector;
let check: ReturnType<typeof createChannelTokenCheck>;
beforeAll(async () => {
  channel = await startBotConnector();
  check = createChannelTokenCheck({ issuer, appId: botAppId, metadataUrl: channel.metadataUrl });
});
afterAll(() => channel.close());

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claims = () => ({ iss: issuer, aud: botAppId, exp: secondsFromNow(3_600), serviceurl: serviceUrl });

test.each<[string, Record<string, unknown>]>([
  ["as the Bot Connector sends it", {}],
  ["expired within the skew of clocks", { exp: secondsFromNow(-240) }],
  ["not valid yet, within the skew of clocks", { nbf: secondsFromNow(240) }],
  ["without a beginning", { nbf: undefined }],
])("let in: %s", async (_name, more) => {
  expect(await check(await channel.bearer(more))).toEqual({ ok: true });
});

test.each<[string, () => Promise<string | undefined>, string]>([
  ["no header", async () => undefined, "there is no bearer token"],
  ["an empty header", async () => "", "there is no bearer token"],
  ["another scheme", async () => "Basic YTpi", "there is no bearer token"],
  ["no token", async () => "Bearer ", "there is no bearer token"],
  [
    "two tokens",
    async () => `${await channel.bearer()}, ${await channel.bearer()}`,
    "there is no bearer token",
  ],
  ["what is no JWT", async () => "Bearer a.b.c", "it is not a JWT"],
  [
    "a token without a signature",
    async () => (await channel.bearer()).replace(/[^.]+$/, ""),
    "there is no bearer token",
  ],
  ["a signature that was cut", async () => (await channel.bearer()).slice(0, -8), "its signature is wrong"],
  [
    "claims that were changed after it was signed",
    async () =>
      (await channel.bearer()).replace(/\.[^.]+\./, `.${encoded({ ...claims(), aud: botAppId })}x.`),
    "its signature is wrong",
  ],
  [
    "a key that signs for another channel",
    () => channel.bearer({}, { kid: "webchat" }),
    "its key does not sign for Teams",
  ],
  [
    "another key under the known name",
    () => channel.bearer({}, { key: "foreign" }),
    "its signature is wrong",
  ],
  [
    "a key that is not published",
    () => channel.bearer({}, { kid: "k2" }),
    "it is signed by none of the issuer's keys",
  ],
  [
    "no algorithm",
    async () => `Bearer ${encoded({ alg: "none", kid: "k1" })}.${encoded(claims())}.x`,
    "it is signed by an algorithm that is not allowed",
  ],
  [
    "the public key as a shared secret",
    async () => {
      const head = `${encoded({ alg: "HS256", kid: "k1" })}.${encoded(claims())}`;
      return `Bearer ${head}.${createHmac("sha256", "public").update(head).digest("base64url")}`;
    },
    "it is signed by an algorithm that is not allowed",
  ],
  [
    "another issuer",
    () => channel.bearer({ iss: "https://api.botframework.us" }),
    "a claim is missing or another one's: iss",
  ],
  [
    "an Entra token of the bot's own app",
    () => channel.bearer({ iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" }),
    "a claim is missing or another one's: iss",
  ],
  ["no issuer", () => channel.bearer({ iss: undefined }), "a claim is missing or another one's: iss"],
  [
    "another bot's",
    () => channel.bearer({ aud: "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14" }),
    "a claim is missing or another one's: aud",
  ],
  ["no audience", () => channel.bearer({ aud: undefined }), "a claim is missing or another one's: aud"],
  ["expired", () => channel.bearer({ exp: secondsFromNow(-360) }), "it has expired: exp"],
  ["without an end", () => channel.bearer({ exp: undefined }), "a claim is missing or another one's: exp"],
  [
    "not valid yet",
    () => channel.bearer({ nbf: secondsFromNow(360) }),
    "a claim is missing or another one's: nbf",
  ],
  [
    "no word on the service URL",
    () => channel.bearer({ serviceurl: undefined }),
    "a claim is missing or another one's: serviceurl",
  ],
])("refused: %s", async (_name, authorization, reason) => {
  expect(await check(await authorization())).toEqual({ ok: false, code: "refused", reason });
});

test("the keys are asked for once, however many tokens come, also of keys that nobody published", async () => {
  const fresh = createChannelTokenCheck({ issuer, appId: botAppId, metadataUrl: channel.metadataUrl });
  channel.asked.length = 0;
  const tokens = [channel.bearer(), channel.bearer({}, { kid: "k2" }), channel.bearer({}, { kid: "k3" })];
  for (const token of [...tokens, ...tokens]) await fresh(await token);
  expect(channel.asked).toEqual(["/openidconfiguration", "/keys"]);
});

test.each([
  ["answer with an error", 500],
  ["are not there", 404],
])("keys that %s: nobody's fault, and asked for again", async (_name, status) => {
  const fresh = createChannelTokenCheck({ issuer, appId: botAppId, metadataUrl: channel.metadataUrl });
  channel.answerWith(status);
  const token = await channel.bearer();
  expect(await fresh(token)).toEqual({
    ok: false,
    code: "unavailable",
    reason: "the issuer's keys did not answer",
  });
  channel.answerWith(200);
  expect(await fresh(token)).toEqual({ ok: true });
});
