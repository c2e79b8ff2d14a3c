// Two states of an object, as people read what is between them.
import { fieldChanges } from "../../../src/core/change/field-changes.ts";

const told = (before: object | null, after: object) =>
  fieldChanges(before as Record<string, unknown>, after as Record<string, unknown>).fields.map(
    (field) => `${field.path}: ${field.before ?? "-"} -> ${field.after ?? "-"}`,
  );
const pod = (...containers: readonly object[]) => ({ spec: { containers } });

test.each<[string, object | null, object, (string | string[])?]>([
  ["nothing", { spec: { a: 1 } }, { spec: { a: 1 } }],
  ["a value", { spec: { replicas: 2 } }, { spec: { replicas: 3 } }, "spec.replicas: 2 -> 3"],
  ["a value that comes and one that goes", { a: "x" }, { b: false }, ["a: x -> -", "b: - -> false"]],
  ["a value of another shape", { a: "x" }, { a: { b: 1 } }, 'a: x -> {"b":1}'],
  ["null, as if it were not there", { a: null }, { b: null }],
  [
    "a key that is no plain word",
    { metadata: { labels: {} } },
    { metadata: { labels: { "example.com/tier": "web" } } },
    "metadata.labels[example.com/tier]: - -> web",
  ],
  [
    "an entry by its name",
    pod({ name: "api", image: "a:1" }, { name: "log", image: "l:1" }),
    pod({ name: "log", image: "l:1" }, { name: "api", image: "a:2" }),
    ["spec.containers: [api],[log] -> [log],[api]", "spec.containers[api].image: a:1 -> a:2"],
  ],
  [
    "an entry that is added, one that has a name alone",
    pod({ name: "api" }),
    pod({ name: "api" }, { name: "log" }),
    "spec.containers[log]: - -> {}",
  ],
  ["a list without names, as a whole", { a: [1, 2] }, { a: [2] }, "a: [1,2] -> [2]"],
  [
    "a list in which a name stands twice",
    { a: [{ name: "x", v: 1 }] },
    { a: [{ name: "x" }, { name: "x" }] },
    'a: [{"name":"x","v":1}] -> [{"name":"x"},{"name":"x"}]',
  ],
  ["an empty list of names", { a: [] }, { a: [{ name: "x", v: 1 }] }, "a[x].v: - -> 1"],
  ["a volume of nothing", { v: [] }, { v: [{ name: "x", emptyDir: {} }] }, "v[x].emptyDir: - -> {}"],
  ["what is always written", pod({ name: "a" }), pod({ name: "a", resources: {} })],
  ["fields in another order", { a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] }],
  [
    "what the API server keeps for itself",
    { metadata: { resourceVersion: "1", generation: 1, managedFields: [] }, status: { a: 1 } },
    { metadata: { resourceVersion: "2", generation: 2, uid: "u" }, status: { a: 2 } },
  ],
  [
    "what says the whole of it once more",
    { metadata: { annotations: { "kubectl.kubernetes.io/last-applied-configuration": "a" } } },
    { metadata: { annotations: { "kubectl.kubernetes.io/last-applied-configuration": "b", n: "1" } } },
    "metadata.annotations.n: - -> 1",
  ],
  [
    "values of a Secret",
    { apiVersion: "v1", kind: "Secret", data: { a: "1" } },
    { apiVersion: "v1", kind: "Secret", stringData: { a: "2" } },
  ],
  [
    "another type that is called Secret",
    { apiVersion: "vault.example.com/v1", kind: "Secret", data: { a: "1" } },
    { apiVersion: "vault.example.com/v1", kind: "Secret", data: { a: "2" } },
    "data.a: 1 -> 2",
  ],
  ["a number that becomes a text", { port: 80 }, { port: "80" }, 'port: 80 -> "80"'],
  ["a list that becomes its own text", { a: [1] }, { a: "[1]" }, 'a: [1] -> "[1]"'],
  [
    "an entry that comes before the others",
    { steps: [{ name: "verify", v: 1 }] },
    {
      steps: [
        { name: "fetch", v: 2 },
        { name: "verify", v: 1 },
      ],
    },
    ["steps: [verify] -> [fetch],[verify]", "steps[fetch].v: - -> 2"],
  ],
  [
    "an object that is made",
    null,
    { apiVersion: "v1", kind: "K", metadata: { name: "n" }, spec: { a: 1 } },
    "spec.a: - -> 1",
  ],
])("%s", (...[_, before, after, fields = []]) => {
  expect(told(before, after)).toEqual([fields].flat());
});

