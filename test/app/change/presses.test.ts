// Who presses what on a change that waits, and what comes of it: what they read, the card, what was sent, the trail.
import type { Requester } from "../../../src/core/requester.ts";
import type { Run, RunStateName } from "../../../src/core/run/run.ts";
import { memberOf } from "../../core/policy/policies.ts";
import { askerIn, otherChannelOf, threadOf } from "../../fakes/people.ts";
import { inChat, type Press } from "../pressing.ts";
import { stored } from "../setup.ts";
import {
  adele,
  alex,
  approving,
  asked,
  byLeads,
  type Changing,
  cardOf,
  hashOf,
  lee,
  mayChange,
  megan,
  policyWith,
  pressed,
  rejecting,
  startChanging,
  trailOf,
  work,
} from "./changing.ts";

const upper = (who: Requester): Requester => ({ ...who, objectId: who.objectId.toUpperCase() });
const review = (run: Run): Press => ({ verb: "change.review", run: run.id });
const withdraw = (run: Run): Press => ({ verb: "change.withdraw", run: run.id });
const elsewhere = (who: Requester) => askerIn(otherChannelOf, who);
const byTwo = policyWith(mayChange(byLeads(2)));
const alone = policyWith(mayChange("requester"));
const sentOnce = ["Alex start recorded", "Alex sent recorded", "Alex finish succeeded"];

/** `says`: what the last of them reads; `card`: a piece of the thread's card in the end; `trail`: after what it would do was known. */
type Case = Readonly<{
  what: string;
  policy?: ReturnType<typeof policyWith>;
  does: (fake: Changing, run: Run) => Promise<string>;
  says: RegExp;
  state: RunStateName;
  card: RegExp;
  sent: 0 | 1;
  trail: readonly string[];
}>;

const waits = { state: "pendingApproval", card: /▲ Waits for approval[\s\S]*\[Review\]/, sent: 0 } as const;
const done = { state: "succeeded", card: /✔ Done: scale deployment\/api on prod-1/, sent: 1 } as const;

async function each(...presses: readonly Promise<string>[]): Promise<string> {
  return (await Promise.all(presses)).join(" | ");
}

async function inTurn(...presses: readonly (() => Promise<string>)[]): Promise<string> {
  const said: string[] = [];
  for (const press of presses) said.push(await press());
  return said.join(" | ");
}

