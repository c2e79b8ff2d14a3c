// The Helm chart: rendered and linted by the real Helm, its objects held to Kubernetes' own schemas, and what a reviewer
// asks of them.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { parseAllDocuments } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { findHelm } from "../../simulator/kubernetes/kubectl.ts";
import { faultsOf, type KubernetesObject } from "./kubernetes-schemas.ts";

type Values = Readonly<Record<string, unknown>>;

const chart = "deploy/chart";
let helm = "";
beforeAll(async () => {
  helm = (await findHelm()) ?? "";
});

const run = async (verb: readonly string[], values: Values): Promise<string> => {
  const sets = Object.entries(values).flatMap(([name, value]) => [
    "--set-json",
    `${name}=${JSON.stringify(value)}`,
  ]);
  return (await promisify(execFile)(helm, [...verb, chart, "--namespace", "oncall", ...sets])).stdout;
};

/** The least that is needed. */
const needed: Values = {
  "image.repository": "registry.example.com/aks-oncall",
  "secrets.settings": "aks-oncall",
  "policy.configMap": "aks-oncall-policy",
  settings: {
    MICROSOFT_APP_ID: "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14",
    MICROSOFT_APP_TENANT_ID: "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7",
    OAUTH_CONNECTION_NAME: "aks-oncall",
    AUDIT_KEY_VAULT_KEY: "https://vault.vault.azure.net/keys/audit",
  },
};

const everything: Values = {
  ...needed,
  "secrets.keys": { name: "aks-oncall-keys", items: ["audit-key.pem", "files.key"] },
  "secrets.providerClass": "aks-oncall",
  "autoscaling.enabled": true,
  "workloadIdentity.reader": true,
  strategy: "RollingUpdate",
  "ingress.enabled": true,
  "ingress.host": "oncall.example.com",
  "ingress.tlsSecret": "oncall-tls",
  "ingress.annotations": { "example.com/a": "b" },
  "metrics.enabled": true,
  "networkPolicy.collector.to": [{ namespaceSelector: { matchLabels: { name: "telemetry" } } }],
  "networkPolicy.metrics": [{ namespaceSelector: { matchLabels: { name: "monitoring" } } }],
  "networkPolicy.database.to": [{ ipBlock: { cidr: "10.1.2.0/28" } }],
  "image.pullSecrets": [{ name: "registry" }],
  "image.digest": `sha256:${"0".repeat(64)}`,
  nodeSelector: { pool: "system" },
  tolerations: [{ key: "CriticalAddonsOnly", operator: "Exists" }],
  priorityClassName: "system-cluster-critical",
  podAnnotations: { "example.com/c": "d" },
  "serviceAccount.annotations": {
    "azure.workload.identity/client-id": "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14",
  },
};

async function rendered(values: Values): Promise<readonly KubernetesObject[]> {
  const text = await run(["template", "oncall"], values);
  return parseAllDocuments(text).map((document) => document.toJS());
}

// biome-ignore lint/suspicious/noExplicitAny: read as a person reads YAML.
const of = (objects: readonly KubernetesObject[], kind: string): any =>
  objects.find((object) => object.kind === kind);

test("both versions are the product's", async () => {
  const [document] = parseAllDocuments(await readFile(`${chart}/Chart.yaml`, "utf8"));
  const { version } = packageJson;
  expect(document?.toJS()).toMatchObject({ version, appVersion: version });
});

describe.each([
  ["the least", needed, ["Deployment", "NetworkPolicy", "PodDisruptionBudget", "Service", "ServiceAccount"]],
  [
    ...(["everything", everything] as const),
    [
      ...["Deployment", "HorizontalPodAutoscaler", "Ingress", "NetworkPolicy", "PodDisruptionBudget"],
      ...["Service", "ServiceAccount"],
    ],
  ],
] as const)("with %s", (_name, values, kinds) => {
  test("Helm's own checks pass", async () => {
    expect(await run(["lint", "--strict"], values)).toContain("0 chart(s) failed");
  });

  test("the objects are those, and Kubernetes would take each of them", async () => {
    const objects = await rendered(values);
    expect(objects.map(({ kind }) => kind).toSorted()).toEqual([...kinds]);
    for (const object of objects) expect([object.kind, await faultsOf(object)]).toEqual([object.kind, []]);
  });
});

