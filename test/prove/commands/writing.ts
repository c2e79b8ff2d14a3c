// Lines by chance that change something, or look as if they did: as people write them, and as somebody would who wants a
// change to pass for less. Nothing here is taken from the guard's own tables.
import { servedTypes } from "../../kubectl/served-types.ts";
import { type Chance, chanceFrom } from "../redaction/chance.ts";
import {
  alone,
  type Make,
  makeWords,
  name,
  namespace,
  some,
  spelled,
  spellingOf,
  valued,
} from "./grammar.ts";

/** `words`: what a shell would make of the line; null where it would do more than run one command, or nothing is typed so. */
export type TypedLine = Readonly<{ text: string; words: readonly string[] | null }>;

export function makeWritingLines(count: number, seed: number): readonly TypedLine[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => makeLine(chance));
}

function makeLine(chance: Chance): TypedLine {
  const plain = chance.below(12) === 0 ? makeWords(chance) : makeChange(chance);
  const words = chance.below(4) === 0 ? chance.pick(twists)(chance, plain) : plain;
  const text = words.map((word) => spelled(chance, word)).join(" ");
  if (chance.below(12) === 0) return { text: chance.pick(shells)(chance, text), words: null };
  return { text, words };
}

const typeOf = (chance: Chance, ...resources: readonly string[]): string => {
  const of = servedTypes.filter(
    ({ group, resource }) => resources.includes(resource) && group !== "metrics.k8s.io",
  );
  return spellingOf(chance.pick, chance.pick(of));
};

const rolled = ["deployments", "deployments", "statefulsets", "daemonsets"];
const scalable = ["deployments", "deployments", "statefulsets", "replicasets", "replicationcontrollers"];
const templated = [...rolled, "replicasets", "replicationcontrollers", "cronjobs", "jobs", "pods"];
const anything = [
  ...["pods", "pods", "deployments", "services", "configmaps", "secrets", "jobs", "ingresses", "nodes"],
  ...["namespaces", "persistentvolumeclaims", "persistentvolumes", "rolebindings", "clusterroles", "events"],
  ...["serviceaccounts", "networkpolicies", "certificates", "clusterissuers", "gateways", "storageclasses"],
];

/** What fits most of the time, and else what does not. */
const mostly =
  (fitting: Make, odd: Make): Make =>
  (chance) =>
    (chance.below(12) === 0 ? odd : fitting)(chance);

/** Named objects in every form that kubectl has; now and then in one that is none. */
const objectsOf = (...types: readonly string[]): Make => {
  const type = (chance: Chance) => typeOf(chance, ...types);
  const several = (chance: Chance) => Array.from({ length: 1 + chance.below(3) }, () => name(chance));
  const typed = (chance: Chance) => `${type(chance)}/${name(chance)}`;
  return mostly(
    (chance) =>
      chance.pick<Make>([
        () => [type(chance), name(chance)],
        () => [type(chance), name(chance)],
        () => [type(chance), ...several(chance)],
        () => [typed(chance)],
        () => [typed(chance), typed(chance)],
        () => [`${type(chance)},${type(chance)}`, name(chance)],
      ])(chance),
    (chance) =>
      chance.pick<Make>([
        () => [type(chance)],
        () => [typed(chance), name(chance)],
        () => [chance.pick(["all", "*", "-", "namespaces"]), ...several(chance)],
      ])(chance),
  );
};

const place: Make = (chance) =>
  chance.pick<Make>([namespace, namespace, valued("--namespace", "pay"), () => []])(chance);
const number = (flag: string): Make =>
  mostly(valued(flag, "0", "1", "3"), valued(flag, "05", "-1", "x", "1000000000000", "00"));
const nodes: Make = (chance) =>
  chance.pick([
    () => [name(chance)],
    () => [name(chance), name(chance)],
    () => [`${chance.pick(["node", "nodes", "no", "pod"])}/${name(chance)}`],
    () => [chance.pick(["node", "nodes"]), name(chance)],
  ])();

