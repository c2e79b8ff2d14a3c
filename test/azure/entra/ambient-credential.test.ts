// The sign-in of this machine as a requester: who it is, one token for each API, and failures as sentences.
import {
  AggregateAuthenticationError,
  AuthenticationError,
  CredentialUnavailableError,
  type TokenCredential,
} from "@azure/identity";
import { ambientCredential } from "../../../src/azure/entra/ambient-credential.ts";
import { azureEnvironment } from "../../../src/azure/entra/cloud.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { unsignedToken } from "../local-azure.ts";

const { saySignIn } = messages();

const environment = azureEnvironment({ cloud: "public" });
const hour = 3_600_000;
const claims = {
  aud: "arm",
  oid: "oid-1",
  tid: "tenant-1",
  exp: 4_000_000_000,
  name: "Alex Wilber",
  upn: "alexw@contoso.example",
};

/** Gives out a token for each request and keeps what it was asked. */
function source(asked: string[], now: () => number, has: object = claims): TokenCredential {
  return {
    async getToken(scopes, options) {
      asked.push([scopes, options?.claims].flat().filter(Boolean).join(" "));
      const token = unsignedToken({ ...has, jti: asked.length });
      return { token, expiresOnTimestamp: now() + hour };
    },
  };
}

const failing = (error: unknown): TokenCredential => ({ getToken: () => Promise.reject(error) });

const at = (now: number) => () => now;

describe("who it is", () => {
  test.each([
    ["a person", claims, "Alex Wilber"],
    ["a person without a name", { ...claims, name: undefined }, "alexw@contoso.example"],
    ["an application", { ...claims, name: undefined, upn: undefined }, "oid-1"],
  ])("%s", async (_name, has, displayName) => {
    const result = await ambientCredential(environment, source([], at(0), has), at(0));
    expect(result).toMatchObject({
      ok: true,
      credential: { requester: { objectId: "oid-1", tenantId: "tenant-1", displayName }, tokenGroups: null },
    });
  });

  test("a token that names nobody", async () => {
    const result = await ambientCredential(environment, source([], at(0), { aud: "arm" }), at(0));
    expect(result).toMatchObject({
      ok: false,
      failure: { why: expect.stringMatching(/^machine/) },
    });
  });
});

test("one token for each API, shared while it lives, and asked for anew after a challenge", async () => {
  const asked: string[] = [];
  let now = 0;
  const result = await ambientCredential(
    environment,
    source(asked, () => now),
    () => now,
  );
  if (!result.ok) throw new Error(result.failure.why);
  const { exchange } = result.credential;
  const [one, two] = await Promise.all([
    exchange("arm"),
    exchange("arm"),
    exchange("graph"),
    exchange("graph"),
  ]);
  expect(one).toEqual(two);
  const arm = "https://management.azure.com/.default";
  expect(asked).toEqual([arm, "https://graph.microsoft.com/.default"]);
  await exchange("arm", "challenge");
  now = hour - 60_000;
  await exchange("arm");
  expect(asked.slice(2)).toEqual([`${arm} challenge`, arm]);
});

describe("no token", () => {
  const unavailable = new CredentialUnavailableError("Please run 'az login' from a command prompt");
  test.each([
    ["nothing found", unavailable, "signInNeeded", /^Nobody is signed in .* run az login/],
    [
      "every credential unavailable",
      new AggregateAuthenticationError([unavailable]),
      "signInNeeded",
      /^Nobody/,
    ],
    [
      "Entra wants more",
      new AggregateAuthenticationError([
        new CredentialUnavailableError("AADSTS50076: Due to a configuration change"),
      ]),
      "conditionalAccess",
      /Azure Resource Manager \(AADSTS50076\): run az login/,
    ],
    [
      "consent",
      new AuthenticationError(400, { error: "invalid_grant", error_description: "AADSTS65001: no consent" }),
      "consentMissing",
      /administrator has to consent/,
    ],
    ["no network", new Error("getaddrinfo ENOTFOUND"), "unavailable", /try again in a minute/],
  ])("%s", async (_name, error, code, message) => {
    const result = await ambientCredential(environment, failing(error));
    if (result.ok) throw new Error("It gave a token.");
    expect(result.failure).toMatchObject({ code, resource: "arm" });
    expect(saySignIn(result.failure)).toMatch(message);
  });

  test("a refused token is asked for again", async () => {
    let refused = true;
    const asked: string[] = [];
    const inner = source(asked, at(0));
    const flaky: TokenCredential = {
      getToken: (scope, options) => {
        if (scope.includes("graph") && refused) return Promise.reject(new Error("down"));
        return inner.getToken(scope, options);
      },
    };
    const result = await ambientCredential(environment, flaky, at(0));
    if (!result.ok) throw new Error(result.failure.why);
    expect(await result.credential.exchange("graph")).toMatchObject({ ok: false });
    refused = false;
    expect(await result.credential.exchange("graph")).toMatchObject({ ok: true });
  });
});
