// The real kubectl and a real shell are the judges: a look changes nothing and foresees what comes of the change; the change is
// made once, and only where nobody has changed the objects since.

import { applyLine, checkLine, readApply, readCheck } from "../../src/core/change/apply-line.ts";
import { fieldChanges } from "../../src/core/change/field-changes.ts";
import { type Look, lookLine, readLook } from "../../src/core/change/look-line.ts";
import type { ChangeRequest } from "../../src/core/command/change/change-request.ts";
import { changeVerbs } from "../../src/core/command/change/change-verbs.ts";
import { parseChange } from "../../src/core/command/change/parse-change.ts";
import type { Touched } from "../../src/core/run/proposed.ts";
import { changeableObjects } from "../fixtures/changeable-objects.ts";
import { configMapYaml, deploymentYaml, keptFile } from "../fixtures/sent-files.ts";
import { runInShell } from "../kubectl/shell.ts";
import { sampleBy } from "../prove/sample.ts";
import { startTestCluster, type TestCluster } from "../simulator/kubernetes/test-cluster.ts";

const nonce = "c4a7".repeat(8);

/** The files that a line may name lie where it is run. */
type Runs = (cluster: TestCluster, line: string) => Promise<string>;
const inLocalAzure: Runs = async (cluster, line) =>
  (await cluster.run("admin", line, undefined, fileBytes)).logs;
const inShell: Runs = (cluster, line) => runInShell(cluster, "admin", line, fileTexts);

