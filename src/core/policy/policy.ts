// The policy file's shape: who may diagnose, read and change what, where. Deny by default; see policies/example.yaml.
import { z } from "zod";
import { severities } from "../alert/alert.ts";
import type { Aliases } from "../cluster-name.ts";
import { readVerbs } from "../command/grammar/verbs.ts";
import { foldCase } from "../text/text.ts";
import { approvalSchema, changeSchema, duration, expectedSchema, minutesOf } from "./change-schema.ts";
import type { PolicyGroup } from "./decision.ts";
import { onCallSchema } from "./on-call-schema.ts";
import {
  clusterName,
  clusterPattern,
  fitting,
  guid,
  list,
  namespacePattern,
  oneOf,
  resource,
  ruleId,
  yes,
} from "./policy-words.ts";
import { windowSchema } from "./window.ts";

// A time as it is typed: with its zone, so that it is the same wherever it is read.

/** `2026-11-25T03:00Z`, `2026-11-25T04:00:00+01:00`; null for what is none. */
export function readTime(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}

const verb = oneOf("verb", ["*", ...readVerbs]);

export const runSchema = z.strictObject({
  verbs: list(verb),
  resources: list(resource),
  /** Patterns; all namespaces at once need `*`. */
  namespaces: list(namespacePattern),
  /** Nodes, namespaces, volumes and the like, which lie in no namespace. */
  clusterScoped: yes.optional(),
});

/** Whoever may write a cluster's tags in Azure moves it in and out of the rule. */
const tags = z.record(z.string().min(1), z.string()).refine((all) => Object.keys(all).length > 0, {
  params: { unfit: "tags" },
});

const shared = {
  id: ruleId,
  groups: list(z.string()),
  /** Patterns on the name, or on the resource id when they begin with `/`. */
  clusters: list(clusterPattern),
  diagnose: yes.optional(),
  /** Have a diagnosis look inside the cluster, by run command; each of its reads has to be allowed by `run` as well. */
  "diagnose-inside": yes.optional(),
  /** Have a channel follow the cluster: its alerts are posted there. */
  watch: yes.optional(),
  /** Stand for a channel that follows the cluster: its incidents are diagnosed with the person's rights. */
  volunteer: yes.optional(),
  /** The bot's own read-only identity, where operators set one up, reads new incidents that nobody stands for. */
  reader: yes.optional(),
  run: runSchema.optional(),
  /** Commands that change something. */
  change: changeSchema.optional(),
  /** Have the repair that a diagnosis proved made in Azure. */
  fix: yes.optional(),
  /** The hours in which the rule counts. */
  when: windowSchema.optional(),
  /** Azure tags that the cluster has, besides `clusters`; `*` in a value stands for any characters. */
  tags: tags.optional(),
};

export const allowSchema = z.strictObject({
  effect: z.literal("allow"),
  ...shared,
  /** Also on clusters without Entra, where every command runs as cluster-admin. */
  asClusterAdmin: yes.optional(),
  /** Who sees the output: everyone in the thread, or the requester alone. */
  show: z.enum(["thread", "personal"]),
  /** Whoever asks may also see, once and in their own chat, what was masked in the output of a command. */
  unmasked: yes.optional(),
  /** Who has to agree to what the rule lets change. */
  approval: approvalSchema.optional(),
  /** Counts only while an alert is open whose rule is set on the cluster: of this severity or a worse one, `true`: Sev2. */
  incidentOnly: z.literal([true, ...severities]).optional(),
  /** Counts only for what is asked for as an emergency. */
  breakGlass: yes.optional(),
});

export const denySchema = z.strictObject({ effect: z.literal("deny"), ...shared });

const time = fitting("time", (text) => readTime(text) !== null);

