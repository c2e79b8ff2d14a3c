// The bot's own read-only identity: whose token it is, for which API, and what keeps it from having one.
import { AuthenticationError, CredentialUnavailableError, type TokenCredential } from "@azure/identity";
import { azureEnvironment } from "../../../src/azure/entra/cloud.ts";
import { createReaderCredential } from "../../../src/azure/entra/reader-credential.ts";
import { unsignedToken } from "../local-azure.ts";

const environment = azureEnvironment({ cloud: "public" });
const options = {
  ...{ environment, tenantId: "tenant-1", clientId: "client-1", objectId: "oid-1" },
  ...{ displayName: "aks-oncall-reader", tokenFile: null },
};
const claims = { aud: "arm", oid: "oid-1", tid: "tenant-1", exp: 4_000_000_000 };

function reader(has: Record<string, unknown> | Error | null = claims) {
  const asked: string[] = [];
  const source: TokenCredential = {
    getToken: async (scopes, more) => {
      asked.push([scopes, more?.claims].flat().filter(Boolean).join(" "));
      if (has instanceof Error) throw has;
      return has && { token: unsignedToken(has), expiresOnTimestamp: 4_000_000_000_000 };
    },
  };
  return {
    asked,
    credential: createReaderCredential(
      options,
      async () => source,
      () => 0,
    ),
  };
}

test("it is named as it was configured, and is marked as no person", () => {
  expect(reader().credential.reader).toEqual({
    ...{ isReader: true, objectId: "oid-1", tenantId: "tenant-1" },
    displayName: "aks-oncall-reader",
  });
});

test("one token of Azure Resource Manager serves all requests; a challenge asks for another", async () => {
  const { asked, credential } = reader();
  await Promise.all([credential.exchange("arm"), credential.exchange("arm")]);
  expect(await credential.exchange("arm", '{"a":1}')).toMatchObject({ ok: true });
  expect(asked).toEqual([environment.armScope, `${environment.armScope} {"a":1}`]);
});

test.each(["kubernetes", "graph"])("for %s there is no token, whatever calls it", async (resource) => {
  const { asked, credential } = reader();
  expect(await credential.exchange(resource as "arm")).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});

test.each<[string, Record<string, unknown> | Error | null, string]>([
  ["of another identity", { ...claims, oid: "oid-2" }, "otherAccount"],
  ["of another tenant", { ...claims, tid: "tenant-2" }, "otherAccount"],
  ["none", null, "botRefused"],
  ["Entra refuses", new AuthenticationError(400, "AADSTS700016: no such application"), "botRefused"],
  ["the host has no identity", new CredentialUnavailableError("no identity here"), "entraSilent"],
])("a token that is %s is not used, and the next request asks again", async (_name, has, why) => {
  const { asked, credential } = reader(has);
  for (const _ of [1, 2])
    expect(await credential.exchange("arm")).toMatchObject({ ok: false, failure: { why } });
  expect(asked).toHaveLength(2);
});
