// A change in words, by the whole of the product: nothing is sent, its command is asked back, and a press on that goes the way
// of every change.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { readCardAction } from "../../../src/core/conversation/card-action.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, askerIn, threadOf } from "../../fakes/people.ts";
import { nodesOf } from "../../presenters/card-rules.ts";
import { asked, few, prod } from "../cluster/clusters-seen.ts";
import { inThread, press } from "../pressing.ts";
import { allow, kinds } from "../setup.ts";

const changes =
  '{ id: oncall-changes, effect: allow, groups: [oncall], clusters: ["*"], change: { verbs: ["*"], resources: ["*"], namespaces: ["*"] }, approval: { count: 1, groups: [leads], expires: 1h }, show: thread }';
const policy = policyOf(allow("oncall-reads", "oncall"), changes);
const line = "kubectl scale deployment/web -n shop --replicas=5 on prod-1";

test.each([
  ["a cluster that the line names", "scale web in shop to 5 on prod-1", null],
  ["the cluster spoken of before", "skaliere web in shop auf 5", prod],
])("%s: nothing is begun before a press", async (_name, typed, last) => {
  const fake = await asked(typed, few, last, { policy });
  expect(fake.said.map(({ answer }) => answer)).toMatchObject([{ kind: "askBack", line }]);
  const answer = fake.said[0]?.answer;
  const [button, ...others] = nodesOf(answer ? present(answer, messages("en")).card : {})
    .filter(({ type }) => type === "Action.Execute")
    .flatMap(({ data }) => readCardAction(data) ?? []);
  expect([button, others]).toMatchObject([{ verb: "say", say: line }, []]);
  await press(fake, inThread(), button ?? { verb: "none" });
  const run = fake.said.at(-1)?.answer;
  expect(run).toMatchObject({ kind: "run", run: { task: { kind: "change" }, cluster: { name: "prod-1" } } });
});

test("nobody said which cluster: it is asked", async () => {
  const fake = await asked("scale web in shop to 5", few, null, { policy });
  expect(kinds(fake)).toEqual(["pickCluster"]);
});

test.each([
  [
    "whom no rule lets change anything",
    { policy: policyOf(allow("oncall-reads", "oncall")) },
    askerIn(threadOf),
  ],
  ["who is in no group", { policy }, askerIn(threadOf, adele)],
])("somebody %s is told so, and nothing of Azure is read", async (_who, change, asker) => {
  const fake = await asked("scale web in shop to 5 on prod-1", few, null, change, asker);
  expect(kinds(fake)).toEqual(["denied"]);
});

test.each([
  [
    "delete all pods in shop",
    { code: "write-not-supported", reason: expect.stringMatching(/Say each by its name/) },
  ],
  [
    "write me a poem about kubernetes",
    { code: "beyond-product", reason: expect.stringMatching(/beyond what I do/) },
  ],
])("%j is refused with one sentence", async (typed, refusal) => {
  const fake = await asked(typed, few, prod, { policy });
  expect(fake.said[0]?.answer).toMatchObject({ kind: "refused", refusal });
});

test.each([
  ["restart the api deployment", "rollout restart deployment/what-it-is -n where-it-is"],
  ["show me the logs of api", "logs what-it-is -n where-it-is"],
])("%j: what is called so is looked for, and what is asked of it kept", async (typed, wants) => {
  const fake = await asked(typed, few, prod, { policy });
  const answer = fake.said[0]?.answer;
  expect(answer?.kind === "run" && answer.run.task).toMatchObject({
    ...{ kind: "command", request: { verb: "get", scope: { kind: "allNamespaces" } } },
    sought: { name: "api", wants: `kubectl ${wants}`, asked: typed },
  });
});

test("a line that leans on what was shown only writes the change out", async () => {
  const fake = await asked("kubectl get deployment web -n shop on prod-1", few, null, { policy });
  await answerQuestion(fake.services, askerIn(threadOf), "make it 3");
  const answer = fake.said.at(-1)?.answer;
  expect(answer?.kind === "askBack" && answer.line).toBe(
    "kubectl scale deployments/web -n shop --replicas=3 on prod-1",
  );
});