const files = Object.entries({
  "web.yaml": deploymentYaml("shop/web:2", 1),
  "settings.yaml": configMapYaml("settings", "it's $(id) `id`"),
  "both.yaml": `${deploymentYaml("shop/web:2")}---\n${configMapYaml("web", "hello")}`,
  "fresh.yaml": configMapYaml("fresh", "hello"),
  "vain.yaml": configMapYaml("vain", "hello").replace("vain", "vain\n  namespace: nowhere"),
}).map(([name, given]) => keptFile(name, given));
const fileTexts = Object.fromEntries(files.map(({ file: { name }, text }) => [name, text]));
const fileBytes = Object.fromEntries(
  Object.entries(fileTexts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
);
type Row = readonly [
  text: string,
  /** `path: before -> after` */
  fields: readonly string[],
  also?: Readonly<{ preview?: "none"; does?: string; pods?: number; meanwhile?: string }>,
];

/** As kubectl puts those of the revision in their place. */
const note = "metadata.annotations.note: added later -> -";
const image = "spec.template.spec.containers[web].image";
const rows: readonly Row[] = [
  ["kubectl scale deploy/web -n shop --replicas=1", ["spec.replicas: 2 -> 1"], { pods: 1 }],
  ["kubectl scale deploy web -n shop --replicas=5 --current-replicas=2", ["spec.replicas: 2 -> 5"]],
  ["kubectl rollout restart deploy/web -n shop", [], { preview: "none", does: "restart", pods: 2 }],
  ["kubectl rollout undo deploy/web -n shop", [note, `${image}: shop/web:1.4 -> shop/web:1.3`], { pods: 2 }],
  [
    "kubectl rollout undo deploy/web -n shop --to-revision=1",
    [note, `${image}: shop/web:1.4 -> shop/web:1.2`],
    { pods: 2, meanwhile: "kubectl annotate deploy/web -n shop other=1" },
  ],
  ["kubectl rollout pause deploy/web -n shop", ["spec.paused: - -> true"], { preview: "none" }],
  ["kubectl rollout resume deploy/held -n shop", ["spec.paused: true -> -"], { preview: "none" }],
  [
    "kubectl cordon aks-system-1",
    ["spec.unschedulable: - -> true"],
    { meanwhile: "kubectl taint node aks-system-1 a=b:NoSchedule" },
  ],
  [
    "kubectl uncordon aks-closed-1",
    ["spec.unschedulable: true -> -"],
    { meanwhile: "kubectl taint node aks-closed-1 a=b:NoSchedule" },
  ],
  [
    "kubectl drain aks-system-1 --ignore-daemonsets --force",
    ["spec.unschedulable: - -> true"],
    { does: "evict", pods: 3, meanwhile: "kubectl cordon aks-system-1" },
  ],
  [
    "kubectl delete pod web-1 -n shop",
    [],
    { does: "delete", pods: 1, meanwhile: "kubectl delete pod web-1 -n shop" },
  ],
  ["kubectl delete deploy/web sts/db -n shop", [], { does: "delete", pods: 2 }],
  [
    "kubectl delete secret db -n shop",
    [],
    { does: "delete", meanwhile: "kubectl label secret db -n shop a=b" },
  ],
  [
    "kubectl label deploy/web -n shop app- tier=web",
    ["metadata.labels.app: web -> -", "metadata.labels.tier: - -> web"],
    { meanwhile: "kubectl label deploy/web -n shop other=1" },
  ],
  // Of one name, and two types.
  ["kubectl label hpa/web deploy/web tier=web -n shop", ["metadata.labels.tier: - -> web"]],
  [
    `kubectl patch node/aks-system-1 cm/settings -n shop --type=merge -p '{"data":{"b":"2"}}'`,
    ["data.b: - -> 2"],
    { meanwhile: "kubectl annotate cm settings -n shop other=1" },
  ],
  [
    "kubectl annotate node aks-system-1 tier=web",
    ["metadata.annotations.tier: - -> web"],
    { meanwhile: "kubectl annotate node aks-system-1 tier=db" },
  ],
  [
    `kubectl patch node aks-system-1 -p '{"metadata":{"finalizers":["example.com/keep"]}}'`,
    ['metadata.finalizers: - -> ["example.com/keep"]'],
    { meanwhile: "kubectl annotate node aks-system-1 tier=db" },
  ],
  [
    "kubectl label node aks-system-1 example.com/tier=web",
    ["metadata.labels[example.com/tier]: - -> web"],
    { meanwhile: "kubectl label node aks-system-1 other=1" },
  ],
  [
    "kubectl label secret db -n shop tier=web",
    ["metadata.labels.tier: - -> web"],
    { meanwhile: "kubectl label secret db -n shop other=1" },
  ],
  [
    "kubectl annotate pod web-1 -n shop note='it''s $(id) `id` \"x\"'",
    ['metadata.annotations.note: - -> its $(id) `id` "x"'],
    { meanwhile: "kubectl annotate pod web-1 -n shop other=1" },
  ],
  [
    `kubectl patch cm settings -n shop --type=json -p '[{"op":"test","path":"/data/a","value":"1"},{"op":"move","from":"/data/a","path":"/data/b"}]'`,
    ["data.a: 1 -> -", "data.b: - -> 1"],
  ],
  [
    "kubectl taint nodes aks-system-1 dedicated=web:NoSchedule",
    ['spec.taints: - -> [{"effect":"NoSchedule","key":"dedicated","value":"web"}]'],
    { meanwhile: "kubectl cordon aks-system-1" },
  ],
  [
    "kubectl set image deploy/web sts/db *=shop/all:2 -n shop",
    [`${image}: shop/web:1.4 -> shop/all:2`],
    { pods: 2 },
  ],
  [
    "kubectl set env ds/agent LEVEL=debug -n shop",
    ["spec.template.spec.containers[agent].env[LEVEL].value: - -> debug"],
    { meanwhile: "kubectl set env ds/agent -n shop A=b" },
  ],
  [
    "kubectl set resources deploy/web --limits=memory=512Mi -n shop",
    ["spec.template.spec.containers[web].resources.limits.memory: - -> 512Mi"],
    { pods: 2 },
  ],
  [`kubectl patch deploy web -n shop -p '{"spec":{"paused":true}}'`, ["spec.paused: - -> true"]],
  [
    `kubectl patch cm settings -n shop --type=json -p '[{"op":"replace","path":"/data/a","value":"it''s"}]'`,
    ["data.a: 1 -> its"],
    { meanwhile: "kubectl annotate cm settings -n shop other=1" },
  ],
  [
    `kubectl patch hpa web -n shop --type=merge -p '{"spec":{"maxReplicas":9}}'`,
    ["spec.maxReplicas: 4 -> 9"],
    { meanwhile: `kubectl patch hpa web -n shop --type=merge -p '{"spec":{"maxReplicas":8}}'` },
  ],
  [
    "kubectl apply -f web.yaml",
    ["spec.replicas: 2 -> 1", `${image}: shop/web:1.4 -> shop/web:2`],
    // It would take away what the annotation says was applied.
    {
      pods: 2,
      meanwhile: `kubectl annotate deploy/web -n shop 'kubectl.kubernetes.io/last-applied-configuration={"spec":{"minReadySeconds":5}}'`,
    },
  ],
  [
    "kubectl apply -f settings.yaml -n shop",
    ["data.greeting: - -> it's $(id) `id`"],
    { meanwhile: `kubectl patch cm settings -n shop -p '{"data":{"b":"2"}}'` },
  ],
  ["kubectl apply -f both.yaml -n shop", [`${image}: shop/web:1.4 -> shop/web:2`], { pods: 2 }],
  [
    "kubectl create -f fresh.yaml -n shop",
    ["data.greeting: - -> hello"],
    { does: "create", meanwhile: "kubectl create -f fresh.yaml -n shop" },
  ],
  [
    "kubectl apply -f fresh.yaml -n shop",
    ["data.greeting: - -> hello"],
    { does: "create", meanwhile: "kubectl create -f fresh.yaml -n shop" },
  ],
  [
    "kubectl replace -f settings.yaml -n shop",
    ["data.a: 1 -> -", "data.greeting: - -> it's $(id) `id`"],
    { meanwhile: "kubectl annotate cm settings -n shop other=1" },
  ],
  [
    "kubectl autoscale sts/db --min=2 --max=5 -n shop",
    [],
    { meanwhile: "kubectl scale sts db -n shop --replicas=7" },
  ],
];

function requestOf(text: string): ChangeRequest {
  const parsed = parseChange(text, files.find(({ file: { name } }) => text.includes(name))?.file);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.reason)}`);
  return parsed.request;
}

const told = (look: Look) =>
  look.ok
    ? look.objects[0]?.fields.map(({ path, before, after }) => `${path}: ${before ?? "-"} -> ${after ?? "-"}`)
    : look.why;

async function looked(
  cluster: TestCluster,
  request: ChangeRequest,
  runs: Runs,
): Promise<Look & { ok: true }> {
  const look = readLook(request, nonce, await runs(cluster, lookLine(request, nonce)));
  if (!look.ok) throw new Error(JSON.stringify(look.why));
  return look;
}

const versionsOf = (look: Look & { ok: true }) => look.objects.map(({ version }) => version);
const isOf =
  ({ type, name, namespace }: Touched) =>
  ({ kind, metadata }: KubeObject): boolean =>
    kind === kinds[type] && metadata.name === name && (metadata.namespace ?? null) === namespace;
const copyOf = (cluster: TestCluster) => structuredClone(cluster.cluster.objects()) as KubeObject[];
type KubeObject = Record<string, unknown> & { kind: string; metadata: { name: string; namespace?: string } };
const kinds: Readonly<Record<string, string>> = {
  deployments: "Deployment",
  statefulsets: "StatefulSet",
  daemonsets: "DaemonSet",
  nodes: "Node",
  pods: "Pod",
  configmaps: "ConfigMap",
  secrets: "Secret",
  horizontalpodautoscalers: "HorizontalPodAutoscaler",
};

const cases = rows.map(([text, fields, also]) => ({ text, fields, ...also }));

/** Some of them each time, every one with `PROVE=1`: each takes the real kubectl a dozen calls. */
const some = (seed: string) => sampleBy(cases, ({ text }) => text, seed, 5);

let cluster: TestCluster;
beforeEach(async () => {
  cluster = await startTestCluster({ objects: [...changeableObjects()] });
});
afterEach(() => cluster.close());

test.each(cases)("$text", async ({ text, fields, preview = "server", does = "change", pods }) => {
  const request = requestOf(text);
  const before = copyOf(cluster);
  const look = await looked(cluster, request, inLocalAzure);
  expect(copyOf(cluster)).toEqual(before);
  expect({ preview: look.preview, fields: told(look) }).toEqual({ preview, fields });
  const [first] = look.objects;
  expect({ does: first?.does, pods: first?.pods }).toEqual({ does, pods });
  const line = applyLine(request, versionsOf(look), nonce);
  const applied = readApply(request, versionsOf(look), nonce, await inLocalAzure(cluster, line));
  expect(applied).toMatchObject({ is: "sent", exitCode: 0 });
  const after = "after" in applied ? applied.after : null;
  expect(after).not.toBeNull();
  if (does === "delete") expect(after).toEqual(look.objects.map(() => null));
  else expect(after?.at(-1)).not.toBe(look.objects.at(-1)?.version);
  for (const touched of look.objects) {
    // The copy of what was applied is no part of what people say of an object.
    const was = before.find(isOf(touched)) ?? null;
    const is = copyOf(cluster).find(isOf(touched));
    if (does === "delete") expect(is).toBeUndefined();
    // What was foreseen is what is there; of a restart it is the time.
    else if (does !== "restart") expect(touched.fields).toEqual(is && fieldChanges(was, is).fields);
  }
});

test.each(some("faster"))("in a shell, where somebody was faster: $text", async ({ text, meanwhile }) => {
  const request = requestOf(text);
  const look = await looked(cluster, request, inShell);
  const target = text.includes("deploy/held") ? "held" : "web";
  const byOthers = meanwhile ?? `kubectl set image deploy/${target} web=shop/web:9 -n shop`;
  expect(await cluster.run("admin", byOthers, undefined, fileBytes)).toMatchObject({ exitCode: 0 });
  const between = copyOf(cluster);
  const line = applyLine(request, versionsOf(look), nonce);
  const output = await inShell(cluster, line);
  const changed = { is: "changedSince", objects: [expect.objectContaining({ name: expect.any(String) })] };
  expect(readApply(request, versionsOf(look), nonce, output)).toEqual(changed);
  const checked = await inShell(cluster, checkLine(request, nonce));
  expect(readCheck(request, versionsOf(look), nonce, checked).is).toBe("changed");
  expect(copyOf(cluster)).toEqual(between);
});

/** Those whose words a shell would make something of, and one of each way to be foreseen. */
const sample = sampleBy(
  cases.filter(({ text }) => /\$\(id\)|deploy\/web sts\/db|autoscale|drain|undo|json/.test(text)),
  ({ text }) => text,
  "both",
  3,
);

/** Pods are evicted all at once, and told of in whatever order that ends. */
const linesOf = (output: string): readonly string[] => output.split("\n").toSorted();

test.each(sample)("both shells print the same, and the change is made once: $text", async ({ text }) => {
  const request = requestOf(text);
  const lines = lookLine(request, nonce);
  expect(linesOf(await inShell(cluster, lines))).toEqual(linesOf(await inLocalAzure(cluster, lines)));
  const look = await looked(cluster, request, inShell);
  const line = applyLine(request, versionsOf(look), nonce);
  const sent = await inShell(cluster, line);
  expect(readApply(request, versionsOf(look), nonce, sent)).toMatchObject({ is: "sent", exitCode: 0 });
  const made = copyOf(cluster);
  const again = await Promise.all([inShell(cluster, line), inLocalAzure(cluster, line)]);
  expect(again[0]).toBe(again[1]);
  expect(readApply(request, versionsOf(look), nonce, again[0]).is).toBe("changedSince");
  expect(copyOf(cluster)).toEqual(made);
});

test("what is as it should be already is passed over", async () => {
  const request = requestOf("kubectl set image deploy/web sts/db *=shop/web:1.4 -n shop");
  const look = await looked(cluster, request, inShell);
  expect(look.objects.map(({ name, fields }) => [name, fields.length])).toEqual([
    ["web", 0],
    ["db", 1],
  ]);
});

test.each([
  ["kubectl scale sts/kept -n shop --replicas=1", undefined],
  ["kubectl scale sts/ledger -n shop --replicas=1", ["deletesVolume"]],
  ["kubectl scale sts/ledger -n shop --replicas=5", undefined],
  [`kubectl patch sts/ledger -n shop -p '{"spec":{"replicas":1}}'`, ["deletesVolume"]],
  [`kubectl patch sts/ledger -n shop -p '{"spec":{"replicas":5}}'`, undefined],
  ["kubectl delete sts/kept -n shop", undefined],
  ["kubectl delete sts/ledger -n shop", ["deletesVolume"]],
])("claims that go with their pods are told of: %s", async (text, risks) => {
  const set = (name: string, more: object) => ({
    ...{ apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name, namespace: "shop" } },
    spec: { replicas: 3, selector: {}, template: {}, ...more },
  });
  const policy = { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete", whenScaled: "Delete" } };
  const other = await startTestCluster({ objects: [set("ledger", policy), set("kept", {})] });
  const look = await looked(other, requestOf(text), inLocalAzure);
  expect(look.objects[0]?.risks).toEqual(risks);
  await other.close();
});

describe("what is not to be", () => {
  const look = async (text: string, person: "admin" | "reader" = "admin") => {
    const request = requestOf(text);
    return readLook(request, nonce, await runInShell(cluster, person, lookLine(request, nonce), fileTexts));
  };

  test.each<["admin" | "reader", string, object]>([
    [
      "admin",
      "kubectl scale deploy/none deploy/web -n shop --replicas=1",
      { is: "notFound", names: ["none"] },
    ],
    ["admin", "kubectl delete pod none web-1 -n shop", { is: "notFound", names: ["none"] }],
    ["admin", "kubectl autoscale sts/none --max=5 -n shop", { is: "notFound", names: ["none"] }],
    [
      "admin",
      "kubectl scale deploy/web -n shop --replicas=1 --current-replicas=7",
      { is: "refused", said: expect.stringContaining("Expected replicas to be 7, was 2") },
    ],
    [
      "admin",
      "kubectl label deploy/web -n shop app=other",
      { is: "refused", said: expect.stringContaining("--overwrite is false") },
    ],
    [
      "admin",
      "kubectl rollout undo deploy/web -n shop --to-revision=9",
      { is: "refused", said: expect.stringContaining("unable to find") },
    ],
    [
      "reader",
      "kubectl scale deploy/web -n shop --replicas=1",
      { is: "refused", said: expect.stringContaining('cannot patch resource "deployments/scale"') },
    ],
    [
      "reader",
      "kubectl delete secret db -n shop",
      { is: "refused", said: expect.stringContaining('cannot get resource "secrets"') },
    ],
    [
      "admin",
      "kubectl create -f both.yaml -n shop",
      { is: "refused", said: expect.stringContaining('deployments.apps "web" already exists') },
    ],
    ["admin", "kubectl replace -f fresh.yaml -n shop", { is: "notFound", names: ["fresh"] }],
    [
      "reader",
      "kubectl apply -f web.yaml",
      { is: "refused", said: expect.stringContaining('cannot patch resource "deployments"') },
    ],
    [
      "admin",
      "kubectl label zork one a=b -n shop",
      { is: "refused", said: expect.stringContaining(`doesn't have a resource type "zork"`) },
    ],
  ])("asked by %s: %s", async (person, text, why) => {
    expect(await look(text, person)).toEqual({ ok: false, why });
  });

  test.each([
    ["reader", "kubectl rollout restart deploy/web -n shop", { mayNot: true, preview: "none" }],
    ["reader", "kubectl delete deploy web -n shop", { mayNot: true, preview: "none" }],
    ["admin", "kubectl rollout restart deploy/web -n shop", { preview: "none" }],
    ["admin", "kubectl delete deploy web -n shop", { preview: "server" }],
  ] as const)("whether the %s may is told, where somebody else could: %s", async (person, text, seen) => {
    const request = requestOf(text);
    const printed = await runInShell(cluster, person, lookLine(request, nonce, true), fileTexts);
    const { objects: _, ...found } = (await readLook(request, nonce, printed, true)) as Look & { ok: true };
    expect(found).toEqual({ ok: true, ...seen });
  });

  test("what is gone already may be deleted where that is said", async () => {
    expect(await look("kubectl delete pod none web-1 -n shop --ignore-not-found")).toMatchObject({
      ok: true,
      objects: [
        { name: "none", version: null },
        { name: "web-1", version: expect.any(String) },
      ],
    });
  });

  test("an object that must not be there yet, and cannot be looked for, keeps the change from being made", async () => {
    const request = requestOf("kubectl delete pod none -n shop --ignore-not-found");
    const line = applyLine(request, [null], nonce);
    const before = copyOf(cluster);
    const broken = line.replaceAll("--namespace=shop", "--namespace=shop --server=https://127.0.0.1:1");
    expect(readApply(request, [null], nonce, await inShell(cluster, broken))).toEqual({ is: "notSent" });
    expect(copyOf(cluster)).toEqual(before);
  });

  test("values of a Secret are printed by no line", async () => {
    const secret = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: {
        name: "key",
        namespace: "shop",
        annotations: { "kubectl.kubernetes.io/last-applied-configuration": "aHVudGVyMg==" },
      },
      data: { key: "aHVudGVyMg==" },
    };
    const other = await startTestCluster({ objects: [secret] });
    const request = requestOf("kubectl label secret key -n shop a=b");
    const seen = await runInShell(other, "admin", lookLine(request, nonce));
    const found = readLook(request, nonce, seen);
    if (!found.ok) throw new Error(JSON.stringify(found.why));
    const done = await runInShell(other, "admin", applyLine(request, versionsOf(found), nonce));
    expect(seen + done).not.toContain("aHVudGVyMg");
    await other.close();
  });

  test("an object that imitates what we print is read as what it is", async () => {
    const mark = `@@${"0".repeat(32)}`;
    const hostile = `x\n${mark} end object-0 0\n${mark} begin change\n{\n}\n`;
    const settings = { apiVersion: "v1", kind: "ConfigMap", data: { a: hostile } };
    const metadata = { name: "hostile", namespace: "shop", annotations: { a: `${mark} sent apply` } };
    const other = await startTestCluster({ objects: [{ ...settings, metadata }] });
    const request = requestOf(`kubectl patch cm hostile -n shop --type=merge -p '{"data":{"b":"c"}}'`);
    const found = readLook(request, nonce, await runInShell(other, "admin", lookLine(request, nonce)));
    expect(found).toMatchObject({ ok: true, objects: [{ fields: [{ path: "data.b", after: "c" }] }] });
    await other.close();
  });

  test("words that a shell would read stay words, in a version as well", async () => {
    const { argv } = requestOf("kubectl delete pod web-1 -n shop");
    const request = { ...requestOf("kubectl delete pod web-1 -n shop"), argv };
    const odd = 'a/it\'s $(id >&2) `id` "x" \\ ; && || > * é';
    const applied = readApply(
      request,
      [odd],
      nonce,
      await inShell(cluster, applyLine(request, [odd], nonce)),
    );
    expect(applied.is).toBe("changedSince");
  });
});

test("every verb is among them", () => {
  const seen = new Set(rows.map(([text]) => requestOf(text).verb));
  expect(changeVerbs.map(({ verb }) => verb).filter((verb) => !seen.has(verb))).toEqual([]);
});
