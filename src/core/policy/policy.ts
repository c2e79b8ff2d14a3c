// The policy file's shape: who may diagnose and read what, where. Deny by default; see policies/example.yaml.
import { z } from "zod";
import { type Aliases, parseClusterName } from "../chat/cluster-name.ts";
import { customResource } from "../command/grammar/custom-resources.ts";
import { helmSecrets } from "../command/grammar/helm.ts";
import { findResource, resourceTypes } from "../command/grammar/resources.ts";
import { readVerbs } from "../command/grammar/verbs.ts";
import { foldCase } from "../text/fold-case.ts";
import { canBeClusterId } from "./cluster-id-pattern.ts";
import type { PolicyGroup } from "./decision.ts";
import { fitting } from "./unfit.ts";

/** Kubernetes' own as rules name them: full plural names; logs and what Helm keeps only when they are named. */
export const policyResources: readonly string[] = [
  ...resourceTypes.map(({ name }) => name),
  "pods/log",
  helmSecrets,
];

/** Others with their group, or all of a group: a word alone may be a typing error, and would close nothing. */
function isOfGroup(text: string): boolean {
  const resource = text.replace(/^\*\./, "any.");
  return text.includes(".") && customResource(resource) === resource && findResource(resource) === undefined;
}

const guid = fitting("groupId", (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text));
const ruleId = fitting("ruleId", (text) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text));

const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1);
/** What no name can fit would close nothing, and nobody would see it: `а` may be a Cyrillic letter. */
const clusterPattern = fitting(
  "clusterPattern",
  (text) => (text.startsWith("/") ? canBeClusterId(text) : /^[A-Za-z0-9_*-]*$/.test(text)),
  z.string().min(1),
);
const clusterName = fitting("clusterName", (text) => parseClusterName(text) !== null);
const namespacePattern = fitting("namespacePattern", (text) => /^[a-z0-9*-]*$/.test(text), z.string().min(1));
const yes = z.literal(true);

const verb = fitting("verb", (text) => text === "*" || readVerbs.includes(text));
const resource = fitting(
  "resource",
  (text) => text === "*" || policyResources.includes(text) || isOfGroup(text),
);

export const runSchema = z.strictObject({
  verbs: list(verb),
  resources: list(resource),
  /** Patterns; all namespaces at once need `*`. */
  namespaces: list(namespacePattern),
  /** Nodes, namespaces, volumes and the like, which lie in no namespace. */
  clusterScoped: yes.optional(),
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
  run: runSchema.optional(),
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
});

export const denySchema = z.strictObject({ effect: z.literal("deny"), ...shared });

/** What the policy is expected to answer; checked whenever it is loaded. */
export const testSchema = z.strictObject({
  groups: z.array(z.string()),
  cluster: z.string().min(1),
  withoutEntra: yes.optional(),
  diagnose: yes.optional(),
  "diagnose-inside": yes.optional(),
  watch: yes.optional(),
  run: z.string().optional(),
  /** Whether the output of `run` may be shown as it is. */
  unmasked: yes.optional(),
  expect: z.enum(["allow", "deny"]),
  rule: z.string().optional(),
});

export const policySchema = z.strictObject({
  version: z.literal(1),
  groups: z.record(z.string(), guid),
  /** Names of groups whose members may switch the mode; nobody may where it is missing. */
  operators: list(z.string()).optional(),
  /** Other names for clusters, as people say them: each stands for a name, `group/name` or a resource id. */
  aliases: z.record(z.string(), clusterName).optional(),
  rules: list(z.discriminatedUnion("effect", [allowSchema, denySchema])),
  tests: z.array(testSchema).optional(),
});

export type Policy = z.infer<typeof policySchema>;
export type Rule = Policy["rules"][number];
export type AllowRule = z.infer<typeof allowSchema>;
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

/** What clusters are called besides their names. */
export const aliasesOf = ({ aliases = {} }: Policy): Aliases =>
  new Map(Object.entries(aliases).map(([alias, cluster]) => [foldCase(alias), cluster]));
