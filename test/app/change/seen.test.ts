// What is approved is seen: nobody is asked to agree to what a card does not show whole, and nothing of it is made.
import type { Touched } from "../../../src/core/run/proposed.ts";
import type { RunState } from "../../../src/core/run/run.ts";
import { askerIn, threadOf } from "../../fakes/people.ts";
import { stored } from "../setup.ts";
import {
  alex,
  approving,
  asked,
  byLeads,
  type Changing,
  cardOf,
  mayChange,
  megan,
  policyWith,
  pressed,
  shown,
  startChanging,
  work,
} from "./changing.ts";

const moved = `run \`kubectl patch deployment/api -n payments --type=json -p '[{"op":"move","from":"/metadata/annotations/next","path":"/spec/template/spec/containers/0/image"}]'\` on prod-1 because it is next`;

/** What the dry run prints: an image that stands nowhere in the line, among many fields. */
const foreseen = (image: string, many = 40): string =>
  JSON.stringify(
    {
      ...{ apiVersion: "apps/v1", kind: "Deployment" },
      metadata: { name: "api", annotations: Object.fromEntries(numbers(many).map((at) => [`a${at}`, "x"])) },
      spec: { replicas: 2, template: { spec: { containers: [{ name: "api", image }] } } },
    },
    null,
    2,
  );
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

function startPatching(image: string, many?: number): Changing {
  const fake = startChanging();
  fake.api.foreseen = foreseen(image, many);
  return fake;
}

test("what is moved into its place is shown by its value, however many fields there are", async () => {
  const fake = startPatching("evil.example/api:1");
  const run = await asked(fake, moved);
  const card = await pressed(fake, megan, { verb: "change.review", run: run.id });
  expect(card).toContain("evil.example/api:1");
  expect(card).toContain("[Approve once]");
  expect(card).not.toMatch(/not shown/);
});

test.each<[string, string, number, RegExp]>([
  [
    "a value that is masked",
    "https://ci:ghp_16C7e42F292c6912E7710c838347Ae178B4a@evil.example/api",
    1,
    /spec\.template\.spec\.containers.* of deployment\/api looks like a secret and is masked/,
  ],
  ["more fields than are kept", "evil.example/api:1", 200, /51 more fields of deployment\/api/],
  ["more than fits a card", "evil.example/api:1", 140, /all of it is more than a card holds/],
])("nobody is asked to agree to %s", async (_, image, many, says) => {
  const fake = startPatching(image, many);
  const run = await asked(fake, moved);
  expect(run.status).toMatchObject({ state: "failed", failure: { code: "notAllSeen" } });
  expect(cardOf(fake, run.id)).toMatch(says);
  expect(cardOf(fake, run.id)).toContain("Nothing was changed in the cluster.");
  expect(shown(fake).join()).not.toMatch(/Approval wanted|\[Approve once\]|\[Review\]/);
});

test("which fields those are stands in no thread that may not see them, and in the chat of whoever asked", async () => {
  const fake = startChanging({ policy: policyWith(mayChange(byLeads(), "", "oncall", "personal")) });
  fake.api.foreseen = foreseen("x", 200);
  const run = await asked(fake, moved, askerIn(threadOf, alex));
  expect(cardOf(fake, run.id)).toContain("for whoever asked alone");
  expect(cardOf(fake, run.id)).not.toContain("more fields of");
  expect(shown(fake).at(-1)).toMatch(/^chat: [\s\S]*51 more fields of deployment\/api/);
});

const becomes = ({ services }: Changing, id: string, to: RunState) =>
  services.store.stepRun(id, () => ({ said: null, to, messages: [], audit: null }));

/** However it came to wait, as by somebody at the database. */
test.each<[string, Partial<Touched>]>([
  ["a field left out", { moreFields: 1 }],
  ["a mask in a value", { fields: [{ path: "spec.x", before: null, after: "[masked]", hidden: "masked" }] }],
])("what waits all the same is not approved, and not made: %s", async (_, more) => {
  const fake = startChanging();
  const run = await asked(fake);
  const { status } = run;
  if (status.state !== "pendingApproval") throw new Error("nothing pends");
  const objects = status.proposal.objects.map((each) => ({ ...each, ...more }));
  const hidden = { ...status, proposal: { ...status.proposal, objects } };
  await becomes(fake, run.id, hidden);
  expect(await pressed(fake, megan, approving(run))).toMatch(/Nobody can approve this/);
  expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
  const approvals = [
    { requester: megan, userId: "29:megan", at: status.proposal.seenAt, hash: status.proposal.hash },
  ];
  await becomes(fake, run.id, { ...hidden, state: "approved", approvals });
  await work(fake, run);
  expect((await stored(fake, run.id)).status).toMatchObject({
    state: "denied",
    failure: { code: "notAllSeen", done: "nothingSent" },
  });
  expect(fake.api.made).toBe(0);
});

test("what is so already is answered, and nobody is asked to approve it", async () => {
  const fake = startChanging();
  const run = await asked(fake, "run `kubectl scale deployment/api --replicas=2 -n payments` on prod-1");
  expect(run.status).toMatchObject({
    state: "failed",
    failure: { code: "nothingToChange", done: "nothingChanged" },
  });
  const card = cardOf(fake, run.id);
  expect(card).toContain("Nothing would change: scale deployment/api on prod-1");
  expect(card).toContain("Nothing would change: deployment/api is as asked for already.");
  expect(shown(fake).join()).not.toContain("Approval wanted");
  expect(fake.api.made).toBe(0);
});
