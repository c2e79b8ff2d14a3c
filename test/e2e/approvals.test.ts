// Changes that others approve, through the real chain with the real kubectl: what each person reads, what Azure was asked
// for, and what the trail keeps. One row a situation; what needs another clock or a broken Graph is in test/app/change.

import { readFile } from "node:fs/promises";
import pg from "pg";
import { armAudience, kubernetesAudience } from "../../simulator/entra/audiences.ts";
import { type Person, people } from "../../simulator/people.ts";
import { readsOnly } from "../fixtures/policy-files.ts";
import {
  buttonsOf,
  channelThread,
  chatOf,
  type Harness,
  type Place,
  startHarness,
  wordsOf,
} from "../flow/harness.ts";

type Json = Record<string, unknown>;

let chain: Harness;
let database: pg.Client;
let example: string;
beforeAll(async () => {
  chain = await startHarness(undefined, undefined, { OPERATORS_CHANNEL: operators.id });
  if (!("databaseUrl" in chain.config.store)) throw new Error("a database of its own is expected");
  database = new pg.Client({ connectionString: chain.config.store.databaseUrl });
  await database.connect();
  example = await readFile(chain.config.policyFile, "utf8");
});
/** The cluster, the sign-ins and the policy are again as they were. */
beforeEach(async () => {
  const scenario = "simulator/scenarios/hub-spoke.json";
  await chain.azure.loadScenario(scenario);
  await chain.azure.loadScenario({ ...chain.azure.scenario, runCommand: { startDelayMs: 50 } });
  await allow(rule(byLeads()));
  chain.azure.clearRequests();
});
afterAll(async () => {
  await database?.end();
  await chain?.close();
});

const { alex, megan, adele, lee, patti } = people;
const operators: Place = { id: "19:operators@thread.tacv2", conversationType: "channel" };
const otherChannel: Place = { id: "19:lunch@thread.tacv2;messageid=1", conversationType: "channel" };
const clusterPath =
  "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1";

const byLeads = (more = "count: 1") => `{ groups: [aks-leads], expires: 30m, ${more} }`;
const rule = (approval: string, more = "show: thread", id = "changes") => `
  - id: ${id}
    effect: allow
    groups: [aks-oncall]
    clusters: ["prod-*"]
    change: { verbs: ["*"], resources: ["*"], namespaces: ["*"], clusterScoped: true }
    approval: ${approval}
    ${more.split("\n").join("\n    ")}`;
const allow = (...rules: readonly string[]) =>
  chain.setPolicy(readsOnly(example).replace(/^rules:$/m, `rules:${rules.join("")}`));

const scale = "kubectl scale deployment/api --replicas=3 -n payments on prod-1 because orders are stuck";

/** One change on its way. `until`: waits until its card says so. */
type Asked = Readonly<{
  id: string;
  place: Place;
  card: () => string;
  buttons: () => readonly string[];
  until: (words: RegExp) => Promise<string>;
}>;

const pause = () => new Promise((resolve) => setTimeout(resolve, 25));

async function ask(
  text = scale,
  words = /Waits for approval/,
  person: Person = alex,
  place = channelThread,
): Promise<Asked> {
  const shown = await chain.ask(person, text, words, place);
  const card = () => wordsOf(shown.activity);
  return {
    ...{ id: /R-[0-9A-Z]{10}/.exec(card())?.[0] ?? "", place, card },
    buttons: () => titlesOf(shown.activity),
    until: async (said) => {
      for (let attempt = 0; attempt < 800 && !said.test(card()); attempt += 1) await pause();
      expect(card()).toMatch(said);
      return card();
    },
  };
}

/** Without what a client presses by itself. */
const titlesOf = (value: unknown): readonly string[] =>
  buttonsOf(value).flatMap(({ title }) => (title === "undefined" ? [] : [title]));

const press = (person: Person, { id, place }: Asked, verb: string, data: Json = {}, more: Json = {}) =>
  chain.press(person, place, { v: 1, verb: `change.${verb}`, run: id, ...data }, more);
const saidTo = ({ value }: Json): string => (typeof value === "string" ? value : wordsOf(value));

