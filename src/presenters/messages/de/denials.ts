// Why the policy or the mode does not allow something, and what to ask instead.
import type { Read } from "../../../core/command/grammar/command-request.ts";
import { isCustom } from "../../../core/command/grammar/resources.ts";
import type { ModeForbids } from "../../../core/mode.ts";
import type { Approval, Deed, DenialReason, Instead, NoOperator } from "../../../core/policy/decision.ts";
import type { AccessPhrase } from "../../../core/policy/describe-access.ts";
import type { MembershipUnknown } from "../../../core/requester.ts";
import { withoutTrailing } from "../../../core/text/text.ts";
import { german } from "../catalogue.ts";
import type { denialTexts as en } from "../en/denials.ts";
import { type Says, say } from "../says.ts";
import { utc } from "../time.ts";
import { sayApproval, sayConditions } from "./who-agrees.ts";
import { and, list, or } from "./words.ts";

const { calledCluster } = german.speech;
const { saySignIn } = german.speech;

export const memberships: Says<MembershipUnknown> = {
  graphForbids: () =>
    "Microsoft Graph lässt den Bot deine Gruppen nicht sehen: Ein Administrator muss ihm GroupMember.Read.All geben.",
  graphThrottles: () => "Microsoft Graph drosselt den Bot: Versuch es in einer Minute noch einmal.",
  graphFailed: ({ status }) =>
    `Microsoft Graph konnte nicht sagen, in welchen Gruppen du bist (HTTP ${status}): Versuch es in einer Minute noch einmal.`,
  graphSilent: () =>
    "Microsoft Graph hat nicht rechtzeitig geantwortet: Versuch es in einer Minute noch einmal.",
  noToken: ({ failure }) => saySignIn(failure),
};

function sayRead({ resource, scope }: Pick<Read, "resource" | "scope">): string {
  if (resource === "*") return "den ganzen Inhalt des Release";
  switch (scope.kind) {
    case "cluster":
      return isCustom(resource) ? `${resource} (womöglich in keinem Namespace)` : resource;
    case "allNamespaces":
      return `${resource} in allen Namespaces`;
    case "namespace":
      return `${resource} im Namespace ${scope.name}`;
    case "namespaceObjects":
      return scope.names.length === 0 ? `${resource} (alle)` : `${resource} ${scope.names.join(" ")}`;
  }
}

/** Of a stored command that is not accepted any more no verb is known. */
const sayVerb = (verb: string): string =>
  verb.startsWith("helm ") ? verb : `kubectl ${verb || "in einer Form, die nicht mehr angenommen wird,"}`;

function sayDeed(deed: Deed): string {
  const cluster = calledCluster(deed.cluster);
  if (deed.kind === "fix") return `die Behebung in Azure für ${cluster}`;
  if (deed.kind !== "run" && deed.kind !== "change") return `${deed.kind} auf ${cluster}`;
  const part = deed.kind === "run" ? deed.read : deed.of;
  const what = part === null ? "" : ` ${sayRead(part)}`;
  return `${sayVerb(deed.verb)}${what} auf ${cluster}`;
}

export const insteads: Says<Instead> = {
  perhapsOneNamespace: () => ": Nenne mit -n einen Namespace, das ist vielleicht erlaubt",
  oneNamespace: ({ also }) =>
    also
      ? ": Nenne mit -n einen Namespace"
      : ", und zwar in einem Namespace, den -A mit einschließt: Nenne mit -n einen anderen",
  narrower: ({ command }) => `: Erlaubt wäre „${command}“`,
};

const sayInstead = (instead: Instead | null): string => (instead === null ? "" : say(insteads, instead));

/** `Megan Bowen hat am 2026-07-27 01:10 UTC den Modus off gesetzt (Grund: upgrade freeze)` */
function whoSetIt({ mode, setBy, since, reason }: Extract<ModeForbids, { is: "modeForbids" }>): string {
  const why = reason === null ? "kein Grund genannt" : `Grund: ${withoutTrailing(reason, ".!")}`;
  return `${setBy ?? "Jemand"} hat am ${utc(since)} den Modus ${mode} gesetzt (${why})`;
}

export const modeForbids: Says<ModeForbids> = {
  modeUnknown: () =>
    "Meine Datenbank sagt mir nicht, welcher Modus gilt, deshalb habe ich nichts getan. Versuch es in einer Minute noch einmal.",
  modeForbids: (it) =>
    `${it.mode === "off" ? "Ich bin abgeschaltet" : "In keinen Cluster wird ein Befehl geschickt"}: ${whoSetIt(it)}.`,
  modeCloses: ({ mode }) =>
    `${mode === "off" ? "Ich bin im Moment abgeschaltet" : "Im Moment wird in keinen Cluster ein Befehl geschickt"} (Modus ${mode}). Wer das gesetzt hat und warum, erfährt, wer angemeldet ist und \`mode\` schreibt.`,
};

