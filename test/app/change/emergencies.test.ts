import { askerIn, threadOf } from "../../fakes/people.ts";
import type { World } from "../../fakes/services.ts";
import { inChat, inThread } from "../pressing.ts";
import { stored, submitted } from "../setup.ts";
import {
  alex,
  approved,
  approving,
  asked,
  byLeads,
  type Changing,
  cardOf,
  mayChange,
  megan,
  policyWith,
  pressed,
  says,
  scale,
  shown,
  startChanging,
  work,
} from "./changing.ts";

const alone = policyWith(mayChange("requester"));

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

  const member = ({ objectId, displayName }: typeof alex) => ({
    ...{ objectId, userId: `29:${objectId}`, name: displayName },
  });
  const onlyAlex = [{ ...member(alex), objectId: alex.objectId.toUpperCase() }];
  const withMegan = [...onlyAlex, member(megan)];

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
    const fake = startChanging({ policy: emergency, members: withMegan });
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
    const fake = startChanging({ policy: emergency, members: withMegan });
    const run = await asked(fake, urgent);
    expect(shown(fake).filter(isLoud)).toEqual([]);
    await pressed(fake, alex, { verb: "change.withdraw", run: run.id });
    expect(shown(fake).filter(isLoud)).toEqual([]);
  });

  test("where nobody has spoken to the bot in the operators' channel, those in the chat hear it and the log says so", async () => {
    const fake = startChanging({ policy: emergency, members: withMegan });
    await approved(fake, await asked(fake, urgent), alex);
    expect([fake.api.made, shown(fake).filter(isLoud)]).toEqual([1, [expect.stringMatching(/^thread/)]]);
    expect(fake.logged.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("not told to the operators"),
    );
  });

  test.each<[string, typeof withMegan | null]>([
    ["whoever asks is alone there", onlyAlex],
    ["only the bot is there", []],
    ["Teams does not say who is there", null],
  ])(
    "where the operators cannot be told, and %s: told where to ask, and nothing is sent",
    async (_name, members) => {
      const fake = startChanging({ policy: emergency, members });
      expect(await says(fake, inThread(), urgent)).toMatch(
        /Teams names nobody else.*operators.*Nothing was sent.*Ask in the channel or group chat/,
      );
      expect([fake.sent, shown(fake).filter(isLoud)]).toEqual([[], []]);
      expect(fake.memory.audit).toMatchObject([
        { ...{ outcome: "denied", rule: "break-glass" }, detail: { because: "emergencyUnheard" } },
      ]);
    },
  );

  const guest = { ...member(megan), isGuest: true } as const;
  test.each<[string, World["members"]]>([
    ["the operators' channel is a chat of whoever asks alone", onlyAlex],
    ["nobody but the bot is left in the operators' channel", []],
    [
      "Teams does not say who is in the operators' channel",
      (at) => (at === "19:ops@thread.tacv2" ? null : onlyAlex),
    ],
    ["the others, in both places, are guests", [...onlyAlex, guest]],
  ])("where %s: refused, also where it was asked for before, and nothing is sent", async (_name, members) => {
    const fake = startChanging({ policy: emergency, members });
    await says(fake, inOperators, "help");
    await fake.services.store.saveConversation(inOperators.conversation);
    expect(await says(fake, inThread(), urgent)).toMatch(/Teams names nobody else.*Nothing was sent/);
    fake.world.members = withMegan;
    const run = await asked(fake, urgent);
    fake.world.members = members;
    const { status } = await approved(fake, run, alex);
    expect(status).toMatchObject(deniedBecause("nobodyElse"));
    expect([fake.api.made, shown(fake).filter(isLoud)]).toEqual([0, []]);
  });

  test("asked for in the operators' channel, where whoever asks is alone: refused", async () => {
    const fake = startChanging({ policy: emergency, members: onlyAlex });
    expect(await says(fake, { ...inOperators, ...askerIn(() => inOperators.conversation) }, urgent)).toMatch(
      /Teams names nobody else.*Nothing was sent/,
    );
    expect(fake.sent).toEqual([]);
  });

  test("where only the operators' channel holds others: done, and heard there", async () => {
    const members = (at: string) => (at === "19:ops@thread.tacv2" ? withMegan : onlyAlex);
    const fake = startChanging({ policy: emergency, members });
    await made(fake);
    expect([fake.api.made, shown(fake).filter(isLoud)]).toEqual([
      1,
      [expect.any(String), expect.any(String)],
    ]);
  });

  const deniedBecause = (because: string) => ({
    ...{ state: "denied", failure: { happened: { is: "emergencyUnheard", because }, done: "nothingSent" } },
  });

  test("where the others have left since it was asked for: nothing is sent", async () => {
    const fake = startChanging({ policy: emergency, members: withMegan });
    const run = await asked(fake, urgent);
    fake.world.members = onlyAlex;
    const { status } = await approved(fake, run, alex);
    expect([fake.api.made, shown(fake).filter(isLoud)]).toEqual([0, []]);
    expect(status).toMatchObject(deniedBecause("nobodyElse"));
  });

  test("that Teams does not take: nothing is sent, and nothing is said of it once Teams is back", async () => {
    const fake = startChanging({ policy: emergency, members: withMegan });
    const run = await asked(fake, urgent);
    await pressed(fake, alex, approving(run));
    fake.world.teamsDown = "posts";
    await work(fake, run);
    expect((await stored(fake, run.id)).status).toMatchObject(deniedBecause("notTaken"));
    fake.world.teamsDown = "nothing";
    await fake.memory.outbox.deliverWaiting();
    expect([fake.api.made, shown(fake).filter((text) => text.includes("emergency rule"))]).toEqual([0, []]);
  });

  test("is heard before anything is sent, and where nothing comes of it the same message says so", async () => {
    const fake = startChanging({ policy: emergency, members: withMegan });
    const run = await asked(fake, urgent);
    await pressed(fake, alex, approving(run));
    const before: number[] = [];
    const { start } = fake.world;
    fake.world.start = () => {
      before.push(shown(fake).filter(isLoud).length);
      return { status: "refused", failure: { status: 403, code: "AuthorizationFailed", message: "" } };
    };
    await work(fake, run);
    fake.world.start = start;
    expect(before).toEqual([1]);
    expect(shown(fake).filter((text) => text.includes("emergency rule"))).toEqual([
      expect.stringMatching(
        /Alex Wilber wanted to use an emergency rule on prod-1[\s\S]*Nothing was changed/,
      ),
    ]);
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
    const fake = startChanging({ policy: emergency, members: withMegan });
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
