// An output that somebody pastes: a question about the cluster whose API server it asks, or that was spoken of before.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { readClientTest } from "../../../src/core/client/read-client-test.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { askerIn, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { pastedTest } from "../../fixtures/client-tests.ts";
import { recordName, zoneName } from "../../fixtures/healthy-snapshot.ts";
import { press } from "../pressing.ts";
import { kinds, start, stored, submitted, summaryOf } from "../setup.ts";

const thread = askerIn(threadOf);
const prod1 = { ...summaryOf("prod-1"), apiNames: [`${recordName}.${zoneName}`] };
const other = { ...summaryOf("prod-2"), apiNames: ["prod-2-z.hcp.westeurope.azmk8s.io"] };
const seeing = (): FakeServices =>
  start({ clusters: collected({ clusters: [other, prod1], problem: null }) });

/** What is kept of the run. */
async function asked(fake: FakeServices, text: string) {
  const { task, cluster } = await submitted(fake, text, thread);
  return { name: cluster.name, kind: task.kind, client: "client" in task ? task.client : {} };
}

const speakOf = (fake: FakeServices, { id, name }: typeof prod1) =>
  fake.services.store.rememberCluster(thread.conversation.key, { id, name });

test.each([
  ["the API server's own name", pastedTest("nslookup-windows-old"), "prod-1"],
  ["a cluster in the sentence before it", `on prod-2:\n${pastedTest("curl-mac-timed-out")}`, "prod-2"],
  ["diagnose before it", `diagnose prod-2 with\n${pastedTest("nslookup-windows-old")}`, "prod-2"],
])("found by %s", async (_by, text, name) => {
  const fake = seeing();
  await speakOf(fake, name === "prod-1" ? other : prod1);
  expect(await asked(fake, text)).toMatchObject({ name, kind: "diagnose" });
});

test.each(["Output:", "this is what I get from my laptop:", "Ausgabe:"])(
  "%s names no cluster: the API server's own name does",
  async (sentence) => {
    const fake = seeing();
    await speakOf(fake, other);
    expect(await asked(fake, `${sentence}\n${pastedTest("nslookup-windows-old")}`)).toMatchObject({
      name: "prod-1",
    });
  },
);

describe("an output that asks the API servers of two clusters", () => {
  const [one = "", two = ""] = [prod1, other].map(({ apiNames: [name] }) => name);
  const failing = (name: string) =>
    `Unable to connect to the server: dial tcp: lookup ${name} on 192.168.1.254:53: no such host`;
  const both = `${failing(one)}\n${failing(two)}`;

  test.each([both, `Output:\n${both}`, both.replaceAll("\n", " ")])("is asked about: %#", async (text) => {
    const fake = seeing();
    await answerQuestion(fake.services, thread, text);
    expect(fake.said.map(({ answer }) => answer)).toMatchObject([
      { kind: "pickCluster", wanted: "", matches: [{ name: "prod-1" }, { name: "prod-2" }] },
    ]);
  });

  test("and goes on about the one that is chosen, with what was pasted", async () => {
    const fake = seeing();
    await answerQuestion(fake.services, thread, both);
    const answer = fake.said[0]?.answer;
    const pending = answer?.kind === "pickCluster" ? answer.pendingId : "";
    await press(fake, thread, { verb: "pick", pending, cluster: other.id });
    expect(await stored(fake, fake.memory.audit.at(-1)?.runId)).toMatchObject({
      cluster: { name: "prod-2" },
      task: { client: { symptom: both } },
    });
  });

  test.each([
    ["a cluster is named before it", `on prod-2:\n${both}`, "prod-2"],
    ["diagnose is said before it", `diagnose prod-2 with\n${both}`, "prod-2"],
    ["nobody sees one of them", `${failing(one)}\n${failing("gone-1.hcp.westeurope.azmk8s.io")}`, "prod-1"],
  ])("is not, where %s", async (_why, text, name) => {
    expect(await asked(seeing(), text)).toMatchObject({ name });
  });

  test("is not, where both are names of one cluster", async () => {
    const named = { ...prod1, apiNames: [one, "prod-1-pub.hcp.westeurope.azmk8s.io"] };
    const fake = start({ clusters: collected({ clusters: [other, named], problem: null }) });
    const text = `${failing(one)}\n${failing("prod-1-pub.hcp.westeurope.azmk8s.io")}`;
    expect(await asked(fake, text)).toMatchObject({ name: "prod-1" });
  });
});

test("diagnose with a name that is nobody's means no other cluster", async () => {
  const fake = seeing();
  await answerQuestion(fake.services, thread, `diagnose prd-1 with\n${pastedTest("nslookup-windows-old")}`);
  expect(kinds(fake)).toEqual(["clusterUnknown"]);
});

const recreated = pastedTest("kubectl-recreated");

test("the cluster spoken of before, where it names none", async () => {
  const fake = seeing();
  await speakOf(fake, prod1);
  expect(await asked(fake, pastedTest("kubectl-timed-out-private"))).toMatchObject({ name: "prod-1" });
});

test.each([
  ["that it chose before it was made anew", recreated, "prod-1"],
  ["of the portal", recreated.replace("prod-1-0a1b2c3d", "prod-2-dns-0a1b2c3d"), "prod-2"],
  ["of the Azure CLI", recreated.replace("prod-1-0a1b2c3d", "prod-2-rg-prod-6f1d2c-0a1b2c3d"), "prod-2"],
])("an API server that is gone, by the name %s", async (_whose, text, name) => {
  const fake = seeing();
  await speakOf(fake, name === "prod-1" ? other : prod1);
  expect(await asked(fake, text)).toMatchObject({ name, kind: "diagnose" });
});

test.each([recreated, `what is this: ${recreated}`])(
  "an API server that is nobody's is not the one spoken of before: %#",
  async (text) => {
    const fake = seeing();
    await speakOf(fake, prod1);
    await answerQuestion(fake.services, thread, text.replace("prod-1-0a1b2c3d", "pay-0a1b2c3d"));
    expect(kinds(fake)).toEqual(["clusterUnknown"]);
  },
);

test("of nobody's cluster, and none was spoken of: it is said, and nothing is guessed", async () => {
  const fake = seeing();
  await answerQuestion(fake.services, thread, pastedTest("kubectl-timed-out-private"));
  expect(kinds(fake)).toEqual(["pickCluster"]);
});

test("no secret of it is kept, and what it shows is", async () => {
  const fake = seeing();
  const secret = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJzYW0ifQ.c2lnbmF0dXJlLW9mLWl0";
  const text = `${pastedTest("curl-linux-401")}\n> Authorization: Bearer ${secret}`;
  const { client } = await asked(fake, text);
  expect(readClientTest(client.symptom ?? "")).toEqual(readClientTest(text));
  expect(JSON.stringify([client, fake.memory.audit, fake.said])).not.toContain(secret);
});
