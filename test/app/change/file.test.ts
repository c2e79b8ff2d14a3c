// A file that somebody sent, from its message to what is made of it: named by its sender alone, judged by what stands in it,
// and sent to the cluster as it was approved, or not at all.

import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { type AttachedFile, fileKeptMilliseconds } from "../../../src/app/ports/files.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import { answerFile } from "../../../src/app/run/sent-file.ts";
import { askerIn, chatOf, threadOf } from "../../fakes/people.ts";
import { configMapYaml, deploymentYaml } from "../../fixtures/sent-files.ts";
import { setMode, stored } from "../setup.ts";
import {
  adele,
  alex,
  approved,
  asked,
  byLeads,
  type Changing,
  cardOf,
  hashOf,
  mayChange,
  policyWith,
  shown,
  startChanging,
  trailOf,
  work,
} from "./changing.ts";

const api = (replicas: number, namespace = "payments"): string =>
  deploymentYaml("payments/api:2", replicas)
    .replaceAll("web", "api")
    .replace("namespace: shop", `namespace: ${namespace}`);
const web = api(3);
const link = "https://contoso-my.sharepoint.com/personal/a/download";
const apply = "kubectl apply -f web.yaml -n payments on prod-1 because orders are stuck";

/** What the dry run prints of it. */
const foreseen = JSON.stringify(
  {
    ...{ apiVersion: "apps/v1", kind: "Deployment" },
    ...{ metadata: { name: "api", namespace: "payments" }, spec: { replicas: 3 } },
  },
  null,
  2,
);
function start(...change: Parameters<typeof startChanging>): Changing {
  const fake = startChanging(...change);
  fake.api.foreseen = foreseen;
  return fake;
}

/** Sent in the person's own chat; the card that answers, or what was said in its place. */
async function send(
  fake: Changing,
  text: string,
  { name = "web.yaml", who = alex, files = 1, downloadUrl = link } = {},
): Promise<string> {
  fake.world.download = { ok: true, text };
  const attached: AttachedFile[] = Array.from({ length: files }, () => ({ name, downloadUrl }));
  await answerFile(fake.services, askerIn(chatOf, who), attached, "", async () => {
    throw new Error("there is no text to go on with");
  });
  return shown(fake).at(-1) ?? "";
}

const refusedText = (fake: Changing): string => JSON.stringify(fake.said.at(-1)?.answer);

