// Entra and Graph: who gets a token for what, and what stands in it.
import { decodeJwt } from "jose";
import { azureMonitorAppId, botAppId, botSecret, groups, people, tenantId } from "../../simulator/people.ts";
import type { ScenarioInput } from "../../simulator/scenario/schema.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { scenarioFile, send, sendForm, startTrusted } from "./support.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startTrusted();
});
beforeEach(() => simulator.loadScenario(scenarioFile("hub-spoke")));
afterAll(() => simulator.close());

const token = (form: Record<string, string>) =>
  sendForm(`${simulator.url}/${tenantId}/oauth2/v2.0/token`, form);

const exchange = async (assertion: string, scope: string, more: Record<string, string> = {}) =>
  token({
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    requested_token_use: "on_behalf_of",
    client_id: botAppId,
    client_secret: botSecret,
    assertion,
    scope,
    ...more,
  });

const assertionOf = (oid: string) => simulator.tokenFor(oid, botAppId);

describe("Azure Monitor, as the application that calls webhooks", () => {
  const tokenOf = (client_id: string, scope: string) =>
    token({ grant_type: "client_credentials", client_id, client_secret: "any", scope });

  test("gets a token for the bot with its role", async () => {
    const { body } = await tokenOf(azureMonitorAppId, `api://${botAppId}/.default`);
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: botAppId,
      appid: azureMonitorAppId,
      roles: ["ActionGroupsSecureWebhook"],
    });
  });

  test.each([
    ["for another API", azureMonitorAppId, "https://management.azure.com/.default"],
    ["as somebody else", people.alex.oid, `api://${botAppId}/.default`],
  ])("%s: no role", async (_name, client, scope) => {
    const { body } = await tokenOf(client, scope);
    expect(decodeJwt(body.access_token).roles).toBeUndefined();
  });
});

test("the discovery document names the keys and the token endpoint", async () => {
  const { body } = await send(
    `${simulator.url}/${tenantId}/v2.0/.well-known/openid-configuration`,
    "GET",
    {},
  );
  expect(body.token_endpoint).toBe(`${simulator.url}/${tenantId}/oauth2/v2.0/token`);
  const keys = await send(body.jwks_uri, "GET", {});
  expect(keys.body.keys[0]).toMatchObject({ kty: "RSA", use: "sig" });
  expect(keys.body.keys[0].d).toBeUndefined();
});

describe("on behalf of", () => {
  test.each([
    ["https://management.azure.com/.default", "https://management.azure.com"],
    ["https://graph.microsoft.com/.default", "https://graph.microsoft.com"],
    ["6dae42f8-4368-4678-94ff-3960e28e3630/.default", "6dae42f8-4368-4678-94ff-3960e28e3630"],
  ])("%s → a token with the person's claims", async (scope, audience) => {
    const { status, body } = await exchange(await assertionOf(people.patti.oid), `${scope} openid`);
    expect(status).toBe(200);
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: audience,
      oid: people.patti.oid,
      tid: tenantId,
      upn: "pattif@contoso.example",
      name: "Patti Fernandez",
      groups: [groups.aksEmea, groups.aksOncall],
    });
  });

  test.each([
    [
      "a token for another API",
      () => simulator.tokenFor(people.alex.oid, "https://management.azure.com"),
      "invalid_grant",
    ],
    ["no token", () => Promise.resolve("abc"), "invalid_grant"],
    ["an application's own token", () => simulator.tokenFor(botAppId, botAppId), "invalid_grant"],
  ])("%s cannot be exchanged", async (_, assertion, error) => {
    const reply = await exchange(await assertion(), "https://management.azure.com/.default");
    expect(reply).toMatchObject({ status: 400, body: { error } });
  });

  test.each([
    ["an unknown resource", { scope: "https://example.org/.default" }, "invalid_resource"],
    [
      "two resources",
      { scope: "https://graph.microsoft.com/.default https://management.azure.com/.default" },
      "invalid_resource",
    ],
    ["a wrong secret", { client_secret: "no" }, "invalid_client"],
    ["another application", { client_id: people.alex.oid }, "unauthorized_client"],
  ])("%s is refused", async (_, change, error) => {
    const { body } = await exchange(
      await assertionOf(people.alex.oid),
      "https://graph.microsoft.com/.default",
      change,
    );
    expect(body.error).toBe(error);
  });

  test("a scenario can make one exchange fail as Entra would", async () => {
    const failure = {
      error: "interaction_required",
      error_description: "AADSTS50079: multi-factor authentication is needed.",
      suberror: "basic_action",
      claims: '{"access_token":{"polids":{"essential":true,"values":["a"]}}}',
      error_codes: [50079],
    };
    const principals = simulator.scenario.principals.map((principal) =>
      principal.oid === people.alex.oid
        ? { ...principal, tokenErrors: { "6dae42f8-4368-4678-94ff-3960e28e3630": failure } }
        : principal,
    );
    await simulator.loadScenario({ ...simulator.scenario, principals });
    const assertion = await assertionOf(people.alex.oid);
    expect((await exchange(assertion, "https://management.azure.com/.default")).status).toBe(200);
    const refused = await exchange(assertion, "6dae42f8-4368-4678-94ff-3960e28e3630/.default");
    expect(refused).toMatchObject({ status: 400, body: failure });
  });
});