const times = mostly(valued("--timeout", "30s", "1m", "2m30s"), valued("--timeout", "0s", "0", "9m"));
const containers = valued("-c", "c", "*", "none");
const objectBodies = [
  '{"spec":{"paused":true}}',
  '{"metadata":{"labels":{"a":"b"}}}',
  '{ "metadata" : { "annotations": { "note": "it is \\"so\\" \u00e9" } } }',
  '{"metadata":{"labels":{"a":null}}}',
  '{"spec":{"replicas":1},"spec":{"paused":true}}',
  '{"spec":{"replicas":1e1,"minReadySeconds":-0}}',
  '{"__proto__":{"a":1}}',
  "{}",
];
const listBodies = [
  '[{"op":"remove","path":"/spec/paused"}]',
  '[{"op":"add","path":"/metadata/labels/a","value":"b"}]',
  "[]",
];
const oddBodies = [
  ...['{"spec":{"replicas":12345678901234567890}}', '{"spec":{"replicas":1e400}}'],
  ...["spec: {paused: true}", "", '{"a":', "[1]"],
];
const body = (...texts: readonly string[]): Make =>
  mostly(
    (chance) => valued(chance.pick(["-p", "--patch"]), ...texts)(chance),
    valued("-p", ...oddBodies, ...listBodies),
  );

type Words = Readonly<{ fitting: readonly string[]; odd: readonly string[] }>;

const labelled: Words = {
  fitting: ["a=b", "tier=web", "a-", "b-", "example.com/a=b", "A=b"],
  odd: ["a=", "=b", "a=b=c", "a:b", "--"],
};
const annotated: Words = {
  fitting: [...labelled.fitting, "note=it is so", "note={}", "kubernetes.io/change-cause=by hand"],
  odd: labelled.odd,
};
const tainted: Words = {
  fitting: [
    ...["a=b:NoSchedule", "a:NoSchedule", "a:NoExecute-", "a-", "b=c:NoExecute", "c=:PreferNoSchedule"],
    "a=b:NoSchedule-",
  ],
  odd: ["a=b", "a:Never", ":NoSchedule"],
};
const imaged: Words = {
  fitting: ["c=contoso.example/c:2", "*=contoso.example/c:3", "c=c@sha256:aa"],
  odd: ["d=x", "c=", "c"],
};
const varied: Words = {
  fitting: ["LEVEL=debug", "LEVEL-", "A=b c", "A=", "EMPTY-", "A.B=c"],
  odd: ["-", "1A=b"],
};

/** One, or several; now and then none. */
const values = ({ fitting, odd }: Words): Make =>
  mostly(
    ({ pick, below }) => Array.from({ length: 1 + (below(3) === 0 ? 1 : 0) }, () => pick(fitting)),
    ({ pick, below }) => Array.from({ length: below(2) }, () => pick(odd)),
  );