test.each([
  ["a field that is misspelt", { readynessProbe: {} }],
  ["a field in the wrong place", { runAsNonRoot: true }],
  ["a value of another type", { replicas: "two" }],
])("the schemas refuse %s", async (_name, more) => {
  const deployment = of(await rendered(needed), "Deployment");
  const broken = { ...deployment, spec: { ...deployment.spec, ...more } };
  expect(await faultsOf(broken)).not.toEqual([]);
});

describe("what is refused, before anything is rendered", () => {
  test.each<[string, Values, RegExp]>([
    ["no settings of the registration", { settings: {} }, /MICROSOFT_APP_ID/],
    ["one replica", { replicas: 1 }, /replicas/],
    ["a value that nobody reads", { replica: 3 }, /replica/],
    ["no Secret", { "secrets.settings": "" }, /secrets/],
    ["a door without a certificate", { "ingress.enabled": true, "ingress.host": "a.example" }, /tlsSecret/],
    [
      "no key for the audit trail",
      { settings: { ...(needed.settings as Values), AUDIT_KEY_VAULT_KEY: null } },
      /AUDIT_KEY_VAULT_KEY/,
    ],
  ])("%s", async (_name, values, says) => {
    await expect(run(["template", "oncall"], { ...needed, ...values })).rejects.toThrow(says);
  });

  const elsewhere = [
    ...["MICROSOFT_APP_PASSWORD", "DATABASE_URL", "METRICS_TOKEN", "ALERTS_ALERTMANAGER_TOKEN"],
    ...["ALERTS_GRAFANA_TOKEN", "ALERTS_GRAFANA_SIGNING_SECRET", "ALERTS_PAGERDUTY_SIGNING_SECRET"],
    ...["ON_CALL_PAGERDUTY_TOKEN", "ON_CALL_OPSGENIE_KEY", "ON_CALL_CALENDARS"],
    // Set by the chart, or a file on a file system that is read-only.
    ...[
      "POLICY_FILE",
      "PORT",
      "HOST",
      "METRICS_PORT",
      "METRICS_HOST",
      "DATA_DIR",
      "AUDIT_KEY_FILE",
      "AUDIT_HEAD_FILE",
      "FILES_KEY_FILE",
    ],
    ...["MICROSOFT_APP_CERTIFICATE_PATH", "MICROSOFT_APP_TOKEN_FILE", "READER_TOKEN_FILE"],
  ];
  test("secrets, and what the chart sets, are no plain settings; all others are", async () => {
    const schema = JSON.parse(await readFile(`${chart}/values.schema.json`, "utf8"));
    const { pattern, not } = schema.properties.settings.propertyNames;
    const isPlain = (name: string) => new RegExp(pattern).test(name) && !new RegExp(not.pattern).test(name);
    const example = await readFile(".env.example", "utf8");
    const all = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = ""]) => name);
    expect(all.filter((name) => !isPlain(name)).toSorted()).toEqual(elsewhere.toSorted());
    await expect(
      run(["template", "oncall"], { ...needed, "settings.METRICS_TOKEN": "0123456789abcdefghij" }),
    ).rejects.toThrow(/METRICS_TOKEN/);
  });
});

