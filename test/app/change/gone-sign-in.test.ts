import { expireChanges } from "../../../src/app/change/expire-changes.ts";
import { completeSignIn } from "../../../src/app/conversation/complete-sign-in.ts";
import { inChat, inThread } from "../pressing.ts";
import { stored } from "../setup.ts";
import {
  adele,
  alex,
  approved,
  asked,
  byLeads,
  type Changing,
  cardOf,
  lee,
  mayChange,
  megan,
  policyWith,
  pressed,
  says,
  shown,
  startChanging,
  trailOf,
  work,
} from "./changing.ts";

describe("the sign-in of whoever asked is gone once it is approved", () => {
  async function waiting() {
    const fake = startChanging();
    const run = await asked(fake);
    fake.world.signedOut = new Set([alex.objectId]);
    return { fake, run: await approved(fake, run) };
  }

  test("it waits, they are asked in their own chat, and it goes on by itself, also after a while", async () => {
    const { fake, run } = await waiting();
    expect(run.status).toMatchObject({ state: "approved", waitsFor: "signIn" });
    expect(cardOf(fake, run.id)).toMatch(/… Approved[\s\S]*It waits until Alex Wilber has signed in/);
    expect(fake.signInCards).toEqual([`resume ${run.id}`]);
    await fake.services.clock.sleep(20 * 60_000);
    fake.world.signedOut = new Set();
    await completeSignIn(fake.services, inChat());
    await work(fake, run);
    expect([(await stored(fake, run.id)).status.state, fake.api.made]).toEqual(["succeeded", 1]);
    expect(trailOf(fake, run.id).slice(3, 7)).toEqual([
      "Megan approve allowed",
      "Alex wait recorded",
      "Alex resume recorded",
      "Alex start recorded",
    ]);
  });

  test("hours later, when no other question waits any more, and asked for several times: it goes on once", async () => {
    const fake = startChanging({ policy: policyWith(mayChange(byLeads().replace("30m", "8h"))) });
    const run = await asked(fake);
    fake.world.signedOut = new Set([alex.objectId]);
    await approved(fake, run);
    for (let time = 0; time < 2; time += 1) {
      await says(fake, inThread(), `resume ${run.id}`);
      await work(fake, run);
    }
    await fake.services.clock.sleep(2 * 60 * 60_000);
    // An hour after they were asked, the next question of anybody takes them away.
    await fake.memory.store.takePending({ userId: inChat().userId, reason: "signIn" }, "2020-01-01");
    fake.world.signedOut = new Set();
    const before = fake.said.length;
    await completeSignIn(fake.services, inChat());
    await work(fake, run);
    expect([(await stored(fake, run.id)).status.state, fake.api.made]).toEqual(["succeeded", 1]);
    expect(fake.said.slice(before).map(({ answer }) => answer)).toMatchObject([
      { kind: "signedIn", resumed: `resume ${run.id}` },
    ]);
  });

  test("they sign in just before they are asked to: it goes on all the same", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    const { messenger } = fake.services;
    const personalChat: typeof messenger.personalChat = async (of) => {
      fake.world.signedOut = new Set();
      await completeSignIn(fake.services, inChat());
      return messenger.personalChat(of);
    };
    const raced = { ...fake, services: { ...fake.services, messenger: { ...messenger, personalChat } } };
    fake.world.signedOut = new Set([alex.objectId]);
    await approved(raced, run);
    await work(raced, run);
    expect([(await stored(fake, run.id)).status.state, fake.api.made]).toEqual(["succeeded", 1]);
  });

  test("too late: it is over, and says so", async () => {
    const { fake, run } = await waiting();
    await fake.services.clock.sleep(30 * 60_000);
    await expireChanges(fake.services);
    fake.world.signedOut = new Set();
    await completeSignIn(fake.services, inChat());
    await work(fake, run);
    expect(cardOf(fake, run.id)).toMatch(/It was approved, and could not be begun/);
    expect([(await stored(fake, run.id)).status.state, fake.api.made]).toEqual(["expired", 0]);
  });

  test("nobody else's sign-in goes on with it, and they may take it back meanwhile", async () => {
    const { fake, run } = await waiting();
    expect(await says(fake, inThread(megan), `resume ${run.id}`)).toMatch(
      /Only whoever asked for it can do that/,
    );
    expect((await stored(fake, run.id)).status).toMatchObject({ waitsFor: "signIn" });
    expect(await pressed(fake, alex, { verb: "change.review", run: run.id })).toMatch(
      /\[Sign in\][\s\S]*\[Withdraw\]/,
    );
    expect(await pressed(fake, alex, { verb: "change.withdraw", run: run.id })).toMatch(/^Withdrawn/);
  });

  test("others who may approve it can stop it meanwhile, whether they have agreed or not", async () => {
    for (const who of [megan, lee]) {
      const { fake, run } = await waiting();
      expect(cardOf(fake, run.id)).toContain("[Review]");
      const seen = await pressed(fake, who, { verb: "change.review", run: run.id });
      expect(seen).toContain("[Reject it]");
      expect(seen).not.toContain("[Approve once]");
      expect(await pressed(fake, adele, { verb: "change.reject", run: run.id })).toMatch(
        /^Only members of leads/,
      );
      expect(await pressed(fake, who, { verb: "change.reject", run: run.id })).toMatch(/^Rejected/);
      fake.world.signedOut = new Set();
      await completeSignIn(fake.services, inChat());
      await work(fake, run);
      expect([(await stored(fake, run.id)).status.state, fake.api.made]).toEqual(["rejected", 0]);
      expect(cardOf(fake, run.id)).toContain(`${who.displayName} rejected it and`);
    }
  });

  test("where there is no chat with them, the thread says where to sign in", async () => {
    const fake = startChanging();
    const none: Changing = {
      ...fake,
      services: {
        ...fake.services,
        messenger: { ...fake.services.messenger, personalChat: async () => null },
      },
    };
    const run = await asked(none);
    none.world.signedOut = new Set([alex.objectId]);
    await approved(none, run);
    expect(shown(none).at(-1)).toMatch(/^thread: .*[Ss]ign/);
  });
});
