// Why the policy or the mode does not allow something, and what to ask instead.
import type { Read } from "../../../core/command/grammar/command-request.ts";
import { isCustom } from "../../../core/command/grammar/resources.ts";
import type { ModeForbids } from "../../../core/mode.ts";
import type { Approval, Deed, DenialReason, Instead, NoOperator } from "../../../core/policy/decision.ts";
import type { AccessPhrase } from "../../../core/policy/describe-access.ts";
import type { MembershipUnknown } from "../../../core/requester.ts";
import { withoutTrailing } from "../../../core/text/text.ts";
import { english } from "../catalogue.ts";
import { type Says, say } from "../says.ts";
import { utc } from "../time.ts";
import { sayApproval, sayConditions } from "./who-agrees.ts";
import { and, list, or } from "./words.ts";

const { calledCluster } = english.speech;
const { saySignIn } = english.speech;

export const memberships: Says<MembershipUnknown> = {
  graphForbids: () =>
    "Microsoft Graph does not let the bot see your groups: an administrator has to grant it GroupMember.Read.All.",
  graphThrottles: () => "Microsoft Graph is throttling the bot: try again in a minute.",
  graphFailed: ({ status }) =>
    `Microsoft Graph could not say which groups you are in (HTTP ${status}): try again in a minute.`,
  graphSilent: () => "Microsoft Graph did not answer in time: try again in a minute.",
  noToken: ({ failure }) => saySignIn(failure),
};

function sayRead({ resource, scope }: Pick<Read, "resource" | "scope">): string {
  if (resource === "*") return "whatever the release holds";
  switch (scope.kind) {
    case "cluster":
      return isCustom(resource) ? `${resource}, which may lie in no namespace` : resource;
    case "allNamespaces":
      return `${resource} in all namespaces`;
    case "namespace":
      return `${resource} in the namespace ${scope.name}`;
    case "namespaceObjects":
      return scope.names.length === 0 ? `${resource} (all of them)` : `${resource} ${scope.names.join(" ")}`;
  }
}

/** Of a stored command that is not accepted any more no verb is known. */
const sayVerb = (verb: string): string =>
  verb.startsWith("helm ") ? verb : `kubectl ${verb || "in a form that is not accepted any more"}`;

function sayDeed(deed: Deed): string {
  const cluster = calledCluster(deed.cluster);
  if (deed.kind === "fix") return `making the fix in Azure for ${cluster}`;
  if (deed.kind !== "run" && deed.kind !== "change") return `${deed.kind} on ${cluster}`;
  const part = deed.kind === "run" ? deed.read : deed.of;
  const what = part === null ? "" : ` ${sayRead(part)}`;
  return `${sayVerb(deed.verb)}${what} on ${cluster}`;
}

export const insteads: Says<Instead> = {
  perhapsOneNamespace: () => ": name a namespace with -n, which may be allowed",
  oneNamespace: ({ also }) =>
    also ? ": name one with -n" : " in some namespace, and -A would include it: name one with -n",
  narrower: ({ command }) => `: \`${command}\` would be allowed`,
};

const sayInstead = (instead: Instead | null): string => (instead === null ? "" : say(insteads, instead));

/** `Megan Bowen set mode off on 2026-07-27 01:10 UTC; reason: upgrade freeze` */
function whoSetIt({ mode, setBy, since, reason }: Extract<ModeForbids, { is: "modeForbids" }>): string {
  const why = reason === null ? "no reason given" : `reason: ${withoutTrailing(reason, ".!")}`;
  return `${setBy ?? "somebody"} set mode ${mode} on ${utc(since)}; ${why}`;
}

export const modeForbids: Says<ModeForbids> = {
  modeUnknown: () =>
    "My database does not tell me which mode is in force, so I did nothing. Try again in a minute.",
  modeForbids: (it) =>
    `${it.mode === "off" ? "I am switched off" : "No command is sent into a cluster"}: ${whoSetIt(it)}.`,
  modeCloses: ({ mode }) =>
    `${mode === "off" ? "I am switched off" : "No command is sent into a cluster"} at the moment (mode ${mode}). Who set that, and why, is told to whoever is signed in and writes \`mode\`.`,
};

