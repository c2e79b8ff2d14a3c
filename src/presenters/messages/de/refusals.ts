// A command that is not accepted: one sentence that says what was wrong, and what to write instead.

import type { CommandRisk } from "../../../core/command/grammar/command-request.ts";
import type { Wanted } from "../../../core/command/grammar/flags.ts";
import type { Meaning, RefusalReason } from "../../../core/command/grammar/refusal.ts";
import type { Because } from "../../../core/command/grammar/refused.ts";
import type { refusalTexts as en } from "../en/refusals.ts";
import type { Says } from "../says.ts";
import { list, or } from "./words.ts";

/** The hint at the end of a refusal; `prefix` goes before each word. */
export const didYouMean = (near: readonly string[], prefix = ""): string =>
  near.length === 0 ? "" : ` Meintest du ${or(near.map((word) => `„${prefix}${word}“`))}?`;

/** Behind the word that is refused. */
export const because: Readonly<Record<Because, string>> = {
  write: "ändert den Cluster auf eine Weise, die es hier nicht gibt: „help“ nennt, was es gibt",
  interactive:
    "öffnet eine Sitzung oder Verbindung, und die kann ein Chat nicht halten: Nutze kubectl logs, describe oder events, oder „access“ für einen Zugang",
  copy: "kopiert Dateien in einen Container oder heraus, und das wird nicht unterstützt: Nutze kubectl logs",
  local:
    "arbeitet mit Dateien der Maschine, auf der es läuft, und hier gibt es keine: Nutze kubectl get oder describe",
  compare:
    "vergleicht mit Dateien der Maschine, auf der es läuft, und hier gibt es keine: Nutze kubectl get TYPE NAME -o yaml, und vergleich dort",
  charts:
    "betrifft Charts, nicht das, was im Cluster läuft: Nutze helm list, helm status, helm history oder helm get values",
  jobByHand:
    "startet einen Job von Hand, und das geht hier nicht: Schick mir den Job als Datei in unseren Chat und schreib dann kubectl create -f NAME",
  newObjects:
    "schreibt ganze Objekte aus einer Datei: Schick mir die Datei in unserem Chat, und schreib dann kubectl apply -f NAME",
  editor:
    "öffnet einen Editor, und das kann ein Chat nicht: Nutze kubectl patch, set, label oder annotate für das, was anders werden soll",
  otherWrite: "ändert den Cluster auf eine Art, die es hier nicht gibt: Mach es in deinem eigenen Terminal",
  releaseWrite:
    "ändert ein Release, und was dabei herauskäme, könnte hier niemand vorher sehen: Mach es in deinem eigenen Terminal; zum Ansehen nutze helm list, helm status, helm history oder helm get values",
  kubeconfig:
    "liest oder ändert eine kubeconfig, und hier gibt es keine: Der Cluster wird in der Nachricht genannt",
  dump: "gibt den ganzen Cluster auf einmal aus: Nenne mit -n einen Namespace",
  help: "betrifft das Werkzeug selbst: Frag den Bot nach „help“, oder nutze kubectl explain",
  identity:
    "ändert, wer fragt; ein Befehl läuft aber mit deinen eigenen Berechtigungen und keinen anderen: Lass es weg",
  target:
    "ändert, welcher Cluster gefragt wird: Nenne den Cluster stattdessen in der Nachricht, wie in „on NAME“",
  trust: "ändert, wie die Verbindung gesichert ist, und das kannst du hier nicht wählen: Lass es weg",
  raw: "fragt eine beliebige Adresse des API-Servers, an den Regeln für Ressourcen vorbei: Nutze kubectl get TYPE",
  file: "liest Dateien, und hier gibt es keine: Nenne stattdessen Typ und Objekt",
  watch:
    "beobachtet fortlaufend, und ein Befehl antwortet hier einmal: Lass es weg und frag später wieder, oder warte mit kubectl wait --for=condition=Ready --timeout=60s",
  follow: "folgt dem Log ohne Ende, und ein Befehl antwortet hier einmal: Nutze --tail=200 oder --since=10m",
  verbosity: "gibt kubectls eigene Anfragen aus, mit Tokens darin: Lass es weg",
  machine: "betrifft die Maschine, auf der kubectl läuft: Lass es weg",
  dryRun:
    "probiert eine Änderung nur, und was eine Änderung bewirkt, wird gezeigt, bevor sie jemand genehmigt: Lass es weg",
  emptyDir: "heißt jetzt --delete-emptydir-data: Schreib das stattdessen",
};

