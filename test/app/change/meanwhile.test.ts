// What may have become different before a change is approved, and between that and its making: nothing is done by a word
// that no longer holds.

import { expireChanges } from "../../../src/app/change/expire-changes.ts";
import { applyAgreed } from "../../../src/app/conversation/apply-agreed.ts";
import type { Mode } from "../../../src/core/mode.ts";
import type { Membership } from "../../../src/core/requester.ts";
import { isReadersRun, type Run, type RunStateName } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { memberOf } from "../../core/policy/policies.ts";
import { prod, setMode, stored } from "../setup.ts";
import {
  alex,
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
  rejecting,
  scale,
  shown,
  startChanging,
  trailOf,
  type usual,
  work,
} from "./changing.ts";

type Happens = (fake: Changing, run: Run) => unknown;

/** `trail`: after what it would do was known. Where `says` is left out, the press approves it. */
type Case = Readonly<{
  what: string;
  policy?: typeof usual;
  before?: Happens;
  says?: RegExp;
  between?: Happens;
  state: RunStateName;
  card: RegExp;
  sent?: 1;
  trail: readonly string[];
}>;

const agreed = "Megan approve allowed";
const denied = (code: string) => [agreed, `Alex finish denied ${code}`];
const unconfirmed = {
  state: "denied",
  card: /✖ Denied: scale deployment\/api on prod-1[\s\S]*The approval of Megan Bowen no longer counts[\s\S]*Nothing was sent to the cluster\./,
  trail: denied("approvalUnconfirmed"),
} as const;
const waits = { state: "pendingApproval", card: /▲ Waits for approval[\s\S]*\[Review\]/ } as const;
const started = [agreed, "Alex start recorded"];
const sentBy = [...started, "Alex sent recorded"];

const unknown: Membership = { status: "unknown", reason: { is: "graphSilent" } };
const mode =
  (set: Mode): Happens =>
  (fake) =>
    setMode(fake, set, "freeze");
const minutes =
  (count: number): Happens =>
  ({ services }) =>
    services.clock.sleep(count * 60_000);
const policy =
  (...rules: readonly string[]): Happens =>
  ({ world }) => {
    world.policy = policyWith(...rules);
  };
const groups =
  (who: typeof alex, membership: Membership): Happens =>
  ({ world }) => {
    world.memberships[who.objectId] = membership;
  };
const signedOut =
  (who: typeof alex): Happens =>
  ({ world }) => {
    world.signedOut = new Set([who.objectId]);
  };

