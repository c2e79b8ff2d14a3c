// Where a change is asked for, decided on and told of: threads, chats, emergencies, second groups, and sign-ins that are gone.
import { answerQuestion } from "../../../src/app/answer-question.ts";
import { expireChanges } from "../../../src/app/change/expire-changes.ts";
import { completeSignIn } from "../../../src/app/complete-sign-in.ts";
import { executeRun } from "../../../src/app/execute-run.ts";
import type { Asker } from "../../../src/app/services.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { askerIn, otherChannelOf, threadOf } from "../../fakes/people.ts";
import { inChat, inThread } from "../pressing.ts";
import { stored, submitted, withoutEntra } from "../setup.ts";
import {
  adele,
  alex,
  approved,
  approving,
  asked,
  byLeads,
  type Changing,
  cardOf,
  lee,
  mayChange,
  megan,
  policyWith,
  pressed,
  scale,
  shown,
  startChanging,
  trailOf,
  usual,
  work,
} from "./changing.ts";

const alone = policyWith(mayChange("requester"));
const personal = policyWith(mayChange(byLeads(), "", "oncall", "personal"));
const output = "deployment.apps/api scaled";

/** Types, and gives what the bot said to it. */
async function says(fake: Changing, asker: Asker, text: string): Promise<string> {
  const before = fake.said.length;
  await answerQuestion(fake.services, asker, text);
  return shown(fake).slice(before).join("\n———\n");
}

describe("asked for", () => {
  test("in a personal chat, where others have to agree: told where to ask, and nothing is sent", async () => {
    const fake = startChanging();
    expect(await says(fake, inChat(), scale)).toMatch(
      /in a chat with me alone nobody else sees it.*Nothing was sent.*Ask in the channel or group chat/,
    );
    expect(fake.sent).toEqual([]);
    expect(fake.memory.audit).toMatchObject([
      { ...{ action: "change.authorize", outcome: "denied" }, detail: { because: "needsThread" } },
    ]);
  });

  test("in a personal chat, where others have to agree by the time it is looked at", async () => {
    const fake = startChanging({ policy: alone });
    await answerQuestion(fake.services, inChat(), scale);
    const id = fake.memory.audit.at(-1)?.runId ?? "";
    fake.world.policy = usual;
    await executeRun(fake.services, id);
    expect((await stored(fake, id)).status).toMatchObject({
      state: "failed",
      failure: { code: "needsThread" },
    });
    expect(fake.sent).toEqual([]);
  });

  test("in a personal chat, where whoever asks decides alone: one press", async () => {
    const fake = startChanging({ policy: alone });
    const run = await asked(fake, scale, inChat());
    expect(cardOf(fake, run.id)).toMatch(/Alex Wilber has to confirm it[\s\S]*\[Review\]/);
    expect(await pressed(fake, alex, { verb: "change.review", run: run.id }, inChat())).toMatch(
      /▲ Waits for you[\s\S]*\[Do it now\]/,
    );
    expect(await pressed(fake, alex, approving(run), inChat())).toMatch(/^Approved/);
    await work(fake, run);
    expect(cardOf(fake, run.id)).toMatch(/✔ Done[\s\S]*deployment\.apps\/api scaled/);
    expect(fake.api.made).toBe(1);
  });

  test("without its cluster: refused, whatever was spoken of before", async () => {
    const fake = startChanging();
    await says(fake, inThread(), "diagnose prod-1");
    expect(await says(fake, inThread(), scale.replace(" on prod-1", ""))).toContain(
      "Name the cluster of a change",
    );
    expect(fake.sent).toEqual([]);
  });

  test("by somebody whom no rule allows it", async () => {
    const fake = startChanging();
    expect(await says(fake, inThread(adele), scale)).toMatch(/✖/);
    expect(fake.sent).toEqual([]);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: "change.authorize", outcome: "denied" });
  });

  test("and refused by the cluster's dry run: its own words, and nothing was changed", async () => {
    const fake = startChanging();
    fake.api.refuses =
      'Error from server (Forbidden): deployments.apps "api" is forbidden: token=abcdef0123456789';
    const run = await asked(fake);
    expect(cardOf(fake, run.id)).toMatch(
      /✖ Failed: scale deployment\/api on prod-1[\s\S]*"api" is forbidden(?![\s\S]*abcdef0123)[\s\S]*Nothing was changed in the cluster\./,
    );
    expect(trailOf(fake, run.id)).toEqual([
      "Alex submit allowed",
      "Alex look recorded",
      "Alex finish failed dryRunRefused",
    ]);
    expect(shown(fake).join()).not.toContain("Approval wanted");
  });

  test.each(["weilheim", "because-1", "weil"])(
    "of an object called %s: no reason begins there",
    async (name) => {
      const line = `kubectl label deployment/api app=x ${name}- -n payments on prod-1 because orders are stuck`;
      const byName = `kubectl scale deployment ${name}-2 --replicas=3 -n payments on prod-1 because orders are stuck`;
      for (const typed of [line, byName]) {
        const { task, cluster } = await submitted(startChanging(), typed, inThread());
        expect([task, cluster.name]).toMatchObject([
          { kind: "change", reason: "orders are stuck" },
          "prod-1",
        ]);
        expect(JSON.stringify(task)).toContain(name);
      }
    },
  );

  test("reads go on as they were", async () => {
    const fake = startChanging();
    const run = await asked(fake, "run `kubectl get pods` on prod-1");
    expect(run).toMatchObject({ task: { kind: "command" }, status: { state: "succeeded" } });
  });

  test("can-i: nothing is asked for by it", async () => {
    const fake = startChanging();
    const said = await says(
      fake,
      inThread(),
      "can-i kubectl scale deployment/api --replicas=3 -n payments on prod-1",
    );
    expect(said).toMatch(/✔ Yes[\s\S]*\*\*Approval\*\* 1 of leads, within 30 minutes/);
    expect([fake.sent, fake.memory.audit.map(({ action }) => action)]).toEqual([[], ["change.canI"]]);
  });
});

