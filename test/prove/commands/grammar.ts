// Command lines by chance, as people write them: every verb that reads, every spelling of a type, flags in any order and
// more than once, quotes or none, comments. Nothing here is taken from the guard's own tables.
import { type ServedType, servedTypes, shortNamesOf } from "../../kubectl/served-types.ts";
import { type Chance, chanceFrom } from "../redaction/chance.ts";

/** `words` are what a shell would make of the line. */
export type Line = Readonly<{ text: string; words: readonly string[] }>;

export function makeLines(count: number, seed: number): readonly Line[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => {
    const words = makeWords(chance);
    const comment =
      chance.below(12) === 0 ? chance.pick([" # all of it", " # on prod; then $(more)", "  #x"]) : "";
    return { words, text: words.map((word) => spelled(chance, word)).join(" ") + comment };
  });
}

export type Make = (chance: Chance) => readonly string[];

export const some = (chance: Chance, flags: readonly Make[], most = 3): readonly string[] =>
  Array.from({ length: chance.below(most + 1) }, () => chance.pick(flags)(chance)).flat();

/** A flag with its value, in one word or two. */
export const valued =
  (flag: string, ...values: readonly string[]): Make =>
  ({ pick, below }) => {
    const value = pick(values);
    if (!flag.startsWith("--")) return pick([[flag, value], [`${flag}${value}`], [`${flag}=${value}`]]);
    return below(2) === 0 ? [flag, value] : [`${flag}=${value}`];
  };
export const alone =
  (...flags: readonly string[]): Make =>
  ({ pick }) => [pick(flags)];

export const namespace: Make = ({ pick, below }) => {
  const name = pick(["pay", "vault", "default", "kube-system"]);
  return pick([
    ["-n", name],
    [`-n${name}`],
    [`--namespace=${name}`],
    below(3) === 0 ? ["-n", "default", "-n", name] : [],
  ]);
};
const everywhere = alone("-A", "--all-namespaces", "--all-namespaces=true", "-A=true");
const place: Make = (chance) => chance.pick([namespace, namespace, everywhere, () => []])(chance);
const selector = valued("-l", "app=one", "app", "app!=one", "app in (one, two)", "tier notin (x),app=one");
const fieldSelector = valued("--field-selector", "metadata.name=one", "metadata.namespace!=vault");

const output = (...formats: readonly string[]): Make => valued("-o", ...formats);
const templates = [
  "jsonpath={.items[*].metadata.name}",
  "jsonpath={.metadata.name}",
  'jsonpath={range .items[*]}{.metadata.name}{"\\t"}{.kind}{"\\n"}{end}',
  'jsonpath={.items[?(@.metadata.name=="one")].kind}',
  "jsonpath={.metadata.labels['app']}",
  "jsonpath-as-json={.items[0]}",
  "go-template={{.kind}}",
  'go-template={{range .items}}{{.metadata.name}} {{printf "%-9s" .kind}}{{"\\n"}}{{end}}',
  "template={{range $i, $e := .items}}{{$i}}{{$e.metadata.name}}{{end}}",
];

const type = ({ pick }: Chance): string => spellingOf(pick, pick(types));
const types = servedTypes.filter(
  ({ group, kind }) => !/metrics|authentication|authorization/.test(group) && kind !== "Secret",
);

export function spellingOf(
  pick: Chance["pick"],
  { resource, kind, group, version, ...rest }: ServedType,
): string {
  const isShared = servedTypes.filter((other) => other.resource === resource).length > 1;
  const bare = [
    resource,
    kind.toLowerCase(),
    kind,
    ...shortNamesOf({ resource, kind, group, version, ...rest }),
  ];
  if (group === "") return pick(bare);
  const grouped = [`${resource}.${group}`, `${kind}.${group}`, `${resource}.${version}.${group}`];
  return pick(isShared ? grouped : [...bare, ...grouped]);
}

export const name = ({ pick }: Chance): string => pick(["one", "one-more", "vault", "gone", "on"]);

/** Of namespaces one that is there: else kubectl looks for longer names, which the guard keeps it from. */
const oneOf: Make = (chance) => {
  const spelling = type(chance);
  return [spelling, /^(?:ns|namespaces?)$/i.test(spelling) ? "vault" : name(chance)];
};