export const denials: Says<DenialReason> = {
  ...modeForbids,
  membershipUnknown: ({ why }) =>
    `Deine Gruppen waren nicht zu lesen, deshalb kann nichts erlaubt werden: ${withoutTrailing(say(memberships, why), ".")}.`,
  inNoGroup: ({ deed }) =>
    `Du bist in keiner der Gruppen, die die Richtlinie nennt, und nur die dürfen das: ${sayDeed(deed)}.`,
  noRule: ({ groups, deed, instead }) =>
    `Keine Regel für ${and(groups)} erlaubt ${sayDeed(deed)}${sayInstead(instead)}.`,
  ruleForbids: ({ rule, deed, instead }) =>
    `Die Regel „${rule}“ verbietet ${sayDeed(deed)}${sayInstead(instead)}.`,
  clusterAdmin: ({ cluster, groups }) =>
    `${cluster} hat keine Entra-Integration, der Befehl würde also als cluster-admin laufen, und das erlaubt keine Regel für ${and(groups)}.`,
  alsoReads: ({ verb, read, cluster, groups, rule, closed, instead }) => {
    const where = closed.length === 0 ? "" : ` im Namespace ${list(closed)}`;
    const forbidden =
      rule === null
        ? `keine Regel für ${and(groups)} erlaubt das`
        : `die Regel „${rule}“ verbietet das${where}`;
    return `${sayVerb(verb)} liest auch ${sayRead(read)}, und ${forbidden} auf ${calledCluster(cluster)}${sayInstead(instead)}.`;
  },
  approvalsContradict: ({ rules, deed }) =>
    `Die Regeln ${list(rules)} erlauben das nur zusammen, und keine Gruppe darf es für alle freigeben: ${sayDeed(deed)}.`,
  emergencyOnly: ({ rule, deed }) =>
    `Die Regel „${rule}“ erlaubt das nur im Notfall: ${sayDeed(deed)}. Ist es einer, frag noch einmal mit „emergency:“ davor und „because“ und dem Grund dahinter.`,
  noIncident: ({ rule, deed, least, known }) =>
    `Die Regel „${rule}“ erlaubt das nur, solange ein Alarm mit ${least} oder schwerer offen ist, dessen Regel an ${calledCluster(deed.cluster)} selbst hängt, und ${known ? "keiner ist offen" : "ob einer offen ist, war nicht zu erfahren"}: ${sayDeed(deed)}.`,
  outsideHours: ({ rule, deed, opens }) =>
    `Die Regel „${rule}“ erlaubt das zu anderen Zeiten: ${sayDeed(deed)}.${opens === null ? "" : ` Ab ${utc(opens)} geht es.`}`,
  tagsUnknown: ({ rule, deed }) =>
    `Die Regel „${rule}“ richtet sich nach Tags in Azure, und die von ${calledCluster(deed.cluster)} waren nicht zu lesen: ${sayDeed(deed)}.`,
};

export const noOperator: Says<NoOperator> = {
  noOperators: () => "Niemand darf den Modus setzen: Die Richtlinie nennt keine „operators“.",
  membershipUnknown: denials.membershipUnknown,
  onlyOperators: ({ groups }) => `Nur wer in ${or(groups)} ist, darf den Modus setzen.`,
};

type Some = AccessPhrase["clusters"];
const someClusters = (clusters: Some): string => (clusters === "all" ? "alle Cluster" : list(clusters));
const onClusters = (clusters: Some): string => (clusters === "all" ? "allen Clustern" : list(clusters));

const onlyThen = (only: AccessPhrase["only"] = []): string =>
  only.length === 0 ? "" : ` (${sayConditions(only)})`;
const approvedBy = (approval: Approval | undefined): string =>
  approval === undefined ? "" : `; freizugeben durch ${sayApproval(approval)}`;

export const access: Says<AccessPhrase> = {
  clusters: ({ never, clusters, approval, only }) =>
    `${never ? "nie " : ""}${someClusters(clusters)}${approvedBy(approval)}${onlyThen(only)}`,
  changes: ({ never, clusters, verbs, resources, namespaces, names, clusterScoped, ...it }) =>
    [
      ...(never ? ["nie"] : []),
      verbs === "all" ? (never ? "irgendeine Änderung" : "jede Änderung") : list(verbs),
      resources === "all" ? "an allen Ressourcen" : `an ${list(resources)}`,
      ...(names === "all" ? [] : [`namens ${or(names)}`]),
      `in ${namespaces === "all" ? "allen Namespaces" : list(namespaces)}${clusterScoped ? " und clusterweit" : ""}`,
      `auf ${onClusters(clusters)}${it.withoutEntra ? ", auch solchen ohne Entra" : ""}${approvedBy(it.approval)}${onlyThen(it.only)}`,
    ].join(" "),
  commands: ({ never, clusters, verbs, resources, namespaces, clusterScoped, withoutEntra, only }) =>
    [
      ...(never ? ["nie"] : []),
      verbs === "all" ? (never ? "irgendein Befehl" : "jeder lesende Befehl") : list(verbs),
      resources === "all" ? "für alle Ressourcen" : `für ${list(resources)}`,
      `in ${namespaces === "all" ? "allen Namespaces" : list(namespaces)}${clusterScoped ? " und clusterweit" : ""}`,
      `auf ${onClusters(clusters)}${withoutEntra ? ", auch solchen ohne Entra" : ""}${onlyThen(only)}`,
    ].join(" "),
};

export const denialTexts: typeof en = { denials, memberships, noOperator, accessPhrases: access };
