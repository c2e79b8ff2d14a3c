// What `status` tells operators besides: alerts that named no cluster that anybody follows.
import { joinAlerts, receiveAlerts } from "../../../src/app/delivery/receive-alert.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { latestRuns } from "../../../src/app/run/latest-runs.ts";
import { alertmanager } from "../../../src/core/alert/sources/alertmanager.ts";
import type { Requester } from "../../../src/core/requester.ts";
import type { ConversationRef } from "../../../src/core/run/run.ts";
import { adele, alex, askerIn, chatOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { alertmanagerBody, crashLooping } from "../../fixtures/alert-sources.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { standardPolicy, start } from "../setup.ts";

const sender = { by: "secret", source: "alertmanager" } as const;

/** One channel follows prod-1; alerts of these clusters have come. */
async function received(clusters: readonly string[], world: Partial<World> = {}): Promise<FakeServices> {
  const fake = start({ policy: { ...standardPolicy, operators: ["oncall"] }, ...world });
  const { services } = fake;
  const watch = { cluster: { id: ids.cluster, name: "prod-1" }, by: alex, since: "2026-11-25T03:00:00Z" };
  await services.store.addWatch(
    { ...watch, conversation: services.places.channelOf(threadOf(alex)) },
    auditEntry(services.clock, alex, { action: "watch.add", outcome: "allowed" }),
  );
  const body = alertmanagerBody(
    clusters.map((cluster, index) => crashLooping({ fingerprint: `${index}` }, { cluster })),
  );
  const parsed = alertmanager.parse(body);
  await receiveAlerts(services, sender, parsed.ok ? parsed.alerts : []);
  await joinAlerts(services);
  return fake;
}

async function toldTo(fake: FakeServices, place: (who: Requester) => ConversationRef, who = alex) {
  const answer = await latestRuns(fake.services, askerIn(place, who));
  return answer.kind === "status" ? answer.strays : answer.kind;
}

/** Where operators read. */
const operators = (who: Requester): ConversationRef => ({ ...threadOf(who), key: "19:ops@thread.tacv2" });

test("an operator is told how many there were, and what the newest one names", async () => {
  const fake = await received(["prod-1", "prod-7", "prod-9"]);
  expect(await toldTo(fake, chatOf)).toEqual({
    count: 2,
    newest: {
      ...{ source: "alertmanager", rule: "KubePodCrashLooping", named: "prod-9" },
      time: fake.services.clock.now().toISOString(),
    },
  });
});

test.each<[string, Parameters<typeof received>, (who: Requester) => ConversationRef, Requester, boolean]>([
  ["in the operators' channel", [["prod-9"]], operators, alex, true],
  ["in a channel where others read it", [["prod-9"]], threadOf, alex, false],
  ["somebody who is no operator", [["prod-9"]], chatOf, adele, false],
  [
    "an operator who is not signed in",
    [["prod-9"], { signedOut: new Set([alex.objectId]) }],
    chatOf,
    alex,
    false,
  ],
  ["no operators at all", [["prod-9"], { policy: standardPolicy }], chatOf, alex, false],
  ["nothing to tell", [["prod-1"]], chatOf, alex, false],
])("%s", async (_name, given, place, who, isTold) => {
  expect((await toldTo(await received(...given), place, who)) !== undefined).toBe(isTold);
});
