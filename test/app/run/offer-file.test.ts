// The whole output as a file: offered to whoever may read it, in their own chat, and put into their OneDrive once they
// said yes; asked again then. Nothing but the masked text.

import type { ConversationContext } from "../../../src/app/ports/services.ts";
import { takeFileConsent } from "../../../src/app/run/offer-file.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { saidNote } from "../../said.ts";
import { elsewhere, inChat, inThread, press } from "../pressing.ts";
import { allClosed, allow, done, finished, start, trail } from "../setup.ts";

const token = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJzYW0ifQ.c2lnbmF0dXJlLW9mLWl0";
const lines = Array.from({ length: 90 }, (_, at) => `line ${at}`);
const output = [`authorization: Bearer ${token}`, ...lines].join("\n");
const logs = "kubectl logs api-0 on prod-1";

const upload = {
  name: "out.txt",
  uploadUrl: "https://contoso-my.sharepoint.com/upload?session=1",
  contentUrl: "https://contoso-my.sharepoint.com/personal/alexw/out.txt",
  uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C8C",
  fileType: "txt",
};

type Made = Readonly<{ fake: FakeServices; run: Run }>;

async function ran(change: Partial<World> = {}, text = logs): Promise<Made> {
  const fake = start({ progress: [finished(output)], ...change });
  return { fake, run: await done(fake, text) };
}

const ask = ({ fake, run }: Made, asker = inThread()) =>
  press(fake, asker, { verb: "run.file", run: run.id });

async function offered(change: Partial<World> = {}, asker = inThread()): Promise<Made & { pending: string }> {
  const made = await ran(change);
  await ask(made, asker);
  const [card] = made.fake.files;
  if (card?.shown.show !== "offerFile") throw new Error("nothing was offered");
  return { ...made, pending: card.shown.pending };
}

const say = (
  fake: FakeServices,
  pending: string,
  file: typeof upload | null,
  who: ConversationContext = inChat(),
) => takeFileConsent(fake.services, who, { pending, file }, fake.files[0]?.id ?? null);

const ofFile = (fake: FakeServices) => trail(fake).filter((line) => line.startsWith("output.file"));
const lastSaid = ({ said }: FakeServices): unknown => said.at(-1)?.answer;

test("offered in the presser's own chat, put there whole and masked, and shown in the same message", async () => {
  const { fake, run, pending } = await offered();
  const [card] = fake.files;
  expect(card).toMatchObject({
    to: inChat().conversation.key.replace("a:", "opened|29:"),
    shown: {
      name: `prod-1-logs-${run.id}.txt`,
      asked: "kubectl logs api-0 --namespace=default --tail=1000 on prod-1",
    },
  });
  expect(fake.put).toEqual([]);
  await say(fake, pending, upload);
  const [put] = fake.put;
  expect(put?.url).toBe(upload.uploadUrl);
  expect(put?.text).toContain("line 89");
  expect(put?.text).not.toContain(token);
  const { uploadUrl: _, ...kept } = upload;
  expect(fake.files).toEqual([{ ...card, shown: { show: "file", ...kept } }]);
  expect(ofFile(fake)).toEqual(["output.file allowed oncall-reads", "output.file allowed oncall-reads"]);
});

test.each([
  ["kubectl get pods -A -o json on prod-1", "prod-1-get", "json"],
  ["kubectl get pods -A -o yaml on prod-1", "prod-1-get", "yaml"],
  ["kubectl get pods -A -o yaml | grep image on prod-1", "prod-1-get", "txt"],
  ["kubectl rollout status deploy/api -n web on prod-1", "prod-1-rollout-status", "txt"],
])("%s: called %s-….%s", async (text, begin, ending) => {
  const made = await ran({ progress: [finished("image: api\n".repeat(99))] }, text);
  await ask(made);
  expect(made.fake.files).toMatchObject([{ shown: { name: `${begin}-${made.run.id}.${ending}` } }]);
});

test("no is no", async () => {
  const { fake, pending } = await offered();
  await say(fake, pending, null);
  expect(fake.put).toEqual([]);
  expect(lastSaid(fake)).toMatchObject({ kind: "noted", text: saidNote({ is: "fileDeclined" }) });
});