const cases: readonly Case[] = [
  { what: "the approver was taken out of the group", between: groups(megan, memberOf()), ...unconfirmed },
  { what: "the approver's groups cannot be read any more", between: groups(megan, unknown), ...unconfirmed },
  { what: "the approver's sign-in is gone", between: signedOut(megan), ...unconfirmed },
  {
    what: "the approver's groups cannot be read",
    before: groups(megan, unknown),
    says: /Microsoft Graph/,
    ...waits,
    trail: ["Megan approve denied membershipUnknown"],
  },
  {
    what: "the approver has no sign-in",
    before: signedOut(megan),
    says: /^I am sending a sign-in card to our chat\.$/,
    ...waits,
    trail: [],
  },
  {
    what: "the sign-in service is away when the approver presses",
    before: ({ world }) => {
      world.signIn = { ok: false, failure: { code: "unavailable", why: "serviceSilent" } };
    },
    says: /sign-in service did not answer/,
    ...waits,
    trail: ["Megan approve denied membershipUnknown"],
  },
  {
    what: "whoever asked may not any more",
    between: groups(alex, memberOf()),
    state: "denied",
    card: /The policy no longer allows this: [\s\S]*Nothing was sent to the cluster\./,
    trail: denied("denied"),
  },
  {
    what: "whoever asked may not any more, before it is approved",
    before: groups(alex, memberOf()),
    state: "denied",
    card: /The policy no longer allows this/,
    trail: denied("denied"),
  },
  {
    what: "the groups of whoever asked cannot be read",
    between: groups(alex, unknown),
    state: "denied",
    card: /The policy no longer allows this[\s\S]*Microsoft Graph/,
    trail: denied("denied"),
  },
  {
    what: "the rule is gone",
    between: policy(),
    state: "denied",
    card: /no longer allows/,
    trail: denied("denied"),
  },
  {
    what: "others approve by now",
    between: policy(mayChange("{ count: 1, groups: [oncall], expires: 30m }")),
    ...unconfirmed,
  },
  {
    what: "others approve by now, before it is approved",
    before: policy(mayChange("{ count: 1, groups: [oncall], expires: 30m }")),
    ...unconfirmed,
  },
  {
    what: "two have to approve by now",
    between: policy(mayChange(byLeads(2))),
    state: "denied",
    card: /By now the policy asks for more approvals by members of leads: 2, and this has 1\.[\s\S]*Ask anew/,
    trail: denied("approvalTooFew"),
  },
  {
    what: "nobody has to approve by now",
    between: policy(mayChange("requester")),
    state: "succeeded",
    card: /✔ Done/,
    sent: 1,
    trail: [...sentBy, "Alex finish succeeded"],
  },
  {
    what: "its output is for whoever asked alone by now, which the thread would have shown",
    between: policy(mayChange(byLeads(), "", "oncall", "personal")),
    state: "denied",
    card: /the output is for you alone[\s\S]*Nothing was sent to the cluster\./,
    trail: denied("denied"),
  },
  {
    what: "its output is for everybody by now",
    policy: policyWith(mayChange("requester", "", "oncall", "personal")),
    between: policy(mayChange("requester")),
    state: "succeeded",
    card: /✔ Done(?![\s\S]*scaled)/,
    sent: 1,
    trail: ["Alex approve allowed", ...sentBy.slice(1), "Alex finish succeeded"],
  },
  {
    what: "somebody has to approve by now what one alone decided on",
    policy: policyWith(mayChange("requester")),
    between: policy(mayChange(byLeads())),
    state: "denied",
    card: /asks for more approvals by members of leads: 1, and this has 0\./,
    trail: ["Alex approve allowed", "Alex finish denied approvalTooFew"],
  },
  ...(["diagnose", "off"] as const).flatMap((set): readonly Case[] => [
    {
      what: `mode ${set} before it is approved`,
      before: mode(set),
      says: /Megan Bowen set mode (diagnose|off) on .* UTC; reason: freeze\.$/,
      ...waits,
      trail: ["Megan approve denied modeForbids"],
    },
    {
      what: `mode ${set} once it is approved`,
      between: mode(set),
      state: "denied",
      card: /Megan Bowen set mode[\s\S]*Nothing was sent to the cluster\./,
      trail: denied("mode"),
    },
  ]),
  {
    what: "the cluster was stopped",
    between: ({ world }) => {
      world.cluster = collected({ ...prod, powerState: "Stopped" });
    },
    state: "failed",
    card: /prod-1 is stopped[\s\S]*Nothing was sent to the cluster\.[\s\S]*\*\*Approved by\*\* Megan Bowen/,
    trail: [...started, "Alex finish failed clusterStopped"],
  },
  {
    what: "run command was switched off",
    between: ({ world }) => {
      world.cluster = collected({
        ...prod,
        apiServerAccess: { ...prod.apiServerAccess, disableRunCommand: true },
      });
    },
    state: "failed",
    card: /Run command is switched off on prod-1\./,
    trail: [...started, "Alex finish failed runCommandDisabled"],
  },
  {
    what: "somebody changed the object",
    between: ({ api }) => {
      api.version = "11111111-2222-4333-8444-555555555555/g5";
    },
    state: "failed",
    card: /Somebody changed or deleted deployment\/api after this was looked at[\s\S]*Nothing was changed in the cluster/,
    trail: [...sentBy, "Alex finish failed objectChanged"],
  },
  {
    what: "somebody deleted the object",
    between: ({ api }) => {
      api.version = null;
    },
    state: "failed",
    card: /Somebody changed or deleted deployment\/api/,
    trail: [...sentBy, "Alex finish failed objectChanged"],
  },
  {
    what: "the cluster refuses it after all",
    between: ({ api }) => {
      Object.assign(api, { exitCode: 1, output: 'Error from server (Forbidden): "api" is forbidden' });
    },
    state: "succeeded",
    card: /✖ Exit 1: scale[\s\S]*It was not done, or not whole\. Nothing more is sent\.[\s\S]*is forbidden[\s\S]*\[Look now\]/,
    sent: 1,
    trail: [...sentBy, "Alex finish failed"],
  },
  {
    what: "its time is over before it is approved",
    before: minutes(30),
    says: /^Nothing can be decided here any more: – Expired\.$/,
    state: "expired",
    card: /– Expired[\s\S]*Nobody approved it until 2026-11-25 03:30 UTC\.[\s\S]*Nothing was changed\.[\s\S]*ask for it anew/,
    trail: ["Megan expire recorded"],
  },
  {
    what: "its time is over once it is approved",
    between: minutes(30),
    state: "expired",
    card: /It was approved, and could not be begun until 2026-11-25 03:30 UTC\.[\s\S]*Nothing was changed\.[\s\S]*Megan Bowen/,
    trail: [agreed, "Alex expire recorded"],
  },
  {
    what: "its time is over, and nobody pressed",
    before: async (fake) => {
      await minutes(30)(fake, {} as Run);
      await expireChanges(fake.services);
      await expireChanges(fake.services);
    },
    says: /^Nothing can be decided here any more: – Expired\.$/,
    state: "expired",
    card: /Nobody approved it until/,
    trail: ["Alex expire recorded", "Megan approve denied changeOver"],
  },
];