export const denials: Says<DenialReason> = {
  ...modeForbids,
  membershipUnknown: ({ why }) =>
    `Your group memberships could not be read, so nothing can be allowed: ${withoutTrailing(say(memberships, why), ".")}.`,
  inNoGroup: ({ deed }) =>
    `You are in none of the groups that the policy names, and only they may do this: ${sayDeed(deed)}.`,
  noRule: ({ groups, deed, instead }) =>
    `No rule allows ${and(groups)} to do this: ${sayDeed(deed)}${sayInstead(instead)}.`,
  ruleForbids: ({ rule, deed, instead }) =>
    `The rule \`${rule}\` forbids ${sayDeed(deed)}${sayInstead(instead)}.`,
  clusterAdmin: ({ cluster, groups }) =>
    `${cluster} has no Entra integration, so the command would run as cluster-admin, which no rule allows ${and(groups)}.`,
  alsoReads: ({ verb, read, cluster, groups, rule, closed, instead }) => {
    const where = closed.length === 0 ? "" : ` in the namespace ${list(closed)}`;
    const forbidden =
      rule === null ? `no rule allows ${and(groups)} that` : `the rule \`${rule}\` forbids that${where}`;
    return `${sayVerb(verb)} also reads ${sayRead(read)}, and ${forbidden} on ${calledCluster(cluster)}${sayInstead(instead)}.`;
  },
  approvalsContradict: ({ rules, deed }) =>
    `The rules ${list(rules)} allow this only together, and no group may approve it for all of them: ${sayDeed(deed)}.`,
  emergencyOnly: ({ rule, deed }) =>
    `The rule \`${rule}\` allows this in an emergency only: ${sayDeed(deed)}. If it is one, ask again with \`emergency:\` before it, and behind it \`because\` and the reason.`,
  noIncident: ({ rule, deed, least, known }) =>
    `The rule \`${rule}\` allows this only while an alert of ${least} or worse is open whose rule is set on ${calledCluster(deed.cluster)}, and ${known ? "none is" : "I could not find out whether one is"}: ${sayDeed(deed)}.`,
  outsideHours: ({ rule, deed, opens }) =>
    `The rule \`${rule}\` allows this at other hours: ${sayDeed(deed)}.${opens === null ? "" : ` It opens at ${utc(opens)}.`}`,
  tagsUnknown: ({ rule, deed }) =>
    `The rule \`${rule}\` goes by tags in Azure, and those of ${calledCluster(deed.cluster)} could not be read: ${sayDeed(deed)}.`,
};

export const noOperator: Says<NoOperator> = {
  noOperators: () => "Nobody may set the mode: the policy names no `operators`.",
  membershipUnknown: denials.membershipUnknown,
  onlyOperators: ({ groups }) => `Only members of ${or(groups)} may set the mode.`,
};

type Some = AccessPhrase["clusters"];
const onClusters = (clusters: Some): string => (clusters === "all" ? "all clusters" : list(clusters));

const onlyThen = (only: AccessPhrase["only"] = []): string =>
  only.length === 0 ? "" : ` (${sayConditions(only)})`;
const approvedBy = (approval: Approval | undefined): string =>
  approval === undefined ? "" : `, approved by ${sayApproval(approval)}`;

export const access: Says<AccessPhrase> = {
  clusters: ({ never, clusters, approval, only }) =>
    `${never ? "never " : ""}${onClusters(clusters)}${approvedBy(approval)}${onlyThen(only)}`,
  changes: ({ never, clusters, verbs, resources, namespaces, names, clusterScoped, ...it }) =>
    [
      ...(never ? ["never"] : []),
      verbs === "all" ? (never ? "any change" : "every change") : list(verbs),
      resources === "all" ? "of all resources" : `of ${list(resources)}`,
      ...(names === "all" ? [] : [`named ${or(names)}`]),
      `in ${namespaces === "all" ? "all namespaces" : list(namespaces)}${clusterScoped ? " and cluster-wide" : ""}`,
      `on ${onClusters(clusters)}${it.withoutEntra ? ", also those without Entra" : ""}${approvedBy(it.approval)}${onlyThen(it.only)}`,
    ].join(" "),
  commands: ({ never, clusters, verbs, resources, namespaces, clusterScoped, withoutEntra, only }) =>
    [
      ...(never ? ["never"] : []),
      verbs === "all" ? (never ? "any command" : "every reading command") : list(verbs),
      resources === "all" ? "for all resources" : `for ${list(resources)}`,
      `in ${namespaces === "all" ? "all namespaces" : list(namespaces)}${clusterScoped ? " and cluster-wide" : ""}`,
      `on ${onClusters(clusters)}${withoutEntra ? ", also those without Entra" : ""}${onlyThen(only)}`,
    ].join(" "),
};

export const denialTexts = { denials, memberships, noOperator, accessPhrases: access };