test("values are whole: they are masked before they are cut", () => {
  const value = "x".repeat(5_000);
  expect(fieldChanges({ a: "x" }, { a: value }).fields).toEqual([{ path: "a", before: "x", after: value }]);
});

test("a hundred and fifty are kept, and how many more there are", () => {
  const many = Object.fromEntries(Array.from({ length: 170 }, (_, at) => [`k${at}`, at]));
  expect(fieldChanges({}, many)).toMatchObject({ fields: { length: 150 }, moreFields: 20 });
});

const container = (more: object) => ({
  spec: { template: { spec: { containers: [{ name: "api", image: "a:1", ...more }] } } },
});
const taint = (effect: string) => ({ effect, key: "a" });

test.each<[string, object, object, risk?: string]>([
  ["an image", container({}), container({ image: "a:2" })],
  [
    "a guard that a replaced list no longer holds",
    container({ securityContext: { runAsNonRoot: true } }),
    container({}),
    "widensRights",
  ],
  [
    "a container that may do more",
    container({}),
    container({ securityContext: { privileged: true } }),
    "widensRights",
  ],
  [
    "a volume of the node's",
    { spec: { volumes: [] } },
    { spec: { volumes: [{ name: "v", hostPath: { path: "/" } }] } },
    "widensRights",
  ],
  ["a finalizer that goes", { metadata: { finalizers: ["a"] } }, { metadata: {} }, "irreversible"],
  ["a finalizer that comes", { metadata: {} }, { metadata: { finalizers: ["a"] } }],
  [
    "an owner that comes, and need not be there",
    { metadata: {} },
    { metadata: { ownerReferences: [{ kind: "Pod", name: "gone", uid: "u" }] } },
    "irreversible",
  ],
  [
    "an owner that is another one",
    { metadata: { ownerReferences: [{ kind: "Pod", name: "gone", uid: "u" }] } },
    { metadata: { ownerReferences: [{ kind: "Pod", name: "gone", uid: "v" }] } },
    "irreversible",
  ],
  ["an owner that goes", { metadata: { ownerReferences: [{ name: "a" }] } }, { metadata: {} }],
  ["runs no more by its hours", { spec: { suspend: false } }, { spec: { suspend: true } }, "stops"],
  ["runs again by its hours", { spec: { suspend: true } }, { spec: { suspend: false } }],
  ["none at once", { spec: { parallelism: 2 } }, { spec: { parallelism: 0 } }, "stops"],
  [
    "a port of the node's",
    container({ ports: [{ name: "web", containerPort: 80 }] }),
    container({ ports: [{ name: "web", containerPort: 80, hostPort: 80 }] }),
    "widensRights",
  ],
  ["processes of other containers", { spec: {} }, { spec: { shareProcessNamespace: true } }, "widensRights"],
  [
    "an address that is somebody else's",
    { spec: {} },
    { spec: { externalIPs: ["10.0.0.1"] } },
    "widensRights",
  ],
  ["no replicas", { spec: { replicas: 2 } }, { spec: { replicas: 0 } }, "stops"],
  [
    "a taint that moves pods",
    { spec: { taints: [taint("NoSchedule")] } },
    { spec: { taints: [taint("NoExecute")] } },
    "drainsNode",
  ],
  [
    "one taint fewer that moves pods",
    { spec: { taints: [taint("NoExecute"), { ...taint("NoExecute"), key: "b" }] } },
    { spec: { taints: [taint("NoExecute")] } },
  ],
  [
    "a volume that goes with its claim",
    { spec: { persistentVolumeReclaimPolicy: "Retain" } },
    { spec: { persistentVolumeReclaimPolicy: "Delete" } },
    "deletesVolume",
  ],
  [
    "claims that go with their pods",
    { spec: {} },
    { spec: { persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete" } } },
    "deletesVolume",
  ],
])("what people should know of: %s", (...[_, before, after, risk]) => {
  const { risks = [] } = fieldChanges(before as never, after as never);
  expect(risks).toEqual(risk === undefined ? [] : [risk]);
});

test("they are told of fields that are not shown as well", () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, at]));
  expect(fieldChanges({}, { ...many, spec: { replicas: 0 } }).risks).toEqual(["stops"]);
});
