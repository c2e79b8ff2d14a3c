// What is understood of a file that somebody sent, and what is not taken.
import { readSentFile } from "../../../../src/core/command/change/read-sent-file.ts";
import { fileNameOf } from "../../../../src/core/command/change/sent-file.ts";
import { configMapYaml, deploymentYaml } from "../../../fixtures/sent-files.ts";

const objectsIn = (text: string) => {
  const read = readSentFile(text);
  return read.ok ? read.objects : read.why;
};

describe("objects", () => {
  test.each<[string, string, object[]]>([
    [
      "a Deployment",
      deploymentYaml(),
      [{ resource: "deployments", name: "web", namespace: "shop", risks: [] }],
    ],
    [
      "several documents, comments and empty ones",
      `# first\n---\n${configMapYaml("a", "x")}---\n---\n${configMapYaml("b", "y")}`,
      [
        { resource: "configmaps", name: "a", namespace: null, risks: [] },
        { resource: "configmaps", name: "b", namespace: null, risks: [] },
      ],
    ],
    [
      "JSON, and a List",
      JSON.stringify({
        apiVersion: "v1",
        kind: "List",
        items: [
          { apiVersion: "v1", kind: "Service", metadata: { name: "web", namespace: "shop" } },
          { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name: "Ops:Read" } },
        ],
      }),
      [
        { resource: "services", name: "web", namespace: "shop", risks: [] },
        { resource: "clusterroles", name: "Ops:Read", namespace: null, risks: ["widensRights"] },
      ],
    ],
    [
      "one that stops what runs",
      deploymentYaml("shop/web:2", 0),
      [{ resource: "deployments", name: "web", namespace: "shop", risks: ["stops"] }],
    ],
    [
      "one that runs by no hours",
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { suspend: true }\n",
      [{ resource: "cronjobs", name: "a", namespace: null, risks: ["stops"] }],
    ],
    [
      "one that goes with its owner, who need not be there",
      configMapYaml("a", "x").replace(
        "name: a",
        "name: a\n  ownerReferences: [{ apiVersion: v1, kind: Pod, name: gone, uid: u }]",
      ),
      [{ resource: "configmaps", name: "a", namespace: null, risks: ["irreversible"] }],
    ],
    [
      "one whose container may do more",
      deploymentYaml().replace(
        "          image:",
        "          securityContext: { privileged: true }\n          image:",
      ),
      [{ resource: "deployments", name: "web", namespace: "shop", risks: ["widensRights"] }],
    ],
    [
      "one that is kept from more than it has",
      deploymentYaml().replace(
        "          image:",
        "          securityContext: { runAsNonRoot: true }\n          image:",
      ),
      [{ resource: "deployments", name: "web", namespace: "shop", risks: [] }],
    ],
  ])("%s", (_, text, objects) => {
    expect(objectsIn(text)).toEqual(objects);
  });

  test.each([
    [
      "Windows' line breaks and a mark of byte order",
      `\ufeff${configMapYaml("a", "x").replaceAll("\n", "\r\n")}`,
    ],
    ["an end of the document", `---\n${configMapYaml("a", "x")}...\n# end\n`],
    [
      "a second version of its kind",
      "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: a }\n",
    ],
  ])("taken with %s", (_, text) => {
    expect(objectsIn(text)).toMatchObject([{ name: "a" }]);
  });

  test("spaces at the very end are a line, as kubectl reads them", () => {
    const read = readSentFile(configMap("  a: |+\n    b\n  "));
    expect(read.ok && JSON.parse(read.text).data).toEqual({ a: "b\n\n" });
  });

  test("what is sent is what was understood, as JSON", () => {
    const read = readSentFile(`# note\n${configMapYaml("a", "it's $(id) \\n")}`);
    expect(read.ok && JSON.parse(read.text)).toEqual({
      ...{ apiVersion: "v1", kind: "ConfigMap" },
      ...{ metadata: { name: "a" }, data: { greeting: "it's $(id) \n" } },
    });
  });
});