describe("where the rule shows it to whoever asked alone", () => {
  test("the thread sees no value and no output, their own chat has both, and Teams is told once", async () => {
    const fake = startChanging({ policy: personal });
    const run = await asked(fake);
    expect(cardOf(fake, run.id)).not.toContain("2 → 3");
    expect(await pressed(fake, megan, { verb: "change.review", run: run.id })).toContain("2 → 3");
    await approved(fake, run);
    expect(cardOf(fake, run.id)).toMatch(
      /✔ Done(?![\s\S]*(scaled|2 → 3))[\s\S]*The output is for Alex Wilber alone/,
    );
    expect(shown(fake).filter((text) => text.includes(output))).toEqual([
      expect.stringMatching(/^chat: ✔ Done: scale deployment\/api on prod-1[\s\S]*2 → 3/),
    ]);
  });

  test("of what the dry run says, too", async () => {
    const fake = startChanging({ policy: personal });
    fake.api.refuses = 'The Deployment "api" is invalid: spec.replicas: Invalid value: 30';
    const run = await asked(fake);
    expect(cardOf(fake, run.id)).toMatch(
      /✖ Failed(?![\s\S]*Invalid value)[\s\S]*Why is for whoever asked alone[\s\S]*Nothing was changed/,
    );
    expect(shown(fake).filter((text) => text.includes("Invalid value: 30"))).toEqual([
      expect.stringMatching(/^chat: ✖ Failed: scale deployment\/api on prod-1/),
    ]);
  });

  test("afterwards whoever asked sees it by a press, and nobody else", async () => {
    const fake = startChanging({ policy: personal });
    const run = await asked(fake);
    await approved(fake, run);
    const review = { verb: "change.review", run: run.id };
    expect(await pressed(fake, alex, review)).toContain(output);
    for (const who of [megan, adele]) expect(await pressed(fake, who, review)).not.toContain(output);
  });

  const reader = [{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }];
  test.each<[string, (fake: Changing) => void]>([
    ["the policy does not let them", ({ world }) => Object.assign(world, { policy: policyWith() })],
    ["Azure lets them send nothing", ({ world }) => Object.assign(world, { permissions: collected(reader) })],
  ])("and sees it no more once %s, by a press or in words", async (_what, happens) => {
    const fake = startChanging({ policy: personal });
    const run = await asked(fake);
    await approved(fake, run);
    happens(fake);
    const review = { verb: "change.review", run: run.id };
    const answers = [
      await pressed(fake, alex, review),
      await pressed(fake, alex, review, inChat()),
      await says(fake, inChat(), `review ${run.id}`),
    ];
    expect(answers.filter((text) => text.includes(output))).toEqual([]);
    expect(fake.memory.audit.slice(-3)).toMatchObject(
      answers.map(() => ({ action: "output.read", outcome: "denied", runId: run.id })),
    );
  });
});

