// From an alert to the diagnosis in its thread: watched with one's own rights, posted once, edited when it is resolved.
import { commonAlert } from "../../scripts/alert/common-alert.ts";
import { deliveries } from "../../scripts/alert/deliveries.ts";
import { azureMonitorAppId, botAppId, people } from "../../simulator/people.ts";
import { chatOf, type Harness, type Place, startHarness, until, wordsOf } from "./harness.ts";
import { incidentOn } from "./incident-cards.ts";
import type { Shown } from "./teams.ts";

const clusterId =
  "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

const channel = (name: string): string => `19:${name}@thread.tacv2`;
const threadIn = (name: string): Place => ({
  id: `${channel(name)};messageid=1700000000001`,
  conversationType: "channel",
});
const [ops, leads, quiet] = [threadIn("ops"), threadIn("leads"), threadIn("quiet")];

let token = "";
beforeAll(async () => {
  token = await chain.azure.tokenFor(azureMonitorAppId, botAppId);
});

type Options = Readonly<{
  id?: string;
  condition?: "Fired" | "Resolved";
  about?: string;
  authorization?: string;
}>;
const deliver = ({
  id = "1",
  condition = "Fired",
  about = clusterId,
  authorization = `Bearer ${token}`,
}: Options) =>
  fetch(chain.azure.gatewayUrl.replace("messages", "alerts/azure-monitor"), {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify(
      commonAlert({
        clusterId: about,
        severity: "1",
        condition,
        sent: {
          alertId: `/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/providers/Microsoft.AlertsManagement/alerts/${id}`,
          origin: `origin-${id}`,
          firedAt: "2026-11-25T03:00:00.000Z",
        },
        now: "2026-11-25T03:05:00.000Z",
      }),
    ),
  });

/** Incident cards that stand in a channel now. */
const cards = (place: Place): readonly Shown[] =>
  chain.teams
    .shown()
    .filter((message) => message.conversation === place.id.split(";")[0] && incidentOn(message) !== null);

/** How many alerts the incident cards of a channel speak of. */
const alertsOn = (place: Place): number =>
  cards(place)
    .flatMap(({ activity }) =>
      [...wordsOf(activity).matchAll(/Alerts\s(?:(\d+) open)?(?:, )?(?:(\d+) resolved)?/g)].slice(0, 1),
    )
    .reduce((sum, [, open = "0", resolved = "0"]) => sum + Number(open) + Number(resolved), 0);

const incidentOf = (card: Shown | undefined): string => (card && incidentOn(card)) ?? "none";
const threadOf = (card: Shown | undefined, { id }: Place): Place => ({
  id: `${id.split(";")[0]};messageid=${card?.id}`,
  conversationType: "channel",
});

/** Presses the button of the newest sign-in card. */
async function signIn(): Promise<void> {
  const link = () => /https?:[^"]+\/signin\?[^"]+/.exec(JSON.stringify(chain.teams.shown()))?.[0];
  await until(() => link() !== undefined);
  const url = link() ?? "";
  const state = /name="state" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? "";
  const body = new URLSearchParams({ state: state.replaceAll("&amp;", "&") });
  expect(await (await fetch(new URL("/signin", url), { method: "POST", body })).text()).toContain(
    "close this page",
  );
}

describe("whoever is not Azure Monitor", () => {
  test.each<[string, () => Promise<string>]>([
    ["no token", async () => ""],
    ["the bot itself", () => chain.azure.tokenFor(botAppId, botAppId)],
    ["a person, signed in to the bot", () => chain.azure.tokenFor(people.megan.oid, botAppId)],
    [
      "Azure Monitor, for another API",
      () => chain.azure.tokenFor(azureMonitorAppId, "https://management.azure.com"),
    ],
  ])("%s: 401, nothing said, nothing stored", async (_name, tokenOf) => {
    const response = await deliver({ id: "stranger", authorization: `Bearer ${await tokenOf()}` });
    expect([response.status, await response.json()]).toEqual([401, { error: "Unauthorized." }]);
  });
});

