// What did not end well: what happened, what was and was not done, what to do.

import { type Done, type Happened, likelyPodTrouble, podTrouble } from "../../../core/run/failure.ts";
import type { Unseen } from "../../../core/run/proposed.ts";
import { german } from "../catalogue.ts";
import type { failureTexts as en } from "../en/failures.ts";
import { type Says, say } from "../says.ts";
import { afterUnread } from "../speech/unread.ts";
import { denialTexts } from "./denials.ts";
import { noteTexts } from "./notes.ts";
import { few, list, message, or } from "./words.ts";

const { afterNoPod } = german.texts.podTrouble;
const { whyNoPod } = german.texts.podTrouble;
const { nextAfter, sayRefusal, whyRefused } = german.speech;
const { saySignIn } = german.speech;
const { sayUnread } = german.speech;

const { denials } = denialTexts;

const leftOut = message<{ fields: number; object: string }>(
  "{fields, plural, one {# weiteres Feld} other {# weitere Felder}} von {object}",
);

const sayUnseen: Says<Unseen> = {
  hidden: ({ why, object, path }) =>
    why === "masked"
      ? `${path} von ${object} sieht wie ein Geheimnis aus und ist maskiert`
      : `${path} von ${object} ist länger als das, was davon aufgehoben wird`,
  leftOut: ({ fields, object }) => leftOut({ fields, object }),
  tooLong: () => "alles zusammen ist mehr, als auf eine Karte passt",
};