/** What the policy is expected to answer; checked whenever it is loaded. */
export const testSchema = z.strictObject({
  groups: z.array(z.string()),
  cluster: z.string().min(1),
  withoutEntra: yes.optional(),
  diagnose: yes.optional(),
  "diagnose-inside": yes.optional(),
  watch: yes.optional(),
  volunteer: yes.optional(),
  reader: yes.optional(),
  run: z.string().optional(),
  change: z.string().optional(),
  /** What stands in the file that `change` names, each as `deployment/api`. */
  holds: z.array(z.string()).optional(),
  fix: yes.optional(),
  /** Whether the output of `run` may be shown as it is. */
  unmasked: yes.optional(),
  /** The cluster's tags in Azure; where nothing is said of them, they are not known. */
  tags: z.record(z.string(), z.string()).optional(),
  /** ISO time with its zone; where nothing is said of it, the hour is not known. */
  at: time.optional(),
  /** The worst of the open alerts whose rules are set on the cluster. */
  incident: z.enum(severities).optional(),
  /** It is asked for as an emergency. */
  breakGlass: yes.optional(),
  /** Who has to agree. */
  approval: z.union([z.literal("requester"), expectedSchema]).optional(),
  expect: z.enum(["allow", "deny"]),
  rule: z.string().optional(),
});

/**
 * `after`: so long nobody has taken it; then those who are on call for its cluster are called. `later`: schedules that are called
 * later, one after another, each where nobody has taken it for so long after the call before.
 */
export const escalationSchema = z.strictObject({ after: duration, later: list(z.string()).optional() });
export const incidentsSchema = z.strictObject({ escalate: escalationSchema.optional() });

export const policySchema = z.strictObject({
  version: z.literal(1),
  groups: z.record(z.string(), guid),
  /** Names of groups whose members may switch the mode; nobody may where it is missing. */
  operators: list(z.string()).optional(),
  /** Other names for clusters, as people say them: each stands for a name, `group/name` or a resource id. */
  aliases: z.record(z.string(), clusterName).optional(),
  /** Schedules that say who is on call, by the name that the rest of the product knows each by. */
  onCall: z.record(z.string(), onCallSchema).optional(),
  /** Of all clusters. */
  incidents: incidentsSchema.optional(),
  rules: list(z.discriminatedUnion("effect", [allowSchema, denySchema])),
  tests: z.array(testSchema).optional(),
});

export type Policy = z.infer<typeof policySchema>;
export type Rule = Policy["rules"][number];
export type AllowRule = z.infer<typeof allowSchema>;
export type DenyRule = z.infer<typeof denySchema>;
export type RunScope = z.infer<typeof runSchema>;
export type PolicyTest = z.infer<typeof testSchema>;

/** Every group that the policy knows; whoever is in none of them may do nothing. */
export function groupsOf(policy: Policy): readonly PolicyGroup[] {
  return Object.entries(policy.groups).map(([name, id]) => ({ id: id.toLowerCase(), name }));
}

/** Names of the policy's groups among `groupIds`. */
export function groupNames(policy: Policy, groupIds: readonly string[]): readonly string[] {
  const ids = groupIds.map((id) => id.toLowerCase());
  return groupsOf(policy).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
}

/** After how many minutes an incident that nobody has taken is escalated, and between two calls; null: never. */
export const escalatesAfter = ({ incidents }: Policy): number | null =>
  incidents?.escalate === undefined ? null : minutesOf(incidents.escalate.after);

/** What clusters are called besides their names. */
export const aliasesOf = ({ aliases = {} }: Policy): Aliases =>
  new Map(Object.entries(aliases).map(([alias, cluster]) => [foldCase(alias), cluster]));

// Which policy decides here, for whoever looks at the mode.

/** A newer file that is not valid; `first`: the first of so many problems, with its place in the file. */
export type RefusedPolicy = Readonly<{ problems: number; first: string }>;

/** `others`: versions that other replicas decide by, where they differ. */
export type PolicyState = Readonly<{ version: string; others: readonly string[]; refused?: RefusedPolicy }>;