/** In the accusative. */
export const wanted: Readonly<Record<Extract<Wanted, string>, string>> = {
  number: "eine ganze Zahl, wie 20",
  duration: "eine Dauer, wie 30s, 10m oder 2h",
  typeAndName: "TYPE/NAME, wie pod/api-0",
  labelSelector: "einen Labelselektor, wie app=api",
  fieldSelector: "einen Feldselektor, wie status.phase=Pending",
  field: "ein Feld, wie .metadata.creationTimestamp",
  word: "ein einfaches Wort",
  words: "Wörter mit Kommas dazwischen",
  namespace: "den Namen eines Namespace: Kleinbuchstaben, Ziffern und Bindestriche",
  container: "den Namen eines Containers",
  lines: "eine ganze Zahl von Zeilen, wie 200",
  time: "eine Zeit, wie 2026-03-01T09:30:00Z",
  condition: "das, worauf zu warten ist, wie condition=Ready, delete oder jsonpath={.status.phase}=Running",
  waitingTime: "eine Zeit von höchstens vier Minuten, wie 60s oder 2m",
  path: "einen Pfad des API-Servers, wie /readyz?verbose",
  template: "eine Vorlage, wie {{.metadata.name}}",
  amounts: "Mengen, etwa cpu=500m,memory=512Mi",
  patch: "einen Patch in JSON, auf einer Zeile",
  fileName: "den Namen einer Datei, die du mir in unserem Chat geschickt hast, etwa web.yaml",
  eventTypes: "Normal, Warning oder beide mit Komma",
};

function sayWanted(wants: Wanted): string {
  if (typeof wants === "string") return wanted[wants];
  return "either" in wants ? or(wants.either) : `eines von ${list(wants.oneOf)}`;
}

const quoteIt = "Setz den ganzen Wert in einfache Anführungszeichen, wenn du das Zeichen selbst meinst";
const oneCommand = "Schick einen Befehl nach dem anderen";
const writeTheValue = "schreib den Wert selbst";

/** What a shell would do with each character, and what to write instead. */
export const meanings: Readonly<Record<Meaning, string>> = {
  startsCommand: `startet einen weiteren Befehl: ${oneCommand}`,
  readsFile: `liest in einer Shell eine Datei: Steht es für einen Platzhalter, ${writeTheValue}`,
  writesFile:
    "schreibt in einer Shell eine Datei, oder beendet einen Platzhalter: Lass es weg, die Antwort kommt als Karte",
  runsCommand: "führt in einer Shell einen Befehl aus: Schreib den Wert selbst",
  isReplaced: "wird in einer Shell durch eine Variable oder einen Befehl ersetzt: Schreib den Wert selbst",
  groupsCommands: `fasst in einer Shell Befehle zusammen: ${quoteIt}`,
  isHomeFolder: `wird in einer Shell durch ein Home-Verzeichnis ersetzt: ${quoteIt}`,
  repeatsCommand: `wiederholt in einer Shell einen früheren Befehl: ${quoteIt}`,
  isLiveInQuotes: `wirkt in einer Shell auch in doppelten Anführungszeichen: Nimm einfache, oder ${writeTheValue}`,
  continuesLine: "am Ende der Zeile setzt sie in einer Shell fort: Lass es weg",
};

const missing = {
  objects: "Sag, was zu lesen ist",
  release: "Sag, welches Release zu lesen ist",
  log: "Sag, von welchem Pod das Log zu lesen ist",
  field: "Sag, was zu erklären ist",
};

const secretOf = (where: string): string =>
  `${where} sieht aus wie ein Geheimnis, und was hier gefragt wird, wird aufgehoben: Frag mit einem Namen oder Label, das keines ist.`;

const commandHolds = (what: string): string =>
  `Der Befehl enthält ${what}: Tipp ihn neu, statt ihn einzufügen.`;

const lacks = {
  name: "Sag mit dem ganzen Namen, was geändert werden soll, wie in „restart payments/api“",
  each: "Nenn jedes mit Namen, bis zu 20 in einem Befehl, wie in „kubectl delete pod api-0 api-1 -n payments on prod-1“; „Pods in payments“ zeigt die Namen",
  node: "Sag mit dem ganzen Namen, welche Node, so wie „get nodes“ sie zeigt",
  namespace: "Sag, in welchem Namespace, wie in „payments/api“ oder „api in payments“",
  type: "Sag, welcher Typ es ist, wie in „lösche pod payments/api-0“",
  replicas: "Sag, wie viele Replicas, wie in „skaliere payments/api auf 3“",
  image: "Sag, welches Image, mit seinem Tag",
  quantity: "Sag, wie viel, mit der Einheit, wie in „setze das Memory-Limit von payments/api auf 1Gi“",
} as const;