test("where everybody sees it, what stands there stays, and elsewhere the policy is asked", async () => {
  const fake = startChanging();
  const run = await asked(fake);
  await approved(fake, run);
  fake.world.policy = policyWith();
  for (const verb of ["change.review", "run.told"]) {
    for (const who of [alex, adele])
      expect(await pressed(fake, who, { verb, run: run.id })).toContain(output);
    expect(await pressed(fake, alex, { verb, run: run.id }, inChat())).not.toContain(output);
  }
});

describe("in words", () => {
  test("status lists it, and leads to it", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(), "status")).toMatch(
      /Nothing is running\.[\s\S]*▲ Waits for approval[\s\S]*\[Open 1\]/,
    );
    expect(await pressed(fake, alex, { verb: "change.review", run: run.id })).toContain("[Withdraw]");
  });

  test.each(["review", "approve", "reject"])(
    "%s R-…: the card again, on which it is decided",
    async (word) => {
      const fake = startChanging();
      const run = await asked(fake);
      expect(await says(fake, inThread(megan), `${word} ${run.id}`)).toMatch(
        /^thread: ▲ Waits for approval[\s\S]*\[Review\]$/,
      );
      expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
    },
  );

  const typed = (form: string, { id }: Run): string => form.replaceAll("R-…", id);

  test.each([
    "reject R-… because it is too risky",
    "reject R-…: it's Friday",
    "approve R-… please",
    "approve R-… on prod-1",
    'approve "R-…"',
    "approve `R-…`",
    "approve: R-….",
    "genehmige R-…, bitte",
    "批准R-…",
    "拒绝 R-… 因为风险太大",
  ])("%s: the card, on which it is decided", async (form) => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(megan), typed(form, run))).toMatch(/^thread: ▲ Waits for approval/);
    expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
  });

  test.each([
    "withdraw R-… because I was wrong",
    "Withdraw R‑…; weil es falsch war",
    "cancel r-… please",
    "撤回 R-…",
  ])("%s: withdrawn", async (form) => {
    const fake = startChanging();
    const run = await asked(fake);
    const words = typed(form, run).replace(/(?:R‑|r-)…/, (each) => each.slice(0, 2) + run.id.slice(2));
    expect(await says(fake, inThread(), words)).toContain("Withdrawn. Nothing was changed.");
  });

  test.each(["withdraw R-… R-…", "withdraw R-… because of R-…", "withdraw R-… now", "withdraw R-…X"])(
    "%s: not understood, and nothing becomes of it",
    async (form) => {
      const fake = startChanging();
      const run = await asked(fake);
      expect(await says(fake, inThread(), typed(form, run))).toContain("did not understand");
      expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
    },
  );

  test("resume R-… of what waits for nobody's sign-in: its card, for whoever asked alone", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(), `resume ${run.id}`)).toMatch(/^thread: ▲ Waits for approval/);
    expect(await says(fake, inThread(megan), `resume ${run.id}`)).toContain("Only whoever asked for it");
    await pressed(fake, alex, { verb: "change.withdraw", run: run.id });
    expect(await says(fake, inThread(), `resume ${run.id}`)).toContain(
      "Nothing can be decided here any more",
    );
  });

  test("review R-… in the chat of whoever asked: theirs to take back", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inChat(), `review ${run.id}`)).toMatch(
      /^chat: ▲ Waits for approval[\s\S]*\[Withdraw\]$/,
    );
    expect(trailOf(fake, run.id).at(-1)).toBe("Alex review allowed");
  });

  test("review R-… in another channel, where others are: not even for whoever asked", async () => {
    const fake = startChanging();
    const run = await approved(fake, await asked(fake));
    expect(await says(fake, askerIn(otherChannelOf, alex), `review ${run.id}`)).toContain(
      "I know no such change here",
    );
  });

  test.each(["review", "approve", "withdraw"])(
    "%s R-… somewhere else: there is no such change",
    async (word) => {
      const fake = startChanging();
      const run = await asked(fake);
      for (const asker of [inChat(megan), askerIn(otherChannelOf, megan)])
        expect(await says(fake, asker, `${word} ${run.id}`)).toContain("I know no such change here");
      expect(await says(fake, inChat(megan), `${word} R-0000000000`)).toContain("I know no such change here");
    },
  );

  test("withdraw R-…: by whoever asked alone, from anywhere", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(megan), `withdraw ${run.id}`)).toContain(
      "Only whoever asked for it can do that.",
    );
    expect(await says(fake, inChat(), `withdraw ${run.id}`)).toContain("Withdrawn. Nothing was changed.");
    expect(cardOf(fake, run.id)).toContain("Alex Wilber withdrew it.");
    expect(trailOf(fake, run.id).slice(3)).toEqual([
      "Megan withdraw denied notYourRequest",
      "Alex withdraw allowed",
    ]);
  });
});