const verbs: readonly (readonly [weight: number, make: Make])[] = [
  [
    5,
    (chance) => [
      "scale",
      ...objectsOf(...scalable)(chance),
      ...number("--replicas")(chance),
      ...place(chance),
      ...some(chance, [number("--current-replicas"), number("--resource-version"), number("--replicas")], 1),
    ],
  ],
  [
    5,
    (chance) => {
      const word = chance.pick(["restart", "restart", "undo", "undo", "pause", "resume", "abort"]);
      const flags = word === "undo" ? some(chance, [number("--to-revision")], 1) : [];
      const types = /pause|resume/.test(word) ? ["deployments"] : rolled;
      return ["rollout", word, ...objectsOf(...types)(chance), ...place(chance), ...flags];
    },
  ],
  [2, (chance) => [chance.pick(["cordon", "uncordon"]), ...nodes(chance)]],
  [
    1,
    (chance) => [
      "drain",
      ...nodes(chance),
      ...(chance.below(6) === 0 ? [] : ["--ignore-daemonsets"]),
      ...some(chance, [
        alone("--delete-emptydir-data", "--disable-eviction"),
        alone("--force", "--force=false"),
        number("--grace-period"),
        times,
        valued("--pod-selector", "app=one"),
      ]),
    ],
  ],
  [
    8,
    (chance) => [
      "delete",
      ...objectsOf(...anything)(chance),
      ...place(chance),
      ...some(chance, [
        alone("--wait=false", "--wait", "--now", "--force", "--ignore-not-found", "--ignore-not-found=0"),
        number("--grace-period"),
        valued("--cascade", "background", "orphan", "foreground"),
        alone("--cascade"),
        times,
      ]),
    ],
  ],
  ...(
    [
      ["label", anything, labelled],
      ["annotate", anything, annotated],
      ["taint", ["nodes"], tainted],
    ] as const
  ).map(([verb, types, words]): readonly [number, Make] => [
    4,
    (chance) => [
      verb,
      ...objectsOf(...types)(chance),
      ...values(words)(chance),
      ...place(chance),
      ...some(
        chance,
        [alone("--overwrite", "--overwrite=false"), valued("--resource-version", "1"), alone("--list")],
        1,
      ),
    ],
  ]),
  ...(
    [
      ["image", imaged],
      ["env", varied],
      ["resources", varied],
    ] as const
  ).map(([part, words]): readonly [number, Make] => [
    3,
    (chance) => [
      "set",
      part,
      ...objectsOf(...templated)(chance),
      ...(part === "resources"
        ? valued("--limits", "cpu=1", "memory=1Gi", "cpu=500m,memory=1Gi")(chance)
        : values(words)(chance)),
      ...place(chance),
      ...some(
        chance,
        part === "image" ? [alone("--record")] : [containers, alone("--overwrite", "--record")],
        1,
      ),
    ],
  ]),
  [
    5,
    (chance) => [
      "patch",
      ...objectsOf(...anything)(chance),
      ...(chance.below(3) === 0
        ? ["--type=json", ...body(...listBodies)(chance)]
        : [
            ...body(...objectBodies)(chance),
            ...some(chance, [valued("--type", "merge", "strategic", "Merge")], 1),
          ]),
      ...place(chance),
    ],
  ],
  [
    2,
    (chance) => [
      "autoscale",
      ...objectsOf(...scalable)(chance),
      ...number("--max")(chance),
      ...some(chance, [number("--min"), number("--cpu-percent"), valued("--name", "one", "other")]),
      ...place(chance),
    ],
  ],
  [
    2,
    (chance) => [
      ...chance
        .pick([
          "create deployment one --image=c",
          "create -f one.yaml",
          "apply -f one.yaml",
          "apply -k .",
          "replace --force -f one.yaml",
          "edit deploy/one",
          "run one --image=c",
          "expose deploy/one --port=80",
          "certificate approve one",
          "auth reconcile -f one.yaml",
          "set subject rolebinding/one --user=a",
          "set serviceaccount deploy/one one",
          "set selector svc/one a=b",
          "rollout",
          "set",
          "debug one",
          "exec one -- sh",
        ])
        .split(" "),
      ...place(chance),
    ],
  ],
];
const bag = verbs.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));

const makeChange = (chance: Chance): readonly string[] => ["kubectl", ...chance.pick(bag)(chance)];

const foreign: readonly Make[] = [
  alone("--dry-run", "--dry-run=client", "--dry-run=server", "--dry-run=none", "--all", "--all=false", "-A"),
  alone("--record", "--local", "--prune", "--recursive", "--validate=false", "--list", "-R", "-w", "-h"),
  valued("-l", "app=one", "app"),
  valued("--context", "other"),
  valued("--kubeconfig", "/dev/null"),
  valued("--as", "root", "system:admin"),
  valued("--server", "http://127.0.0.1:1"),
  valued("-s", "http://127.0.0.1:1"),
  valued("--token", "a"),
  valued("-f", "one.yaml", "-", "http://127.0.0.1:1/a.yaml"),
  valued("-k", "."),
  valued("-o", "yaml", "name", "jsonpath={.metadata.name}"),
  valued("--raw", "/api/v1/namespaces/pay/pods/one", "/readyz"),
  valued("--field-selector", "metadata.name=one"),
  valued("--subresource", "status", "scale"),
  valued("--from", "secret/one"),
  valued("-e", "A=b"),
  valued("--field-manager", "me"),
  valued("--request-timeout", "9s"),
  alone("--warnings-as-errors", "--disable-compression", "--match-server-version=false"),
];

