// Conditional Access asks for more: the card leads to the page, Entra asks the person there, and the question goes on by
// itself. And whoever else tries to get through that page.
import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { people } from "../../simulator/people.ts";
import { createRequesterCredentials } from "../../src/azure/entra/requester-credential.ts";
import { entraApp } from "../../src/composition/identity.ts";
import { createLog } from "../../src/composition/log.ts";
import { readPolicyFile } from "../../src/composition/policy-file.ts";
import { startProduct } from "../../src/composition/product.ts";
import { chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";
import type { Shown } from "./teams.ts";

const { alex, megan } = people;
const publicUrl = "https://localhost:8443";
const arm = "https://management.azure.com";
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const multiFactor = {
  ...{ error: "interaction_required", suberror: "basic_action", error_codes: [50076], claims },
  error_description: "AADSTS50076: more is needed",
};

let chain: Harness;
beforeAll(async () => {
  const filesKey = join(mkdtempSync(join(tmpdir(), "files-key-")), "files.key");
  writeFileSync(filesKey, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  chain = await startHarness(undefined, undefined, { PUBLIC_URL: publicUrl, FILES_KEY_FILE: filesKey });
});
afterAll(() => chain?.close());
/** Entra wants more of Alex for Azure, and what Alex has shown in the test before is forgotten. */
beforeEach(async () => {
  await chain.azure.loadScenario("simulator/scenarios/hub-spoke.json");
  await chain.ask(alex, "sign out", /signed out/i);
  await moreOfAlex({ tokenErrors: { [arm]: multiFactor } });
});

type Principal = (typeof chain.azure.scenario.principals)[number];

async function moreOfAlex(more: Partial<Principal>): Promise<void> {
  const { scenario } = chain.azure;
  const principals = scenario.principals.map(({ tokenErrors: _errors, ...each }) =>
    each.oid === alex.oid ? { ...each, ...more } : each,
  );
  await chain.azure.loadScenario({ ...scenario, principals });
  chain.azure.clearRequests();
}

/** What the button of the card opens. */
async function linkOnCard(): Promise<string> {
  const shown = await chain.ask(alex, "diagnose prod-1", /Conditional Access/);
  const url = linkIn(shown);
  expect(url).toMatch(/^https:\/\/localhost:8443\/signin\/challenge\?id=/);
  return url;
}

const linkIn = ({ activity }: Shown): string =>
  /"url":"([^"]*signin\/challenge[^"]*)"/.exec(JSON.stringify(activity))?.[1] ?? "";

/** The page as the product serves it, behind whatever ends TLS in front of it. */
const here = (url: string): string => url.replace(publicUrl, new URL(chain.botUrl()).origin);

/** A browser of its own: it keeps the page's cookie, and follows nothing by itself. */
function browser() {
  let kept = "";
  const ask = async (url: string, init: RequestInit = {}) => {
    const headers = { ...Object(init.headers), ...(kept !== "" && { cookie: kept }) };
    const response = await fetch(here(url), { redirect: "manual", ...init, headers });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) kept = set.split(";")[0] ?? "";
    return response;
  };
  return {
    ask,
    cookie: () => kept,
    press: (url: string, origin = publicUrl) => ask(url, { method: "POST", headers: { origin } }),
    /** Entra's page, where `oid` signs in; where it sends the browser then. */
    async signIn(pressed: Response, oid: string) {
      const entra = new URL(pressed.headers.get("location") ?? "");
      entra.searchParams.set("login_hint", oid);
      const sent = await fetch(entra, { redirect: "manual" });
      return sent.headers.get("location") ?? "";
    },
  };
}

const askedOfAzure = () => chain.azure.requests().filter(({ path }) => path.startsWith("/subscriptions"));

test("the person shows it, and the question goes on by itself", async () => {
  const url = await linkOnCard();
  const { ask, press, signIn, cookie } = browser();
  const page = await ask(url);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(page.headers.getSetCookie()).toEqual([]);
  const before = chain.teams.shown().length;
  const pressed = await press(url);
  const entra = new URL(pressed.headers.get("location") ?? "");
  expect(Object.fromEntries(entra.searchParams)).toMatchObject({
    ...{ claims, code_challenge_method: "S256", response_type: "code", response_mode: "query" },
    redirect_uri: `${publicUrl}/signin/challenge/answer`,
  });
  expect(pressed.headers.getSetCookie()[0]).toMatch(
    /; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/,
  );
  const back = await signIn(pressed, alex.oid);
  const answered = await ask(back);
  expect([answered.status, await answered.text()]).toEqual([
    200,
    expect.stringContaining("goes on in Teams"),
  ]);
  expect(cookie()).toBe("__Host-challenge=");
  await chain.answer(before, /Reachable: prod-1/, chatOf(alex));
});

test("what was shown serves the next question too, until the person signs out", async () => {
  const url = await linkOnCard();
  const { ask, press, signIn } = browser();
  const before = chain.teams.shown().length;
  await ask(await signIn(await press(url), alex.oid));
  await chain.answer(before, /Reachable: prod-1/, chatOf(alex));
  await chain.ask(alex, "diagnose prod-1", /Reachable: prod-1/);
  await chain.ask(alex, "sign out", /signed out/i);
  // With it everybody is signed in again.
  await chain.azure.loadScenario(chain.azure.scenario);
  await chain.ask(alex, "diagnose prod-1", /Conditional Access/);
});

test("what the cluster's own token asks for, too: the command goes on by itself", async () => {
  await moreOfAlex({ tokenErrors: { "6dae42f8-4368-4678-94ff-3960e28e3630": multiFactor } });
  const shown = await chain.ask(alex, "run `kubectl get ns` on prod-1", /Show it in the browser/);
  const url = linkIn(shown);
  const { ask, press, signIn } = browser();
  const before = chain.teams.shown().length;
  expect((await ask(await signIn(await press(url), alex.oid))).status).toBe(200);
  await chain.answer(before, /Exit 0/, chatOf(alex));
});

const prod1 =
  "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1";

test.each([
  ["clusters are looked for", "diagnose prod-1", /Reachable: prod-1/],
  ["the cluster is read", `diagnose ${prod1}`, /Reachable: prod-1/],
  ["they are listed", "clusters", /prod-1/],
  ["it is followed by a command", `run \`kubectl get ns\` on ${prod1}`, /Exit 0/],
])(
  "what Azure itself asks for, where %s: 401 with claims, the page, and it goes on",
  async (_at, line, words) => {
    await moreOfAlex({ armClaims: claims });
    const url = linkIn(await chain.ask(alex, line, /Conditional Access/));
    const refused = chain.azure.requests().filter(({ status }) => status === 401);
    expect(refused.length).toBeGreaterThan(0);
    const { ask, press, signIn } = browser();
    const before = chain.teams.shown().length;
    expect((await ask(await signIn(await press(url), alex.oid))).status).toBe(200);
    await chain.answer(before, words, chatOf(alex));
  },
);

test("with two replicas, what one of them was shown serves the other, and a sign-out ends it in both", async () => {
  const policy = await readPolicyFile(chain.config.policyFile);
  if (!policy.ok) throw new Error(policy.problems.join("\n"));
  const second = await startProduct(chain.config, policy, createLog("silent"), chain.timeouts);
  if (!second.ok) throw new Error(second.reason);
  const first = chain.botUrl();
  const at = (url: string) => chain.azure.setBotUrl(url);
  try {
    const url = await linkOnCard();
    const { ask, press, signIn } = browser();
    const before = chain.teams.shown().length;
    expect((await ask(await signIn(await press(url), alex.oid))).status).toBe(200);
    await chain.answer(before, /Reachable: prod-1/, chatOf(alex));
    at(`http://127.0.0.1:${second.product.port}/api/messages`);
    for (let question = 0; question < 3; question += 1)
      await chain.ask(alex, "diagnose prod-1", /Reachable: prod-1/);
    await chain.ask(alex, "sign out", /signed out/i);
    at(first);
    // With it everybody is signed in again.
    await chain.azure.loadScenario(chain.azure.scenario);
    await chain.ask(alex, "diagnose prod-1", /Conditional Access/);
  } finally {
    at(first);
    await second.product.close();
  }
});

describe("nothing is kept, and Azure is not asked", () => {
  afterEach(() => expect(askedOfAzure()).toEqual([]));

  test("when another person opens the link and signs in: the question waits on for whose it is", async () => {
    const url = await linkOnCard();
    const other = browser();
    const seen = await other.ask(await other.signIn(await other.press(url), megan.oid));
    expect([seen.status, await seen.text()]).toEqual([400, expect.stringContaining("another account")]);
    expect(askedOfAzure()).toEqual([]);
    const own = browser();
    const before = chain.teams.shown().length;
    expect((await own.ask(await own.signIn(await own.press(url), alex.oid))).status).toBe(200);
    await chain.answer(before, /Reachable: prod-1/, chatOf(alex));
    chain.azure.clearRequests();
  });

  test("when a state comes a second time", async () => {
    const url = await linkOnCard();
    const { ask, press, signIn, cookie } = browser();
    const back = await signIn(await press(url), megan.oid);
    const held = cookie();
    await ask(back);
    const again = await fetch(here(back), { headers: { cookie: held } });
    expect([again.status, await again.text()]).toEqual([400, expect.stringContaining("has ended")]);
  });

  test("when the way back is opened in another browser", async () => {
    const url = await linkOnCard();
    const { press, signIn } = browser();
    const back = await signIn(await press(url), alex.oid);
    const stranger = browser();
    expect((await stranger.ask(back)).status).toBe(400);
    await stranger.press(url);
    expect((await stranger.ask(back)).status).toBe(400);
  });

  test("when a code of another sign-in is put in: PKCE refuses it", async () => {
    const url = await linkOnCard();
    const attacker = browser();
    const theirs = new URL(await attacker.signIn(await attacker.press(url), alex.oid));
    const victim = browser();
    const own = new URL(await victim.signIn(await victim.press(url), alex.oid));
    own.searchParams.set("code", theirs.searchParams.get("code") ?? "");
    const seen = await victim.ask(own.href);
    expect([seen.status, await seen.text()]).toEqual([400, expect.stringContaining("Nothing was confirmed")]);
  });

  test("when another site sends the form", async () => {
    const url = await linkOnCard();
    for (const origin of ["https://evil.example", "null"])
      expect((await browser().press(url, origin)).status).toBe(403);
    const silent = await fetch(here(url), { method: "POST", redirect: "manual" });
    expect(silent.status).toBe(403);
  });

  test("when Entra gives no code, and says why in words that are no page's", async () => {
    const url = await linkOnCard();
    const { ask, press } = browser();
    const entra = new URL((await press(url)).headers.get("location") ?? "");
    const state = entra.searchParams.get("state") ?? "";
    const said = "<script>alert(1)</script>";
    const back = `${publicUrl}/signin/challenge/answer?error=${encodeURIComponent(said)}&state=${state}`;
    const seen = await ask(back);
    expect([seen.status, await seen.text()]).toEqual([400, expect.not.stringContaining("<script>")]);
  });

  test.each([
    ["an id that is none", "?id=nothing"],
    ["no id", ""],
    ["two ids", "?id=a&id=b"],
    ["an address to go to", "?id=nothing&redirect_uri=https://evil.example&next=https://evil.example"],
  ])("for %s", async (_name, query) => {
    const pressed = await browser().press(`${publicUrl}/signin/challenge${query}`);
    expect([pressed.status, pressed.headers.get("location")]).toEqual([400, null]);
  });
});

test("a link leads to Entra and back to this product alone, whatever is added to it", async () => {
  const url = `${await linkOnCard()}&redirect_uri=https://evil.example&authority=https://evil.example`;
  const entra = new URL((await browser().press(url)).headers.get("location") ?? "");
  expect(entra.origin).toBe(new URL(chain.azure.url).origin);
  expect(entra.searchParams.get("redirect_uri")).toBe(`${publicUrl}/signin/challenge/answer`);
});

test("a sign-in of another tenant is not this person's", async () => {
  const token = await chain.azure.tokenFor(alex.oid, chain.azure.scenario.appId);
  const { fromAssertion } = createRequesterCredentials(entraApp(chain.config));
  const elsewhere = { objectId: alex.oid, tenantId: megan.oid, displayName: "Alex" };
  expect(fromAssertion({ assertion: token, expected: elsewhere })).toMatchObject({
    failure: { code: "otherTenant" },
  });
});

test("the card holds nothing of what Entra asks for, and neither does the log", async () => {
  const shown = await chain.ask(alex, "diagnose prod-1", /Conditional Access/);
  expect(JSON.stringify(shown.activity)).not.toContain("acrs");
  expect(chain.logged.join("\n")).not.toContain("acrs");
  expect(wordsOf(shown.activity)).toContain("Confirm");
});