describe("an emergency", () => {
  const emergency = policyWith(
    mayChange(byLeads(2)).replace("changes", "ordinary"),
    mayChange("requester", ", breakGlass: true").replace("changes", "break-glass"),
  );
  const urgent = `emergency: ${scale}`;
  const inOperators = askerIn((who) => ({ ...threadOf(who), key: "19:ops@thread.tacv2;messageid=1" }), megan);
  const isLoud = (text: string) => text.includes("uses an emergency rule");

  test.each<readonly [string, string]>([
    ["emergency: diagnose prod-1", "diagnose"],
    ["Notfall: diagnose prod-1 because orders are stuck", "diagnose"],
    ["emergency kubectl get pods -n payments on prod-1", "command"],
    ["Emergency! run `kubectl get pods -n payments` on prod-1", "command"],
  ])("%s changes nothing, and is done without one", async (text, kind) => {
    const fake = startChanging();
    const { task } = await submitted(fake, text, inThread());
    expect([task.kind, "breakGlass" in task]).toEqual([kind, false]);
  });

  test("why it is one may stand behind a colon", async () => {
    const { task } = await submitted(startChanging(), urgent.replace("because ", "because: "), inThread());
    expect(task).toMatchObject({ reason: "orders are stuck", breakGlass: true });
  });

  async function made(fake: Changing, text = urgent) {
    await says(fake, inOperators, "help");
    await fake.services.store.saveConversation(inOperators.conversation);
    const run = await asked(fake, text);
    await pressed(fake, alex, approving(run));
    await work(fake, run);
    await work(fake, run);
    return run;
  }

  test("is told aloud in the thread and to the operators, once, with who, why, what and by which rule", async () => {
    const fake = startChanging({ policy: emergency });
    const run = await made(fake);
    expect(cardOf(fake, run.id)).toMatch(/^EMERGENCY – ✔ Done/);
    const loud = shown(fake).filter(isLoud);
    expect(loud.map((text) => text.split(":")[0])).toEqual(["thread", "operators"]);
    for (const text of loud)
      expect(text).toMatch(
        /EMERGENCY – Alex Wilber uses an emergency rule on prod-1\nAsked by Alex Wilber: orders are stuck\nkubectl scale deployments\/api[\s\S]*\*\*Rule\*\* break-glass/,
      );
    expect(fake.memory.audit.find(({ action }) => action === "change.submit")).toMatchObject({
      rule: "break-glass",
      detail: { breakGlass: true, reason: "orders are stuck" },
    });
  });

  test("is not told of before it is sent, and not at all where it is not", async () => {
    const fake = startChanging({ policy: emergency });
    const run = await asked(fake, urgent);
    expect(shown(fake).filter(isLoud)).toEqual([]);
    await pressed(fake, alex, { verb: "change.withdraw", run: run.id });
    expect(shown(fake).filter(isLoud)).toEqual([]);
  });

  test("where nobody has spoken to the bot in the operators' channel, the thread has it and the log says so", async () => {
    const fake = startChanging({ policy: emergency });
    await approved(fake, await asked(fake, urgent), alex);
    expect(shown(fake).filter(isLoud)).toEqual([expect.stringMatching(/^thread/)]);
    expect(fake.logged.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("not told to the operators"),
    );
  });

  test("in a chat with the bot alone, where nobody would hear of it: told where to ask, and nothing is sent", async () => {
    const fake = startChanging({ policy: emergency });
    expect(await says(fake, inChat(), urgent)).toMatch(
      /nobody else hears of it.*Nothing was sent.*Ask in the channel or group chat/,
    );
    expect(fake.sent).toEqual([]);
    expect(fake.memory.audit).toMatchObject([
      { ...{ outcome: "denied", rule: "break-glass" }, detail: { because: "emergencyUnheard" } },
    ]);
  });

  test("in such a chat, where it is none until it is approved: nothing is sent", async () => {
    const fake = startChanging({ policy: alone });
    const run = await asked(fake, urgent, inChat());
    await pressed(fake, alex, approving(run), inChat());
    fake.world.policy = emergency;
    await work(fake, run);
    expect((await stored(fake, run.id)).status).toMatchObject({
      ...{ state: "denied", failure: { happened: { is: "emergencyUnheard" } } },
    });
    expect([fake.api.made, shown(fake).filter(isLoud)]).toEqual([0, []]);
  });

  test("in such a chat, where anybody may alone: it needs no emergency, and is done as usual", async () => {
    const fake = startChanging({ policy: alone });
    const run = await asked(fake, urgent, inChat());
    await pressed(fake, alex, approving(run), inChat());
    await work(fake, run);
    expect(fake.api.made).toBe(1);
  });

  test("the rule is for emergencies alone", async () => {
    const fake = startChanging({ policy: emergency });
    const run = await made(fake, scale);
    expect([run.rule, run.status]).toMatchObject(["ordinary", { approval: { count: 2 } }]);
    expect(shown(fake).filter(isLoud)).toEqual([]);
  });

  test("without a rule for it, it is what it would be without an emergency, and nothing is loud", async () => {
    const fake = startChanging();
    await approved(fake, await asked(fake, urgent));
    expect([fake.api.made, shown(fake).filter(isLoud)]).toEqual([1, []]);
  });

  test.each(["", " because", " because .", " because \u200b\u2060", " because \u3164"])(
    "has a reason, or is refused: %j is none",
    async (why) => {
      const fake = startChanging({ policy: emergency });
      expect(await says(fake, inThread(), urgent.replace(/ because .*/, why))).toContain(
        "Say why it is an emergency",
      );
      expect(fake.sent).toEqual([]);
    },
  );
});