test("past the limit the groups leave the token", async () => {
  await simulator.loadScenario({ ...simulator.scenario, groupOverageLimit: 1 });
  const claims = decodeJwt(await simulator.tokenFor(people.megan.oid, botAppId));
  expect(claims.groups).toBeUndefined();
  expect(claims._claim_names).toEqual({ groups: "src1" });
});

test("a person logs in as a client of the same id; the bot needs its secret", async () => {
  const scope = "https://management.azure.com/.default";
  const grant = { grant_type: "client_credentials", scope };
  const person = await token({ ...grant, client_id: people.alex.oid, client_secret: "anything" });
  expect(decodeJwt(person.body.access_token).oid).toBe(people.alex.oid);
  expect((await token({ ...grant, client_id: botAppId, client_secret: "no" })).status).toBe(401);
  expect((await token({ ...grant, client_id: botAppId, client_secret: botSecret })).status).toBe(200);
  expect((await token({ ...grant, client_id: tenantId, client_secret: "x" })).body.error).toBe(
    "unauthorized_client",
  );
});

test("authorization code with PKCE, once, and a refresh token for the next API", async () => {
  const verifier = "a-verifier-that-is-long-enough-for-anyone-to-use";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    client_id: botAppId,
    redirect_uri: "http://localhost:9/callback",
    state: "s1",
    login_hint: "alexw@contoso.example",
    code_challenge: Buffer.from(digest).toString("base64url"),
  });
  const authorize = await send(`${simulator.url}/${tenantId}/oauth2/v2.0/authorize?${query}`, "GET", {});
  const redirect = new URL(authorize.headers.get("location") ?? "");
  expect(redirect.searchParams.get("state")).toBe("s1");
  const redeem = (code_verifier: string, code: string) =>
    token({
      grant_type: "authorization_code",
      code,
      code_verifier,
      scope: `${botAppId}/.default offline_access`,
    });
  const code = redirect.searchParams.get("code") ?? "";
  const { body } = await redeem(verifier, code);
  expect(decodeJwt(body.access_token)).toMatchObject({ aud: botAppId, oid: people.alex.oid });
  expect((await redeem(verifier, code)).body.error).toBe("invalid_grant");
  const next = await token({
    grant_type: "refresh_token",
    refresh_token: body.refresh_token,
    scope: "https://graph.microsoft.com/.default",
  });
  expect(decodeJwt(next.body.access_token).aud).toBe("https://graph.microsoft.com");
});

describe("Graph", () => {
  const check = async (oid: string, groupIds: string[]) => {
    const authorization = `Bearer ${await simulator.tokenFor(oid, "https://graph.microsoft.com")}`;
    return send(`${simulator.url}/v1.0/me/checkMemberGroups`, "POST", { authorization }, { groupIds });
  };
  test.each([
    ["alex", [groups.aksOncall]],
    ["megan", [groups.aksOncall, groups.aksLeads]],
    ["patti", [groups.aksOncall, groups.aksEmea]],
    ["adele", []],
  ] as const)("%s is in %j", async (who, expected) => {
    const { body } = await check(people[who].oid, Object.values(groups));
    expect(body.value).toEqual(expected);
  });

  test("more than 20 ids → 400", async () => {
    expect(
      (
        await check(
          people.alex.oid,
          Array.from({ length: 20 }, () => tenantId),
        )
      ).status,
    ).toBe(200);
    expect(
      (
        await check(
          people.alex.oid,
          Array.from({ length: 21 }, () => tenantId),
        )
      ).status,
    ).toBe(400);
  });

  test("a token for another API → 401; people by principal name", async () => {
    const bearer = async (audience: string) => ({
      authorization: `Bearer ${await simulator.tokenFor(people.alex.oid, audience)}`,
    });
    const me = `${simulator.url}/v1.0/me`;
    expect((await send(me, "GET", await bearer("https://management.azure.com"))).status).toBe(401);
    const graph = await bearer("https://graph.microsoft.com");
    expect((await send(me, "GET", graph)).body.id).toBe(people.alex.oid);
    const filter = encodeURIComponent("userPrincipalName eq 'meganb@contoso.example'");
    const found = await send(`${simulator.url}/v1.0/users?$filter=${filter}`, "GET", graph);
    expect(found.body.value).toMatchObject([{ id: people.megan.oid }]);
  });
});

test("scenarios are written with JSON, not with types: a wrong one is named", async () => {
  const wrong: ScenarioInput = {
    ...simulator.scenario,
    roleAssignments: [{ principalId: tenantId, scope: "/", role: "Reader" }],
  };
  await expect(simulator.loadScenario(wrong)).rejects.toThrow(`nobody is ${tenantId}`);
});
