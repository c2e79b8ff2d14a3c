// Why a verb of the command line ends without an answer: one sentence that says what was wrong and what to do.
import { goes, list, or } from "./words.ts";

export const cliStops = {
  notAVerb: (typed: string, near: string | null, accepted: readonly string[]) =>
    `"${typed}" is not a verb: ${near === null ? `write one of: ${list(accepted)}.` : `did you mean "${near}"?`}`,
  flagUnknown: (flag: string, near: string | null, known: readonly string[]) =>
    `The flag ${flag} is not known: ${near === null ? `these are: ${list(known)}.` : `did you mean ${near}?`}`,
  takesNoValue: (flag: string) => `${flag} takes no value.`,
  needsValue: (flag: string) =>
    `${flag} needs a value; one that begins with a dash is written ${flag}=VALUE.`,
  givenTwice: (flag: string) => `${flag} is given twice.`,
  noOutput: (written: string, accepted: readonly string[]) => `-o takes ${or(accepted)}, not "${written}".`,
  noOutputOf: (verb: string) => `${verb} prints text alone: it takes no -o.`,
  noShell: (written: string, near: string | null, accepted: readonly string[]) =>
    `"${written}" is no shell that can be completed in: ${near === null ? `write ${or(accepted)}.` : `did you mean ${near}?`}`,
  missing: (what: string) => `${what} is missing.`,
  tooMuch: (word: string) => `"${word}" is too much here.`,

  noFact: (written: string, facts: readonly string[]) =>
    `"${written}" is no fact of a cluster: write one of ${facts.join(", ")}.`,
  symptomEmpty: "--symptom needs the error that you see.",
  fromAndFor: "Write --from or --for, not both.",
  noAddressOrRange: (written: string) =>
    `"${written}" is neither an IPv4 address nor a range: write one like 20.50.0.9 or 20.50.0.0/24.`,
  ipIsNetwork: (written: string) =>
    `--client-ip takes an IPv4 address like 20.50.0.9; for a network write --where ${written}.`,
  whereIsAddress: (written: string) =>
    `--where takes a virtual network; for an address write --client-ip ${written}.`,
  noName: (written: string) =>
    `"${written}" cannot be the name of a cluster: write its name (prod-1), group/name or its resource id.`,
  severalClusters: (written: string, ids: readonly string[]) =>
    `Several clusters are called ${written}: write one of ${or(ids)}.`,
  noCluster: (person: string, written: string) => `${person} can see no cluster called ${written}.`,
  closeTo: (ids: readonly string[]) => `Did you mean ${or(ids)}?`,
  noneAtAll: "Azure shows you no cluster at all: it takes the role Reader on one.",

  commandOrStdin: "Write the command after --, as in: explain -- kubectl get pods; or use --stdin alone.",
  lineOrStdin: "Write the line behind the verb, as in: understand why is prod-1 down; or use --stdin alone.",
  noClusterName: (written: string) => `"${written}" is no name of a cluster.`,
  groupMissing:
    "--group ID is missing: give the object id of a group in Entra, or the name that the policy gives it.",
  noGroup: (written: string, near: string | null, names: readonly string[]) =>
    `"${written}" is neither the object id of a group in Entra nor a group of the policy: ${near === null ? `it names ${list(names)}.` : `did you mean ${near}?`}`,
  questionMissing:
    "Write what is asked after --: kubectl or helm and what follows, fix, diagnose, diagnose-inside or watch.",
  noFileHere: (name: string) => `There is no file ${name} in this folder that can be read.`,
  maskTooSlow: "Looking through it for secrets took too long, so nothing of it is printed.",
  noSeverity: (written: string, accepted: readonly string[]) =>
    `"${written}" is no severity of an alert: write ${or(accepted)}.`,
  noTime: (written: string) =>
    `"${written}" is not a time with its zone: write one like 2026-11-25T03:00:00Z.`,
  noTag: (written: string) => `"${written}" is not a tag: write NAME=VALUE.`,
  policyUnread: (file: string, said: string) => `The policy ${file} cannot be read: ${said}.`,
  policyNotValid: (first: string) =>
    `The policy is not valid, so it decides nothing; policy check lists all problems. ${first}`,
  idNeeded: (rules: readonly string[]) =>
    `The name alone does not decide this: ${list(rules)} ${goes(rules.length)} by the cluster's resource id. Write the whole id after --cluster.`,

  noTrailId: (written: string) =>
    `"${written}" is no id of a run or an incident: write it as the card shows it, such as R-7K3QX2M9AB.`,
  notOnTrail: (id: string) =>
    `The audit trail holds nothing of ${id}: it is another store's, or older than what is kept.`,
  noKeyIn: (file: string) => `${file} holds no key on the curve P-256 in PEM, public or private.`,
  noKey: "There is no key to verify with: give its public half with --key FILE, or set AUDIT_KEY_FILE.",
  noHeadIn: (written: string) => `--head takes SEQ:HASH or a file of heads, and there is no file ${written}.`,
  noReportIn: (file: string) =>
    `--report takes the file of an incident's report, and ${file} cannot be read.`,
  noBook: (file: string) =>
    `The heads in ${file} cannot be read: without them nothing shows whether the end of the trail was cut off.`,
  oddHead: (file: string, line: number) => `In ${file}, line ${line} is not a head of an audit trail.`,
};
