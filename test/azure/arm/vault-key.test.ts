// A key in Key Vault, against a local vault that answers as the REST reference describes.
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { openVaultKey, vaultWrap } from "../../../src/azure/arm/vault-key.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const { x = "", y = "" } = publicKey.export({ format: "jwk" });

type Answer = Readonly<{ status: number; body: unknown }>;
let server: Server;
let origin: string;
let asked: { method: string; url: string; authorization: string; body: unknown }[];
let answer: (request: IncomingMessage, body: unknown) => Answer;

/** Key Vault signs a digest as it is, so the local one must not hash it again. */
function signDigest(digest: string): string {
  const prefix = Buffer.from(digest, "base64url");
  expect(prefix).toHaveLength(32);
  const signed = knownTexts.find((text) => createHash("sha256").update(text).digest("base64url") === digest);
  if (signed === undefined) throw new Error("The digest of another text.");
  return sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString(
    "base64url",
  );
}
const knownTexts = ["what was done"];

const versioned = () => `${origin}/keys/audit/0123456789abcdef`;
const key = (fields = {}) => ({
  key: { kid: versioned(), kty: "EC", crv: "P-256", key_ops: ["sign"], x, y, ...fields },
});

beforeEach(async () => {
  asked = [];
  answer = (request, body) =>
    request.method === "GET"
      ? { status: 200, body: key() }
      : { status: 200, body: { kid: versioned(), value: signDigest((body as { value: string }).value) } };
  server = createServer(async (request, response) => {
    const body = request.method === "POST" ? await json(request) : null;
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, authorization: headers.authorization ?? "", body });
    const { status, body: said } = answer(request, body);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const open = () => openVaultKey(`${origin}/keys/audit`, async (scope) => `token-for-${scope}`);

test("signs with the version that it found, and the signature is ES256", async () => {
  const opened = await open();
  const signature = await opened.sign("what was done");
  const found = createPublicKey({ key: opened.publicKey, format: "jwk" });
  const bytes = Buffer.from(signature, "base64url");
  expect(
    verify("sha256", Buffer.from("what was done"), { key: found, dsaEncoding: "ieee-p1363" }, bytes),
  ).toBe(true);
  const digest = createHash("sha256").update("what was done").digest("base64url");
  expect(asked).toMatchObject([
    { method: "GET", url: "/keys/audit?api-version=7.4", body: null },
    {
      method: "POST",
      url: "/keys/audit/0123456789abcdef/sign?api-version=7.4",
      body: { alg: "ES256", value: digest },
    },
  ]);
});

test("asks for a token of the vault's own cloud", async () => {
  const scopes: string[] = [];
  const token = async (scope: string) => {
    scopes.push(scope);
    throw new Error("no token");
  };
  for (const host of ["a.vault.azure.net", "a.vault.usgovcloudapi.net", "a.managedhsm.azure.net"])
    await expect(openVaultKey(`https://${host}/keys/audit`, token)).rejects.toThrow("no token");
  expect(scopes).toEqual([
    "https://vault.azure.net/.default",
    "https://vault.usgovcloudapi.net/.default",
    "https://managedhsm.azure.net/.default",
  ]);
});

test.each([
  ["no right", () => ({ status: 403, body: { error: { code: "Forbidden" } } }), "Key Vault answered 403 for"],
  ["another curve", () => ({ status: 200, body: key({ crv: "P-384" }) }), "crv"],
  [
    "another vault's key",
    () => ({ status: 200, body: key({ kid: "https://evil.example/keys/audit/1" }) }),
    "names a key of another vault",
  ],
])("%s: it does not open", async (_what, said, reason) => {
  answer = said;
  await expect(open()).rejects.toThrow(reason);
});

test.each([
  ["an error", { status: 429, body: {} }],
  ["no signature", { status: 200, body: { value: "abc" } }],
])("%s in place of a signature is thrown, and nothing is sealed with it", async (_what, said) => {
  const opened = await open();
  answer = () => said;
  await expect(opened.sign("what was done")).rejects.toThrow();
});

describe("a key that wraps another", () => {
  const secret = Buffer.alloc(32, 9);
  const wrapping = () => vaultWrap(`${origin}/keys/files`, async (scope) => `token-for-${scope}`);
  const version = () => `${origin}/keys/files/0123456789abcdef`;
  const turned = (text: string) =>
    Buffer.from([...Buffer.from(text, "base64url")].map((byte) => byte ^ 1)).toString("base64url");

  beforeEach(() => {
    answer = (_, body) => ({
      status: 200,
      body: { kid: version(), value: turned((body as { value: string }).value) },
    });
  });

  test("is wrapped by its newest version, and unwrapped by the version that wrapped it", async () => {
    const wrapped = await wrapping().wrap(secret);
    expect(await wrapping().unwrap(wrapped)).toEqual(secret);
    expect(asked.map(({ method, url, body }) => [method, url, (body as { alg: string }).alg])).toEqual([
      ["POST", "/keys/files/wrapkey?api-version=7.4", "RSA-OAEP-256"],
      ["POST", "/keys/files/0123456789abcdef/unwrapkey?api-version=7.4", "RSA-OAEP-256"],
    ]);
  });

  test.each([
    ["another vault", () => "https://evil.example/keys/files/0123"],
    ["another key", () => `${origin}/keys/other/0123`],
    ["a way out of it", () => `${origin}/keys/files/../other/0123`],
    ["a name that only begins alike", () => `${origin}/keys/files2/0123`],
    ["nothing", () => ""],
  ])("what the database says of itself is none of its versions: %s", (_what, by) => {
    expect(wrapping().isOf(by())).toBe(false);
    expect(wrapping().isOf(version())).toBe(true);
  });

  test("a vault that names another key, or refuses, gives none", async () => {
    answer = () => ({ status: 200, body: { kid: "https://evil.example/keys/files/01", value: "AA" } });
    await expect(wrapping().wrap(secret)).rejects.toThrow("names another key");
    answer = () => ({ status: 403, body: {} });
    await expect(wrapping().wrap(secret)).rejects.toThrow("answered 403");
  });
});
