// Whose sign-in it is, what it is exchanged for, and what is said when Entra refuses.

import { botAppId, people, tenantId } from "../../../simulator/people.ts";
import { createRequesterCredentials } from "../../../src/azure/entra/requester-credential.ts";
import { asTokenCredential, SignInError } from "../../../src/azure/entra/token-credential.ts";
import { type LocalAzure, startLocalAzure, unsignedToken } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

const consentMissing = {
  error: "invalid_grant",
  suberror: "consent_required",
  error_description: "AADSTS65001: no consent",
  error_codes: [65001],
};
const multiFactor = {
  error: "interaction_required",
  suberror: "basic_action",
  error_description: "AADSTS50079: more is needed",
  error_codes: [50079],
  claims: '{"access_token":{"polids":{"essential":true,"values":["x"]}}}',
};
const kubernetesAudience = "6dae42f8-4368-4678-94ff-3960e28e3630";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(
    scenario({
      tokenErrors: {
        [people.megan.oid]: { [kubernetesAudience]: multiFactor },
        [people.lee.oid]: { "*": consentMissing },
      },
    }),
  );
});
afterAll(() => azure.simulator.close());
beforeEach(() => {
  azure.simulator.setFaults([]);
  azure.simulator.clearRequests();
});

const tokenRequests = () => azure.simulator.requests().filter((request) => request.path.endsWith("/token"));

describe("fromAssertion", () => {
  const alex = { objectId: people.alex.oid, tenantId, displayName: "Alex Wilber" };
  const claims = { aud: botAppId, oid: alex.objectId, tid: tenantId, exp: 4_000_000_000 };
  const from = (changed: Record<string, unknown>, expected = alex) =>
    azure.credentials.fromAssertion({ assertion: unsignedToken({ ...claims, ...changed }), expected });

  test("the sign-in of the expected person is taken", () => {
    expect(from({})).toMatchObject({ ok: true, credential: { requester: alex, tokenGroups: null } });
  });
  test("the version 1 audience of the same application is the same application", () => {
    expect(from({ aud: `api://botid-${botAppId}` }).ok).toBe(true);
  });
  test.each([
    ["another account", { oid: people.megan.oid }, "otherAccount"],
    ["another directory", { tid: people.megan.oid }, "otherTenant"],
    ["past its time", { exp: 1_000 }, "expired"],
    ["for another application", { aud: "https://management.azure.com" }, "unavailable"],
  ] as const)("%s is refused", (_case, changed, code) => {
    expect(from(changed)).toMatchObject({ ok: false, failure: { code } });
  });
  test("a token that is none is refused", () => {
    expect(azure.credentials.fromAssertion({ assertion: "opaque", expected: alex })).toMatchObject({
      ok: false,
    });
  });
  test("the person's tenant must be the bot's, whatever the activity says", () => {
    const tid = people.megan.oid;
    expect(from({ tid }, { ...alex, tenantId: tid })).toMatchObject({
      ok: false,
      failure: { code: "otherTenant" },
    });
  });
  test.each([
    ["listed", { groups: ["a"] }, ["a"]],
    ["too many for a token", { _claim_names: { groups: "src1" } }, null],
    ["not in the token", {}, null],
    ["none, and the token says so", { groups: [] }, []],
  ])("groups: %s", (_case, changed, tokenGroups) => {
    expect(from(changed)).toMatchObject({ ok: true, credential: { tokenGroups } });
  });
});