const objects: Make = (chance) => {
  const { pick, below } = chance;
  const several = () => Array.from({ length: 1 + below(3) }, () => type(chance)).join(",");
  return pick([
    () => [several()],
    () => oneOf(chance),
    () => [chance.pick(["pods", "deploy", "gtw", "no"]), name(chance), name(chance)],
    () => [`${type(chance)}/${name(chance)}`],
    () => [`${type(chance)}/${name(chance)}`, `${type(chance)}/${name(chance)}`],
    () => [pick(["all", "api-extensions", "secrets", "events,pods"])],
  ])();
};

/** Those of named objects; all namespaces would be refused by kubectl as well. */
const named = (chance: Chance, words: readonly string[]): boolean =>
  words.length > 1 || words.some((word) => word.includes("/")) || chance.below(5) === 0;
const withPlace: Make = (chance) => {
  const words = objects(chance);
  return [...words, ...(named(chance, words) ? namespace(chance) : place(chance))];
};

const getFlags: readonly Make[] = [
  output("wide", "yaml", "json", "name", "custom-columns=A:.metadata.name,B:.kind", ...templates),
  alone(
    "--show-labels",
    "--show-kind",
    "--no-headers",
    "--ignore-not-found",
    "--show-managed-fields",
    "--server-print=false",
  ),
  valued("-L", "app", "app,tier"),
  valued(
    "--sort-by",
    ".metadata.name",
    "{.metadata.creationTimestamp}",
    ".status.containerStatuses[0].restartCount",
  ),
  valued("--chunk-size", "1", "500"),
  valued("--request-timeout", "9s", "20"),
  alone("--watch=false", "--disable-compression", "--allow-missing-template-keys=false"),
];

/** Shuffles flags among the words where kubectl does not mind: a flag keeps its value. */
const verbs: readonly (readonly [weight: number, make: Make])[] = [
  [10, (chance) => ["get", ...withPlace(chance), ...some(chance, getFlags)]],
  [
    3,
    (chance) => [
      "get",
      ...namespace(chance),
      type(chance),
      ...some(chance, [selector, fieldSelector, ...getFlags]),
    ],
  ],
  [
    7,
    (chance) => [
      "describe",
      ...withPlace(chance),
      ...some(chance, [alone("--show-events=false", "--show-events"), valued("--chunk-size", "2")], 1),
    ],
  ],
  [1, (chance) => ["describe", type(chance), ...place(chance), ...selector(chance)]],
  [
    1,
    (chance) =>
      [
        "get",
        chance.pick(["deploy/one", "sts/one", "rs one"]),
        ...valued("--subresource", "status", "scale")(chance),
        ...namespace(chance),
      ].flatMap((word) => word.split(" ")),
  ],
  [
    4,
    (chance) => [
      "logs",
      chance.pick(["one", "pod/one", "deploy/one", "job/one", "sts/one", "ds/one", "svc/one", "rs/one"]),
      ...namespace(chance),
      ...some(chance, logFlags),
    ],
  ],
  [
    1,
    (chance) => [
      "logs",
      ...selector(chance),
      ...namespace(chance),
      ...some(chance, [alone("--all-containers", "--prefix", "--timestamps")]),
    ],
  ],
  [
    2,
    (chance) => [
      "events",
      ...place(chance),
      ...some(
        chance,
        [
          valued("--types", "Warning", "Warning,Normal"),
          alone("--no-headers"),
          output("yaml", "json", "name"),
        ],
        2,
      ),
    ],
  ],
  [
    1,
    (chance) => [
      "events",
      ...valued("--for", "pod/one", "deployment/one", "node/one")(chance),
      ...namespace(chance),
    ],
  ],
  [
    2,
    (chance) => [
      "top",
      chance.pick(["pods", "pod", "po"]),
      ...place(chance),
      ...some(
        chance,
        [alone("--containers", "--no-headers"), valued("--sort-by", "cpu", "memory"), selector],
        2,
      ),
    ],
  ],
  [
    1,
    (chance) => [
      "top",
      chance.pick(["nodes", "node", "no"]),
      ...some(chance, [alone("--no-headers", "--show-capacity"), valued("--sort-by", "cpu")], 2),
    ],
  ],
  [
    2,
    (chance) => [
      "rollout",
      "status",
      chance.pick(["deploy/one", "sts/one", "ds/one"]),
      "--watch=false",
      ...namespace(chance),
    ],
  ],
  [
    2,
    (chance) => [
      "rollout",
      "history",
      ...chance.pick([["deploy/one"], ["sts", "one"], ["ds/one"], ["deployments"]]),
      ...namespace(chance),
    ],
  ],
  [
    1,
    (chance) => [
      "auth",
      "can-i",
      ...chance.pick([["get", "pods"], ["*", "*"], ["list", "deployments.apps"], ["--list"]]),
      ...namespace(chance),
    ],
  ],
  [
    1,
    (chance) => [
      "wait",
      ...chance.pick([["pod/one"], ["deploy", "one"], ["pods", "--all"], ["gtw/one"]]),
      ...valued("--for", "condition=Ready", "delete", "create", "jsonpath={.kind}=Pod")(chance),
      "--timeout=1s",
      ...namespace(chance),
    ],
  ],
  [
    1,
    (chance) => [
      "explain",
      chance.pick(["pods.spec", "deploy", "nodes.status", "certificates.cert-manager.io"]),
    ],
  ],
  [
    1,
    ({ pick }) =>
      pick([
        ["auth", "whoami"],
        ["api-resources", "-o", "wide"],
        ["api-versions"],
        ["version", "-ojson"],
        ["cluster-info"],
      ]),
  ],
  [1, ({ pick }) => ["get", "--raw", pick(["/readyz?verbose", "/livez/etcd", "/healthz", "/version"])]],
  [
    1,
    (chance) => [
      "cluster-info",
      "dump",
      ...valued("--namespaces", "pay", "vault")(chance),
      ...some(chance, [output("json", "yaml")], 1),
    ],
  ],
];