describe("a file", () => {
  test("is kept, and answered with what it holds and what to write next", async () => {
    const fake = start();
    const card = await send(fake, web);
    expect(card).toMatch(/I have web\.yaml[\s\S]*deployment\/api[\s\S]*kubectl apply -f web\.yaml/);
    expect(fake.sent).toEqual([]);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      ...{ action: "file.take", outcome: "recorded", actor: alex.objectId },
      detail: { file: "web.yaml", objects: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test.each<[string, Parameters<typeof send>[1], Parameters<typeof send>[2], RegExp]>([
    ["a Secret", "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n", {}, /holds a Secret/],
    ["an ending that says nothing", web, { name: "web.txt" }, /\.yaml, \.yml or \.json/],
    ["two at once", web, { files: 2 }, /one file at a time/],
    ["from somewhere else", web, { downloadUrl: "https://evil.example/x" }, /neither in OneDrive nor/],
    ["no YAML", "a: b: c", {}, /cannot be read as YAML/],
  ])("not taken: %s", async (_what, text, how, says) => {
    const fake = start();
    expect(await send(fake, text, how)).toMatch(says);
    expect(shown(fake).at(-1)).toMatch(/Nothing of it was kept/);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: "file.take", outcome: "refused" });
    await answerQuestion(fake.services, askerIn(threadOf), apply);
    expect(fake.sent).toEqual([]);
  });

  test.each([
    ["a name", "name: api", "name: password=hunter2-prod"],
    ["a kind", "kind: Deployment", "kind: ghp_abcdefghijklmnopqrstuvwxyz0123456789"],
    ["a namespace", "namespace: payments", "namespace: password=hunter2-prod"],
    ["what means two things", "replicas: 3", "replicas: 3\n  password: 012345670123"],
  ])("not taken, and its secret is told nowhere: %s", async (_what, plain, secret) => {
    const fake = start();
    const card = await send(fake, web.replace(plain, secret));
    expect(card).toMatch(/Not taken/);
    const kept = JSON.stringify([fake.said, fake.memory.audit]);
    expect(`${card}${kept}`).not.toMatch(/hunter2|ghp_|012345670123/);
  });

  const readOnly = policyWith();
  const noFiles = policyWith(mayChange(byLeads()).replace('verbs: ["*"]', "verbs: [scale, delete]"));
  test.each<[string, Parameters<typeof startChanging>[0], typeof alex, RegExp, string]>([
    ["in no group", {}, adele, /No rule of the policy lets you change/, "fileNotAllowed"],
    ["may only read", { policy: readOnly }, alex, /No rule of the policy/, "fileNotAllowed"],
    ["may change nothing by a file", { policy: noFiles }, alex, /No rule of the policy/, "fileNotAllowed"],
    ["is not signed in", { signedOut: new Set([alex.objectId]) }, alex, /Sign in first/, "fileSignInFirst"],
  ])("of somebody who %s: nothing of it is fetched or read", async (_who, world, who, says, code) => {
    const fake = start(world);
    const touched: string[] = [];
    const { files, textWork } = fake.services;
    Object.assign(files, { get: async () => touched.push("fetched") });
    Object.assign(textWork, { readFile: async () => touched.push("read") });
    await send(fake, web, { who });
    expect(touched).toEqual([]);
    expect(shown(fake).join("\n")).toMatch(says);
    expect(fake.signInCards).toEqual(code === "fileSignInFirst" ? ["web.yaml"] : []);
    expect(fake.memory.audit).toMatchObject([
      { action: "file.take", outcome: "refused", actor: who.objectId, detail: { code } },
    ]);
  });

  test("that takes too long to read: said, and nothing of it is kept", async () => {
    const fake = start();
    Object.assign(fake.services.textWork, { readFile: async () => ({ ok: false, reason: "deadline" }) });
    expect(await send(fake, web)).toMatch(/could not be read in the time[\s\S]*Nothing of it was kept/);
  });

  test("that could not be got, and one for which no key is there, say so", async () => {
    const fake = start();
    const keyless = {
      ...fake,
      services: { ...fake.services, store: { ...fake.services.store, keepsFiles: () => false } },
    };
    expect(await send(keyless, web)).toMatch(/FILES\\_KEY\\_FILE/);
    const asker = askerIn(chatOf);
    fake.world.download = { ok: false, why: { is: "fileNotGot", code: "HTTP 503" } };
    await answerFile(fake.services, asker, [{ name: "web.yaml", downloadUrl: link }], "", async () => {});
    expect(shown(fake).at(-1)).toMatch(/HTTP 503[\s\S]*Nothing of it was kept/);
  });

  test.each(["off", "diagnose"] as const)("is not even fetched in mode %s", async (mode) => {
    const fake = start();
    await setMode(fake, mode, "a freeze");
    const gets: string[] = [];
    const get = async (url: string) => {
      gets.push(url);
      return fake.world.download;
    };
    const services: Services = { ...fake.services, files: { ...fake.services.files, get } };
    await answerFile(
      services,
      askerIn(chatOf),
      [{ name: "web.yaml", downloadUrl: link }],
      "",
      async () => {},
    );
    expect(gets).toEqual([]);
    expect(fake.said.at(-1)?.answer.kind).toBe("closed");
  });

  test("sent with the command that names it is named by it", async () => {
    const fake = start();
    fake.world.download = { ok: true, text: web };
    const went: string[] = [];
    const attached = [{ name: "web.yaml", downloadUrl: link }];
    await answerFile(fake.services, askerIn(chatOf), attached, apply, async () => void went.push(apply));
    expect(went).toEqual([apply]);
    expect(fake.said).toEqual([]);
  });
});

describe("a command that names one", () => {
  test.each<[string, (fake: Changing) => Promise<unknown>]>([
    ["that nobody sent", async () => {}],
    ["that somebody else sent", (fake) => send(fake, web, { who: adele })],
    ["of another name", (fake) => send(fake, web, { name: "other.yaml" })],
    [
      "that was sent more than an hour ago",
      async (fake) => {
        await send(fake, web);
        await fake.services.clock.sleep(fileKeptMilliseconds + 1);
      },
    ],
  ])("%s is told to send it", async (_what, before) => {
    const fake = start();
    await before(fake);
    await answerQuestion(fake.services, askerIn(threadOf), apply);
    expect(refusedText(fake)).toContain("I have no file web.yaml of yours");
    expect(fake.sent).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["a kind that no rule allows", "resources: [services]", web],
    ["a namespace that no rule allows", "namespaces: [shop]", web],
    ["a namespace of the file that no rule allows", "namespaces: [payments]", deploymentYaml()],
    [
      "one object of two that no rule allows",
      "resources: [deployments]",
      `${web}---\n${configMapYaml("page", "x")}`,
    ],
    [
      "an object in no namespace",
      'resources: ["*"]',
      "apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n",
    ],
  ])("%s is denied", async (_what, only, text) => {
    const narrow = mayChange(byLeads())
      .replace(only.replace(/:.*/, ': ["*"]'), only)
      .replace(", clusterScoped: true }, approval", " }, approval");
    const fake = start({ policy: policyWith(narrow) });
    await send(fake, text);
    const line = text === deploymentYaml() ? apply.replace(" -n payments", "") : apply;
    await answerQuestion(
      fake.services,
      askerIn(threadOf),
      line.replace(/ -n payments/, text.includes("kind: Namespace") ? "" : "$&"),
    );
    expect(JSON.stringify(fake.said.at(-1)?.answer)).toMatch(/denied|notAllowed|noRule|policy/i);
    expect(fake.sent).toEqual([]);
  });

  test("is bound to what the file holds, and not to its name", async () => {
    const fake = start();
    await send(fake, web);
    const first = await asked(fake, apply);
    await send(fake, api(4));
    const second = await asked(fake, apply);
    expect(hashOf(first)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(second)).not.toBe(hashOf(first));
  });

  test("goes to the cluster with the very file that was approved, and to both of its commands", async () => {
    const fake = start();
    await send(fake, web);
    const run = await asked(fake, apply);
    expect(cardOf(fake, run.id)).toMatch(/web\.yaml, SHA-256 [0-9a-f]{12}/);
    await send(fake, api(0));
    const end = await approved(fake, run);
    expect(end.status.state).toBe("succeeded");
    expect(fake.sent.map(({ file }) => file?.name)).toEqual(["web.yaml", "web.yaml"]);
    for (const { file } of fake.sent)
      expect(JSON.parse(file?.text ?? "")).toMatchObject({ spec: { replicas: 3 } });
    expect(await fake.services.store.fileOfRun(run.id)).toBeNull();
    expect(fake.memory.audit.find(({ runId }) => runId === run.id)?.detail).toMatchObject({
      file: "web.yaml",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each<[string, (text: string | null) => string | null]>([
    ["is gone", () => null],
    ["is another one", (text) => `${text} `],
  ])("changes nothing where its file %s meanwhile", async (_what, instead) => {
    const fake = start();
    await send(fake, web);
    const run = await asked(fake, apply);
    const { store } = fake.services;
    const fileOfRun = async (id: string) => instead(await store.fileOfRun(id));
    const later = { ...fake, services: { ...fake.services, store: { ...store, fileOfRun } } };
    const end = await approved(later, run);
    expect(end.status).toMatchObject({
      state: "failed",
      failure: { happened: { is: "sentFileGone" }, done: "nothingSent" },
    });
    expect(fake.sent).toHaveLength(1);
    expect(fake.api.made).toBe(0);
    expect(trailOf(fake, run.id).at(-1)).toMatch(/finish failed/);
  });

  test("looks at nothing where its file was replaced before the run was kept", async () => {
    const fake = start();
    await send(fake, web);
    const { store } = fake.services;
    const createRun: typeof store.createRun = async (...values) => {
      await send(fake, api(0));
      return store.createRun(...values);
    };
    await answerQuestion({ ...fake.services, store: { ...store, createRun } }, askerIn(threadOf), apply);
    const id = fake.memory.audit.find(({ runId }) => runId !== null)?.runId ?? "";
    await work(fake, { id });
    expect((await stored(fake, id)).status).toMatchObject({
      state: "failed",
      failure: { happened: { is: "sentFileGone" } },
    });
    expect(fake.sent).toEqual([]);
  });
});
