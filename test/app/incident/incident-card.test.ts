// The card of an incident as people look at it and press Diagnose: as whoever presses, in its thread.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { ConversationRef } from "../../../src/core/run/run.ts";
import { adele, alex, askerIn, chatOf, megan, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { outdated, press } from "../pressing.ts";
import { kinds, type start, stored, trail } from "../setup.ts";
import { channels, incidents, places, receive, show, watching } from "./watching.ts";

describe("Diagnose on the card", () => {
  const shown = async (change?: Parameters<typeof start>[0]) => {
    const fake = await watching(change);
    await receive(fake);
    await show(fake);
    const [incident] = await incidents(fake);
    fake.said.length = 0;
    return { fake, incident: incident?.id };
  };
  const inPlace = (where: (who: typeof alex) => ConversationRef, who = alex) => askerIn(where, who);
  const pressed = { verb: "incident.diagnose" };

  test.each([
    ["on the card", threadOf(megan, 7)],
    ["in the channel itself", { ...threadOf(megan), key: channels[0] ?? "" }],
  ])(
    "%s: as whoever presses, of the stored cluster, in the thread of the card",
    async (_name, conversation) => {
      const { fake, incident } = await shown();
      const asker = { userId: "29:megan", requester: megan, conversation };
      expect(await press(fake, asker, { ...pressed, incident, cluster: "other-1" })).toMatch(/^Started/);
      const run = await stored(fake, fake.memory.audit.at(-1)?.runId);
      expect(run).toMatchObject({
        requester: megan,
        cluster: { id: ids.cluster },
        task: { kind: "diagnose", client: {} },
        conversation: { key: `${channels[0]};messageid=m1`, userId: conversation.userId },
      });
      expect(places(fake)).toEqual([`${channels[0]};messageid=m1`]);
    },
  );

  const ofSubmit = ({ memory }: FakeServices) =>
    memory.audit
      .filter(({ action }) => action.endsWith(".submit"))
      .map(({ detail }) => detail.incident ?? null);

  test("what is asked on the card, or below it, is the incident's on the trail; what is asked elsewhere is not", async () => {
    const { fake, incident } = await shown();
    const below = { ...threadOf(alex), key: `${channels[0]};messageid=m1` };
    await press(fake, inPlace(threadOf), { ...pressed, incident });
    await answerQuestion(
      fake.services,
      inPlace(() => below),
      "kubectl get pods on prod-1",
    );
    await answerQuestion(fake.services, inPlace(threadOf), "kubectl get pods on prod-1");
    await answerQuestion(fake.services, inPlace(chatOf), "diagnose prod-1");
    expect(ofSubmit(fake)).toEqual([incident, incident, null, null]);
  });

  test("somebody in no group: the usual refusal, in that thread", async () => {
    const { fake, incident } = await shown();
    await press(fake, inPlace(threadOf, adele), { ...pressed, incident });
    expect(kinds(fake)).toEqual(["denied"]);
    expect(places(fake)).toEqual([`${channels[0]};messageid=m1`]);
    expect(trail(fake).at(-1)).toBe("diagnose.authorize denied null");
  });

  test("somebody who is not signed in: asked to, and the question waits for the thread", async () => {
    const { fake, incident } = await shown({
      signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } },
    });
    await press(fake, inPlace(threadOf), { ...pressed, incident });
    const waiting = await fake.services.store.takePending(
      { userId: `29:${alex.objectId}`, reason: "signIn" },
      "",
    );
    expect(waiting).toMatchObject([
      { text: `diagnose ${ids.cluster}`, conversation: { key: `${channels[0]};messageid=m1` } },
    ]);
  });

  test.each([
    ["another channel", otherChannelOf],
    ["a personal chat", chatOf],
  ])("from %s: outdated", async (_name, where) => {
    const { fake, incident } = await shown();
    expect(await press(fake, inPlace(where), { ...pressed, incident })).toEqual(outdated);
    expect(fake.said).toEqual([]);
  });

  test.each([undefined, "I-unknown", "R-0000000001"])("for %s: outdated", async (incident) => {
    const { fake } = await shown();
    expect(await press(fake, inPlace(threadOf), { ...pressed, incident })).toEqual(outdated);
  });

  test("in the thread, the cluster needs no name", async () => {
    const { fake } = await shown();
    const there = { ...threadOf(alex), key: `${channels[0]};messageid=m1` };
    expect(await fake.services.store.lastCluster(there.key)).toEqual({ id: ids.cluster, name: "prod-1" });
  });
});