test("on a cluster without Entra, by a rule that says so alone", async () => {
  const fake = startChanging({ cluster: withoutEntra });
  expect(await says(fake, inThread(), scale)).toMatch(/cluster-admin/);
  expect(fake.sent).toEqual([]);
  fake.world.policy = policyWith(mayChange(byLeads(), ", asClusterAdmin: true"));
  const run = await asked(fake);
  expect(cardOf(fake, run.id)).toMatch(/▲ It runs as cluster-admin: this cluster has no Entra integration\./);
  await approved(fake, run);
  expect([fake.api.made, fake.sent.at(-1)?.asRequester]).toEqual([1, false]);
});

test("those who come second are asked after their time, once, and may approve from then on", async () => {
  const fake = startChanging({
    policy: policyWith(
      mayChange("{ count: 1, groups: [leads], expires: 30m, escalate: { after: 10m, groups: [oncall] } }"),
    ),
    memberships: { ...startChanging().world.memberships },
  });
  fake.world.memberships[lee.objectId] = fake.world.memberships[alex.objectId] as never;
  const run = await asked(fake);
  const wanted = () => shown(fake).filter((text) => text.includes("Approval wanted"));
  expect(wanted()).toEqual([expect.stringContaining("asks members of leads to approve this")]);
  expect(await pressed(fake, lee, approving(run))).toContain("Only members of leads");
  await fake.services.clock.sleep(10 * 60_000);
  await expireChanges(fake.services);
  await expireChanges(fake.services);
  expect(wanted()).toEqual([
    expect.anything(),
    expect.stringContaining("asks members of oncall to approve this"),
  ]);
  expect(cardOf(fake, run.id)).toContain("**Asked, too** oncall");
  expect(await pressed(fake, lee, approving(run))).toMatch(/^Approved/);
  await work(fake, run);
  expect([fake.api.made, wanted()]).toEqual([1, []]);
  expect(trailOf(fake, run.id).slice(3, 6)).toEqual([
    "Lee approve denied notApprover",
    "Alex escalate recorded",
    "Lee approve allowed",
  ]);
});

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
