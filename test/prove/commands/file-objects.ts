// Objects for files: their kinds, names and fields as people write them, and now and then odd ones.
import type { Chance } from "../redaction/chance.ts";
import { oddWords } from "./odd-words.ts";
import { map, type Pair, raw, type Value } from "./yaml-by-hand.ts";

export const oneIn = ({ below }: Chance, times: number): boolean => below(times) === 0;

/** What fits, and once in so many times what does not. */
export const mostly = <T>(chance: Chance, times: number, fitting: readonly T[], odd: readonly T[]): T =>
  chance.pick(oneIn(chance, times) ? odd : fitting);

const names = ["one", "one-more", "vault", "web", "new-one", "api-2", "a.b", "7"];
const oddNames: readonly Value[] = [
  ...[
    raw("1"),
    raw("0x1f"),
    raw("1e3"),
    raw("no"),
    raw("~"),
    raw("a b"),
    raw("2001-12-14"),
    raw("!!str 1"),
    raw("[a]"),
  ],
  ...[
    "",
    "Web",
    "a/b",
    "..",
    ".",
    "a_b",
    "-a",
    "a b",
    "a\u200bb",
    "ａ",
    "system:one",
    "a:b",
    "a".repeat(254),
    "one ",
    "a?b=c",
  ],
  ...["one%2fone", "a#b", "__proto__", "constructor"],
];

export function makeObject(chance: Chance, nth: number, place: readonly Value[]): Value {
  const [apiVersion, kind, body] = chance.pick(oneIn(chance, 40) ? oddKinds : kinds);
  const isPlaced = !/^(?:Cluster|Namespace|Node|Priority|Persistent\w+e$)/.test(kind) || oneIn(chance, 10);
  const name: Value = oneIn(chance, 60)
    ? chance.pick(oddNames)
    : `${chance.pick(names)}${nth > 0 ? `-${nth}` : ""}`;
  const metadata = map(
    oneIn(chance, 100) ? undefined : ["name", name],
    oneIn(chance, 50) ? ["generateName", "one-"] : undefined,
    ...place.map((namespace): Pair | undefined => (isPlaced ? ["namespace", namespace] : undefined)),
    oneIn(chance, 2) ? ["labels", map(["app", "one"], ["tier", wordOf(chance)])] : undefined,
    oneIn(chance, 4)
      ? ["annotations", map(["note", wordOf(chance)], ["example.com/at", textOf(chance)])]
      : undefined,
    oneIn(chance, 20) ? chance.pick(metadataMore) : undefined,
  );
  const pairs: readonly Pair[] = [
    ["apiVersion", oneIn(chance, 60) ? chance.pick(oddVersions) : apiVersion],
    ["kind", kind],
    ["metadata", oneIn(chance, 100) ? chance.pick(oddMetadata) : metadata],
    ...body(chance),
    ...(oneIn(chance, 25) ? [chance.pick(topMore)] : []),
  ];
  return map(...(oneIn(chance, 5) ? pairs.toReversed() : pairs));
}

const secret = map(
  ["apiVersion", "v1"],
  ["kind", "Secret"],
  ["metadata", map(["name", "one"])],
  ["stringData", map(["a", "b"])],
);
const role = map(
  ["apiVersion", "rbac.authorization.k8s.io/v1"],
  ["kind", "ClusterRole"],
  ["metadata", map(["name", "one"])],
  ["rules", []],
);

/** What stands beside, and would make another object of it for a reader that goes by it. */
const topMore: readonly Pair[] = [
  ["kind", "Secret"],
  ["kind", "ConfigMap"],
  ["Kind", "Secret"],
  ["KIND", "Secret"],
  ["apiversion", "v1"],
  ["apiVersion", "v1"],
  ["items", [secret]],
  ["items", [role]],
  ["items", [role, role]],
  ["Items", [role]],
  ["items", []],
  ["items", null],
  ["items", map()],
  ["metadata", map(["name", "vault"], ["namespace", "vault"])],
  ["Metadata", map(["name", "vault"], ["namespace", "vault"])],
  ["<<", map(["kind", "Secret"])],
  ["<<", raw("{kind: Secret}")],
  ["status", map(["replicas", 3])],
  ["list", [secret]],
  ["x", raw("{".repeat(70) + "}".repeat(70))],
  ["x", raw("[".repeat(40) + "]".repeat(40))],
  ["\u212aind", "Secret"],
  ["kind\u200b", "Secret"],
  ["kind ", "Secret"],
];

