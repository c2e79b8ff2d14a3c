// The bot's own read-only identity, from an alert to the cause on the card: with a federated token, and Azure's own roles.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commonAlert } from "../../scripts/alert/common-alert.ts";
import { azureMonitorAppId, botAppId, people, subscriptions } from "../../simulator/people.ts";
import { type Harness, type Place, startHarness, until, wordsOf } from "./harness.ts";
import { incidentOn } from "./incident-cards.ts";
import type { Shown } from "./teams.ts";

const clusterId = `/subscriptions/${subscriptions.prod}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1`;
const reader = {
  id: "0f3b6a58-1d27-4c94-8e60-7a5d2b9c4e13",
  appId: "5b0f8c1d-3e62-4f97-a0d4-9c7e1b2f6a35",
  displayName: "aks-oncall-reader",
};

let folder = "";
let chain: Harness;
let token = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-"));
  const tokenFile = join(folder, "azure-identity-token");
  await writeFile(tokenFile, "projected");
  chain = await startHarness("simulator/scenarios/dns-link-missing.json", undefined, {
    READER_CLIENT_ID: reader.appId,
    READER_OBJECT_ID: reader.id,
    READER_NAME: reader.displayName,
    READER_TOKEN_FILE: tokenFile,
  });
  token = await chain.azure.tokenFor(azureMonitorAppId, botAppId);
});
afterAll(async () => {
  await chain?.close();
  await rm(folder, { recursive: true, force: true });
});

const threadIn = (name: string): Place => ({
  id: `19:${name}@thread.tacv2;messageid=1700000000001`,
  conversationType: "channel",
});
const [ops, closed, lost] = [threadIn("ops"), threadIn("closed"), threadIn("lost")];
const channelOf = ({ id }: Place) => id.split(";")[0] ?? "";

const assigned = (...scopes: readonly string[]) =>
  chain.azure.loadScenario({
    ...chain.azure.scenario,
    servicePrincipals: [reader],
    roleAssignments: [
      ...chain.azure.scenario.roleAssignments.filter(({ principalId }) => principalId !== reader.id),
      ...scopes.map((scope) => ({ principalId: reader.id, scope, role: "Reader" })),
    ],
  });
const subscriptionsOf = Object.values(subscriptions).map((id) => `/subscriptions/${id}`);

const fire = (id: string) =>
  fetch(chain.azure.gatewayUrl.replace("messages", "alerts/azure-monitor"), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(
      commonAlert({
        ...{ clusterId, severity: "1", condition: "Fired" },
        sent: {
          alertId: `/subscriptions/${subscriptions.prod}/providers/Microsoft.AlertsManagement/alerts/${id}`,
          ...{ origin: `origin-${id}`, firedAt: "2026-11-25T03:00:00.000Z" },
        },
        now: "2026-11-25T03:05:00.000Z",
      }),
    ),
  });

const cardIn = (place: Place): Shown | undefined =>
  chain.teams
    .shown()
    .find((message) => message.conversation === channelOf(place) && incidentOn(message) !== null);
const threadOf = (place: Place): readonly Shown[] =>
  chain.teams
    .shown()
    .filter(({ conversation }) => conversation === `${channelOf(place)};messageid=${cardIn(place)?.id}`);
const follow = (place: Place) => chain.ask(people.alex, "watch prod-1", /This channel follows prod-1/, place);
const unfollow = (place: Place) => chain.ask(people.alex, "unwatch prod-1", /prod-1/, place);

const open = (policy: string) =>
  policy
    .replace("#reader: true", "reader: true")
    .replace("reader: true, expect: deny", "reader: true, expect: allow");
const policyText = () => readFile(chain.config.policyFile, "utf8");

test("no rule of the policy lets it: nobody reads, and the card says that nobody has", async () => {
  await assigned(...subscriptionsOf);
  await follow(closed);
  chain.azure.clearRequests();
  await fire("closed");
  await until(() => cardIn(closed));
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(wordsOf(cardIn(closed)?.activity)).toContain("Nobody has diagnosed it yet");
  expect(chain.azure.requests().filter(({ caller }) => caller === reader.id)).toEqual([]);
  await unfollow(closed);
});

test("the cause stands on the card without a press, read by the identity, which sends nothing into the cluster", async () => {
  await chain.setPolicy(open(await policyText()));
  await follow(ops);
  chain.azure.clearRequests();
  await fire("ops");
  await until(() =>
    /Read .* by aks-oncall-reader, the bot's own read-only identity/.test(wordsOf(cardIn(ops)?.activity)),
  );
  expect(wordsOf(cardIn(ops)?.activity)).toMatch(/has no link to vnet-hub/);
  const asked = chain.azure.requests().filter(({ path }) => path.startsWith("/subscriptions"));
  expect(new Set(asked.map(({ caller }) => caller))).toEqual(new Set([reader.id]));
  expect(asked.filter(({ method, path }) => method !== "GET" || /runCommand/i.test(path))).toEqual([]);
  expect(
    threadOf(ops)
      .map(({ activity }) => wordsOf(activity))
      .join(),
  ).toContain("by aks-oncall-reader, the bot's own read-only identity");
});

test("Diagnose of a person takes its place on the card", async () => {
  const [card] = [cardIn(ops)];
  const thread: Place = { id: `${channelOf(ops)};messageid=${card?.id}`, conversationType: "channel" };
  const incident = (card && incidentOn(card)) ?? "";
  await chain.press(people.alex, thread, { v: 1, verb: "incident.diagnose", incident });
  await until(() => /with the rights of Alex Wilber/.test(wordsOf(cardIn(ops)?.activity)));
  await unfollow(ops);
});

test("without a role that shows it the cluster: one card in the thread says so", async () => {
  await assigned();
  await follow(lost);
  await fire("lost");
  const said = await until(() =>
    threadOf(lost).find(({ activity }) => /no role in Azure/.test(wordsOf(activity))),
  );
  expect(wordsOf(said.activity)).toContain("Reader on the cluster");
  expect(threadOf(lost)).toHaveLength(1);
});
