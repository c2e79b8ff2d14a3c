// What is wrong with a policy file, for whoever writes it.
import type { PolicyFault, Unfit } from "../../../core/policy/fault.ts";
import { withoutTrailing } from "../../../core/text/without-trailing.ts";
import type { policyFaultTexts as en } from "../en/policy-faults.ts";
import { type Says, say } from "../says.ts";
import { denialTexts } from "./denials.ts";
import { didYouMean, refusalTexts } from "./refusals.ts";
import { list, or } from "./words.ts";

export const kinds: Readonly<Record<string, string>> = {
  array: "eine Liste",
  object: "ein Mapping",
  record: "ein Mapping",
  string: "Text",
  number: "eine Zahl",
  boolean: "true oder false",
};

const ofGroup =
  " Ein Typ, den ein Cluster hinzufügt, wird mit seiner Gruppe geschrieben, wie in „certificates.cert-manager.io“.";

export const unfit: Readonly<Record<Unfit, string>> = {
  groupId: "muss die Objekt-ID einer Gruppe in Entra sein, wie 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70.",
  ruleId: "muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen.",
  clusterPattern:
    "kann zu keinem Cluster passen: Schreib einen Namen mit * für beliebige Zeichen, oder den Anfang einer Ressourcen-ID und *.",
  clusterName:
    "kann kein Name eines Clusters sein: Schreib seinen Namen, group/name oder seine Ressourcen-ID.",
  namespacePattern:
    "kann zu keinem Namespace passen: Schreib Kleinbuchstaben, Ziffern und Bindestriche, und * für beliebige Zeichen.",
  verb: "ist kein kubectl-Verb, das sich erlauben lässt.",
  resource: "ist nicht der volle Name eines Ressourcentyps.",
};

const place = (at: string): string => (at === "" ? "Die Richtlinie" : `„${at}“`);

type TestFails = Extract<PolicyFault, { is: "testFails" }>;

function answerOf({ decision, withheld }: TestFails): string {
  if (decision.effect === "deny") return `deny: ${say(denialTexts.denials, decision.reason)}`;
  return `${withheld ? "deny (nur maskiert)" : "allow"} durch „${decision.rule}“`;
}

export const policyFaults: Says<PolicyFault> = {
  severalDocuments: () => "Die Datei enthält mehrere Dokumente: Behalte eines.",
  notYaml: ({ said }) => `Kein gültiges YAML: ${said}`,
  alias: () =>
    "Aliase („*name“) werden nicht angenommen: Schreib den Wert aus, und setz Muster wie „*“ in Anführungszeichen.",

  missing: ({ at }) => `${place(at)} fehlt.`,
  wrongType: ({ at, expected }) => `${place(at)} muss ${kinds[expected] ?? expected} sein.`,
  wrongValue: ({ at, accepted }) => `${place(at)} muss ${or(accepted)} sein.`,
  wrongEffect: ({ at }) => `${place(at)} muss allow oder deny sein.`,
  isEmpty: ({ at }) => `${place(at)} darf nicht leer sein.`,
  unfit: ({ at, given, unfit: what, near, full }) =>
    `${place(at)} („${given}“) ${unfit[what]}${full === undefined ? didYouMean(near) : ` Schreib „${full}“.`}${what === "resource" && full === undefined ? ofGroup : ""}`,
  otherwise: ({ at, given, said }) => `${place(at)} („${given}“) ${said}${/[.?]$/.test(said) ? "" : "."}`,
  keyOfAllow: ({ at, key }) => `${place(at)}: „${key}“ gehört nur in Regeln, die erlauben. Lass es hier weg.`,
  keyUnknown: ({ at, key, near, known }) =>
    `${place(at)}: „${key}“ ist nicht bekannt.${didYouMean(near) || ` Bekannt sind: ${list(known)}.`}`,

  groupForAll: () => "„*“ steht für alle und kann keine Gruppe benennen.",
  groupTwice: ({ name, earlier }) =>
    `„${name}“ hat dieselbe Objekt-ID wie „${earlier}“: Gib einer Gruppe einen Namen.`,
  groupUnknown: ({ name, near }) => `Unter „groups“ gibt es keine Gruppe „${name}“.${didYouMean(near)}`,
  allInAllow: () => "„*“, für alle, wird nur in Regeln mit deny angenommen: Nenne die Gruppen.",
  ruleTwice: ({ rule }) => `Die Regel-ID „${rule}“ wird zweimal benutzt.`,
  ruleEmpty: ({ rule }) =>
    `Die Regel „${rule}“ sagt nichts: Ergänze „diagnose: true“, „diagnose-inside: true“, „watch: true“ oder „run:“.`,
  ruleUnknown: ({ rule, near }) => `Es gibt keine Regel „${rule}“.${didYouMean(near)}`,
  notClosed: ({ resource }) =>
    `„${resource}“ liegen in keinem Namespace, deshalb schließt diese Regel sie nicht: Ergänze „clusterScoped: true“.`,

  testAsksOneThing: () =>
    "Ein Test fragt nur eines: „diagnose: true“, „diagnose-inside: true“, „watch: true“ oder „run: kubectl …“.",
  testUnmaskedWithoutRun: () =>
    "„unmasked: true“ betrifft die Ausgabe eines Befehls: Ergänze „run: kubectl …“.",
  testRefused: ({ reason }) =>
    `Der Befehl des Tests wird abgelehnt, was auch immer die Richtlinie sagt: ${say(refusalTexts.refusals, reason)}`,
  testFails: (fault) => {
    const by = fault.rule === null ? "" : ` durch „${fault.rule}“`;
    return `Der Test erwartet ${fault.expected}${by}, und die Richtlinie antwortet ${withoutTrailing(answerOf(fault), ".")}.`;
  },
};

export const policyFaultTexts: typeof en = { policyFaults };