const metadataMore: readonly Pair[] = [
  ["name", "vault"],
  ["Name", "vault"],
  ["namespace", "vault"],
  ["Namespace", "vault"],
  ["nameSpace", "vault"],
  ["namespace", null],
  ["resourceVersion", "1"],
  ["uid", "00000000-0000-4000-8000-000000000001"],
  ["finalizers", ["example.com/one"]],
  ["labels", null],
  ["annotations", null],
  ["annotations", raw("[]")],
  ["annotations", map(["kubectl.kubernetes.io/last-applied-configuration", '{"kind":"Secret"}'])],
  ["ownerReferences", [map(["apiVersion", "v1"], ["kind", "Secret"], ["name", "one"], ["uid", "1"])]],
  ["managedFields", []],
  ["creationTimestamp", null],
  ["generation", 3],
];
const oddMetadata: readonly Value[] = [
  ...[
    null,
    [],
    "one",
    map(),
    raw("one"),
    raw("{name: one}"),
    raw('{"name":"one"}'),
    raw("{name}"),
    raw("name: one"),
  ],
  [map(["name", "one"])],
];
const oddVersions: readonly Value[] = [
  ...[
    "v1",
    "apps/v1",
    "v2",
    "V1",
    "apps/v1beta1",
    "extensions/v1beta1",
    "/v1",
    "v1/",
    "apps/v1/",
    "",
    " v1",
    "apps//v1",
  ],
  ...[
    raw("1"),
    raw("v1 "),
    null,
    "metrics.k8s.io/v1beta1",
    "serving.knative.dev/v1",
    "batch/v1",
    "autoscaling/v1",
  ],
];

type Body = (chance: Chance) => readonly Pair[];
const none: Body = () => [];
const container = (chance: Chance): Value =>
  map(
    ["name", "c"],
    ["image", "contoso.example/c:1"],
    oneIn(chance, 8) ? ["command", ["sh", "-c", textOf(chance)]] : undefined,
    oneIn(chance, 8) ? ["args", [wordOf(chance), wordOf(chance)]] : undefined,
    oneIn(chance, 3) ? ["env", [map(["name", "LEVEL"], ["value", wordOf(chance)])]] : undefined,
    oneIn(chance, 4) ? ["ports", [map(["containerPort", numberOf(chance)])]] : undefined,
    oneIn(chance, 6)
      ? ["resources", map(["limits", map(["cpu", numberOf(chance)], ["memory", "1Gi"])])]
      : undefined,
    oneIn(chance, 10) ? ["securityContext", map(["privileged", wordOf(chance)])] : undefined,
  );
const template = (chance: Chance): Value =>
  map(
    ["metadata", map(["labels", map(["app", "one"])])],
    ["spec", map(["containers", Array.from({ length: 1 + chance.below(2) }, () => container(chance))])],
  );
const workload: Body = (chance) => [
  [
    "spec",
    map(
      oneIn(chance, 2) ? ["replicas", numberOf(chance)] : undefined,
      ["selector", map(["matchLabels", map(["app", "one"])])],
      ["template", template(chance)],
      oneIn(chance, 8) ? ["paused", wordOf(chance)] : undefined,
    ),
  ],
];
const settings: Body = (chance) => [
  [
    "data",
    map(
      ...Array.from(
        { length: 1 + chance.below(4) },
        (_, nth): Pair => [
          oneIn(chance, 50)
            ? chance.pick(oddKeys)
            : `${chance.pick(["level", "app.ini", "greeting", "a_b"])}${nth || ""}`,
          oneIn(chance, 3) ? textOf(chance) : wordOf(chance),
        ],
      ),
    ),
  ],
];
const rules: Body = (chance) => [
  [
    "rules",
    [map(["apiGroups", ["", chance.pick(["apps", "*"])]], ["resources", ["pods"]], ["verbs", ["get"]])],
  ],
];
const bound: Body = () => [
  ["roleRef", map(["apiGroup", "rbac.authorization.k8s.io"], ["kind", "Role"], ["name", "one"])],
  ["subjects", [map(["kind", "Group"], ["name", "ops"])]],
];
const ports: Body = (chance) => [
  [
    "spec",
    map(
      ["ports", [map(["port", numberOf(chance)], ["name", wordOf(chance)])]],
      ["selector", map(["app", "one"])],
    ),
  ],
];
const budget: Body = (chance) => [["spec", map(["minAvailable", numberOf(chance)])]];
const scaled: Body = (chance) => [["spec", map(["minReplicas", numberOf(chance)], ["maxReplicas", 3])]];