test("somebody else's output in their channel: offered to whoever may read it, and to nobody else", async () => {
  const made = await offered({}, inThread(megan));
  await say(made.fake, made.pending, upload, inChat(megan));
  expect(made.fake.put).toHaveLength(1);
  const other = await ran();
  for (const asker of [inThread(adele), elsewhere(megan)]) await ask(other, asker);
  expect(other.fake.files).toEqual([]);
  expect(ofFile(other.fake)).toEqual(["output.file denied null", "output.file denied null"]);
});

const gone = saidNote({ is: "fileGone" });

describe("a yes that gives nothing", () => {
  const nothingPut = async (made: Made, reason: unknown) => {
    expect(made.fake.put).toEqual([]);
    expect(lastSaid(made.fake)).toMatchObject({ kind: "pressRefused", reason });
  };

  test("a second one", async () => {
    const made = await offered();
    await say(made.fake, made.pending, null);
    await say(made.fake, made.pending, upload);
    await nothingPut(made, gone);
  });

  test("of somebody whom it was not offered to", async () => {
    const made = await offered();
    await say(made.fake, made.pending, upload, inChat(megan));
    await nothingPut(made, gone);
  });

  test("after an hour", async () => {
    const made = await offered();
    await made.fake.services.clock.sleep(61 * 60_000);
    await say(made.fake, made.pending, upload);
    await nothingPut(made, gone);
  });

  test("to the choice of a cluster", async () => {
    const made = await ran();
    const { store, clock } = made.fake.services;
    const { userId, conversation } = inChat();
    const createdAt = clock.now().toISOString();
    await store.savePending({
      id: "Q-1",
      userId,
      reason: "pickCluster",
      text: made.run.id,
      conversation,
      createdAt,
    });
    await say(made.fake, "Q-1", upload);
    await nothingPut(made, gone);
  });

  test("the policy allows it no more", async () => {
    const made = await offered();
    made.fake.world.policy = policyOf(allow("oncall-reads", "oncall"), allClosed);
    await say(made.fake, made.pending, upload);
    await nothingPut(made, expect.stringMatching(/forbids/));
    expect(ofFile(made.fake).at(-1)).toBe("output.file denied all-closed");
  });

  test("Azure allows it no more", async () => {
    const made = await offered();
    made.fake.world.permissions = collected([]);
    await say(made.fake, made.pending, upload);
    await nothingPut(made, expect.stringMatching(/Azure does not let you see this/));
  });

  test.each(["uploadUrl", "contentUrl"] as const)("an %s that is none of Teams' own", async (which) => {
    const made = await offered();
    await say(made.fake, made.pending, { ...upload, [which]: "https://evil.example/x" });
    await nothingPut(made, saidNote({ is: "fileElsewhere" }));
  });
});

test("OneDrive does not take it: said with its code", async () => {
  const { fake, pending } = await offered({ upload: { ok: false, code: "HTTP 507" } });
  await say(fake, pending, upload);
  expect(lastSaid(fake)).toMatchObject({ reason: saidNote({ is: "fileNotTaken", code: "HTTP 507" }) });
});

test("nothing was printed: nothing is offered", async () => {
  const made = await ran({ progress: [finished("")] });
  expect(await ask(made)).toEqual({ text: saidNote({ is: "outdated" }) });
  expect(made.fake.files).toEqual([]);
});

test("in a cloud in which Teams takes no files from bots", async () => {
  const { fake, run } = await ran();
  const services = { ...fake.services, files: { ...fake.services.files, possible: false } };
  expect(await press({ ...fake, services }, inThread(), { verb: "run.file", run: run.id })).toEqual({
    text: saidNote({ is: "noFilesHere" }),
  });
});

test("there is no chat with the presser: said, with how to open one", async () => {
  const { fake, run } = await ran();
  const messenger = { ...fake.services.messenger, personalChat: async () => null };
  const services = { ...fake.services, messenger };
  await press({ ...fake, services }, inThread(), { verb: "run.file", run: run.id });
  expect(fake.files).toEqual([]);
  expect(lastSaid(fake)).toMatchObject({ kind: "failure", failure: { code: "noPersonalChat" } });
});

test("what is for one person alone is offered in their chat alone", async () => {
  const { fake, run } = await ran();
  fake.world.policy = policyOf(allow("oncall-reads", "oncall", "show: personal"));
  expect(await press(fake, inThread(), { verb: "run.file", run: run.id })).toEqual({
    text: saidNote({ is: "inPrivateOnly" }),
  });
  await press(fake, inChat(alex), { verb: "run.file", run: run.id });
  expect(fake.files).toHaveLength(1);
});
