// Alerts that are a set of labels with annotations: those of Prometheus Alertmanager, and of Grafana, which took over its
// form. Labels are whatever their rules and exporters say.
import { z } from "zod";
import { idKey } from "../../snapshot/resource-id.ts";
import { lookUp } from "../../text/look-up.ts";
import type { Alert, AlertSeverity } from "../alert.ts";
import { alertText } from "../alert-text.ts";
import { clusterNames, isCluster, isoTime, keyOf, testTitle, time } from "./contract.ts";

/** More than one message shows, and few enough for one insert. */
const mostAlerts = 1_000;

const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{1,64}$/i)
  .nullish()
  .catch(null);

export const labelledAlert = z.object({
  status: z.enum(["firing", "resolved"]),
  labels: z.looseObject({}),
  annotations: z.looseObject({}).nullish(),
  startsAt: time,
  endsAt: time.nullish().catch(null),
  generatorURL: z.string().nullish().catch(null),
  fingerprint,
});
export const listOf = <T extends z.ZodType>(alert: T) => z.array(alert).min(1).max(mostAlerts);

type Labels = Readonly<Record<string, string>>;
type LabelledAlert = z.infer<typeof labelledAlert>;

/** One that `doctor` sends as a dry run. */
export const testLabelled = (now: string): object => ({
  ...{ status: "firing", startsAt: now, labels: { alertname: testTitle, severity: "none" } },
});

const textsIn = (fields: object | null | undefined): Labels =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => typeof value === "string"));

/** What every alert of this form says. `from`: which Alertmanager or Grafana, where labels do not tell. */
export function alertOf(
  source: "alertmanager" | "grafana",
  from: string,
  { receiver, ...one }: LabelledAlert & Readonly<{ receiver: string | null | undefined }>,
  reason: (labels: Labels, said: string | null) => Alert["reason"],
): Alert {
  const labels = textsIn(one.labels);
  const notes = textsIn(one.annotations);
  const id = `${source}|${from}${one.fingerprint?.toLowerCase() ?? fingerprintOf(labels)}`;
  const firedAt = isoTime(one.startsAt);
  const isOver = one.status === "resolved";
  const text = (name: string, longest: number) => alertText(lookUp(notes, name) ?? "", longest) || null;
  const said = text("summary", 300) ?? text("message", 300);
  return {
    ...{ source, id: keyOf(id), key: keyOf(`${id}|${firedAt}`), origin: null },
    condition: isOver ? "resolved" : "fired",
    severity: severityOf(labels),
    rule: ruleOf(labels),
    service: alertText(receiver ?? "", 60) || null,
    reason: reason(labels, said ?? text("description", 300)),
    description: said === null ? null : text("description", 300),
    ...{ firedAt, resolvedAt: isOver && one.endsAt ? isoTime(one.endsAt) : null },
    link: null,
    ...aboutWhat(labels),
  };
}

/** Grafana's own alerts about a rule that could not be evaluated name the rule in a label of its own. */
const aboutRules = ["DatasourceNoData", "DatasourceError"];

function ruleOf(labels: Labels): string {
  const name = lookUp(labels, "alertname") ?? "";
  const rule = aboutRules.includes(name) ? `${lookUp(labels, "rulename") ?? ""} (${name})`.trim() : name;
  const all = Object.entries(labels).map(([label, value]) => `${label} ${value}`);
  return alertText(rule || all.join(", "), 120) || "?";
}

/** Words for the label `severity`, as Azure names its own five: critical, error, warning, informational, verbose. */
const words: Readonly<Record<string, AlertSeverity>> = {
  ...{ critical: "Sev0", emergency: "Sev0", fatal: "Sev0", disaster: "Sev0", page: "Sev0" },
  ...{ error: "Sev1", high: "Sev1", major: "Sev1" },
  ...{ warning: "Sev2", warn: "Sev2", medium: "Sev2", average: "Sev2" },
  ...{ info: "Sev3", informational: "Sev3", information: "Sev3", low: "Sev3", minor: "Sev3" },
  ...{ none: "Sev4", debug: "Sev4", verbose: "Sev4" },
  ...{ sev0: "Sev0", sev1: "Sev1", sev2: "Sev2", sev3: "Sev3", sev4: "Sev4" },
  ...{ p1: "Sev0", p2: "Sev1", p3: "Sev2", p4: "Sev3", p5: "Sev4" },
};

/** Without the label nothing says that anybody has to be woken; with another word, somebody thought of one. */
function severityOf(labels: Labels): AlertSeverity {
  const word = (lookUp(labels, "severity") ?? "").trim().toLowerCase();
  return word === "" ? "Sev4" : (lookUp(words, word) ?? "Sev2");
}

/** A rule may write any id into a label, so it is set on none of them. */
function aboutWhat(labels: Labels): Pick<Alert, "targets" | "setOn" | "names"> {
  const id = lookUp(labels, "cluster_id") ?? "";
  const targets = id.startsWith("/") && id.length <= 2_000 ? [idKey(id)] : [];
  const named = ["cluster", "cluster_name", "k8s_cluster_name"].map((label) => lookUp(labels, label) ?? "");
  return { targets, setOn: [], names: targets.some(isCluster) ? [] : clusterNames(named) };
}

/** Which labels say where it is, in this order. */
const places = [
  ...["namespace", "deployment", "statefulset", "daemonset", "job_name", "pod", "container"],
  ...["persistentvolumeclaim", "node", "instance"],
];

/** The first three, name and value each: what a value is says its name, and by that a secret is known. */
export const whereOf = (labels: Labels): readonly string[] =>
  places
    .flatMap((label) => (lookUp(labels, label) ? [`${label} ${lookUp(labels, label)}`] : []))
    .slice(0, 3)
    .map((text) => alertText(text, 120));

/** As Prometheus makes it of the labels (FNV-1a of 64 bits): a release of Alertmanager before 0.19 does not send it. */
function fingerprintOf(labels: Labels): string {
  const names = Object.keys(labels).toSorted();
  const bytes = names.flatMap((name) => [...utf8(name), 255, ...utf8(labels[name] ?? ""), 255]);
  let hash = 14_695_981_039_346_656_037n;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 1_099_511_628_211n) & 0xffff_ffff_ffff_ffffn;
  return hash.toString(16).padStart(16, "0");
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);
