// Why a verb of the command line ends without an answer: one sentence that says what was wrong and what to do.
import type { cliStops as en } from "../en/cli-stops.ts";
import { list, message, or } from "./words.ts";

const idNeeded = message<{ count: number; rules: string }>(
  "Der Name allein entscheidet das nicht: {rules} {count, plural, one {geht} other {gehen}} nach der Ressourcen-ID des Clusters. Schreib hinter --cluster die ganze ID.",
);

export const cliStops: typeof en = {
  notAVerb: (typed, near, accepted) =>
    `„${typed}“ ist kein Verb: ${near === null ? `Schreib eines von diesen: ${list(accepted)}.` : `Meintest du „${near}“?`}`,
  flagUnknown: (flag, near, known) =>
    `Das Flag ${flag} ist nicht bekannt: ${near === null ? `Es gibt ${list(known)}.` : `Meintest du ${near}?`}`,
  takesNoValue: (flag) => `${flag} nimmt keinen Wert.`,
  needsValue: (flag) =>
    `${flag} braucht einen Wert; einer, der mit einem Strich beginnt, wird als ${flag}=VALUE geschrieben.`,
  givenTwice: (flag) => `${flag} steht zweimal da.`,
  missing: (what) => `${what} fehlt.`,
  tooMuch: (word) => `„${word}“ ist hier zu viel: Sieh in --help nach.`,

  symptomEmpty: "--symptom braucht den Fehler, den du siehst.",
  fromAndFor: "Schreib --from oder --for, nicht beides.",
  noAddressOrRange: (written) =>
    `„${written}“ ist weder eine IPv4-Adresse noch ein Bereich: Schreib etwas wie 20.50.0.9 oder 20.50.0.0/24.`,
  deepAndNot: "Schreib --deep oder --no-inside, nicht beides.",
  ipIsNetwork: (written) =>
    `--client-ip nimmt eine IPv4-Adresse wie 20.50.0.9; für ein Netzwerk schreib --where ${written}.`,
  whereIsAddress: (written) =>
    `--where nimmt ein virtuelles Netzwerk; für eine Adresse schreib --client-ip ${written}.`,
  noName: (written) =>
    `„${written}“ kann kein Name eines Clusters sein: Schreib seinen Namen (prod-1), group/name oder seine Ressourcen-ID.`,
  severalClusters: (written, ids) => `Mehrere Cluster heißen ${written}: Schreib ${or(ids)}.`,
  noCluster: (person, written) => `${person} sieht keinen Cluster namens ${written}.`,
  closeTo: (ids) => `Meintest du ${or(ids)}?`,
  noneAtAll: "Azure zeigt dir gar keinen Cluster: Nötig ist die Rolle Reader auf einem.",

  commandOrStdin:
    "Schreib den Befehl hinter --, wie in: explain -- kubectl get pods; oder nimm --stdin allein.",
  lineOrStdin:
    "Schreib die Zeile hinter das Verb, wie in: understand warum ist prod-1 weg; oder nimm --stdin allein.",
  noClusterName: (written) => `„${written}“ ist kein Name eines Clusters.`,
  groupMissing: "--group ID fehlt: Gib die Objekt-ID einer Gruppe in Entra an.",
  noGroupId: (written) =>
    `„${written}“ ist nicht die Objekt-ID einer Gruppe in Entra; die Richtlinie listet sie unter groups.`,
  questionMissing:
    "Schreib hinter --, wonach du fragst: kubectl oder helm und was folgt, fix, diagnose, diagnose-inside oder watch.",
  noFileHere: (name) => `In diesem Ordner gibt es keine lesbare Datei ${name}.`,
  maskTooSlow: "Die Suche nach Geheimnissen darin hat zu lange gedauert, darum wird nichts davon ausgegeben.",
  noSeverity: (written, accepted) =>
    `„${written}“ ist kein Schweregrad eines Alarms: Schreib ${or(accepted)}.`,
  noTime: (written) => `„${written}“ ist keine Zeit mit ihrer Zone: Schreib eine wie 2026-11-25T03:00:00Z.`,
  noTag: (written) => `„${written}“ ist kein Tag: Schreib NAME=VALUE.`,
  policyUnread: (file, said) => `Die Richtlinie ${file} ist nicht lesbar: ${said}.`,
  policyNotValid: (first) =>
    `Die Richtlinie ist nicht gültig und entscheidet deshalb nichts; policy check listet alle Fehler. ${first}`,
  idNeeded: (rules) => idNeeded({ count: rules.length, rules: list(rules) }),

  noTrailId: (written) =>
    `„${written}“ ist keine Id eines Laufs oder Vorfalls: Schreib sie, wie die Karte sie zeigt, etwa R-7K3QX2M9AB.`,
  notOnTrail: (id) =>
    `Der Audit-Trail enthält nichts über ${id}: Sie gehört zu einem anderen Speicher oder ist älter, als aufbewahrt wird.`,
  noKeyIn: (file) =>
    `${file} enthält keinen Schlüssel auf der Kurve P-256 in PEM, weder öffentlich noch privat.`,
  noKey:
    "Zum Prüfen fehlt ein Schlüssel: Gib seine öffentliche Hälfte mit --key FILE an, oder setz AUDIT_KEY_FILE.",
  noHeadIn: (written) =>
    `--head nimmt SEQ:HASH oder eine Datei mit Köpfen, und eine Datei ${written} gibt es nicht.`,
  noBook: (file) =>
    `Die Köpfe in ${file} sind nicht zu lesen: Ohne sie zeigt nichts, ob das Ende des Trails abgeschnitten wurde.`,
  oddHead: (file, line) => `In ${file} ist Zeile ${line} kein Kopf eines Audit-Trails.`,
};