export const happened: Says<Happened> = {
  signIn: ({ failure }) => saySignIn(failure),
  azureRefused: ({ failure }) => sayRefusal(failure),
  unread: ({ section }) => sayUnread(section.message),
  byMode: ({ why }) => say(denials, why),
  noLongerAllowed: ({ why }) => `Die Richtlinie erlaubt das nicht mehr: ${say(denials, why)}`,
  noLongerHere: () =>
    "Die Richtlinie erlaubt das nicht mehr: Die Ausgabe ist nur für dich; frag in unserem Chat.",
  noLongerUnmasked: ({ why }) => `Das ist nicht mehr erlaubt: ${say(noteTexts.notes, why)}`,
  unexpected: () => "Auf meiner Seite ist etwas schiefgegangen.",
  clusterStopped: ({ cluster }) =>
    `${cluster} ist gestoppt, es gibt also nichts, worauf der Befehl laufen könnte.`,
  runCommandDisabled: ({ cluster }) => `Run-Command ist auf ${cluster} abgeschaltet.`,
  identityChanged: () =>
    "Die Entra-Integration des Clusters hat sich geändert, nachdem du gefragt hast, und mit ihr, wessen Berechtigungen der Befehl hätte.",
  commandNotRun: ({ said }) => {
    const trouble = podTrouble(said ?? "");
    if (trouble === null)
      return `AKS konnte den Befehl nicht ausführen: ${said ?? "Azure hat keinen Grund genannt."}`;
    return `AKS konnte den Befehl nicht ausführen: ${say(whyNoPod, trouble)}. AKS sagt: ${said}`;
  },
  commandGone: () =>
    "AKS hat kein Ergebnis des Befehls: So antwortet es, wenn der Pod des Befehls nie zum Laufen kam oder das Ergebnis zu alt ist.",
  outputWithheld: () =>
    "Der Befehl lief, aber seine Ausgabe auf Geheimnisse durchzusehen dauerte zu lange: Sie wird nicht gezeigt.",
  stillRunning: () => "Der Befehl war nach fünf Minuten nicht zu Ende.",
  noAnswerAfterSending: ({ failure }) =>
    `Nachdem der Befehl geschickt war, kam keine Antwort: ${whyRefused(failure)}`,
  stoppedWhileSending: () => "Ich wurde gestoppt, während ich diesen Befehl schickte.",
  noPersonalChat: ({ unmasked }) =>
    unmasked
      ? "Eine unmaskierte Ausgabe kommt in deinen eigenen Chat mit mir, und noch habe ich keinen mit dir."
      : "Die Richtlinie zeigt diese Ausgabe nur dir, und noch habe ich keinen Chat mit dir.",
  noChatForFile: () => "Eine Datei kommt in deinen eigenen Chat mit mir, und noch habe ich keinen mit dir.",
  outputNotTaken: () =>
    "Teams hat die Nachricht mit der Ausgabe nicht angenommen, deshalb wurde sie nicht gezeigt.",
  outputPerhapsTaken: () => "Teams hat nicht gesagt, ob es die Nachricht mit der Ausgabe angenommen hat.",
  outputNotShown: () => "Auf meiner Seite ist etwas schiefgegangen, deshalb wurde die Ausgabe nicht gezeigt.",
  answerPerhapsTaken: () => "Teams hat nicht gesagt, ob es meine letzte Antwort an dich angenommen hat.",
  restarted: () => "Ich wurde neu gestartet, bevor ich das beantwortet hatte.",
  restartedWhileShowing: () =>
    "Ich wurde neu gestartet, bevor ich wusste, ob eine Ausgabe unmaskiert gezeigt wurde.",
  restartedWhileDeciding: () => "Ich wurde neu gestartet, bevor ich auf diesen Knopfdruck geantwortet hatte.",
  signInServiceSilent: () =>
    "Der Anmeldedienst des Bot Framework hat nicht geantwortet, deine Anmeldung ist dort also noch gespeichert.",
  databaseSilent: () => "Meine Datenbank hat nicht geantwortet.",
  resultGone: () => "Das Ergebnis dieser Anfrage wird nicht mehr aufgehoben.",
  objectChanged: ({ objects }) =>
    `Jemand hat ${list(objects)} geändert oder gelöscht, nachdem das angesehen wurde: Es ist nicht mehr, was genehmigt wurde.`,
  changedSinceFix: ({ objects }) =>
    `Die Behebung steht in ${list(objects)} nicht mehr so, wie sie gemacht wurde: Sie zurückzunehmen könnte rückgängig machen, was andere dort seither getan haben.`,
  madeSince: ({ objects }) =>
    `Die Behebung würde ${list(objects)} neu machen, und das gibt es schon: Was andere dort hineingeschrieben haben, würde überschrieben.`,
  objectNotFound: ({ names }) => `Im Cluster gibt es ${or(names)} nicht.`,
  dryRunRefused: ({ said }) =>
    said === null
      ? "Der Cluster lehnt das ab, wie sein Probelauf sagt. Warum, erfährt nur, wer gefragt hat, im eigenen Chat."
      : `Der Cluster lehnt das ab, wie sein Probelauf sagt: ${said}`,
  notAllSeen: ({ unseen }) =>
    unseen.length === 0
      ? "Einiges von dem, was sich ändern würde, ist niemandem zu zeigen, und niemand genehmigt, was nicht zu sehen ist. Was das ist, erfährt nur, wer gefragt hat, im eigenen Chat."
      : `Einiges von dem, was sich ändern würde, ist niemandem zu zeigen, und niemand genehmigt, was nicht zu sehen ist: ${few(unseen.map((each) => say(sayUnseen, each)))}.`,
  lookUnreadable: () => "Was die Änderung täte, war aus der Antwort des Clusters nicht zu lesen.",
  approvalUnconfirmed: ({ person }) =>
    `Die Genehmigung von ${person} zählt nicht mehr: Die Gruppen waren nicht noch einmal zu lesen, oder keine davon darf das genehmigen.`,
  approvalExpired: () => "Die Zeit, für die das genehmigt war, ist um.",
  approvalOtherwise: () => "Genehmigt wurde etwas anderes, als jetzt getan würde.",
  approvalTooFew: ({ count, groups, given }) =>
    `Die Richtlinie verlangt inzwischen mehr Genehmigungen von Mitgliedern von ${or(groups)}: ${count}, und hier sind es ${given}.`,
  objectsUnread: () =>
    "Ob die Objekte noch so sind, wie es genehmigt wurde, war unmittelbar davor nicht zu lesen; deshalb wurde nichts geändert.",
  changeUnanswered: ({ failure }) => `Auf die gesendete Änderung kam keine Antwort: ${whyRefused(failure)}`,
  changeInterrupted: () => "Ich wurde angehalten, während ich diese Änderung sendete.",
  changeUnreadable: () => "Die Änderung wurde gesendet, und ihre Ausgabe war nicht zu lesen.",
  sentFileGone: ({ name }) => `Die Datei ${name} ist nicht mehr da oder lässt sich nicht öffnen.`,
  needsThread: () =>
    "Das muss jemand anderes genehmigen, und in einem Chat mit mir allein sieht es sonst niemand.",
  emergencyUnheard: ({ because }) => {
    switch (because) {
      case "botAlone":
        return "Ein Notfall wird laut gesagt, und in einem Chat mit mir allein erfährt niemand sonst davon.";
      case "nobodyElse":
        return "Ein Notfall wird laut gesagt, und Teams nennt niemanden sonst, der davon erführe, weder hier noch im Kanal der Betreiber.";
      case "notTaken":
        return "Ein Notfall wird laut gesagt, bevor etwas gesendet wird, und Teams hat das nicht angenommen.";
    }
  },
};

