// Six checks, and each of them alone closes the door. Keys are the test's own; the rest is jose as in production.
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { createAlertTokenCheck } from "../../../src/azure/entra/token-check.ts";

const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
const appId = "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14";
const callerAppId = "461e8683-5575-4561-ac7f-899cc907d62a";
const authorityHost = "https://login.microsoftonline.com";
const issuers = { v1: `https://sts.windows.net/${tenantId}/`, v2: `${authorityHost}/${tenantId}/v2.0` };

const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: "k1", alg: "RS256" }] });
const settings = { authorityHost, tenantId, appId, callerAppId };
const check = createAlertTokenCheck(settings, keys);

const good: JWTPayload = {
  iss: issuers.v2,
  aud: appId,
  exp: Math.floor(Date.now() / 1000) + 3_600,
  azp: callerAppId,
  roles: ["ActionGroupsSecureWebhook"],
};

type Signing = Readonly<{ key?: typeof own.privateKey; kid?: string }>;
const bearer = async (claims: JWTPayload, { key = own.privateKey, kid = "k1" }: Signing = {}) =>
  `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(key)}`;

const { azp: _azp, ...withoutCaller } = good;

test.each<[string, JWTPayload]>([
  ["version 2", good],
  ["version 1", { ...withoutCaller, iss: issuers.v1, aud: `api://${appId}`, appid: callerAppId }],
  ["both names of the caller", { ...good, appid: callerAppId.toUpperCase() }],
  ["another role besides", { ...good, roles: ["Other", "ActionGroupsSecureWebhook"] }],
])("%s is let in", async (_name, claims) => {
  expect(await check(await bearer(claims))).toEqual({ ok: true });
});

const { exp: _exp, ...withoutEnd } = good;
const { roles: _roles, ...withoutRoles } = good;

test.each<[string, () => Promise<string | undefined>, string]>([
  ["no header", async () => undefined, "there is no bearer token"],
  ["another scheme", async () => "Basic YTpi", "there is no bearer token"],
  ["no token", async () => "Bearer ", "there is no bearer token"],
  ["what is no JWT", async () => "Bearer a.b.c", "it is not a JWT"],
  // Signature.
  [
    "another key under a known name",
    () => bearer(good, { key: foreign.privateKey }),
    "its signature is wrong",
  ],
  [
    "a key that is not the tenant's",
    () => bearer(good, { kid: "k2" }),
    "it is signed by none of the issuer's keys",
  ],
  [
    "no signature at all",
    async () =>
      `Bearer ${btoa('{"alg":"none"}').replaceAll("=", "")}.${btoa(JSON.stringify(good)).replaceAll("=", "")}.x`,
    "it is signed by an algorithm that is not allowed",
  ],
  // Issuer.
  [
    "another tenant",
    () => bearer({ ...good, iss: issuers.v2.replace(tenantId, appId) }),
    "a claim is missing or another one's: iss",
  ],
  [
    "another authority",
    () => bearer({ ...good, iss: `https://evil.example/${tenantId}/v2.0` }),
    "a claim is missing or another one's: iss",
  ],
  // Audience.
  ["another app", () => bearer({ ...good, aud: callerAppId }), "a claim is missing or another one's: aud"],
  [
    "the bot's other name",
    () => bearer({ ...good, aud: `api://botid-${appId}` }),
    "a claim is missing or another one's: aud",
  ],
  // Expiry.
  ["expired", () => bearer({ ...good, exp: Math.floor(Date.now() / 1000) - 60 }), "it has expired: exp"],
  ["without an end", () => bearer(withoutEnd), "a claim is missing or another one's: exp"],
  // Calling application.
  ["another caller", () => bearer({ ...good, azp: appId }), "it was given to another application"],
  ["no caller", () => bearer(withoutCaller), "it was given to another application"],
  ["two callers", () => bearer({ ...good, appid: appId }), "it was given to another application"],
  // Role.
  ["no roles", () => bearer(withoutRoles), "it has no role ActionGroupsSecureWebhook"],
  [
    "another role",
    () => bearer({ ...good, roles: ["ActionGroups"] }),
    "it has no role ActionGroupsSecureWebhook",
  ],
  [
    "roles as text",
    () => bearer({ ...good, roles: "ActionGroupsSecureWebhook" }),
    "a claim has another shape than Entra's",
  ],
])("%s is refused", async (_name, authorization, reason) => {
  expect(await check(await authorization())).toEqual({ ok: false, code: "refused", reason });
});

test("keys that do not answer are nobody's fault: not refused, and to be tried again", async () => {
  const down = createAlertTokenCheck({ ...settings, authorityHost: "https://127.0.0.1:1" });
  const token = await bearer({ ...good, iss: `https://127.0.0.1:1/${tenantId}/v2.0` });
  expect(await down(token)).toEqual({
    ok: false,
    code: "unavailable",
    reason: "the issuer's keys did not answer",
  });
});