/** Pressed on the person's own view, as they see it. */
async function decide(person: Person, asked: Asked, title: RegExp, more: Json = {}): Promise<string> {
  const view = await press(person, asked, "review");
  const button = buttonsOf(view).find((each) => title.test(each.title));
  if (button === undefined) return saidTo(view);
  return saidTo(await chain.press(person, asked.place, { ...button.data, ...more }));
}
const approve = (person: Person, asked: Asked) => decide(person, asked, /^Approve once$/);

/** By somebody else's hand, past the product. */
async function kubectl(person: Person, line: string): Promise<string> {
  const clusterToken = await chain.azure.tokenFor(person.oid, kubernetesAudience);
  const authorization = `Bearer ${await chain.azure.tokenFor(person.oid, armAudience)}`;
  const headers = { authorization, "content-type": "application/json" };
  const version = "api-version=2025-05-01";
  const sent = await fetch(`${chain.azure.url}${clusterPath}/runCommand?${version}`, {
    ...{ method: "POST", headers, body: JSON.stringify({ command: line, context: "", clusterToken }) },
  });
  const result = sent.headers.get("location") ?? "";
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(result, { headers });
    if (answer.status === 200)
      return ((await answer.json()) as { properties: { logs: string } }).properties.logs;
    await pause();
  }
  throw new Error(`${line}: no result`);
}
const replicas = async () =>
  Number(await kubectl(megan, "kubectl get deployment api -n payments -o 'jsonpath={.spec.replicas}'"));

/** Commands that were sent into the cluster as Alex: one looks, one changes. */
const posts = () =>
  chain.azure
    .requests()
    .filter(
      ({ method, path, caller }) => method === "POST" && /\/runcommand$/i.test(path) && caller === alex.oid,
    ).length;

/** `who action outcome`, oldest first, after what the change would do was known. */
async function trail({ id }: Asked): Promise<readonly string[]> {
  const { rows } = await database.query<{
    actor: string;
    action: string;
    outcome: string;
    detail: Json;
    rule: string;
  }>("select actor, action, outcome, detail, rule from audit where run_id = $1 order by row_id", [id]);
  const names = new Map(
    Object.values(people).map(({ oid, displayName }) => [oid, displayName.split(" ")[0]]),
  );
  return rows.slice(3).map(({ actor, action, outcome, detail }) => {
    expect(detail).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      objects: "deployments/api",
    });
    const why = detail.because ?? detail.code;
    return [names.get(actor), action.replace("change.", ""), outcome, why].filter(Boolean).join(" ");
  });
}
const madeBy = (...approvers: readonly string[]) => [
  ...approvers.flatMap((who) => [`${who} review allowed`, `${who} approve allowed`]),
  ...["Alex start recorded", "Alex sent recorded", "Alex finish succeeded"],
];

const withLeads = async (...more: readonly Person[]) => {
  const { groups, ...scenario } = chain.azure.scenario;
  const members = [megan, ...more].map(({ oid }) => oid);
  await chain.azure.loadScenario({
    ...scenario,
    groups: groups.map((group) => (group.displayName === "aks-leads" ? { ...group, members } : group)),
  });
};