/** Letters that look like others, or are dropped by what shows them. */
const alike: readonly (readonly [string, string])[] = [
  ["e", "\u0435"],
  ["a", "\u0430"],
  ["o", "\uff4f"],
  ["-", "\u2212"],
  ["l", "\u200bl"],
  ["d", "\uff44"],
  ["t", "t\u0301"],
  ["/", "\u2215"],
  ["s", "\u017f"],
  ["k", "\u212a"],
];

const at = ({ below }: Chance, words: readonly string[], ...added: readonly string[]): readonly string[] =>
  words.toSpliced(1 + below(words.length), 0, ...added);

type Twist = (chance: Chance, words: readonly string[]) => readonly string[];

const twists: readonly Twist[] = [
  (chance, words) => at(chance, words, "--"),
  (chance, words) => at(chance, words, ...chance.pick(foreign)(chance)),
  (chance, words) => at(chance, words, ...chance.pick(foreign)(chance)),
  (chance, words) => at(chance, words, ...namespace(chance)),
  (chance, [tool = "", ...words]) => [tool, ...namespace(chance), ...words],
  (chance, [tool = "", ...words]) => [tool, ...chance.pick(foreign)(chance), ...words],
  // A flag is typed twice, or a word.
  (chance, words) => at(chance, words, chance.pick(words)),
  // Two words change places.
  (chance, words) => {
    const [from, to] = [1 + chance.below(words.length - 1), 1 + chance.below(words.length - 1)];
    return words.map((word, index) => (index === from ? words[to] : index === to ? words[from] : word) ?? "");
  },
  // One command within another, or behind what reads.
  (chance, words) => at(chance, words, ...makeChange(chance).slice(1)),
  (chance, [tool = "", ...words]) => [tool, chance.pick(["get", "describe", "logs", "-n", "--"]), ...words],
  (chance, words) => words.toSpliced(chance.below(words.length), 1),
  (chance, words) => {
    const [letter, other] = chance.pick(alike);
    const index = chance.below(words.length);
    return words.map((word, place) => (place === index ? word.replace(letter, other) : word));
  },
  (chance, words) => {
    const index = chance.below(words.length);
    return words.map((word, place) => (place === index ? word.toUpperCase() : word));
  },
  // Many at once.
  (chance, words) => [...words, ...Array.from({ length: 17 + chance.below(8) }, (_, nth) => `one-${nth}`)],
];

/** What a shell would do more than run one command. */
const shells: readonly ((chance: Chance, text: string) => string)[] = [
  (chance, text) => `${text} ${chance.pick([";", "&&", "||", "&", "|", "\n"])} kubectl delete pod one`,
  (chance, text) =>
    `${text} | ${chance.pick(["grep one", "head -n 3", "sh", "xargs kubectl delete", "wc -l"])}`,
  (chance, text) => `kubectl get pods -o name ${chance.pick(["|", "; ", "&&"])} ${text}`,
  (_, text) => text.replace(" one", " $(kubectl delete pod one)"),
  (_, text) => text.replace("one", "`id`"),
  (_, text) => text.replace("one", "$NAME"),
  (_, text) => text.replace("one", "{one,vault}"),
  (_, text) => text.replace("one", "on*"),
  (chance, text) => `${text} ${chance.pick(["> /dev/null", "2>&1", "< /dev/null", "<<< a", "&"])}`,
  (_, text) => text.replace("--", "\u2014"),
  (_, text) => text.replaceAll("'", "\u2019"),
  (_, text) => text.replace(" ", "\u00a0"),
  (_, text) => `${text} # ; kubectl delete pod one`,
  (_, text) => `${text}'`,
  (_, text) => `${text} \\`,
  (_, text) => `sudo ${text}`,
  (_, text) => `A=b ${text}`,
];