const lookFirst =
  "Sieh dir das Objekt an, bevor du neu fragst, zum Beispiel mit „kubectl get“ und „-o yaml“.";
const inAMinute = "Frag in einer Minute noch einmal.";
const safeAgain = "Es liest nur, du kannst also gefahrlos noch einmal fragen.";
const seeWhoAmI = "Schreib „whoami“, um zu sehen, was die Richtlinie dir erlaubt.";
const pressAgain = "Drück noch einmal „Unmaskiert“.";
const ifUnseen = "Siehst du sie in unserem Chat nicht, drück noch einmal „Unmaskiert“.";
const forgetAgain = "Schreib in einer Minute noch einmal „forget me“.";
const askForLess = "Frag nach weniger, zum Beispiel nach einem Namespace oder mit „--tail 100“.";

const nextUnread = afterUnread({
  answered: nextAfter,
  again: inAMinute,
  named: "Prüf Name und Ressourcengruppe; stimmen sie, bitte um die Rolle unten.",
  role: "Bitte um die Rolle unten, und frag mich dann noch einmal.",
});

export const next: Says<Happened> = {
  signIn: ({ failure }) =>
    failure.code === "unavailable"
      ? inAMinute
      : "Schreib „sign in“ in deinem Chat mit mir, und frag dann noch einmal.",
  azureRefused: ({ failure }) => nextAfter(failure),
  unread: nextUnread,
  byMode: () => "„mode“ zeigt, was jetzt gilt: Frag noch einmal, sobald das hier erlaubt ist.",
  noLongerAllowed: () => seeWhoAmI,
  noLongerHere: () => seeWhoAmI,
  noLongerUnmasked: () => seeWhoAmI,
  unexpected: ({ id }) => `Frag noch einmal; geschieht es zweimal, nenne meinem Betreiber ${id}.`,
  clusterStopped: ({ cluster }) => `Schreib „diagnose ${cluster}“, dann kommt die Zeile, die ihn startet.`,
  runCommandDisabled: ({ cluster }) => `Schreib „access ${cluster}“ für einen anderen Zugang.`,
  identityChanged: () => "Frag noch einmal.",
  commandNotRun: ({ said }) => say(afterNoPod, likelyPodTrouble(said ?? "")),
  commandGone: () => say(afterNoPod, likelyPodTrouble("")),
  outputWithheld: () =>
    "Frag nach weniger, zum Beispiel nach einem Objekt, einem Namespace oder mit „--tail 100“.",
  stillRunning: () => askForLess,
  noAnswerAfterSending: () => safeAgain,
  stoppedWhileSending: () => safeAgain,
  noPersonalChat: ({ url, unmasked }) =>
    `Öffne einen Chat mit mir (${url}), schreib „help“, und ${unmasked ? "drück" : "frag"} dann noch einmal.`,
  noChatForFile: ({ url }) =>
    `Öffne einen Chat mit mir (${url}), schreib „help“, und drück dann noch einmal „Als Datei senden“.`,
  outputNotTaken: () => pressAgain,
  outputPerhapsTaken: () => ifUnseen,
  outputNotShown: () => pressAgain,
  answerPerhapsTaken: () => "Siehst du sie nicht, wo du gefragt hast, schreib „status“.",
  restarted: () => "Bitte frag noch einmal.",
  restartedWhileShowing: () => ifUnseen,
  restartedWhileDeciding: () =>
    "Sieh auf der Karte der Änderung nach, ob er zählt. Wenn sie noch wartet, drück noch einmal.",
  signInServiceSilent: () => forgetAgain,
  databaseSilent: () => forgetAgain,
  resultGone: () => "Frag noch einmal.",
  objectChanged: () => "Frag sie neu an: Dann siehst du, was jetzt dort ist, und das wird genehmigt.",
  changedSinceFix: () =>
    "Sieh nach, was jetzt dort steht, und stell von Hand wieder her, was so sein soll wie vorher.",
  madeSince: () => "Drück auf der Diagnose „Neu prüfen“, und frag die Behebung an, die es dann findet.",
  objectNotFound: () => "Prüf Namen und Namespace, und frag dann noch einmal.",
  dryRunRefused: () => "Ändere, was bemängelt wird, und frag dann noch einmal.",
  notAllSeen: () =>
    "Frag sie in kleineren Teilen an, Geheimnisse mit dem Namen ihres Secrets; oder mach sie in deinem eigenen Terminal.",
  lookUnreadable: () => "Frag noch einmal; geschieht es zweimal, für weniger Objekte.",
  approvalUnconfirmed: () =>
    "Frag sie neu an, und lass sie von jemandem genehmigen, der jetzt in der Gruppe ist.",
  approvalExpired: () => "Frag sie neu an, wenn sie noch gebraucht wird.",
  approvalOtherwise: () => "Frag sie neu an: Du siehst, was sie jetzt täte, und das wird genehmigt.",
  approvalTooFew: () => "Frag sie neu an: Gefragt wird dann, wer sie inzwischen genehmigen muss.",
  objectsUnread: () => "Frag sie in einer Minute neu an.",
  changeUnanswered: () => lookFirst,
  changeInterrupted: () => lookFirst,
  changeUnreadable: () => lookFirst,
  sentFileGone: () => "Schick die Datei noch einmal in unserem Chat, und frag dann noch einmal.",
  needsThread: () => "Frag in dem Kanal oder Gruppenchat, in dem die sind, die genehmigen.",
  emergencyUnheard: ({ because }) =>
    because === "notTaken"
      ? "Frag in einer Minute noch einmal, oder in einem anderen Kanal, in dem daran gearbeitet wird."
      : "Frag in dem Kanal oder Gruppenchat, in dem daran gearbeitet wird.",
};