export const refusals: Says<RefusalReason> = {
  notKubectl: ({ tool }) =>
    `Ausführen lassen sich nur Befehle von kubectl und helm, und das beginnt mit „${tool}“: Beginn mit kubectl.`,
  verbMissing: ({ tool }) =>
    `Sag, was ${tool} tun soll, zum Beispiel ${tool === "helm" ? "helm list" : "kubectl get pods"}.`,
  verbBehind: ({ word }) => `Schreib das Verb vor „${word}“, zum Beispiel kubectl get pods.`,
  verbUnknown: ({ tool, verb, near, known }) =>
    `„${tool} ${verb}“ ist kein Befehl, der angenommen wird.${didYouMean(near, `${tool} `) || ` Angenommen werden: ${list(known)}.`}`,
  verbIncomplete: ({ command, forms }) => `„${command}“ wird nicht angenommen: Schreib ${or(forms)}.`,
  knownAndRefused: ({ word, because: why }) => `„${word}“ ${because[why]}.`,
  changeNowhere: () =>
    "Nenn bei einer Änderung den Cluster: „kubectl scale deployment/api --replicas=3 -n payments on prod-1“. Der zuletzt genannte wird dafür nicht genommen.",
  wouldChange: () =>
    "Schreib es als den kubectl-Befehl, der es tut, mit seinem Cluster und warum: „kubectl … on NAME because GRUND“. Dann sehe ich nach, was er tun würde, und wo die Richtlinie dich darum bitten lässt, werden die gefragt, die zustimmen.",
  changeLacks: ({ what }) =>
    what === "each"
      ? `${lacks.each}.`
      : `${lacks[what]}: dann schreibe ich den Befehl aus, und du drückst ihn.`,
  logLacksSpace: () =>
    "Sag, in welchem Namespace, wie in „logs von payments/api“ oder „logs von api in payments“: dann lese ich sie.",
  beyond: () =>
    "Das geht über das hinaus, was ich tue: Ich finde heraus, warum ein AKS-Cluster nicht erreichbar ist, lese, was darin ist, und ändere, was ein kubectl-Befehl oder die Behebung einer Diagnose ändert.",
  emergencyUnexplained: () =>
    "Sag, warum es ein Notfall ist: Alle erfahren davon, mit deinem Grund. Schreib ihn hinter den Befehl: „emergency: kubectl delete pod api-0 -n payments on prod-1 because GRUND“.",
  nameInAllNamespaces: () =>
    "Es ist ein Objekt genannt, und gefragt sind alle Namespaces: Nutze -n NAMESPACE statt -A.",

  flagUnknown: ({ command, flag, near, known }) =>
    `„${command}“ wird mit „${flag}“ nicht angenommen.${didYouMean(near) || ` Es nimmt ${list(known)}.`}`,
  dashAlone: () => "Ein Strich allein bedeutet hier nichts: Lass ihn weg.",
  containerTwice: () => "Der Container ist zweimal genannt: Behalte „--container“.",
  switchWithOddValue: ({ flag }) =>
    `„${flag}“ ist an oder aus und nimmt keinen anderen Wert: Schreib es allein.`,
  valueMissing: ({ flag, wants }) => `„${flag}“ braucht einen Wert: ${sayWanted(wants)}.`,
  valueWrong: ({ flag, wants, given }) => `„${flag}“ braucht ${sayWanted(wants)}; das ist „${given}“ nicht.`,

  resourceMissing: ({ what, example }) => `${missing[what]}: ${example}.`,
  resourceUnknown: ({ type, near }) =>
    `„${type}“ ist kein Ressourcentyp.${didYouMean(near)} Ein Typ, den nur dieser Cluster hat, wird mit seiner Gruppe geschrieben, wie in certificates.cert-manager.io.`,
  rawPath: ({ path, known }) =>
    `„--raw ${path}“ geht an den Regeln für Ressourcen vorbei: Nutze kubectl get TYPE oder kubectl top, oder eines von ${list(known)}.`,
  rawWithOthers: () =>
    "--raw steht allein: Lass alles andere weg, wie in kubectl get --raw '/readyz?verbose'.",
  conditionMissing: ({ example }) => `Sag mit --for, worauf zu warten ist: ${example}.`,
  resourceNotOfVerb: ({ command, resource, accepted, example }) =>
    `„${command}“ geht mit ${list(accepted)}, nicht mit ${resource}: ${example}.`,
  nameUntyped: ({ word }) => `Schreib jedes Objekt als TYPE/NAME, wie pod/api-0; das ist „${word}“ nicht.`,
  nameInvalid: ({ name }) =>
    `„${name}“ ist kein Name eines Objekts: Buchstaben, Ziffern, Punkte und Bindestriche, mit einem Buchstaben oder einer Ziffer am Anfang.`,
  argumentTooMany: ({ word, command, example }) =>
    `„${word}“ ist zu viel für „${command}“: Lass es weg, wie in ${example}.`,
  accessQuestion: ({ example }) => `Schreib ein Verb und eine Ressource, oder --list allein: ${example}.`,

  changeFiltered: ({ command }) =>
    `\`${command}\` ändert etwas, und seine Ausgabe wird ganz gezeigt: Lass weg, was hinter \`|\` steht.`,
  changeUnnamed: ({ command, example }) => `\`${command}\` braucht die Namen der Objekte: ${example}.`,
  changeOfSeveralTypes: ({ types, example }) =>
    `Eine Änderung betrifft Objekte, die einzeln genannt sind, und das hier meint ${list(types)}: ${example}.`,
  changeUnsaid: ({ command, example }) => `Sag, was \`${command}\` setzen soll: ${example}.`,
  changeWord: ({ word, command, example }) => `\`${word}\` kann \`${command}\` nicht setzen: ${example}.`,
  changeFlagMissing: ({ flags, example }) => `Sag es mit ${or(flags)}: ${example}.`,
  changeTwice: ({ word }) => `\`${word}\` wird zweimal gesetzt: Lass eines davon weg.`,
  changeOfMany: ({ most, named }) =>
    `Eine Änderung nennt höchstens ${most} Objekte, diese nennt ${named}: Mach mehrere Änderungen daraus.`,
  changeOfSecret: () =>
    "Von einem Secret werden hier nur Labels geschrieben, denn niemand sähe, was genehmigt wird: Ändere es von deinem eigenen Terminal aus.",
  changeWithSecret: () =>
    "Ein Wort der Änderung sieht wie ein Geheimnis aus, und eine Änderung wird aufbewahrt und gezeigt: Leg den Wert in deinem eigenen Terminal in ein Secret, und lass den Container ihn von dort nehmen.",
  changeOnlyFromFile: ({ word, command, example }) =>
    `„${word}“ ist zu viel für „${command}“: Die Objekte stehen in einer Datei, die du mir in unserem Chat schickst, wie in ${example}.`,
  fileOne: ({ command, example }) => `„${command}“ nimmt eine Datei: ${example}.`,
  fileUnknown: ({ name }) =>
    `Ich habe keine Datei ${name} von dir: Schick sie mir in unserem Chat, und frag innerhalb einer Stunde noch einmal.`,
  fileElsewhere: ({ name, says, typed }) =>
    `${name} nennt den Namespace ${says} und der Befehl ${typed}: Lass -n weg, oder korrigiere die Datei.`,
  fileHalfPlaced: ({ name, says }) =>
    `Einige Objekte in ${name} nennen den Namespace ${says}, andere keinen: Schreib -n ${says} dahinter, oder nenne ihn bei jedem.`,
  patchCopy: () =>
    "Eine Operation des Patches kopiert einen Wert, der maskiert sein kann: Schreib den Wert selbst, mit „add“.",
  patchNumber: ({ number }) =>
    `\`${number}\` ist eine Zahl, die als eine andere gesendet würde: Schreib sie kürzer, oder als Text in Anführungszeichen.`,
  patchPath: ({ path }) =>
    `\`${path}\` ist kein Pfad eines Patches: Er beginnt mit einem Schrägstrich, wie in \`/spec/replicas\`.`,
  patchUnread: ({ wantsList }) =>
    wantsList
      ? "Der Patch ist keine Liste von Operationen in JSON: Mit --type=json beginnt er mit „[“."
      : "Der Patch ist kein Objekt in JSON: Er beginnt mit „{“.",

  secretFormat: ({ format }) =>
    `„-o ${format}“ kann die Werte von Secrets ausgeben: Nutze kubectl describe secret, oder lass -o weg.`,
  secretSorting: () =>
    "Secrets werden nur nach ihren Metadaten sortiert: Nutze --sort-by=.metadata.creationTimestamp.",
  secretWaiting: () =>
    "Auf einen Wert eines Secrets zu warten verrät ihn: Nutze --for=create oder --for=delete.",
  valueFilter: () =>
    "Was Werte einer Umgebung, von Argumenten oder von Daten vergleicht, verrät, was darin maskiert ist: Vergleich einen Namen oder einen Status.",
  typedSecretInWord: () => secretOf("Ein Wort des Befehls"),
  typedSecretInFlag: ({ flag }) => secretOf(`Der Wert von „${flag}“`),
  typedSecretInGrep: () => secretOf("Was grep sucht,"),
  templateFormat: ({ format }) =>
    `„--template“ gehört zu -o go-template, nicht zu „-o ${format}“: Lass eines davon weg.`,
  templateMissing: ({ format }) => `„-o ${format}“ braucht seine Vorlage dahinter: -o ${format}=….`,
  templateFunction: ({ name, known }) =>
    `„${name}“ wird in einer Vorlage nicht angenommen; angenommen werden Felder, range, if, with und ${list(known)}.`,
  templateNested: ({ name }) =>
    `„${name}“ darf nur ausgeben: Lass es allein in seinen Klammern stehen, oder nutze -o 'jsonpath={…}'.`,
  templatePrintf: ({ format }) =>
    `„printf“ nimmt einen Text mit %s, %v, %d oder %q darin; das ist „${format}“ nicht: Gib das Feld selbst aus.`,
  templateUnread: () =>
    "Die Vorlage ist nicht geschlossen, oder enthält etwas Unlesbares: Nutze {{…}} mit Feldern, oder -o 'jsonpath={…}'.",
  masked: () =>
    "„[masked]“ steht für etwas, das wie ein Geheimnis aussah und nicht aufgehoben wurde: Schreib die Frage neu, ohne Geheimnis darin.",

  empty: () => "Da ist kein Befehl: Schreib einen, zum Beispiel kubectl get pods -n payments.",
  pipeEmpty: () => "Eine Pipe braucht auf beiden Seiten etwas, zum Beispiel kubectl get pods | grep api.",
  tooLong: ({ length, longest }) =>
    `Der Befehl ist ${length} Zeichen lang, und gelesen werden ${longest}: Frag auf einmal nach weniger.`,
  severalLines: () => "Der Text hat mehrere Zeilen: Schick einen Befehl, in einer Zeile.",
  invisible: ({ codePoint }) => commandHolds(`das unsichtbare Zeichen U+${codePoint}`),
  halfCharacter: () => commandHolds("ein halbes Zeichen"),
  metacharacter: ({ character, meaning }) =>
    `${character === "`" ? "Ein Backtick" : `„${character}“`} ${meanings[meaning]}.`,
  unclosedQuote: ({ quote }) =>
    `Das Anführungszeichen ${quote} wird nie geschlossen: Schließ es, oder lass es weg.`,

  filterUnknown: ({ tool }) =>
    `Hinter einer Pipe werden nur „grep WORD“, „head -n 20“, „tail -n 20“, „sort“ und „wc -l“ angenommen, „${tool}“ nicht: Lass es weg, oder nutze -o jsonpath oder -l.`,
  grepOption: ({ option }) =>
    `„grep ${option}“ wird nicht angenommen: grep nimmt -i, -v, -A, -B und -C mit einer Zahl, -e, und -E für Wörter mit | dazwischen.`,
  grepWords: () =>
    "grep nimmt ein Wort, in Anführungszeichen, wenn es Leerzeichen enthält: | grep -i 'back off'.",
  grepPattern: ({ special, pattern }) =>
    `grep sucht Wörter, wie sie dastehen, kein Muster: Lass in „${pattern}“ das „${special}“ weg.`,
  lineCount: ({ tool }) => `„${tool}“ nimmt eine Anzahl von Zeilen, mindestens 1: | ${tool} -n 20.`,
};

export const risks: Readonly<Record<CommandRisk, string>> = {
  logs: "Logs können personenbezogene Daten enthalten.",
  configMaps: "ConfigMaps können Passwörter enthalten, die nicht wie welche aussehen.",
  releases: "Werte eines Release können Passwörter enthalten, die nicht wie welche aussehen.",
};

export const refusalTexts: typeof en = { refusals, risks };