describe("approved", () => {
  test("by a lead: done once, and everybody can read by whom", async () => {
    const asked = await ask();
    expect(asked.buttons()).toEqual(["Review"]);
    expect(await approve(megan, asked)).toBe("Approved. It is done next, once.");
    const card = await asked.until(/✔ Done: scale deployment\/api on prod-1/);
    expect(card).toMatch(/replicas: 2 → 3[\s\S]*Approved by[\s\S]*Megan Bowen/);
    expect([asked.buttons(), await replicas(), posts()]).toEqual([[], 3, 2]);
    expect(await trail(asked)).toEqual(madeBy("Megan"));
  });

  test("by two, one press each, of which one was redelivered and both pressed twice", async () => {
    await withLeads(patti);
    await allow(rule(byLeads("count: 2")));
    const asked = await ask();
    const view = buttonsOf(await press(megan, asked, "review")).find(({ title }) => title === "Approve once");
    const once = { id: "pressed-once" };
    const presses = await Promise.all([
      chain.press(megan, channelThread, view?.data ?? {}, once),
      chain.press(megan, channelThread, view?.data ?? {}, once),
      chain.press(megan, channelThread, view?.data ?? {}),
    ]);
    expect(presses.map(saidTo).filter((text) => /One more|1 more person/.test(text))).toHaveLength(1);
    expect(asked.card()).toMatch(/Waits for approval/);
    await Promise.all([approve(patti, asked), approve(patti, asked)]);
    await asked.until(/✔ Done[\s\S]*Megan Bowen[\s\S]*Patti Fernandez/);
    expect([await replicas(), posts()]).toEqual([3, 2]);
    expect((await trail(asked)).filter((entry) => /approve allowed|sent/.test(entry))).toEqual([
      "Megan approve allowed",
      "Patti approve allowed",
      "Alex sent recorded",
    ]);
  });

  test("by whoever asked, a lead besides and spelled in capitals: not", async () => {
    await withLeads(alex);
    const asked = await ask();
    const { hash } = buttonsOf(await press(megan, asked, "review")).find(({ data }) => data.hash)?.data ?? {};
    for (const oid of [alex.oid, alex.oid.toUpperCase()]) {
      const from = { id: `29:${alex.oid}`, name: alex.displayName, aadObjectId: oid };
      expect(saidTo(await press(alex, asked, "approve", { hash }, { from }))).toMatch(
        /somebody else has to approve it/,
      );
    }
    expect([asked.card(), await replicas(), posts()]).toEqual([
      expect.stringMatching(/Waits for approval/),
      2,
      1,
    ]);
  });

  test("with what is not on the card, by who is not here: nothing", async () => {
    const asked = await ask();
    const { data = {} } =
      buttonsOf(await press(megan, asked, "review")).find(({ title }) => /Approve/.test(title)) ?? {};
    const hash = "f".repeat(64);
    const tries: readonly (readonly [Person, Json, Place, Json, RegExp])[] = [
      [megan, { ...data, hash }, channelThread, {}, /older than what would be approved/],
      [megan, { ...data, hash: undefined }, channelThread, {}, /older than what would be approved/],
      [megan, { ...data, hash: "x" }, channelThread, {}, /older card/],
      [megan, { ...data, run: "R-0000000000" }, channelThread, {}, /no such change here/],
      [megan, { ...data, verb: "run.again" }, channelThread, {}, /older card|not kept/],
      [megan, { ...data, verb: "change.approve", v: 2 }, channelThread, {}, /older card/],
      [megan, data, otherChannel, {}, /no such change here/],
      [megan, data, chatOf(megan), {}, /no such change here/],
      [adele, data, channelThread, {}, /Only members of aks-leads can approve/],
      [patti, data, channelThread, {}, /Only members of aks-leads can approve/],
      [megan, { ...data, word: "x".repeat(100_000) }, channelThread, {}, /older card/],
    ];
    for (const [person, pressed, place, more, words] of tries)
      expect(saidTo(await chain.press(person, place, pressed, more))).toMatch(words);
    const stranger = { channelData: { tenant: { id: "00000000-0000-0000-0000-000000000001" } } };
    const { conversation } = chain.activity(megan, channelThread, {});
    const foreign = chain.activity(megan, channelThread, {
      ...{ ...stranger, type: "invoke", name: "adaptiveCard/action" },
      value: { action: { type: "Action.Execute", verb: data.verb, data } },
      conversation: { ...Object(conversation), tenantId: stranger.channelData.tenant.id },
    });
    expect((await chain.deliver(foreign)).status).toBe(403);
    expect([asked.card(), await replicas(), posts()]).toEqual([
      expect.stringMatching(/Waits for approval/),
      2,
      1,
    ]);
    // Whatever else stands in it is not read.
    const extra = { ...data, requester: megan.oid, state: "approved", rule: "none" };
    expect(saidTo(await chain.press(megan, channelThread, extra))).toBe("Approved. It is done next, once.");
    await asked.until(/✔ Done/);
  });

  test("by somebody who has to sign in first: asked to, and then it works", async () => {
    await withLeads(lee);
    const asked = await ask();
    const before = chain.teams.shown().length;
    expect(saidTo(await press(lee, asked, "review"))).toBe("I am sending a sign-in card to our chat.");
    await signIn(lee, before);
    await chain.answer(before, /signed in/i, chatOf(lee));
    expect(await approve(lee, asked)).toBe("Approved. It is done next, once.");
    await asked.until(/✔ Done[\s\S]*Lee Gu/);
  });
});

