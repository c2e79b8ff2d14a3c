// A diagnosis looks inside the cluster by commands of ours: as the asker, where both locks are open, each sent once.

import { answerCardAction } from "../../../src/app/conversation/card-actions.ts";
import { executeRun, recoverRun } from "../../../src/app/conversation/execute-run.ts";
import type { InClusterFound } from "../../../src/core/diagnosis/diagnosis.ts";
import { firstBatches } from "../../../src/core/in-cluster/reads.ts";
import type { Run, RunState } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { alex, askerIn, chatOf, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { type Printed, printedFor } from "../../fixtures/in-cluster-printed.ts";
import {
  allow,
  done,
  kinds,
  noSecrets,
  prod,
  setMode,
  start,
  stored,
  submitted,
  trail,
  withoutEntra,
} from "../setup.ts";

const looksInside = (id: string, group: string, more = "show: thread") =>
  allow(id, group, `diagnose-inside: true, ${more}`);
const insidePolicy = policyOf(
  looksInside("oncall-reads", "oncall"),
  looksInside("leads-read", "leads", "asClusterAdmin: true, show: thread"),
  noSecrets,
);

const world = (change: Partial<World> = {}, printed: Printed = {}): FakeServices =>
  start({ policy: insidePolicy, printed: (line) => printedFor(line, printed), ...change });

function foundIn({ status }: Run): InClusterFound | undefined {
  if (status.state !== "succeeded") throw new Error(`the run is ${status.state}`);
  return status.diagnosis?.inside?.found;
}

const ask = async (fake: FakeServices, text = "diagnose prod-1", person = alex) =>
  done(fake, text, askerIn(threadOf, person));

/** Of the commands that were sent, the ids of our reads. */
const readsSent = ({ sent }: FakeServices): readonly string[] =>
  sent.flatMap(({ commandLine }) => [...commandLine.matchAll(/ begin (\S+)'/g)].map(([, id = ""]) => id));

test("all of it is allowed: two commands, as the asker, written down before they are sent", async () => {
  const fake = world();
  const run = await ask(fake);
  expect(foundIn(run)).toEqual({ is: "reachableAndWell" });
  expect(fake.sent.map(({ asRequester, by }) => [asRequester, by])).toEqual([
    [true, alex.displayName],
    [true, alex.displayName],
  ]);
  expect(trail(fake)).toEqual([
    "diagnose.submit allowed oncall-reads",
    "diagnose.start recorded oncall-reads",
    "diagnose-inside.start recorded oncall-reads",
    "diagnose.finish succeeded oncall-reads",
  ]);
  const [, , looked, finished] = fake.memory.audit;
  expect(looked).toMatchObject({ runId: run.id, detail: { denied: "", clusterAdmin: false } });
  expect(looked?.detail.reads).toContain("nodes leases");
  expect(looked?.detail.resources).not.toContain("secrets");
  expect(finished?.detail).toMatchObject({ verdict: "healthy", inside: "reachableAndWell" });
});

test("each command has a nonce of its own, and no line holds a word that is not ours", async () => {
  const fake = world();
  await ask(fake);
  const nonces = fake.sent.map(({ commandLine }) => /@@([0-9a-f]{32}) begin/.exec(commandLine)?.[1]);
  expect(new Set(nonces).size).toBe(2);
  expect(nonces).not.toContain(undefined);
});

/** The states in which its card is shown from now on. */
function shownBy(fake: FakeServices): readonly RunState[] {
  const shown: RunState[] = [];
  const { edit } = fake.services.messenger;
  Object.assign(fake.services.messenger, {
    edit: async (...call: Parameters<typeof edit>) => {
      const [, , showing] = call;
      if (showing.show === "answer" && showing.answer.kind === "run") shown.push(showing.answer.run.status);
      return edit(...call);
    },
  });
  return shown;
}

test("the way's verdict is shown first, and the same card is edited when the inside arrives", async () => {
  const fake = world({}, { deployments: [["konnectivity-agent"], [2], []] });
  const shown = shownBy(fake);
  await ask(fake);
  expect(shown).toEqual([
    expect.objectContaining({
      state: "running",
      diagnosis: expect.objectContaining({
        verdict: "healthy",
        inside: { found: { is: "looking" }, way: "healthy" },
      }),
    }),
    expect.objectContaining({
      state: "succeeded",
      diagnosis: expect.objectContaining({
        verdict: "degraded",
        rootCause: expect.objectContaining({ check: "k8s.konnectivity" }),
      }),
    }),
  ]);
  expect([kinds(fake), fake.said[0]?.edited]).toEqual([["run succeeded"], 2]);
});

test("a look that is done before the way is read is shown with it, and nothing before", async () => {
  const fake = world();
  const { collect } = fake.services.reader;
  Object.assign(fake.services.reader, {
    collect: async (...asked: Parameters<typeof collect>) => {
      while (fake.polls.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      return collect(...asked);
    },
  });
  const shown = shownBy(fake);
  expect(foundIn(await ask(fake))).toEqual({ is: "reachableAndWell" });
  expect(shown.filter((state) => "diagnosis" in state).map(({ state }) => state)).toEqual(["succeeded"]);
});

test("webhooks that have to answer lead to one more command, asked about and written down like the first", async () => {
  const webhooks = [
    ...[["validating"], ["shop-guard"], ["webhook"], ["guard.shop.example"], ["Fail"]],
    ...[["shop-guard"], ["guard"], ["deployments"]],
  ];
  const fake = world({}, { webhooks });
  const run = await ask(fake);
  expect(readsSent(fake).at(-1)).toBe("backend:shop-guard/guard");
  expect(fake.sent).toHaveLength(3);
  expect(trail(fake).filter((entry) => entry.startsWith("diagnose-inside"))).toHaveLength(2);
  expect(foundIn(run)).toMatchObject({ faults: ["k8s.webhook-backends"] });
});

describe("nothing is sent, and the card says why", () => {
  const cases: readonly (readonly [string, Partial<World>, string])[] = [
    ["the policy has no look inside", { policy: policyOf(allow("oncall-reads", "oncall")) }, "byPolicy"],
    [
      "a rule denies it",
      {
        policy: policyOf(
          looksInside("oncall-reads", "oncall"),
          '{ id: closed, effect: deny, groups: ["*"], clusters: ["prod-*"], diagnose-inside: true }',
        ),
      },
      "byPolicy",
    ],
    [
      "the policy allows none of its reads",
      {
        policy: policyOf(
          '{ id: looks, effect: allow, groups: [oncall], clusters: ["*"], diagnose: true, diagnose-inside: true, show: thread }',
        ),
      },
      "byPolicy",
    ],
    [
      "what it reads is for the asker alone, and this is a thread",
      {
        policy: policyOf(
          '{ id: looks, effect: allow, groups: [oncall], clusters: ["*"], diagnose: true, diagnose-inside: true, show: thread }',
          '{ id: reads, effect: allow, groups: [oncall], clusters: ["*"], show: personal, run: { verbs: ["*"], resources: ["*"], namespaces: ["*"], clusterScoped: true } }',
        ),
      },
      "byPolicy",
    ],
    ["no Entra, and the policy does not accept that", { cluster: withoutEntra }, "asClusterAdmin"],
    ["no right to run commands", { permissions: collected([]) }, "mayNotRun"],
    [
      "run command is off",
      {
        cluster: collected({
          ...prod,
          apiServerAccess: { ...prod.apiServerAccess, disableRunCommand: true },
        }),
      },
      "switchedOff",
    ],
    ["it is stopped", { cluster: collected({ ...prod, powerState: "Stopped" }) }, "stopped"],
    [
      "the cluster cannot be read",
      {
        cluster: {
          status: "unavailable",
          reason: "timedOut",
          message: { is: "noAnswerInTime" },
          needs: [],
        } as never,
      },
      "unread",
    ],
  ];
  test.each(cases)("%s", async (_what, change, why) => {
    const fake = world(change);
    const run = await ask(fake);
    expect(foundIn(run)).toEqual({ is: "notLookedInside", why });
    expect(fake.sent).toEqual([]);
    expect(fake.memory.audit.at(-1)?.detail).toMatchObject({ inside: "notLookedInside", notLooked: why });
  });

  test("where the policy is against it Azure is not asked for it either", async () => {
    const fake = world({ policy: policyOf(allow("oncall-reads", "oncall")) });
    await ask(fake);
    expect(fake.azure).toEqual(["list", "collect"]);
  });

  test.each(["diagnose", "full"] as const)("mode %s", async (mode) => {
    const fake = world();
    await setMode(fake, mode);
    const run = await ask(fake);
    expect(foundIn(run)).toEqual(
      mode === "full" ? { is: "reachableAndWell" } : { is: "notLookedInside", why: "byMode" },
    );
    expect(fake.sent).toHaveLength(mode === "full" ? 2 : 0);
  });

  test.each([
    ["diagnose prod-1 without inside", "leftOut"],
    ["diagnose prod-1 --no-inside", "leftOut"],
    ["which kubernetes version has prod-1", "notNeeded"],
  ])("%s: %s", async (text, why) => {
    const fake = world();
    const run = await ask(fake, text);
    expect([foundIn(run), fake.sent]).toEqual([{ is: "notLookedInside", why }, []]);
  });

  test("asked again by its button, it leaves out what it left out", async () => {
    const fake = world();
    const run = await ask(fake, "diagnose prod-1 without inside");
    const pressed = await answerCardAction(fake.services, askerIn(threadOf), {
      verb: "diagnose",
      run: run.id,
    });
    if (!("begin" in pressed)) throw new Error("nothing began");
    await pressed.begin?.();
    const again = fake.memory.audit.findLast(({ action }) => action === "diagnose.submit")?.runId;
    expect([again === run.id, (await stored(fake, again)).task]).toEqual([
      false,
      { kind: "diagnose", client: {}, withoutInside: true },
    ]);
  });

  test("the policy changes when nothing is left to wait for before the wire", async () => {
    const fake = world();
    const { appendAudit } = fake.services.store;
    Object.assign(fake.services.store, {
      appendAudit: async (entry: Parameters<typeof appendAudit>[0]) => {
        await appendAudit(entry);
        fake.world.policy = policyOf(allow("oncall-reads", "oncall"));
      },
    });
    const run = await ask(fake);
    expect([foundIn(run), fake.sent]).toEqual([{ is: "notLookedInside", why: "byPolicy" }, []]);
  });
});

test("without Entra whoever the policy lets act as cluster-admin looks without a token of the cluster", async () => {
  const fake = world({ cluster: withoutEntra });
  await ask(fake, "diagnose prod-1", megan);
  expect(fake.sent.map(({ asRequester }) => asRequester)).toEqual([false, false]);
});

test("a closed namespace keeps out what would read all of them, and nothing else", async () => {
  const closed =
    '{ id: vault, effect: deny, groups: ["*"], clusters: ["*"], run: { verbs: ["*"], resources: ["*"], namespaces: [vault] } }';
  const fake = world({ policy: policyOf(looksInside("oncall-reads", "oncall"), closed) });
  const run = await ask(fake);
  expect(readsSent(fake)).toContain("nodes");
  const [ofAll, others] = [true, false].map((wide) =>
    firstBatches()
      .flat()
      .filter(({ request }) => request.argv.includes("--all-namespaces") === wide)
      .map(({ id }) => id),
  );
  expect(ofAll).toEqual(expect.arrayContaining(["pods", "claims", "certificates"]));
  expect(fake.memory.audit.at(-2)?.detail.denied).toBe(ofAll?.join(" "));
  expect(readsSent(fake)).toEqual(others);
  expect(foundIn(run)).toMatchObject({ is: "reachableNotAllSeen" });
});

describe("a command that did not run", () => {
  const failure = { status: 400, code: "PodCreateBlockedByAzurePolicy", message: "" };
  const failing = (reason: string): Partial<World> => ({ progress: [{ status: "failed", reason }] });
  test.each<readonly [string, Partial<World>, string]>([
    ["Azure Policy turns its pod down", { start: () => ({ status: "refused", failure }) }, "policyDenied"],
    ["no node takes it", failing("Unschedulable - 0/3 nodes are available"), "podNotPlaced"],
    ["its image cannot be fetched", failing("ImagePullBackOff"), "imageNotPulled"],
    ["it does not end", { progress: [{ status: "running" }] }, "notInTime"],
    [
      "nobody knows whether it ran",
      { start: () => ({ status: "unknown", failure: { status: null, code: "ECONNRESET", message: "" } }) },
      "failed",
    ],
    [
      "an exception of ours",
      {
        start: () => {
          throw new Error("boom");
        },
      },
      "failed",
    ],
  ])("%s: the way's answer stands, and the card says why nobody looked", async (_what, change, why) => {
    const { printed: _printed, ...fakeWorld } = world().world;
    const fake = start({ ...fakeWorld, ...change });
    const run = await ask(fake);
    expect(run.status).toMatchObject({
      state: "succeeded",
      diagnosis: { inside: { found: { is: "notLookedInside", why } } },
    });
  });
});

describe("the worker vanished while the commands were out", () => {
  test.each(["before the way was shown", "after it"])(
    "%s: one card, and nothing is sent again",
    async (when) => {
      const fake = world();
      const run = await submitted(fake, "diagnose prod-1");
      const startedAt = "2026-11-25T03:00:00.000Z";
      const diagnosis = { inside: { found: { is: "looking" }, way: "healthy" } } as never;
      const running = { state: "running", startedAt } as const;
      await fake.services.store.moveRun(run.id, ["queued"], running, [], null);
      if (when === "after it")
        await fake.services.store.moveRun(run.id, ["running"], { ...running, diagnosis }, [], null);
      await recoverRun(fake.services, run.id);
      await recoverRun(fake.services, run.id);
      await executeRun(fake.services, run.id);
      expect(foundIn(await stored(fake, run.id))).toEqual({ is: "notLookedInside", why: "restarted" });
      expect([fake.sent, fake.polls, kinds(fake)]).toEqual([[], [], ["run succeeded"]]);
    },
  );

  test("before it began: it is done as if nothing had been", async () => {
    const fake = world();
    const run = await submitted(fake, "diagnose prod-1");
    await recoverRun(fake.services, run.id);
    expect(foundIn(await stored(fake, run.id))).toEqual({ is: "reachableAndWell" });
    expect(fake.sent).toHaveLength(2);
  });
});

test("what is for the asker alone is looked at in their own chat", async () => {
  const policy = policyOf(looksInside("oncall-reads", "oncall", "show: personal"));
  const fake = world({ policy });
  const run = await done(fake, "diagnose prod-1", askerIn(chatOf));
  expect(foundIn(run)).toEqual({ is: "reachableAndWell" });
});

test("the ways in are asked for without a look inside", async () => {
  const fake = world();
  const run = await ask(fake, "access prod-1");
  expect([foundIn(run), fake.sent]).toEqual([undefined, []]);
});