const rbac = "rbac.authorization.k8s.io/v1";
const kinds: readonly (readonly [apiVersion: string, kind: string, body: Body])[] = [
  ...Array.from({ length: 5 }, () => ["v1", "ConfigMap", settings] as const),
  ...Array.from({ length: 3 }, () => ["apps/v1", "Deployment", workload] as const),
  ["apps/v1", "StatefulSet", workload],
  ["apps/v1", "DaemonSet", workload],
  ["batch/v1", "Job", (chance) => [["spec", map(["template", template(chance)])]]],
  [
    "batch/v1",
    "CronJob",
    (chance) => [
      [
        "spec",
        map(["schedule", raw(chance.pick(['"* * * * *"', "'*/5 * * * *'", "5 4 * * *", "* * * * *"]))]),
      ],
    ],
  ],
  ["v1", "Pod", (chance) => [["spec", map(["containers", [container(chance)]])]]],
  ["v1", "Service", ports],
  ["v1", "ServiceAccount", none],
  ["v1", "Namespace", none],
  [
    "v1",
    "PersistentVolumeClaim",
    (chance) => [["spec", map(["resources", map(["requests", map(["storage", numberOf(chance)])])])]],
  ],
  ["v1", "ResourceQuota", (chance) => [["spec", map(["hard", map(["pods", numberOf(chance)])])]]],
  ["networking.k8s.io/v1", "NetworkPolicy", () => [["spec", map(["podSelector", map()])]]],
  [
    "networking.k8s.io/v1",
    "Ingress",
    (chance) => [["spec", map(["rules", [map(["host", wordOf(chance)])]])]],
  ],
  ["policy/v1", "PodDisruptionBudget", budget],
  ["autoscaling/v2", "HorizontalPodAutoscaler", scaled],
  ["scheduling.k8s.io/v1", "PriorityClass", (chance) => [["value", numberOf(chance)]]],
  [rbac, "Role", rules],
  [rbac, "ClusterRole", rules],
  [rbac, "RoleBinding", bound],
  [rbac, "ClusterRoleBinding", bound],
];
const oddKinds: typeof kinds = [
  ...[
    ..."Secret secret Secrets SECRET Node configmap ConfigMaps CONFIGMAP".split(" "),
    ..."Configmap cm List".split(" "),
  ].map((kind) => ["v1", kind, settings] as const),
  ...["Deploy", "deployment", "Deployments", "ControllerRevision", "List"].map(
    (kind) => ["apps/v1", kind, workload] as const,
  ),
  ["v1", "Secret ", settings],
  ["v1", "\u0421onfigMap", settings],
  ["v1", "", none],
  ["cert-manager.io/v1", "Certificate", none],
  ["serving.knative.dev/v1", "Service", none],
  ["v1", "Deployment", workload],
  ["apps/v1", "Pod", none],
  ["v1", "ReplicationController", workload],
  ["v1", "Event", none],
  ["certificates.k8s.io/v1", "CertificateSigningRequest", none],
];

const oddKeys = [
  "1",
  "yes",
  "true",
  "~",
  "null",
  "<<",
  "=",
  "a b",
  "a: b",
  "",
  "é",
  "0x1",
  "1.5",
  "2001-12-14",
  "a\nb",
  "__proto__",
  "#a",
  "'",
];

const plainNumbers = ["1", "2", "80", "8080", "1.5", "0.25", "1.0", "100", "0"];
const numberOf = (chance: Chance): Value =>
  raw(oneIn(chance, 20) ? chance.pick(oddWords) : chance.pick(plainNumbers));

const plainTexts = [
  "one",
  "debug",
  "web.shop",
  "contoso.example/c",
  "a-b",
  "it is so",
  "x: y",
  "5m",
  "1Gi",
  "it's",
  'a "b"',
  "true",
  "no",
  "0644",
  "é",
  "\u{1f600}",
  " a ",
  "",
];
const wordOf = (chance: Chance): Value =>
  oneIn(chance, 15) ? raw(chance.pick(oddWords)) : chance.pick(plainTexts);

const longTexts = [
  "a=b\nc=d\n",
  "first\n\n  more\nlast",
  "#!/bin/sh\necho $(id) `x`\n",
  "x\n\n\n",
  "a\n b\n  c\n",
  "\ttab\n",
  "a \nb\n",
  "[x]\ny: z\n",
  "one",
  "{}\n",
  "é\n",
];
const textOf = (chance: Chance): Value => chance.pick(longTexts);
