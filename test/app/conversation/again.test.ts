// "The same for prod-2": the newest question of the asker here, of another cluster or of the same, and never a change.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import { runRequest } from "../../../src/presenters/card/run-texts.ts";
import { adele, askerIn, chatOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { asked, few } from "../cluster/clusters-seen.ts";
import { kinds, submitted } from "../setup.ts";

const here = askerIn(threadOf);

/** What the line begins, as it could be typed; or the answer's kind. */
async function becomes(
  fake: FakeServices,
  line: string,
  asker: ConversationContext = here,
): Promise<string | undefined> {
  await answerQuestion(fake.services, asker, line);
  const answer = fake.said.at(-1)?.answer;
  return answer?.kind === "run" ? runRequest(answer.run) : answer?.kind;
}

test.each([
  ["kubectl get pods -n web on prod-1", "same for edge-1", "kubectl get pods --namespace=web on edge-1"],
  ["kubectl get pods -n web on prod-1", "und auf edge-1?", "kubectl get pods --namespace=web on edge-1"],
  ["kubectl get pods -n web on prod-1", "edge-1 的呢", "kubectl get pods --namespace=web on edge-1"],
  ["access prod-1", "same for edge-1", "access edge-1"],
  ["diagnose prod-1 from home", "same for edge-1", "diagnose edge-1"],
])("%j, then %j", async (first, then, expected) => {
  const fake = await asked(first, few, null);
  expect(await becomes(fake, then)).toBe(expected);
});

test.each([
  [
    "kubectl logs web-0 -n web on prod-1",
    "and the previous log",
    "kubectl logs web-0 --namespace=web --tail=1000 --previous on prod-1",
  ],
  [
    "kubectl get pods -n web on prod-1",
    "jetzt im Namespace shop",
    "kubectl get pods --namespace=shop on prod-1",
  ],
])("%j, then leaning on it %j", async (first, then, expected) => {
  const fake = await asked(first, few, null);
  expect(await becomes(fake, then)).toBe(expected);
});

test("what was shown to somebody else is leant on by nobody", async () => {
  const fake = await asked("kubectl logs web-0 -n web on prod-1", few, null);
  expect(await becomes(fake, "and the previous log", askerIn(threadOf, adele))).not.toMatch(/web-0/);
});

test("a change is never asked for again: the other cluster is diagnosed", async () => {
  const fake = await asked("kubectl scale deployment/web --replicas=3 -n shop on prod-1", few, null);
  expect(await becomes(fake, "same for edge-1")).toBe("diagnose edge-1");
});

test("what was pasted belongs to the cluster it was seen of", async () => {
  const fake = await asked('diagnose prod-1 with "i/o timeout"', few, null);
  await answerQuestion(fake.services, here, "same for edge-1");
  const answer = fake.said.at(-1)?.answer;
  expect(answer?.kind === "run" && answer.run.task).toEqual({ kind: "diagnose", client: {} });
});

test.each([
  ["somewhere else", askerIn(chatOf)],
  ["by somebody else", askerIn(threadOf, adele)],
])("what was asked %s is not asked again", async (_where, asker) => {
  const fake = await asked("kubectl get pods -n web on prod-1", few, null);
  expect(await becomes(fake, "same for edge-1", asker)).not.toMatch(/get pods/);
});

test("after an hour it is another question", async () => {
  const fake = await asked("kubectl get pods -n web on prod-1", few, null);
  await fake.services.clock.sleep(61 * 60_000);
  expect(await becomes(fake, "same for edge-1")).toBe("diagnose edge-1");
});

test("without a cluster and a question before, the asker's requests are told", async () => {
  const fake = await asked("help", few, null);
  expect(await becomes(fake, "do that again please")).toBe("status");
  expect(kinds(fake)).toContain("status");
  await submitted(fake, "kubectl get nodes on edge-1");
  expect(await becomes(fake, "do that again please")).toBe("kubectl get nodes on edge-1");
});