const cases: readonly Case[] = [
  {
    what: "a lead",
    does: (fake, run) => pressed(fake, megan, approving(run)),
    says: /^Approved\. It is done next, once\.$/,
    ...done,
    card: /✔ Done[\s\S]*deployment\.apps\/api scaled[\s\S]*\*\*Approved by\*\* Megan Bowen/,
    trail: ["Megan approve allowed", ...sentOnce],
  },
  {
    what: "two at once",
    does: (fake, run) => each(pressed(fake, megan, approving(run)), pressed(fake, lee, approving(run))),
    says: /^Approved\. It is done next, once\. \| Nothing can be decided here any more: … Approved\.$/,
    ...done,
    trail: ["Megan approve allowed", "Lee approve denied changeOver", ...sentOnce],
  },
  {
    what: "one of two",
    policy: byTwo,
    does: (fake, run) => pressed(fake, megan, approving(run)),
    says: /^Approved\. One more person has to agree\.$|^Approved\. 1 more person has to agree\.$/,
    ...waits,
    card: /\*\*Needs\*\* 2 members of leads\n\*\*Approved by\*\* Megan Bowen[\s\S]*\[Review\]/,
    trail: ["Megan approve allowed"],
  },
  {
    what: "two of two",
    policy: byTwo,
    does: (fake, run) => each(pressed(fake, megan, approving(run)), pressed(fake, lee, approving(run))),
    says: /It is done next, once\.$/,
    ...done,
    card: /\*\*Approved by\*\* Megan Bowen \(.*\), Lee Gu/,
    trail: ["Megan approve allowed", "Lee approve allowed", ...sentOnce],
  },
  {
    what: "one of two, twice",
    policy: byTwo,
    does: (fake, run) => each(pressed(fake, megan, approving(run)), pressed(fake, megan, approving(run))),
    says: /You have approved it already\.$/,
    ...waits,
    trail: ["Megan approve allowed", "Megan approve denied approvedBefore"],
  },
  {
    what: "whoever asked",
    does: (fake, run) => pressed(fake, alex, approving(run)),
    says: /^You asked for this, so somebody else has to approve it\.$/,
    ...waits,
    trail: ["Alex approve denied ownRequest"],
  },
  {
    what: "whoever asked, a lead and otherwise spelled",
    does: async (fake, run) => {
      fake.world.memberships[alex.objectId.toUpperCase()] = memberOf("oncall", "leads");
      return pressed(fake, upper(alex), approving(run));
    },
    says: /^You asked for this/,
    ...waits,
    trail: ["Alex approve denied ownRequest"],
  },
  {
    what: "somebody in no group",
    does: (fake, run) => pressed(fake, adele, approving(run)),
    says: /^Only members of leads can approve or reject this\.$/,
    ...waits,
    trail: ["Adele approve denied notApprover"],
  },
  {
    what: "somebody in no group, who looks at it",
    does: (fake, run) => pressed(fake, adele, review(run)),
    says: /^Only members of leads/,
    ...waits,
    trail: ["Adele review denied notApprover"],
  },
  {
    what: "a lead, who looks at it",
    does: (fake, run) => pressed(fake, megan, review(run)),
    says: /▲ Your approval is needed[\s\S]*replicas: 2 → 3[\s\S]*\[Approve once\]/,
    ...waits,
    trail: ["Megan review allowed"],
  },
  {
    what: "one of two, who looks at it once more",
    policy: byTwo,
    does: async (fake, run) => {
      await pressed(fake, megan, approving(run));
      return pressed(fake, megan, review(run));
    },
    says: /^▲ Waits for approval(?:(?!\[Approve once\])[\s\S])*\[Reject it\](?:(?!\[Approve once\])[\s\S])*$/,
    ...waits,
    trail: ["Megan approve allowed", "Megan review allowed"],
  },
  {
    what: "one of two, and once more when the other has rejected it",
    policy: byTwo,
    does: async (fake, run) => {
      await pressed(fake, megan, approving(run));
      await pressed(fake, lee, rejecting(run));
      return pressed(fake, megan, approving(run));
    },
    says: /^Nothing can be decided here any more: ✖ Rejected\.$/,
    state: "rejected",
    card: /Lee Gu rejected it/,
    sent: 0,
    trail: ["Megan approve allowed", "Lee reject allowed", "Megan approve denied changeOver"],
  },
  {
    what: "whoever asked, who looks at it",
    does: (fake, run) => pressed(fake, alex, review(run)),
    says: /Waits for approval[\s\S]*\[Withdraw\]$/,
    ...waits,
    trail: ["Alex review allowed"],
  },
  {
    what: "a lead, in another channel",
    does: (fake, run) => pressed(fake, megan, approving(run), elsewhere(megan)),
    says: /^I know no such change here/,
    ...waits,
    trail: [],
  },
  {
    what: "a lead, in their own chat",
    does: (fake, run) => pressed(fake, megan, approving(run), inChat(megan)),
    says: /^I know no such change here/,
    ...waits,
    trail: [],
  },
  {
    what: "a lead, in another thread of the channel",
    does: (fake, run) =>
      pressed(
        fake,
        megan,
        approving(run),
        askerIn((who) => threadOf(who, 2), megan),
      ),
    says: /^Approved/,
    ...done,
    trail: ["Megan approve allowed", ...sentOnce],
  },
  ...[
    ["another hash", "b".repeat(64)],
    ["no hash", undefined],
  ].map(
    ([what, hash]): Case => ({
      what: `a lead, with ${what}`,
      does: (fake, run) => pressed(fake, megan, { verb: "change.approve", run: run.id, hash }),
      says: /This card is older than what would be approved, so nothing was approved: press “Review” again\./,
      ...waits,
      trail: ["Megan approve denied proposalOutdated"],
    }),
  ),
  {
    what: "a lead, with the id of another change",
    does: async (fake, run) => {
      const other = await asked(
        fake,
        "run `kubectl scale deployment/api --replicas=9 -n payments` on prod-1",
      );
      return pressed(fake, megan, { ...approving(run), run: other.id });
    },
    says: /This card is older/,
    ...waits,
    trail: [],
  },
  {
    what: "a lead, with an id that is none",
    does: (fake, run) => pressed(fake, megan, { ...approving(run), run: "R-0000000000" }),
    says: /^I know no such change here/,
    ...waits,
    trail: [],
  },
  {
    what: "a lead, with the words of another kind",
    does: (fake, run) => pressed(fake, megan, { ...approving(run), verb: "change.apply" }),
    says: /older card/,
    ...waits,
    trail: [],
  },
  {
    what: "a lead who rejects it",
    does: (fake, run) => pressed(fake, megan, rejecting(run, " the database is the bottleneck ")),
    says: /^Rejected\. Nothing was changed\.$/,
    state: "rejected",
    card: /✖ Rejected[\s\S]*Megan Bowen rejected it: the database is the bottleneck[\s\S]*Nothing was changed\./,
    sent: 0,
    trail: ["Megan reject allowed the database is the bottleneck"],
  },
  {
    what: "a lead whose word holds a secret, and is long",
    does: (fake, run) =>
      pressed(fake, megan, rejecting(run, `password=hunter2hunter2 ${"x".repeat(100_000)}`)),
    says: /^Rejected/,
    state: "rejected",
    card: /Megan Bowen rejected it: (?!.*hunter2)[^\n]{20,310}\n/,
    sent: 0,
    trail: [expect.stringMatching(/^Megan reject allowed (?!.*hunter2).{20,300}$/)],
  },
  {
    what: "a lead whose word is cut in a secret",
    does: (fake, run) =>
      pressed(fake, megan, rejecting(run, `${"x".repeat(280)} ghp_abcdefghijklmnopqrstuvwxyz0123456789`)),
    says: /^Rejected/,
    state: "rejected",
    card: /Megan Bowen rejected it: x{280} (?!.*ghp_)/,
    sent: 0,
    trail: [expect.stringMatching(/^Megan reject allowed x{280} (?!.*ghp_)/)],
  },
  {
    what: "rejected, then approved",
    does: (fake, run) =>
      inTurn(
        () => pressed(fake, megan, rejecting(run)),
        () => pressed(fake, lee, approving(run)),
      ),
    says: /Nothing can be decided here any more: ✖ Rejected\.$/,
    state: "rejected",
    card: /Megan Bowen rejected it and gave no reason\./,
    sent: 0,
    trail: ["Megan reject allowed", "Lee approve denied changeOver"],
  },
  {
    what: "somebody in no group, who rejects it",
    does: (fake, run) => pressed(fake, adele, rejecting(run)),
    says: /^Only members of leads/,
    ...waits,
    trail: ["Adele reject denied notApprover"],
  },
  {
    what: "withdrawn",
    does: (fake, run) => pressed(fake, alex, withdraw(run)),
    says: /^Withdrawn\. Nothing was changed\.$/,
    state: "withdrawn",
    card: /– Withdrawn[\s\S]*Alex Wilber withdrew it\.[\s\S]*Nothing was changed\./,
    sent: 0,
    trail: ["Alex withdraw allowed"],
  },
  {
    what: "rejected by whoever asked, which takes it back",
    does: (fake, run) => pressed(fake, alex, rejecting(run)),
    says: /^Withdrawn/,
    state: "withdrawn",
    card: /Alex Wilber withdrew it\./,
    sent: 0,
    trail: ["Alex withdraw allowed"],
  },
  {
    what: "withdrawn once it is approved",
    does: (fake, run) =>
      inTurn(
        () => pressed(fake, megan, approving(run)),
        () => pressed(fake, alex, withdraw(run)),
      ),
    says: /Withdrawn\. Nothing was changed\.$/,
    state: "withdrawn",
    card: /Alex Wilber withdrew it\.[\s\S]*\*\*Approved by\*\* Megan/,
    sent: 0,
    trail: ["Megan approve allowed", "Alex withdraw allowed"],
  },
  {
    what: "withdrawn once it is done",
    does: async (fake, run) => {
      await pressed(fake, megan, approving(run));
      await work(fake, run);
      return pressed(fake, alex, withdraw(run));
    },
    says: /^Nothing can be decided here any more: ✔ Done\.$/,
    ...done,
    trail: ["Megan approve allowed", ...sentOnce, "Alex withdraw denied changeOver"],
  },
  {
    what: "withdrawn by somebody else",
    does: (fake, run) => pressed(fake, megan, withdraw(run)),
    says: /^Only whoever asked for it can do that\.$/,
    ...waits,
    trail: ["Megan withdraw denied notYourRequest"],
  },
  {
    what: "where the rule says one person, whoever asked",
    policy: alone,
    does: (fake, run) => pressed(fake, alex, { ...approving(run), hash: hashOf(run) }),
    says: /^Approved\. It is done next, once\.$/,
    ...done,
    trail: ["Alex approve allowed", ...sentOnce],
  },
  {
    what: "where the rule says one person, a lead",
    policy: alone,
    does: (fake, run) => pressed(fake, megan, approving(run)),
    says: /^Only whoever asked for it can do that\.$/,
    state: "pendingApproval",
    card: /Alex Wilber has to confirm it\.[\s\S]*\[Review\]/,
    sent: 0,
    trail: ["Megan approve denied notYourRequest"],
  },
];

