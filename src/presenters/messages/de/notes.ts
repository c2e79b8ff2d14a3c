// What a press is answered with where no card is.
import type { Notice } from "../../../core/conversation/notice.ts";
import { german } from "../catalogue.ts";
import type { noteTexts as en } from "../en/notes.ts";
import type { Says } from "../says.ts";
import { approvalNotes } from "./approval.ts";
import { denialTexts } from "./denials.ts";
import { fileNotes } from "./files.ts";

const { sayUnread } = german.speech;

export const notes: Says<Notice> = {
  ...denialTexts.denials,
  ...fileNotes,
  ...approvalNotes,
  started: () => "Gestartet. Die Antwort kommt hier.",
  alreadyOnIt: () => "Schon dabei.",
  takesLonger: () => "Das dauert länger als sonst. Die Antwort kommt hier, sobald ich sie habe.",
  tooManyWait: () =>
    "So viele deiner Nachrichten warten auf ihre Antwort, dass diese nicht angenommen wurde. Für sie wurde nichts getan. Schick sie noch einmal, wenn die anderen beantwortet sind.",
  outdated: () => "Dieser Knopf ist von einer älteren Karte. Bitte frag noch einmal.",
  notHere: () =>
    "Diese Ausgabe ist nicht aufgehoben, oder du darfst sie hier nicht lesen. Bitte führ den Befehl selbst aus.",
  notYourChoice: () => "Wählen kann nur, wer gefragt hat, und nur einmal. Bitte stell die Frage selbst.",
  notYourWish: () =>
    "Bestätigen kann nur, wer gefragt hat, einmal und innerhalb von zehn Minuten. Schreib „forget me“.",
  signInFirst: () => "Melde dich erst an: Schreib „sign in“ in unserem Chat.",
  sendingSignIn: () => "Ich schicke eine Karte zum Anmelden in unseren Chat.",
  signInBelow: () => "Melde dich mit der Karte unten an, dann mache ich weiter.",
  tooManyGuesses: () =>
    "Zu viele deiner Klicks oder Codes waren ungültig, deshalb sehe ich keine mehr nach: Warte zehn Minuten, und versuch es dann noch einmal.",
  removing: () => "Ich entferne es. Wenn es getan ist, sage ich es hier.",
  runningAgain: () => "Ich führe es noch einmal als du aus; die Ausgabe kommt in unserem Chat.",
  maskedOnly: () =>
    "Die Richtlinie zeigt dir diese Ausgabe nur maskiert: Nicht jede Regel, die dir den Befehl erlaubt, sagt „unmasked: true“.",
  inPrivateOnly: () => "Die Richtlinie zeigt diese Ausgabe nur dir: Frag danach in unserem Chat.",
  azureUnknown: ({ said }) =>
    `Es ist nicht bekannt, ob Azure dich das sehen lässt, deshalb wird es nicht gezeigt. ${sayUnread(said)}`,
  azureForbids: ({ action, cluster }) =>
    `Azure lässt dich das nicht sehen: Dir fehlt ${action} auf ${cluster}.`,
  feedbackTaken: ({ answer, tally: { yes, no } }) =>
    `Notiert, danke: ${answer === "yes" ? "ja" : "nein"}. Bisher ${yes}-mal ja und ${no}-mal nein.`,
  fixAsked: ({ person }) => `${person} ist gefragt, in einer Nachricht hier. Es wurde nichts ausgeführt.`,
  fixAskGone: ({ person }) => `${person} ist nicht mehr in dieser Unterhaltung: Drück „Neu prüfen“.`,
  fixAskedBefore: ({ person }) => `${person} wurde schon gefragt, in einer Nachricht hier.`,
  fixIsYours: () => "Das bist du: Die Zeilen der Behebung stehen auf der Karte, unter „Befehl“.",
  lookingAtFix: () =>
    "Ich sehe als du nach, was sie ändern würde. Noch ist nichts geändert: Wie es weitergeht, sagt die Karte, die hier kommt.",
  fixRequestedBefore: ({ person, run }) =>
    `${person} hat das schon angefragt, und ${run} ist noch nicht zu Ende: Eine zweite Anfrage gibt es nicht.`,
  noSuchFix: () =>
    "Unter diesem Lauf finde ich hier keine Behebung, die sich anfragen oder zurücknehmen ließe: Diagnostiziere den Cluster noch einmal.",
  fixTooOld: () =>
    "Das ist über eine Stunde alt: Drück „Neu prüfen“, und frag die Behebung an, die es dann findet.",
  placeForgotten: () => "Wo du bist, ist vergessen: Ich frage wieder, wo es darauf ankommt.",
  answeredElsewhere: ({ run }) => `In einer anderen Nachricht hier beantwortet: ${run}.`,
  answeredBeside: () => "In einer anderen Nachricht hier beantwortet.",
  incidentElsewhere: ({ incident }) => `Dieser Alarm steht hier auf einer anderen Karte: ${incident}.`,
  incidentNotShown: ({ incident, cluster, rule }) =>
    `Die Karte eines Alarms zu ${cluster} steht vielleicht nicht in dem Kanal, den du ihm folgen ließest: Teams hat sie nicht angenommen oder es nicht gesagt. Der Alarm ist ${rule} (${incident}). Sieh in Azure Monitor nach; \`watches\` im Kanal sagt, ob er ${cluster} noch folgt.`,
  removed: () => "Was hier stand, wurde mit allem entfernt, was vom Fragenden aufgehoben war.",
};

export const noteTexts: typeof en = { notes };
