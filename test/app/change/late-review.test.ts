// A review that came late was posted as a message: it goes on with its run, as every card of it, and never says what is not so.
import type { CardActionAnswer } from "../../../src/app/delivery/card-action-answer.ts";
import { enqueueAnswer } from "../../../src/app/delivery/outbox-messages.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { askerIn, threadOf } from "../../fakes/people.ts";
import { press } from "../pressing.ts";
import { stored } from "../setup.ts";
import {
  approved,
  asked,
  type Changing,
  megan,
  pressed,
  rejecting,
  says,
  shown,
  startChanging,
} from "./changing.ts";

const reviewer = askerIn(threadOf, megan);

/** As the door does it where no answer was there in time. */
async function reviewed(fake: Changing, { id }: Run): Promise<() => Promise<void>> {
  const answer = (await press(fake, reviewer, { verb: "change.review", run: id })) as CardActionAnswer;
  if (!("card" in answer)) throw new Error("no card");
  return () => enqueueAnswer(fake.services, reviewer, answer.card);
}

const stale = /Nothing was changed yet|\[Approve once\]|\[Review\]/;

test.each<[string, (fake: Changing, run: Run) => Promise<unknown>, RegExp]>([
  ["done", approved, /✔ Done: scale/],
  ["rejected", (fake, run) => pressed(fake, megan, rejecting(run)), /✖ Rejected|Rejected: scale/],
])("a review that was posted before the change was %s says so afterwards", async (_, ends, says) => {
  const fake = startChanging();
  const run = await asked(fake);
  await (await reviewed(fake, run))();
  expect(shown(fake).at(-1)).toContain("[Approve once]");
  await ends(fake, run);
  expect(shown(fake).join("\n")).not.toMatch(stale);
  expect(shown(fake).filter((card) => says.test(card)).length).toBeGreaterThan(1);
});

test("one that comes when the change is done is none to approve it by", async () => {
  const fake = startChanging();
  const run = await asked(fake);
  const post = await reviewed(fake, run);
  expect((await approved(fake, run)).status.state).toBe("succeeded");
  await post();
  expect(shown(fake).join("\n")).not.toMatch(stale);
});

test("the card that is shown again goes on as well", async () => {
  const fake = startChanging();
  const run = await asked(fake);
  expect(await says(fake, reviewer, `review ${run.id}`)).toContain("[Review]");
  await approved(fake, await stored(fake, run.id));
  expect(shown(fake).join("\n")).not.toMatch(stale);
});