test.each(cases)("$what", async ({ policy, does, says, state, card, sent, trail }) => {
  const fake = startChanging(policy === undefined ? {} : { policy });
  const run = await asked(fake);
  expect(run.status.state).toBe("pendingApproval");
  const said = await does(fake, run);
  await work(fake, run);
  await work(fake, run);
  expect(said).toMatch(says);
  expect((await stored(fake, run.id)).status.state).toBe(state);
  expect(cardOf(fake, run.id)).toMatch(card);
  expect(fake.api.made).toBe(sent);
  expect(trailOf(fake, run.id).slice(3)).toEqual(trail);
});

test("every decision is written down with what was decided on, and by whom it was approved before", async () => {
  const fake = startChanging({ policy: byTwo });
  const run = await asked(fake);
  await pressed(fake, megan, approving(run));
  await pressed(fake, adele, approving(run));
  await pressed(fake, lee, rejecting(run, "not now"));
  const about = { hash: hashOf(run), objects: "deployments/api", policy: "0123456789ab" };
  expect(fake.memory.audit.slice(-3)).toMatchObject([
    { actor: megan.objectId, rule: "changes", detail: { ...about, approvers: megan.objectId } },
    { actor: adele.objectId, outcome: "denied", detail: { ...about, approvers: megan.objectId } },
    { actor: lee.objectId, detail: { ...about, approvers: megan.objectId, because: "not now" } },
  ]);
});