test.each(cases)("$what", async (row) => {
  const fake = startChanging(row.policy === undefined ? {} : { policy: row.policy });
  const run = await asked(fake);
  await row.before?.(fake, run);
  const approver = row.policy === undefined ? megan : alex;
  expect(await pressed(fake, approver, approving(run))).toMatch(row.says ?? /^Approved\. It is done next/);
  await row.between?.(fake, run);
  await work(fake, run);
  await work(fake, run);
  expect((await stored(fake, run.id)).status.state).toBe(row.state);
  expect(cardOf(fake, run.id)).toMatch(row.card);
  expect(fake.api.made).toBe(row.sent ?? 0);
  expect(trailOf(fake, run.id).slice(3)).toEqual(row.trail);
});

/** Each is bound by itself: to what was approved, and to what would be done. */
test.each<readonly [string, (hash: string) => readonly [proposal: string, approval: string], RunStateName]>([
  ["neither", (hash) => [hash, hash], "succeeded"],
  ["the approval: it was given for an older proposal", (hash) => [hash, "0".repeat(64)], "denied"],
  ["the proposal: it is of something else", (hash) => ["0".repeat(64), hash], "denied"],
])("what is not bound to exactly this is not done; otherwise is %s", async (_, hashes, state) => {
  const fake = startChanging();
  const run = await asked(fake);
  const { status } = run;
  if (status.state !== "pendingApproval") throw new Error("nothing pends");
  const [proposal, approval] = hashes(status.proposal.hash);
  await fake.services.store.stepRun(run.id, () => ({
    ...{ said: null, messages: [], audit: null },
    to: {
      ...{ ...status, state: "approved", proposal: { ...status.proposal, hash: proposal } },
      approvals: [{ requester: megan, userId: "29:megan", at: status.proposal.seenAt, hash: approval }],
    },
  }));
  await work(fake, run);
  const { status: end } = await stored(fake, run.id);
  expect(end.state).toBe(state);
  if ("failure" in end) expect(end.failure.code).toBe("approvalOtherwise");
  expect(fake.api.made).toBe(state === "succeeded" ? 1 : 0);
});

test("a second worker that read it as approved, while the first one sends it, sends nothing", async () => {
  const fake = startChanging();
  const run = await asked(fake);
  await pressed(fake, megan, approving(run));
  const approved = await stored(fake, run.id);
  if (isReadersRun(approved)) throw new Error("nobody asked for it");
  const { transport } = fake.services;
  const { start } = transport;
  let sent = 0;
  Object.assign(transport, {
    start: async (...args: Parameters<typeof start>) => {
      sent += 1;
      if (sent === 1) await applyAgreed(fake.services, approved);
      return start(...args);
    },
  });
  await applyAgreed(fake.services, approved);
  expect(sent).toBe(1);
  expect(fake.api.made).toBe(1);
  expect((await stored(fake, run.id)).status.state).toBe("succeeded");
});

/** While it waits its turn at Azure: after all was asked, and before it is sent. */
describe("at the last moment", () => {
  const urgent = mayChange("requester", ", breakGlass: true");

  test.each<readonly [string, Happens, string | null]>([
    ["nothing is otherwise", () => {}, null],
    ["its time is over", minutes(30), "approvalExpired"],
    ["two have to approve", policy(mayChange(byLeads(2))), "approvalTooFew"],
    [
      "others approve",
      policy(mayChange("{ count: 1, groups: [oncall], expires: 30m }")),
      "approvalUnconfirmed",
    ],
    ["the approver was taken out of the group", groups(megan, memberOf()), "approvalUnconfirmed"],
    ["the rule is gone", policy(), "denied"],
    ["it is allowed as an emergency alone, and nobody was told", policy(urgent), "approvalOtherwise"],
  ])("%s", async (_, happens, code) => {
    const fake = startChanging();
    const run = await asked(fake, `emergency: ${scale}`);
    await pressed(fake, megan, approving(run));
    const { transport } = fake.services;
    const { start } = transport;
    Object.assign(transport, {
      start: async (...args: Parameters<typeof start>) => {
        await happens(fake, run);
        return start(...args);
      },
    });
    await work(fake, run);
    const { status } = await stored(fake, run.id);
    expect("failure" in status ? status.failure.code : null).toBe(code);
    expect(fake.api.made).toBe(code === null ? 1 : 0);
  });
});