describe("exchange", () => {
  test.each(["arm", "kubernetes", "graph"] as const)(
    "%s: a token of the person for that API",
    async (resource) => {
      const token = await (await azure.signIn(people.alex)).exchange(resource);
      if (!token.ok) throw new Error(token.failure.why);
      const [, payload] = token.token.split(".");
      const audiences = {
        arm: "https://management.azure.com",
        kubernetes: kubernetesAudience,
        graph: azure.simulator.url,
      };
      expect(JSON.parse(Buffer.from(payload ?? "", "base64url").toString())).toMatchObject({
        oid: people.alex.oid,
        aud: audiences[resource],
      });
      expect(token.expiresOn).toBeGreaterThan(Date.now());
    },
  );

  test("asked together or again, one sign-in is exchanged once a resource", async () => {
    const credential = await azure.signIn(people.alex);
    await Promise.all([credential.exchange("arm"), credential.exchange("arm"), credential.exchange("graph")]);
    await credential.exchange("arm");
    expect(tokenRequests()).toHaveLength(2);
  });

  test("two people never get each other's token", async () => {
    const [alex, megan] = await Promise.all([azure.signIn(people.alex), azure.signIn(people.megan)]);
    const tokens = await Promise.all([alex.exchange("arm"), megan.exchange("arm")]);
    const oids = tokens.map((token) =>
      token.ok ? JSON.parse(Buffer.from(token.token.split(".")[1] ?? "", "base64url").toString()).oid : null,
    );
    expect(oids).toEqual([people.alex.oid, people.megan.oid]);
  });

  test("a challenge goes to Entra although a token is there", async () => {
    const credential = await azure.signIn(people.alex);
    await credential.exchange("arm");
    await credential.exchange("arm", '{"access_token":{"nbf":{"essential":true,"value":"1"}}}');
    expect(tokenRequests()).toHaveLength(2);
  });

  test("Conditional Access on one API leaves the other usable", async () => {
    const credential = await azure.signIn(people.megan);
    expect(await credential.exchange("kubernetes")).toMatchObject({
      ok: false,
      failure: { code: "conditionalAccess", resource: "kubernetes", detail: "AADSTS50079" },
    });
    expect((await credential.exchange("arm")).ok).toBe(true);
  });

  test("missing consent names the API", async () => {
    const result = await (await azure.signIn(people.lee)).exchange("graph");
    expect(result).toMatchObject({ ok: false, failure: { code: "consentMissing", resource: "graph" } });
  });

  test("a failure is not kept: the next attempt asks again", async () => {
    azure.simulator.setFaults([
      { match: { path: "/oauth2/v2.0/token" }, status: 400, body: consentMissing, times: 1 },
    ]);
    const credential = await azure.signIn(people.alex);
    expect((await credential.exchange("arm")).ok).toBe(false);
    expect((await credential.exchange("arm")).ok).toBe(true);
  });

  test("Entra being away is said as such", async () => {
    azure.simulator.setFaults([{ match: { path: "/oauth2/v2.0/token" }, status: 503, body: {} }]);
    const result = await (await azure.signIn(people.alex)).exchange("arm");
    expect(result).toMatchObject({ ok: false, failure: { code: "unavailable", resource: "arm" } });
  });

  test("Entra calls the sign-in expired", async () => {
    azure.simulator.setFaults([
      {
        match: { path: "/oauth2/v2.0/token" },
        status: 400,
        body: {
          error: "invalid_grant",
          error_description: "AADSTS500133: Assertion is not within its valid time range.",
          error_codes: [500133],
        },
      },
    ]);
    expect(await (await azure.signIn(people.alex)).exchange("arm")).toMatchObject({
      failure: { code: "expired" },
    });
  });

  test("a token dies with the sign-in it was made from", async () => {
    let time = Date.now();
    const credentials = createRequesterCredentials({
      environment: azure.environment,
      tenantId,
      clientId: botAppId,
      clientAuth: { kind: "secret", secret: "local-azure-only" },
      now: () => new Date(time),
    });
    const assertion = await azure.simulator.tokenFor(people.alex.oid, botAppId);
    const expected = { objectId: people.alex.oid, tenantId, displayName: "Alex" };
    const result = credentials.fromAssertion({ assertion, expected });
    if (!result.ok) throw new Error(result.failure.why);
    expect((await result.credential.exchange("arm")).ok).toBe(true);
    time += 2 * 3_600_000;
    expect(await result.credential.exchange("arm")).toMatchObject({
      ok: false,
      failure: { code: "expired" },
    });
    expect(credentials.fromAssertion({ assertion, expected })).toMatchObject({
      ok: false,
      failure: { code: "expired" },
    });
  });

  test("the bot's own secret refused is no fault of the person", async () => {
    const credentials = createRequesterCredentials({
      environment: azure.environment,
      tenantId,
      clientId: botAppId,
      clientAuth: { kind: "secret", secret: "wrong" },
    });
    const result = credentials.fromAssertion({
      assertion: await azure.simulator.tokenFor(people.alex.oid, botAppId),
      expected: { objectId: people.alex.oid, tenantId, displayName: "Alex" },
    });
    if (!result.ok) throw new Error(result.failure.why);
    expect(await result.credential.exchange("arm")).toMatchObject({
      failure: { code: "unavailable", detail: "AADSTS7000215" },
    });
  });
});

describe("asTokenCredential", () => {
  test("hands out the person's token and passes a challenge on", async () => {
    const asked: unknown[] = [];
    const credential = asTokenCredential(
      {
        exchange: (resource, claims) => {
          asked.push([resource, claims]);
          return Promise.resolve({ ok: true, token: "t", expiresOn: 5 });
        },
      },
      "arm",
    );
    expect(await credential.getToken("any", { claims: "c" })).toEqual({ token: "t", expiresOnTimestamp: 5 });
    expect(asked).toEqual([["arm", "c"]]);
  });
  test("throws the one error that carries the failure", async () => {
    const failure = { code: "expired", why: "expired" } as const;
    const credential = asTokenCredential({ exchange: () => Promise.resolve({ ok: false, failure }) }, "arm");
    await expect(credential.getToken("any")).rejects.toThrow(new SignInError(failure));
    await expect(credential.getToken("any")).rejects.toMatchObject({ failure });
  });
});