describe("the pod", () => {
  test("has no right that it does not need", async () => {
    const { spec } = of(await rendered(everything), "Deployment").spec.template;
    expect(spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
    expect(spec.securityContext).toMatchObject({
      ...{ runAsNonRoot: true, runAsUser: 65_532, seccompProfile: { type: "RuntimeDefault" } },
    });
    expect(spec.containers[0].securityContext).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
    });
  });

  test("runs as the user of the image", async () => {
    const { runAsUser, runAsGroup } = of(await rendered(needed), "Deployment").spec.template.spec
      .securityContext;
    expect(await readFile("Dockerfile", "utf8")).toContain(
      `\nUSER ${runAsUser}:${runAsGroup}\nEXPOSE 3978\n`,
    );
  });

  test("names the keys that are mounted, root's and for its group alone", async () => {
    const { spec } = of(await rendered(everything), "Deployment").spec.template;
    const folder = "/etc/aks-oncall/keys";
    expect(spec.containers[0].env).toEqual(
      expect.arrayContaining([
        { name: "AUDIT_KEY_FILE", value: `${folder}/audit-key.pem` },
        { name: "FILES_KEY_FILE", value: `${folder}/files.key` },
      ]),
    );
    const keys = spec.volumes.find(({ name }: { name: string }) => name === "keys");
    expect([keys.secret.defaultMode, spec.securityContext.fsGroup]).toEqual([0o440, 65_532]);
  });

  test("no object holds a secret", async () => {
    const objects = await rendered(everything);
    expect(of(objects, "Secret")).toBeUndefined();
    expect(of(objects, "Deployment").spec.template.spec.containers[0].envFrom).toEqual([
      { secretRef: { name: "aks-oncall" } },
    ]);
  });

  test("leaves the number of replicas to the autoscaler, which keeps two", async () => {
    const objects = await rendered(everything);
    expect(of(objects, "Deployment").spec.replicas).toBeUndefined();
    expect(of(objects, "HorizontalPodAutoscaler").spec.minReplicas).toBe(2);
    expect(of(await rendered(needed), "Deployment").spec.replicas).toBe(2);
  });
});

test("the network: in from the ingress controller, out to names, to 443 and to PostgreSQL", async () => {
  const { spec } = of(await rendered(needed), "NetworkPolicy");
  expect(spec.policyTypes).toEqual(["Ingress", "Egress"]);
  expect(spec.ingress).toHaveLength(1);
  const ports = spec.egress.flatMap((rule: { ports: { port: number }[] }) =>
    rule.ports.map(({ port }) => port),
  );
  expect(ports).toEqual([53, 53, 443, 5432]);
});

test("metrics: at a port of their own, for Prometheus alone; and out to the collector", async () => {
  const objects = await rendered(everything);
  const { ingress, egress } = of(objects, "NetworkPolicy").spec;
  const [{ ports, env }] = of(objects, "Deployment").spec.template.spec.containers;
  expect(ingress.map((rule: { ports: { port: string }[] }) => rule.ports.map(({ port }) => port))).toEqual([
    ["http"],
    ["metrics"],
  ]);
  expect(ingress[1].from).toEqual([{ namespaceSelector: { matchLabels: { name: "monitoring" } } }]);
  expect(egress.map((rule: { ports: { port: number }[] }) => rule.ports[0]?.port)).toContain(4318);
  expect(ports).toContainEqual({ name: "metrics", containerPort: 9464 });
  expect(env).toContainEqual({ name: "METRICS_PORT", value: "9464" });
  expect(of(objects, "Service").spec.ports).toEqual([{ name: "http", port: 80, targetPort: "http" }]);

  const without = await rendered({ ...everything, "metrics.enabled": false });
  expect(of(without, "NetworkPolicy").spec.ingress).toHaveLength(1);
  expect(JSON.stringify(of(without, "Deployment"))).not.toContain("METRICS_");
});

test("the internet reaches three addresses", async () => {
  const [{ http }] = of(await rendered(everything), "Ingress").spec.rules;
  expect(http.paths.map(({ path }: { path: string }) => path)).toEqual([
    "/api/messages",
    "/api/alerts",
    "/signin/challenge",
  ]);
});