/** By the card in their own chat. */
async function signIn(person: Person, after: number): Promise<void> {
  type Buttons = readonly Readonly<{
    content: Readonly<{ buttons?: readonly Readonly<{ value: string }>[] }>;
  }>[];
  const link = async (): Promise<string> => {
    for (;;) {
      for (const { activity, conversation } of chain.teams.shown().slice(after)) {
        const [card] = (activity.attachments ?? []) as Buttons;
        const value = card?.content.buttons?.[0]?.value;
        if (value !== undefined && conversation === chatOf(person).id) return value;
      }
      await pause();
    }
  };
  const address = await link();
  const page = await (await fetch(address)).text();
  const state = (/name="state" value="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
  await fetch(new URL("/signin", address), { method: "POST", body: new URLSearchParams({ state }) });
}

test("whoever asked has no sign-in by then: it waits for one, and goes on by itself", async () => {
  const asked = await ask();
  await chain.ask(alex, "sign out", /signed out/i);
  const before = chain.teams.shown().length;
  expect(await approve(megan, asked)).toMatch(/^Approved/);
  await asked.until(/It waits until Alex Wilber has signed in/);
  expect(posts()).toBe(1);
  await signIn(alex, before);
  await asked.until(/✔ Done/);
  expect([await replicas(), posts()]).toEqual([3, 2]);
  expect((await trail(asked)).slice(2, 5)).toEqual([
    "Alex wait recorded",
    "Alex resume recorded",
    "Alex start recorded",
  ]);
});

describe("not done", () => {
  test.each<readonly [string, string]>([
    [
      "somebody changed it in between",
      "kubectl set image deployment/api api=contoso.azurecr.io/payments/api:9 -n payments",
    ],
    ["somebody deleted it in between", "kubectl delete deployment api -n payments"],
  ])("%s: named, and nothing is changed", async (_what, line) => {
    const asked = await ask();
    await kubectl(megan, line);
    expect(await approve(megan, asked)).toMatch(/^Approved/);
    const card = await asked.until(/✖ Failed/);
    expect(card).toMatch(
      /Somebody changed or deleted deployment\/api after this was looked at[\s\S]*Nothing was changed in the cluster\./,
    );
    if (/image/.test(line)) expect(await replicas()).toBe(2);
    expect((await trail(asked)).at(-1)).toBe("Alex finish failed objectChanged");
  });

  test("looked at again after it changed: the card of before approves nothing of it", async () => {
    const first = await ask();
    const old = buttonsOf(await press(megan, first, "review")).find(({ title }) => /Approve/.test(title));
    await kubectl(
      megan,
      "kubectl set image deployment/api api=contoso.azurecr.io/payments/api:9 -n payments",
    );
    const second = await ask();
    expect(saidTo(await chain.press(megan, channelThread, { ...old?.data, run: second.id }))).toMatch(
      /older than/,
    );
    expect(await approve(megan, second)).toMatch(/^Approved/);
    await second.until(/✔ Done/);
    expect(first.card()).toMatch(/Waits for approval/);
  });

  test("rejected with a word that holds a secret, then approved by another", async () => {
    await withLeads(patti);
    const asked = await ask();
    const word = "not now, password=hunter2hunter2";
    expect(await decide(megan, asked, /^Reject it$/, { word })).toBe("Rejected. Nothing was changed.");
    expect(await asked.until(/✖ Rejected/)).toMatch(/Megan Bowen rejected it: not now/);
    expect(saidTo(await press(patti, asked, "approve"))).toMatch(/✖ Rejected/);
    expect(JSON.stringify([chain.teams.shown(), await trail(asked)])).not.toContain("hunter2");
    expect([asked.buttons(), await replicas(), posts()]).toEqual([[], 2, 1]);
  });

  test("withdrawn, in words from the chat of whoever asked", async () => {
    const asked = await ask();
    await chain.ask(megan, `withdraw ${asked.id}`, /Only whoever asked for it can do that/, channelThread);
    await chain.ask(alex, `withdraw ${asked.id}`, /Withdrawn\. Nothing was changed\./);
    expect(await asked.until(/– Withdrawn/)).toMatch(/Alex Wilber withdrew it/);
    expect(await trail(asked)).toEqual(["Megan withdraw denied notYourRequest", "Alex withdraw allowed"]);
  });

  test("the cluster does not let whoever asked: its own words", async () => {
    const text = "kubectl delete deployment api -n payments on prod-1";
    const asked = await ask(text, /✖ Failed/);
    expect(asked.card()).toMatch(
      /as its dry run says: [\s\S]*(forbidden|Forbidden)[\s\S]*Nothing was changed in the cluster\./,
    );
    expect([asked.buttons(), await replicas(), posts()]).toEqual([[], 2, 1]);
  });

  test("others have to approve by now: the policy was changed in between", async () => {
    const asked = await ask();
    const view = buttonsOf(await press(megan, asked, "review")).find(({ title }) => /Approve/.test(title));
    await allow(rule("{ groups: [aks-oncall], expires: 30m, count: 2 }"));
    expect(saidTo(await chain.press(megan, channelThread, view?.data ?? {}))).toMatch(/^Approved/);
    expect(await asked.until(/✖ Denied/)).toMatch(/Nothing was sent to the cluster\./);
    expect([await replicas(), posts()]).toEqual([2, 1]);
  });

  test("mode diagnose meanwhile: said to the approver, and it waits on", async () => {
    const asked = await ask();
    await chain.ask(megan, "mode diagnose because freeze", /Mode set/, channelThread);
    expect(await approve(megan, asked)).toMatch(/No command is sent into a cluster: .*reason: freeze/);
    await chain.ask(megan, "mode full", /Mode set/, channelThread);
    expect(await approve(megan, asked)).toMatch(/^Approved/);
    await asked.until(/✔ Done/);
  });
});

describe("asked for", () => {
  test("in a chat with the bot alone: told where", async () => {
    const asked = await ask(scale, /nobody else sees it/, alex, chatOf(alex));
    expect([asked.buttons(), posts()]).toEqual([["Help"], 0]);
  });

  test("where the rule wants nobody else: one press, in a chat too", async () => {
    await allow(rule("requester"));
    const asked = await ask(scale, /has to confirm it/, alex, chatOf(alex));
    expect(await decide(alex, asked, /^Do it now$/)).toMatch(/^Approved/);
    await asked.until(/✔ Done/);
    expect(await replicas()).toBe(3);
  });

  test("where the rule shows it to whoever asks alone", async () => {
    await allow(rule(byLeads(), "show: personal"));
    const asked = await ask();
    expect(asked.card()).not.toMatch(/2 → 3/);
    const before = chain.teams.shown().length;
    await approve(megan, asked);
    expect(await asked.until(/✔ Done/)).not.toMatch(/scaled|2 → 3/);
    await chain.answer(before, /✔ Done[\s\S]*scaled/, chatOf(alex));
  });

  test("as an emergency: loud here and where the operators read", async () => {
    await allow(
      rule(byLeads("count: 2")),
      rule("requester", "breakGlass: true\nshow: thread", "break-glass"),
    );
    await chain.ask(megan, "help", /AKS On-Call/, { ...operators, id: `${operators.id};messageid=1` });
    chain.teams.setMembers([alex, megan].map(({ oid }) => ({ id: `29:${oid}`, name: oid, objectId: oid })));
    const before = chain.teams.shown().length;
    const asked = await ask(`emergency: ${scale}`, /EMERGENCY – .*Waits for approval/);
    expect(await decide(alex, asked, /^Do it now$/)).toMatch(/^Approved/);
    await asked.until(/EMERGENCY – ✔ Done/);
    const loud =
      /EMERGENCY – Alex Wilber uses an emergency rule on prod-1[\s\S]*orders are stuck[\s\S]*break-glass/;
    for (const place of [channelThread, operators]) await chain.answer(before, loud, place);
    const all = await chain.shownSince(before);
    expect(all.filter(({ activity }) => loud.test(wordsOf(activity)))).toHaveLength(2);
  });

  test("of several objects at once: each is seen, compared and changed", async () => {
    const asked = await ask(scale.replace("deployment/api", "deployment api settlement"));
    expect(asked.card()).toMatch(
      /deployment\/api in payments[\s\S]*2 → 3[\s\S]*deployment\/settlement in payments[\s\S]*1 → 3/,
    );
    expect(asked.card()).toContain("Changes several objects.");
    await approve(megan, asked);
    await asked.until(/✔ Done[\s\S]*api scaled[\s\S]*settlement scaled/);
    expect([await replicas(), posts()]).toEqual([3, 2]);
  });

  test("reads are as they were", async () => {
    await chain.ask(alex, "run `kubectl get deployments -n payments` on prod-1", /Exit 0|api/);
  });
});