describe("who may have a channel follow a cluster", () => {
  test("in no group: the policy refuses, and Azure is not asked", async () => {
    chain.azure.clearRequests();
    await chain.ask(people.adele, "watch prod-1", /Not allowed/, ops);
    expect(chain.azure.requests().filter(({ path }) => path.startsWith("/subscriptions"))).toEqual([]);
  });

  test("without a role in Azure: Azure refuses", async () => {
    await chain.ask(people.diego, "watch prod-1", /Azure refused/, ops);
    await chain.ask(people.diego, `watch ${clusterId}`, /Azure refused/, ops);
  });

  test("in a personal chat: one sentence", async () => {
    await chain.ask(people.alex, "watch prod-1", /mention me in a channel/, chatOf(people.alex));
  });

  test("on call, from a thread: its channel follows", async () => {
    await chain.ask(people.alex, "<at>AKS On-Call</at> watch prod-1", /This channel follows prod-1/, ops);
    await chain.ask(people.megan, "watch prod-1", /This channel follows prod-1/, leads);
    await chain.ask(people.megan, "watch prod-1", /follows prod-1 already/, leads);
    await chain.ask(people.alex, "watches", /since .* by Alex Wilber/, ops);
  });
});

describe("an alert", () => {
  test("delivered five times at once: one card in each channel that follows, as a new post", async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => deliver({ id: "five" })));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await until(() => cards(ops).length > 0 && cards(leads).length > 0);
    await deliver({ id: "five" });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([cards(ops), cards(leads), cards(quiet)].map(({ length }) => length)).toEqual([1, 1, 0]);
    const [card] = cards(ops);
    expect(card?.activity.summary).toBe("✖ Sev 1 · prod-1: api-server-availability");
    expect(wordsOf(card?.activity)).toContain("is 61.5, below 99");
  });

  test("Diagnose, pressed twice: one diagnosis as whoever pressed, in the thread of the card", async () => {
    const [card] = cards(leads);
    const thread = threadOf(card, leads);
    const data = { v: 1, verb: "incident.diagnose", incident: incidentOf(card), cluster: "other-1" };
    chain.azure.clearRequests();
    const before = chain.teams.shown().length;
    const answers = await Promise.all([1, 2].map(() => chain.press(people.megan, thread, data)));
    expect(answers.map(({ value }) => value).toSorted()).toEqual([
      "Already on it.",
      "Started. The answer comes here.",
    ]);
    const shown = await chain.answer(before, /Reachable: prod-1[\s\S]*Megan Bowen/, thread);
    expect(shown.history).toHaveLength(1);
    expect(chain.teams.shown().slice(before)).toHaveLength(1);
    const calls = chain.azure.requests().filter(({ path }) => path.startsWith("/subscriptions"));
    expect([...new Set(calls.map(({ caller }) => caller))]).toEqual([people.megan.oid]);
  });

  test("Diagnose by somebody in no group: refused in that thread", async () => {
    const [card] = cards(leads);
    const before = chain.teams.shown().length;
    await chain.press(people.adele, threadOf(card, leads), {
      v: 1,
      verb: "incident.diagnose",
      incident: incidentOf(card),
    });
    await chain.answer(before, /Not allowed on prod-1/, threadOf(card, leads));
  });

  test("Diagnose by somebody who must sign in first: goes on in that thread afterwards", async () => {
    const [card] = cards(ops);
    const thread = threadOf(card, ops);
    const before = chain.teams.shown().length;
    await chain.press(people.lee, thread, { v: 1, verb: "incident.diagnose", incident: incidentOf(card) });
    await chain.answer(before, /Sign in first/, thread);
    await signIn();
    await chain.answer(before, /Reachable: prod-1[\s\S]*Lee Gu/, thread);
  });

  test("resolved, after a restart: the same cards say so, and no new ones are posted", async () => {
    await chain.restart();
    expect((await deliver({ id: "five", condition: "Resolved" })).status).toBe(200);
    await until(() =>
      [ops, leads].every((place) => /[✔○] Resolved/.test(wordsOf(cards(place)[0]?.activity))),
    );
    expect([cards(ops), cards(leads)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test("that Teams does not take at first is posted when it does, once", async () => {
    await chain.ask(people.megan, "watch prod-1", /This channel follows prod-1/, quiet);
    chain.teams.refuse(412, 2);
    await deliver({ id: "later" });
    await until(() =>
      [ops, leads, quiet].every((place) => /Alerts\s1 open/.test(wordsOf(cards(place).at(-1)?.activity))),
    );
    expect(cards(quiet)).toHaveLength(1);
  });

  test("forty at once: they join the incident, no card is added, and each of them is counted", async () => {
    const began = Date.now();
    const before = [leads, quiet].map((place) => ({
      place,
      cards: cards(place).length,
      alerts: alertsOn(place),
    }));
    await Promise.all(Array.from({ length: 40 }, (_, n) => deliver({ id: `storm-${n}` })));
    await until(() => before.every(({ place, alerts }) => alertsOn(place) === alerts + 40));
    const minutes = Math.ceil((Date.now() - began) / 60_000);
    for (const { place, cards: old } of before) {
      expect(cards(place).length).toBe(old);
      expect(cards(place).at(-1)?.history.length).toBeLessThan(25 * minutes);
    }
  });
});

/** As each of the other sources delivers one. */
function deliverAs(source: "alertmanager" | "grafana" | "pagerDuty", condition: "Fired" | "Resolved") {
  const { path, headers, body } = deliveries[source];
  const text = JSON.stringify(
    body({
      ...{ clusterId, severity: "0", condition, now: "2026-11-25T03:05:00.000Z" },
      sent: { alertId: source, origin: "", firedAt: "2026-11-25T03:00:00.000Z" },
    }),
  );
  return fetch(chain.azure.gatewayUrl.replace("/api/messages", path), {
    method: "POST",
    headers: { ...headers?.(text), "content-type": "application/json" },
    body: text,
  });
}

describe("an alert of another source", () => {
  const night = threadIn("night");
  const words = () => wordsOf(cards(night).at(-1)?.activity);

  test.each([
    ["alertmanager", "KubePodCrashLooping"],
    ["grafana", "Memory of the API"],
    ["pagerDuty", "Orders fail on prod-1"],
  ] as const)("%s: shown where its cluster is followed by name, and resolved there", async (source, rule) => {
    await chain.ask(people.megan, "watch prod-1", /This channel follows prod-1/, night);
    expect((await deliverAs(source, "Fired")).ok).toBe(true);
    await until(() => words().includes(rule) && !/[✔○] Resolved/.test(words()));
    expect((await deliverAs(source, "Resolved")).ok).toBe(true);
    await until(() => /[✔○] Resolved/.test(words()));
    await chain.ask(people.megan, "unwatch prod-1", /No longer following prod-1/, night);
  });
});

test("the week in numbers says that these three closed by themselves", async () => {
  const night = threadIn("night");
  await chain.ask(people.megan, "watch prod-1", /This channel follows prod-1/, night);
  await chain.ask(people.megan, "weekly on", /This channel gets its week in numbers/, night);
  const told = /3 incidents in seven days[\s\S]*3; 3 closed by themselves[\s\S]*each Monday/;
  await chain.ask(people.megan, "numbers", told, night);
  await chain.ask(people.megan, "unwatch prod-1", /No longer following prod-1/, night);
});

describe("no alert", () => {
  test("about another cluster: nothing is posted", async () => {
    const before = chain.teams.shown().length;
    expect((await deliver({ id: "other", about: `${clusterId}0` })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(chain.teams.shown().slice(before)).toEqual([]);
  });

  test("no longer followed, although the cluster is gone: no card any more", async () => {
    const { scenario } = chain.azure;
    const resources = scenario.resources.filter(({ id }) => !id.includes("/managedClusters/"));
    const isPersons = ({ principalId }: { principalId: string }): boolean =>
      scenario.principals.some(({ oid }) => oid === principalId);
    const roleAssignments = scenario.roleAssignments.filter(isPersons);
    await chain.azure.loadScenario({ ...scenario, resources, roleAssignments, kubernetes: {} });
    await chain.ask(people.alex, "unwatch prod-1", /No longer following prod-1/, ops);
    const [followed, not] = [alertsOn(leads), alertsOn(ops)];
    await deliver({ id: "last" });
    await until(() => alertsOn(leads) === followed + 1);
    expect(alertsOn(ops)).toBe(not);
  });
});
