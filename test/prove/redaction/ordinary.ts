// Text that people look at all day and in which nothing is secret: what kubectl prints of an ordinary cluster, and logs.
import { chanceFrom } from "./chance.ts";
import { runAll } from "./corpus.ts";
import { ordinaryLogs } from "./ordinary-logs.ts";
import { ordinaryObjects } from "./ordinary-objects.ts";
import { releaseSecret } from "./releases.ts";

export type Ordinary = Readonly<{ argv: readonly string[]; text: string }>;

const types =
  "pods deployments configmaps nodes services serviceaccounts events persistentvolumes persistentvolumeclaims ingresses leases clusterrolebindings validatingwebhookconfigurations externalsecrets helmreleases horizontalpodautoscalers namespaces".split(
    " ",
  );
const containers = ".spec.template.spec.containers[*]";
const allCommands: readonly (readonly string[])[] = [
  ...types.flatMap((type) => [
    ["get", type, "-A"],
    ["get", type, "-A", "-o=wide", "--show-labels"],
    ["get", type, "-A", "-o=yaml"],
    ["get", type, "-A", "-o=json"],
    ["describe", type, "-A"],
  ]),
  ["get", "clusterroles", "secret-reader", "-o=yaml"],
  ["describe", "clusterroles", "secret-reader"],
  ...["values", "values -o=json", "manifest", "hooks", "notes", "all"].map((part) =>
    `helm get ${part} orders -n shop`.split(" "),
  ),
  ["helm", "list", "-A"],
  ["helm", "history", "orders", "-n", "shop"],
  ["events", "-A"],
  ["api-resources"],
  [
    "get",
    "pods",
    "-A",
    '-o=jsonpath={range .items[*]}{.metadata.name}{"\\t"}{.spec.containers[*].image}{"\\n"}{end}',
  ],
  ["get", "pods", "-A", "-o=jsonpath={.items[*].metadata.uid}"],
  [
    "get",
    "pods",
    "-A",
    "-o=custom-columns=NAME:.metadata.name,NODE:.spec.nodeName,IP:.status.podIP,ID:.status.containerStatuses[*].containerID",
  ],
  [
    "get",
    "deployments",
    "-A",
    `-o=jsonpath={range .items[*]}{.metadata.name}{"\\t"}{${containers}.args}{"\\n"}{end}`,
  ],
  ["get", "deployments", "-A", `-o=custom-columns=NAME:.metadata.name,COMMAND:${containers}.command`],
];

const labels = { "app.kubernetes.io/name": "orders", "app.kubernetes.io/managed-by": "Helm" };
const ordinaryRelease = releaseSecret("orders", {
  values: {
    replicaCount: 3,
    image: { repository: "shop/orders", tag: "2.8.1", pullPolicy: "IfNotPresent" },
    auth: {
      enabled: true,
      existingSecret: "orders-db",
      secretKeys: { adminPasswordKey: "postgres-password" },
    },
    serviceAccount: { create: true, automountServiceAccountToken: false, name: "orders" },
    resources: { limits: { cpu: "500m", memory: "512Mi" }, requests: { cpu: "100m", memory: "256Mi" } },
    ingress: { enabled: true, hosts: ["shop.contoso.example"], tls: [{ secretName: "orders-tls" }] },
    env: { LOG_LEVEL: "info", OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel-collector:4317" },
  },
  manifest: [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "orders", labels } },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "orders", labels },
      spec: {
        replicas: 3,
        template: {
          spec: {
            serviceAccountName: "orders",
            containers: [
              {
                name: "orders",
                image: "shop/orders:2.8.1",
                args: ["--port=8080", "--log-format=json"],
                env: [
                  {
                    name: "DB_PASSWORD",
                    valueFrom: { secretKeyRef: { name: "orders-db", key: "password" } },
                  },
                ],
              },
            ],
          },
        },
      },
    },
  ],
  hooks: [{ apiVersion: "batch/v1", kind: "Job", metadata: { name: "orders-migrate", labels } }],
  notes: [
    "1. Get the application URL by running:",
    "  export POD_NAME=$(kubectl get pods -n shop -l app=orders -o jsonpath='{.items[0].metadata.name}')",
    "2. Get the password of the database:",
    "  kubectl get secret -n shop orders-db -o jsonpath='{.data.password}' | base64 -d",
    "",
  ].join("\n"),
});

/** Few objects of few lines, or seconds for `describe`. */
const rare = /^(?:nodes|services|serviceaccounts|persistent|leases|clusterrole|horizontal|namespaces|events)/;

/** Logs of so many thousand lines, and what kubectl prints: some 24 000 lines, of which a part holds most. */
export async function collectOrdinary(
  seed: number,
  logLines: number,
  whole: boolean,
): Promise<readonly Ordinary[]> {
  const chance = chanceFrom(seed);
  const commands = whole ? allCommands : allCommands.filter((argv) => !rare.test(argv[1] ?? ""));
  const texts = await runAll([...ordinaryObjects(chance), ordinaryRelease], commands);
  const logs = Array.from({ length: Math.ceil(logLines / 1_000) }, () => ({
    argv: ["logs", "orders"],
    text: ordinaryLogs(chance, 1_000),
  }));
  return [...commands.map((argv, at) => ({ argv, text: texts[at] ?? "" })), ...logs];
}

/** Lines that redaction changed, as they were. */
export function touchedLines(before: string, after: string): readonly string[] {
  const left = new Set(after.split("\n"));
  return before.split("\n").filter((line) => !left.has(line));
}