test("what is written down of an end says of what, and who had approved it", async () => {
  const fake = startChanging();
  const run = await asked(fake);
  await pressed(fake, megan, approving(run));
  fake.api.exitCode = 1;
  await work(fake, run);
  const hash = approving(run).hash;
  for (const entry of fake.memory.audit.slice(-3))
    expect(entry).toMatchObject({ rule: "changes", detail: { hash, approvers: megan.objectId } });
  expect(fake.memory.audit.at(-1)?.detail).toMatchObject({
    exitCode: 1,
    before: "11111111-2222-4333-8444-555555555555/g4",
    after: "11111111-2222-4333-8444-555555555555/g40",
  });
});

describe("whoever asked is told in a message of their own, since an edit notifies nobody", () => {
  test.each<readonly [string, Happens, string | null]>([
    ["it was made", (fake, run) => pressed(fake, megan, approving(run)), "made"],
    [
      "it failed in the cluster",
      (fake, run) => {
        fake.api.exitCode = 1;
        return pressed(fake, megan, approving(run));
      },
      "failed",
    ],
    ["it was rejected", (fake, { id }) => pressed(fake, lee, { verb: "change.reject", run: id }), "rejected"],
    [
      "its time is over",
      async (fake, run) => {
        await minutes(30)(fake, run);
        await expireChanges(fake.services);
      },
      "expired",
    ],
    ["they took it back", (fake, { id }) => pressed(fake, alex, { verb: "change.withdraw", run: id }), null],
  ])("%s", async (_what, happens, text) => {
    const fake = startChanging();
    const run = await asked(fake);
    await fake.services.clock.sleep(20_000);
    await happens(fake, run);
    await work(fake, run);
    const told = `Alex Wilber: ${text} in 19:incidents@thread.tacv2;messageid=1`;
    expect(fake.mentions).toEqual(text === null ? [] : [told]);
  });
});

const asking = (fake: Changing) =>
  shown(fake).filter((text) => text.includes("its card says where it stands"));

describe("those who were asked read in that message what became of it, and find nothing to press", () => {
  test.each<readonly [string, Happens, RegExp]>([
    [
      "approved",
      (fake, run) => pressed(fake, megan, approving(run)),
      /✔ Approved: .*\n[\s\S]*Approved by: Megan Bowen/,
    ],
    [
      "rejected",
      (fake, run) => pressed(fake, lee, rejecting(run, "not now")),
      /✖ Rejected: [\s\S]*Lee Gu rejected it: not now/,
    ],
    [
      "taken back",
      (fake, { id }) => pressed(fake, alex, { verb: "change.withdraw", run: id }),
      /– Withdrawn: [\s\S]*Alex Wilber withdrew it/,
    ],
    [
      "approved, and taken back before it was begun",
      async (fake, run) => {
        await pressed(fake, megan, approving(run));
        await pressed(fake, alex, { verb: "change.withdraw", run: run.id });
      },
      /– Withdrawn: [\s\S]*Alex Wilber withdrew it/,
    ],
    [
      "too late",
      async (fake, run) => {
        await minutes(30)(fake, run);
        await expireChanges(fake.services);
      },
      /– Expired: [\s\S]*Nobody approved it until/,
    ],
  ])("%s", async (_what, happens, words) => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(asking(fake)).toEqual([expect.stringMatching(/Approval wanted: [\s\S]*\[Review\]/)]);
    await happens(fake, run);
    await work(fake, run);
    expect(asking(fake)).toEqual([expect.stringMatching(words)]);
    expect(asking(fake).join()).not.toMatch(/Approval wanted|\[/);
  });

  test("as long as somebody else has to agree: it asks on", async () => {
    const fake = startChanging({
      policy: policyWith(mayChange("{ count: 2, groups: [leads], expires: 30m }")),
    });
    const run = await asked(fake);
    await pressed(fake, megan, approving(run));
    expect(shown(fake).join()).toMatch(/Approval wanted: [\s\S]*\[Review\]/);
  });

  test("not before it could be posted: decided by then, nobody is asked any more", async () => {
    const fake = startChanging();
    fake.world.teamsDown = "posts";
    const run = await asked(fake);
    await pressed(fake, megan, approving(run));
    fake.world.teamsDown = "nothing";
    await fake.memory.outbox.deliverWaiting();
    expect([cardOf(fake, run.id), asking(fake)]).toEqual([expect.stringMatching(/Approved/), []]);
  });
});
