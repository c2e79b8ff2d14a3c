// What is wrong with a policy file, for whoever writes it.
import type { ExpectedApproval, PolicyFault, Unfit } from "../../../core/policy/fault.ts";
import { withoutTrailing } from "../../../core/text/without-trailing.ts";
import type { policyFaultTexts as en } from "../en/policy-faults.ts";
import { type Says, say } from "../says.ts";
import { denialTexts } from "./denials.ts";
import { didYouMean, refusalTexts } from "./refusals.ts";
import { sayApproval } from "./who-agrees.ts";
import { list, message, or } from "./words.ts";

const needsId = message<{ count: number; rules: string }>(
  "Der Name allein entscheidet diesen Test nicht: {rules} {count, plural, one {geht} other {gehen}} nach der Ressourcen-ID des Clusters. Schreib hinter „cluster“ die ganze ID.",
);

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
  namePattern:
    "kann kein Name eines Objekts sein: Schreib Kleinbuchstaben, Ziffern, Punkte und Bindestriche, und * für beliebige Zeichen.",
  verb: "ist kein kubectl-Verb, das sich erlauben lässt.",
  changeVerb: "ist kein Verb, das etwas ändert und sich erlauben lässt.",
  duration: "muss Minuten oder Stunden nennen, wie 30m oder 2h, und höchstens 24h.",
  count: "muss eine ganze Zahl von 1 bis 10 sein.",
  timeOfDay: "muss eine Uhrzeit in Anführungszeichen sein, von „00:00“ bis „24:00“.",
  timeZone: "ist keine Zeitzone: Schreib eine wie Europe/Berlin oder Etc/UTC.",
  time: "muss eine Zeit mit ihrer Zone sein, wie 2026-11-25T03:00:00Z.",
  tags: "muss mindestens ein Tag nennen.",
  resource: "ist nicht der volle Name eines Ressourcentyps.",
};

const place = (at: string): string => (at === "" ? "Die Richtlinie" : `„${at}“`);

type TestFails = Extract<PolicyFault, { is: "testFails" }>;

function answerOf({ decision, withheld }: TestFails): string {
  if (decision.effect === "deny") return `deny: ${say(denialTexts.denials, decision.reason)}`;
  return `${withheld ? "deny (nur maskiert)" : "allow"} durch „${decision.rule}“`;
}

function sayExpected(expected: ExpectedApproval): string {
  if (expected === "requester") return sayApproval({ by: "requester", minutes: 0 });
  const { count, groups = [] } = expected;
  return `${count ?? "jemanden"}${groups.length === 0 ? "" : ` aus ${or(groups)}`}`;
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
  wrongApproval: ({ at }) => `${place(at)} muss requester sein, oder count, groups und expires nennen.`,
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
    `Die Regel „${rule}“ sagt nichts: Ergänze „diagnose: true“, „diagnose-inside: true“, „watch: true“, „run:“, „change:“ oder „fix: true“.`,
  ruleUnknown: ({ rule, near }) => `Es gibt keine Regel „${rule}“.${didYouMean(near)}`,
  notClosed: ({ resource }) =>
    `„${resource}“ liegen in keinem Namespace, deshalb schließt diese Regel sie nicht: Ergänze „clusterScoped: true“.`,
  windowEmpty: () => "Das Ende ist der Anfang: Schreib ein anderes „to“, etwa „24:00“.",
  approvalMissing: ({ rule }) =>
    `Die Regel „${rule}“ lässt etwas ändern, also muss sie sagen, wer es freigibt: Ergänze „approval: requester“ oder „approval: { count: 1, groups: [GROUP], expires: 30m }“.`,
  approvalUnused: ({ rule }) =>
    `Die Regel „${rule}“ lässt nichts ändern, also gibt es nichts freizugeben: Lass „approval“ weg, oder ergänze „change:“ oder „fix: true“.`,
  escalatesLate: () => "Niemand würde mehr gefragt: „after“ muss kürzer sein als „expires“.",
  breakGlassReads: ({ rule }) =>
    `Die Regel „${rule}“ ist für Notfälle, und die gibt es nur für „change“ und „fix“: Schreib den Rest in eine andere Regel.`,
  breakGlassUnused: ({ rule }) =>
    `Die Regel „${rule}“ ist für Notfälle und lässt nichts ändern: Ergänze „change:“ oder „fix: true“.`,
  breakGlassAsksNoLess: ({ rule }) =>
    `Die Regel „${rule}“ ist für Notfälle und verlangt nicht weniger Freigaben als Regeln für dieselben Gruppen ohne „breakGlass“: Schreib „approval: requester“ oder ein kleineres „count“.`,

  testAsksOneThing: () =>
    "Ein Test fragt nur eines: „diagnose: true“, „diagnose-inside: true“, „watch: true“, „run: kubectl …“, „change: kubectl …“ oder „fix: true“.",
  testUnmaskedWithoutRun: () =>
    "„unmasked: true“ betrifft die Ausgabe eines Befehls: Ergänze „run: kubectl …“.",
  testOfChangeWithoutChange: () =>
    "„approval“ und „breakGlass“ betreffen, was etwas ändert: Ergänze „change: kubectl …“ oder „fix: true“.",
  testOfFile: () =>
    "„holds“ sagt, was in der Datei steht, die „change“ nennt, und steht nur dabei: change: kubectl apply -f web.yaml, holds: [deployment/web].",
  testNeedsId: ({ rules }) => needsId({ count: rules.length, rules: list(rules) }),
  testRefused: ({ reason }) =>
    `Der Befehl des Tests wird abgelehnt, was auch immer die Richtlinie sagt: ${say(refusalTexts.refusals, reason)}`,
  testFails: (fault) => {
    const by = fault.rule === null ? "" : ` durch „${fault.rule}“`;
    return `Der Test erwartet ${fault.expected}${by}, und die Richtlinie antwortet ${withoutTrailing(answerOf(fault), ".")}.`;
  },
  testApproval: ({ rule, expected, approval }) =>
    `Der Test erwartet eine Freigabe durch ${sayExpected(expected)}, und nach „${rule}“ gilt: ${sayApproval(approval)}.`,
};

export const policyFaultTexts: typeof en = { policyFaults };
