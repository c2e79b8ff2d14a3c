// What an alert rule that somebody asks about is of, by its name: the usual rules of Kubernetes (the mixin that Prometheus and
// Azure's recommended alerts take theirs from) name what is unwell.

import type { Intent } from "../intent.ts";
import type { Topic } from "../topic.ts";

/** The first that fits: what names the reason stands before what names the object. */
const rules: readonly (readonly [name: RegExp, topic: Topic])[] = [
  [/CrashLoop|OOMKill|Restart/i, "alertRestarts"],
  [/Quota|Hpa|Throttl|Overcommit/i, "alertLimits"],
  [/PersistentVolume|PVC/i, "alertVolumes"],
  [/Job/i, "alertJobs"],
  [/CoreDNS|DNS(?:Down|Err|Lat)/i, "alertNames"],
  [/KubeAPI|APIServer|ErrorBudget|KubeClient|AggregatedAPI|etcd/i, "alertApi"],
  [/Pending|Unschedulable|(?:Not|Mis)Scheduled/i, "alertPending"],
  [/Filesystem|TooManyPods|(?:CPU|Memory|Disk)\w*(?:High|Usage|Pressure)|StartUpLatency/i, "alertNodeRoom"],
  [/Node|Kubelet/i, "alertNodes"],
  [/Pod|Deployment|StatefulSet|DaemonSet|Replica|Container|Rollout|Image/i, "alertPods"],
];

/** `KubePodCrashLooping`, also in small letters; `TargetDown`. */
const ruleName = /(?<![\w./-])(?:kube[a-z]{5,60}|(?=\w{0,60}[a-z])[A-Z]\w{0,40}[A-Z]\w{1,40})(?![\w./-])/gi;

/** Null where the text names no rule. */
export function ruleIn(text: string): string | null {
  const names = text.match(ruleName) ?? [];
  return names.find((name) => /^kube/i.test(name) || isCamelCase(name)) ?? null;
}

const isCamelCase = (name: string): boolean => /^[A-Z].*[a-z].*[A-Z]|^[A-Z]{2,}[a-z]/.test(name);

/** What the rule of the text means; null where something else is asked of it: whether it is right is seen on the cluster. */
export const ruleMeant = (text: string): Intent | null =>
  falseAlarm.test(text) ? null : { kind: "told", topic: topicIn(text) };

const topicIn = (text: string): Topic => {
  const rule = ruleIn(text);
  return rule === null && !ofAlerts.test(text) ? "terms" : topicOf(rule);
};
const ofAlerts = /\balerts?\b|\balarm|\brules?\b|\bregel|告警|规则|警报/i;
const falseAlarm = /\bfalse (?:alarm|positive)\b|fehlalarm|误报|假告警/i;

/** `what should I look at when KubeNodeUnreachable fires`: a line that may ask for something else names a rule, and asks of it. */
export const ruleAsked = (text: string): Intent | null =>
  ruleIn(text) !== null && asksRule.test(text) ? ruleMeant(text) : null;
const asksRule =
  /\bwhat (?:should|do|to|is|does|are)\b|\bmean(?:s|ing)?\b|look at\b|\b(?:serious|bad)\b|\bwas (?:soll|tun|mach|heißt|bedeutet|ist)|worauf|bedeut|schlimm|ernst|什么意思|该(?:看|怎么|做|查)|怎么(?:办|处理)|是什么|严重|要紧/i;

const topicOf = (name: string | null): Topic =>
  rules.find(([said]) => said.test(name ?? ""))?.[1] ?? "alertRule";
