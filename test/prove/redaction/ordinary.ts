// Text that people look at all day and in which nothing is secret: what kubectl prints of an ordinary cluster, and logs.
import { chanceFrom } from "./chance.ts";
import { runAll } from "./corpus.ts";
import { ordinaryLogs } from "./ordinary-logs.ts";
import { ordinaryObjects } from "./ordinary-objects.ts";

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
  const texts = await runAll(ordinaryObjects(chance), commands);
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