export const done: Readonly<Record<Done, string>> = {
  nothingSent: "An den Cluster wurde nichts geschickt.",
  nothingSentAnywhere: "An keinen Cluster wurde etwas geschickt.",
  nothingSentForIt: "An keinen Cluster wurde dafür etwas geschickt.",
  nothingSentUnlessSaid: "An den Cluster wurde nichts geschickt, außer eine Karte von mir sagt es.",
  partlyMade: "Die ersten Änderungen in Azure sind gemacht und bleiben; mehr davon wurde nicht gesendet.",
  nothingChanged: "Im Cluster wurde nichts geändert.",
  perhapsSent: "Vielleicht wurde es an den Cluster geschickt; ich habe es nicht noch einmal geschickt.",
  sentBefore:
    "Der Befehl wurde einmal geschickt, bevor ich neu gestartet wurde; seine Ausgabe wurde nicht gelesen.",
  sentOutputUnread: "Der Befehl wurde geschickt, aber seine Ausgabe war nicht zu lesen.",
  sentOutputNotKept: "Er wurde einmal geschickt; von seiner Ausgabe wurde nichts aufgehoben.",
  sentPerhapsRunning:
    "Er wurde einmal geschickt und läuft vielleicht noch im Cluster; ich warte nicht mehr auf seine Ausgabe.",
  sentUnknown:
    "Er wurde einmal geschickt; ob er lief, kann niemand wissen. Ich habe ihn nicht noch einmal geschickt.",
  podRefused:
    "AKS bat den Cluster, den Pod des Befehls zu starten, und das wurde abgelehnt: Der Befehl lief nicht, und nichts wurde geändert.",
  podTried:
    "AKS bat den Cluster, den Pod des Befehls zu starten; ob der Befehl gestartet war, ist nicht bekannt.",
  noOutput: "AKS hat keine Ausgabe geliefert; ob der Befehl gestartet war, ist nicht bekannt.",
  unknown: "Ob es lief, kann niemand wissen. Ich habe es nicht noch einmal geschickt.",
  ranAgain: "Der Befehl lief noch einmal, als du; seine Ausgabe wurde nicht aufgehoben.",
  perhapsRanAgain: "Der Befehl lief vielleicht noch einmal, als du; seine Ausgabe wurde nicht aufgehoben.",
  notPostedAgain: "Ein drittes Mal poste ich sie nicht.",
  nothingRemoved: "Es wurde nichts entfernt.",
  signInRemoved: "Deine Anmeldung ist entfernt, und soweit ich sehe, sonst nichts.",
  ran: "Es lief bis zum Ende.",
};

export const failureTexts: typeof en = { failures: { happened, next, done } };