const logFlags: readonly Make[] = [
  valued("--tail", "5", "-1"),
  valued("--since", "10m", "1h30m", "0"),
  alone("-p", "--previous", "--timestamps", "--prefix", "--all-containers", "--all-containers=true"),
  valued("-c", "c"),
  valued("--limit-bytes", "100"),
];

/** Never `-ojson`: Helm takes its last letter for `-n`, and what follows for the namespace. */
const inWords = valued("--output", "json", "yaml", "table");

const helm: Make = (chance) =>
  chance.pick([
    ["list", ...place(chance), ...some(chance, [alone("--failed", "-q", "-r"), inWords], 2)],
    ["history", "one", ...namespace(chance), ...some(chance, [valued("--max", "3"), inWords], 1)],
    ["status", "one", ...namespace(chance), ...some(chance, [valued("--revision", "1"), inWords], 1)],
    [
      "get",
      chance.pick(["all", "hooks", "manifest", "notes", "values", "metadata"]),
      "one",
      ...namespace(chance),
    ],
  ]);

const bag = verbs.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));

export const makeWords = (chance: Chance): readonly string[] =>
  chance.below(20) === 0 ? ["helm", ...helm(chance)] : ["kubectl", ...chance.pick(bag)(chance)];

/** As somebody types it: bare where no shell would change it, in quotes of either kind elsewhere. */
export function spelled({ pick, below }: Chance, word: string): string {
  const inSingle = `'${word}'`;
  const inDouble = /[$`"\\]/.test(word) ? inSingle : `"${word}"`;
  const [, flag, value] = /^(--?[a-z-]+=)(.+)$/s.exec(word) ?? [];
  if (/^[\w@%+=:,./{}[\]*?-]+$/.test(word)) return below(5) === 0 ? pick([inSingle, inDouble]) : word;
  if (flag !== undefined && value !== undefined && below(2) === 0)
    return `${flag}'${value}'`.replaceAll("''", "'");
  if (!word.includes("'")) return pick([inSingle, inDouble]);
  return word.includes("$") ? word.replaceAll(/[^\w.=/-]/g, (each) => `\\${each}`) : `"${word}"`;
}