const configMap = (data: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n${data}`;

const noText = { is: "fileNoText" };
const noYaml = (line: number) => ({ is: "fileNoYaml", line });
/** In the first line of the data. */
const twoReadings = (word: string) => ({ is: "fileTwoReadings", line: 5, word });

test.each<[string, string, object]>([
  ["nothing", "", { is: "fileEmpty" }],
  ["a comment alone", "# nothing\n---\n", { is: "fileEmpty" }],
  ["no YAML", "a: b: c", noYaml(1)],
  ["a key that stands twice", configMap("  a: x\n  a: y\n"), noYaml(6)],
  ["a key that is no word", configMap("  ? [a, b]\n  : y\n"), noYaml(5)],
  ["a key that is a number", configMap("  1: y\n"), noYaml(5)],
  ["a name of objects in this language", configMap('  "__proto__": y\n'), noYaml(5)],
  ["a type of its own", configMap("  a: !!binary aGk=\n"), noYaml(5)],
  ["a tag", configMap("  a: !!str y\n"), noYaml(5)],
  ["a colon at the end of a word in brackets", configMap("  a: [b:, c]\n"), noYaml(5)],
  ["a version of YAML", `%YAML 1.1\n---\n${configMap("  a: yes\n")}`, noYaml(1)],
  [
    "an object that kubectl passes over, behind the end of another",
    `${configMapYaml("a", "x")}...\n${configMapYaml("b", "y")}`,
    noYaml(8),
  ],
  [
    "one in the line of its beginning, behind another",
    `${configMapYaml("a", "x")}--- {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"b"}}\n`,
    noYaml(7),
  ],
  ["no YAML in the third object", `${configMap("  a: b\n")}---\n---\na: b: c`, noYaml(8)],
  ["an alias", configMap("  a: &x y\n  b: *x\n"), { is: "fileAlias", line: 5 }],
  ["yes, which kubectl reads as true", configMap("  a: yes\n"), twoReadings("yes")],
  ["a number in base eight", configMap("  a: 0644\n"), twoReadings("0644")],
  ["a number in base sixty", configMap("  a: 12:30:45\n"), twoReadings("12:30:45")],
  ...["0X1f", "0O17", "0B11", "-0o17", "+_1", "1e1_0", "?b"].map((word): [string, string, object] => [
    `${word}, which is another word to kubectl`,
    configMap(`  a: [${word}]\n`),
    twoReadings(word),
  ]),
  ["a line that goes on after an empty one", configMap('  a: "b\\\n\n    c"\n'), twoReadings("[masked]")],
  ["half a character", configMap('  a: "\\ud83d"\n'), noText],
  [
    "a number that is too long",
    configMap("  a: 90071992547409931\n"),
    { is: "fileNumber", number: expect.any(String) },
  ],
  ["no number", configMap("  a: .nan\n"), { is: "fileNumber", number: "NaN" }],
  ["a character that nobody sees", configMap('  a: "x\u202ey"\n'), noText],
  ["a line that begins for one reader alone", configMap("  a: b #\u2028kind: Secret\n"), noText],
  ["another one", configMap("  a: b #\rkind: Secret\n"), noText],
  ["a mark of byte order within", configMap("  a: b\ufeff\n"), noText],
  ["an escape", configMap("  a: x\u001b[2J\n"), noText],
  ["the same, written as YAML writes it", configMap('  a: "x\\u202ey"\n'), noText],
  ["colours of a terminal, in YAML's own way", configMap('  a: "x\\e[8my"\n'), noText],
  ["an end of a text in other languages", configMap('  a: "x\\0y"\n'), noText],
  ["half of a character", configMap('  a: "\\ud800"\n'), noText],
  ["a name with a space that takes no room", configMap('  "a\\u200b": y\n'), noText],
  ["a letter that is drawn as nothing", configMap("  a: x\u3164y\n"), noText],
  ["a mark on a letter that chooses nothing", configMap("  a: x\ufe0fy\n"), noText],
  ["a space that takes no room", configMap("  a: x\u200by\n"), noText],
  ["one that chooses how another looks", configMap("  a: x\u{e0141}\n"), noText],
  ["the same, written as YAML writes it", configMap('  a: "x\\U000e0141"\n'), noText],
  ["the version that kubectl does not read", `%YAML 1.2\n---\n${configMap("  a: yes\n")}`, noYaml(1)],
  [
    "a version of YAML in a later document",
    `${configMap("  a: b\n")}...\n%YAML 1.2\n---\n${configMap("  a: yes\n").replace("name: a", "name: b")}`,
    { is: "fileNoYaml", line: expect.any(Number) },
  ],
  ["types under other names", `%TAG ! tag:yaml.org,2002:\n---\n${configMap("  a: !str 0777\n")}`, noYaml(1)],
  ["a key that stands twice, in other letters", configMap('  a: x\n  "\\u0061": y\n'), noYaml(6)],
  ["a key that stands twice in braces", configMap("  a: {b: x, c: y, b: z}\n"), noYaml(5)],
  [
    "what is longer as it is sent",
    configMap(`  a: '${'"'.repeat(40_000)}'\n`),
    { is: "fileTooLong", most: 65_536 },
  ],
  ["more than is read", configMap(`  a: ${"x".repeat(70_000)}\n`), { is: "fileTooLong", most: 65_536 }],
  ["nested without end", `${"[".repeat(30_000)}${"]".repeat(30_000)}`, noYaml(1)],
  ["nested too deeply", configMap(`  a: ${"{a: ".repeat(80)}b${"}".repeat(80)}\n`), { is: "fileTooDeep" }],
  ["a list", "- a\n- b\n", { is: "fileNoObject", at: 1, lacks: "apiVersion" }],
  ["no kind", "apiVersion: v1\n", { is: "fileNoObject", at: 1, lacks: "kind" }],
  ["no metadata", "apiVersion: v1\nkind: Pod\n", { is: "fileNoObject", at: 1, lacks: "metadata" }],
  [
    "a name that the cluster makes up",
    "apiVersion: v1\nkind: Pod\nmetadata: { generateName: a- }\n",
    { is: "fileNoObject", at: 1, lacks: "metadata.name" },
  ],
  [
    "a name that is none",
    configMap("  a: b\n").replace("name: a", "name: 'a b'"),
    { is: "fileName", name: "a b" },
  ],
  [
    "a namespace that is none",
    configMap("  a: b\n").replace("name: a", "name: a, namespace: A/b"),
    { is: "fileNamespace", namespace: "A/b" },
  ],
  [
    "a namespace of what lies in none",
    "apiVersion: v1\nkind: Namespace\nmetadata: { name: a, namespace: b }\n",
    { is: "fileNamespace", namespace: "b" },
  ],
  ["a Secret", "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n", { is: "fileSecretKind" }],
  [
    "a kind that is not taken",
    "apiVersion: v1\nkind: Node\nmetadata: { name: a }\n",
    { is: "fileKind", kind: "v1 Node" },
  ],
  [
    "a kind in another group",
    "apiVersion: contoso.example/v1\nkind: Deployment\nmetadata: { name: a }\n",
    { is: "fileKind", kind: "contoso.example/v1 Deployment" },
  ],
  [
    "an object in which kubectl finds others",
    configMap("  a: b\nitems: [{ apiVersion: v1, kind: Namespace, metadata: { name: b } }]\n"),
    { is: "fileItems", kind: "ConfigMap" },
  ],
  [
    "a version that no cluster serves",
    "apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: { name: a }\n",
    { is: "fileKind", kind: "apps/v1beta1 Deployment" },
  ],
  [
    "a kind in other letters",
    configMap("  a: b\n").replace("ConfigMap", "Configmap"),
    { is: "fileKind", kind: "v1 Configmap" },
  ],
  [
    "a short name",
    "apiVersion: apps/v1\nkind: Deploy\nmetadata: { name: a }\n",
    { is: "fileKind", kind: "apps/v1 Deploy" },
  ],
  [
    "a secret in an environment",
    deploymentYaml().replace(
      "          image:",
      "          env: [{ name: DB_PASSWORD, value: hunter2-prod }]\n          image:",
    ),
    { is: "fileWithSecret", line: expect.not.stringContaining("hunter2") },
  ],
  [
    "a secret in a ConfigMap",
    configMap("  app.ini: |\n    user=web\n    password=hunter2-prod\n"),
    { is: "fileWithSecret", line: expect.not.stringContaining("hunter2") },
  ],
  [
    "a secret that is a number, and in base eight",
    configMap("  password: 012345670123\n"),
    twoReadings("[masked]"),
  ],
  [
    "a secret that is a long number",
    configMap("  password: 90071992547409931\n"),
    { is: "fileWithSecret", line: expect.stringMatching(/^"password": "?\[masked\]"?$/) },
  ],
  [
    "a secret in the arguments of a client",
    deploymentYaml().replace(
      "          image:",
      "          command: [mysql, -phunter2-prod]\n          image:",
    ),
    { is: "fileWithSecret", line: expect.not.stringContaining("hunter2") },
  ],
  [
    "one twice",
    `${configMapYaml("a", "x")}---\n${configMapYaml("a", "y")}`,
    { is: "fileTwice", object: "configmaps/a" },
  ],
  [
    "too many",
    Array.from({ length: 21 }, (_, nth) => configMapYaml(`a-${nth}`, "x")).join("---\n"),
    { is: "fileOfMany", most: 20, holds: 21 },
  ],
  [
    "two namespaces",
    `${deploymentYaml()}---\n${deploymentYaml().replace("name: web", "name: other").replace("namespace: shop", "namespace: pay")}`,
    { is: "fileOfSeveralNamespaces", namespaces: ["shop", "pay"] },
  ],
])("not taken: %s", (_, text, why) => {
  expect(objectsIn(text)).toEqual(why);
});

test("letters that are joined by what takes no room are letters", () => {
  expect(objectsIn(configMap("  a: می\u200cخواهم 👩\u200d🚀 ⚠\ufe0f\n"))).toHaveLength(1);
});

test.each([
  ["web.yaml", "web.yaml"],
  ["web (1).yaml", "web-1.yaml"],
  [" ../../etc/web.yml", "etc-web.yml"],
  ["Änderung für web.json", "nderung-f-r-web.json"],
  ["-f.yaml", "f.yaml"],
  ["web.yaml.exe", null],
  ["web", null],
  [".yaml", null],
  ["web.YAML", null],
])("the name %s is spoken of as %s", (given, name) => {
  expect(fileNameOf(given)).toBe(name);
});
