// An answer about the cluster that was spoken of before says so before anything else, whatever became of the question.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { askerIn, chatOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { unavailable } from "../../unavailable.ts";
import { allClosed, allow, finished } from "../setup.ts";
import { asked, prod } from "./clusters-seen.ts";

const en = messages("en");
const first = "On prod-1 (the cluster spoken of before):";

/** What a reader, a screen reader, a notification and a client without cards see first. */
function beginnings({ said }: FakeServices, at = -1): readonly string[] {
  const answer = said.at(at)?.answer;
  if (!answer) throw new Error("nothing was said");
  const { card, summary } = present(answer, en);
  const { body, speak, fallbackText } = card as {
    body: { text?: string }[];
    speak: string;
    fallbackText: string;
  };
  return [body[0]?.text ?? "", speak, summary, fallbackText];
}

const closed = { policy: policyOf(allow("oncall-all", "oncall", "watch: true, show: thread"), allClosed) };
const away = { cluster: unavailable("failed", "Azure did not answer.") };
const denied = {
  cluster: unavailable("denied", "You may not.", [{ action: "read", scope: prod.id }]),
};

const rows: readonly (readonly [string, string, Partial<World>])[] = [
  ["kubectl version", "queued", {}],
  ["kubectl get pods", "queued", {}],
  ["diagnose", "queued", {}],
  ["access", "queued", {}],
  ["can-i kubectl get pods", "answered", {}],
  ["watch", "added", {}],
  ["unwatch", "not watched", {}],
  ["diagnose", "denied", closed],
  ["kubectl get pods", "denied", closed],
  ["can-i kubectl get pods", "denied", closed],
  ["kubectl get pods", "unreadable", away],
  ["kubectl get pods", "denied by Azure", denied],
  ["watch", "denied by Azure", denied],
];

test.each(rows)("%s, %s", async (typed, _what, change) => {
  const fake = await asked(typed, [prod], prod, change);
  for (const text of beginnings(fake)) expect(text.startsWith(first)).toBe(true);
  const named = await asked(
    `${typed} on prod-1`.replace(/^(diagnose|access|watch|unwatch) on/, "$1"),
    [prod],
    prod,
    change,
  );
  expect(beginnings(named).join()).not.toContain("spoken of before");
});

test.each<readonly [string, string, Partial<World>]>([
  ["kubectl get pods", "succeeded", {}],
  ["kubectl get pods", "exit 1", { progress: [finished("no", 1)] }],
  ["kubectl get pods", "failed", { progress: [{ status: "failed", reason: "no node" }] }],
  ["diagnose", "succeeded", {}],
  ["access", "succeeded", {}],
])("%s, when it has ended: %s", async (typed, _how, change) => {
  const fake = await asked(typed, [prod], prod, change);
  const answer = fake.said[0]?.answer;
  await executeRun(fake.services, answer?.kind === "run" ? answer.run.id : "");
  expect(fake.said[0]?.edited).toBe(1);
  for (const text of beginnings(fake, 0)) expect(text.startsWith(first)).toBe(true);
});

describe("of the only cluster that can be seen, where none was spoken of", () => {
  const alone = "On prod-1 (the only cluster that you can see):";
  test.each(rows.filter(([typed]) => typed !== "unwatch"))("%s, %s", async (typed, _what, change) => {
    const fake = await asked(typed, [prod], null, change);
    for (const text of beginnings(fake)) expect(text.startsWith(alone)).toBe(true);
  });

  test("and then it is the one that was spoken of", async () => {
    const fake = await asked("diagnose", [prod], null);
    await answerQuestion(fake.services, askerIn(threadOf), "access");
    expect(beginnings(fake)[0]).toBe(first);
  });
});

test("both messages where the output goes to the personal chat", async () => {
  const policy = policyOf(allow("oncall-reads", "oncall", "show: personal"));
  const alone = askerIn(threadOf);
  const fake = await asked("status", [prod], prod, { policy });
  await fake.services.store.saveConversation(chatOf(alone.requester));
  await answerQuestion(fake.services, alone, "diagnose");
  expect(fake.said.slice(1).map(({ answer }) => answer.kind)).toEqual(["run", "sentPrivately"]);
  for (const at of [1, 2]) expect(beginnings(fake, at)[0]).toBe(first);
});

test("a cluster that was named is remembered by its name alone, and a second question says so", async () => {
  const fake = await asked("diagnose prod-1", [prod], null);
  expect(beginnings(fake).join()).not.toContain("spoken of before");
  expect(await fake.services.store.lastCluster(askerIn(threadOf).conversation.key)).toEqual({
    id: prod.id,
    name: "prod-1",
  });
});
