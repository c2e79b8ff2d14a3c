// Where a change is asked for and told of: threads, chats, clusters without Entra, and those who come second.

import { expireChanges } from "../../../src/app/change/expire-changes.ts";
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
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
  says,
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

  test("without its cluster: asked back with the one spoken of before, and not sent to it", async () => {
    const fake = startChanging();
    await says(fake, inThread(), "diagnose prod-1");
    expect(await says(fake, inThread(), scale.replace(" on prod-1", ""))).toMatch(
      /This would change something[\s\S]*on prod-1/,
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