/** Some more, and the command would be refused for its length. */
const longest = "x".repeat(1_950);

test.each([
  [
    "an image",
    "set image deployment/api api=contoso.azurecr.io/api:1.4.2",
    "set image deployments/api api=contoso.azurecr.io/api:1.4.2",
  ],
  [
    "what is as long as a command may be",
    `annotate deploy/api note=${longest}`,
    `annotate deployments/api note=${longest}`,
  ],
])("what is to be done is on the trail word for word: %s", async (_what, typed, sent) => {
  const fake = startChanging();
  const why = `${"x".repeat(280)} ghp_abcdefghijklmnopqrstuvwxyz0123456789`;
  await asked(fake, `run \`kubectl ${typed} -n payments\` on prod-1 because ${why}`);
  expect(fake.memory.audit.find(({ action }) => action === "change.submit")?.detail).toMatchObject({
    does: `kubectl ${sent} --namespace=payments`,
    reason: expect.stringMatching(/^x{280} (?!.*ghp_)/),
  });
});

test("before it is known what it would do, nothing can be decided", async () => {
  const fake = startChanging();
  fake.api.refuses = "Error from server (Forbidden)";
  const { id, ...run } = await asked(fake);
  const queued = { ...run, id: "R-QUEUED0000", status: { state: "queued" } } as Run;
  await fake.services.store.createRun(queued, null, [], fake.memory.audit[0] as never);
  expect(await pressed(fake, alex, withdraw(queued))).toBe(
    "Nothing can be decided yet: what it would do is still being looked at.",
  );
  expect(id).not.toBe(queued.id);
});
