// A refusal of ARM in words: why it was, and what to do. The one place for what is read and for what is sent.
import { likelyPodTrouble } from "../../../core/run/pod-trouble.ts";
import type { ArmFailure } from "../../../core/snapshot/arm-failure.ts";
import { say } from "../says.ts";
import { azureCode, azureSaid, type RefusalWords, refusalSpeech } from "../speech/refusals.ts";
import { afterNoPod, whyNoPod } from "./pod-trouble.ts";
import { saySignIn } from "./refused-sign-in.ts";

const askForRole = "Bitte um die Rolle unten, und frag mich dann noch einmal.";
const inAMinute = "Frag in einer Minute noch einmal.";
const sameAgain = "auf dieselbe Frage käme dieselbe Antwort";

const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Azure's own words, and the policy by its name; empty where it said nothing. */
export const wordsOf = (failure: ArmFailure): string =>
  azureSaid(failure, (said, policy) => `${said} Die Richtlinie ist „${policy}“.`);

/** With Azure's own words behind it, where it said any. */
function quoting(sentence: string, failure: ArmFailure): string {
  const said = wordsOf(failure);
  return said === "" ? `${sentence}.` : `${sentence}. Azure sagt: ${stop(said)}`;
}

/** Nothing stands above that could be put right where Azure gave no more than a code. */
const byWords = (failure: ArmFailure, whatTheySay: string): string =>
  wordsOf(failure) === ""
    ? `Azure nennt keinen Grund außer ${failure.code}: Schlag das nach, denn ${sameAgain}.`
    : whatTheySay;

/** Whole sentences, behind a full stop or a colon. */
export const refusalsByAzure: RefusalWords = {
  signIn: {
    why: ({ signIn }) => saySignIn(signIn ?? { code: "expired", why: "armRejects", resource: "arm" }),
    next: () => "Schreib „sign in“ in deinem Chat mit mir, und frag dann noch einmal.",
  },
  otherTenant: {
    why: () => "Das liegt in einem anderen Mandanten, und dort gilt deine Anmeldung nicht.",
    next: () => "Frag jemanden aus diesem Mandanten.",
  },
  rightMissing: {
    why: (failure) =>
      failure.needs === undefined
        ? quoting("Laut Azure fehlt dir eine Berechtigung, aber nicht, welche", failure)
        : `Dir fehlt ${failure.needs.action} auf ${failure.needs.scope}.`,
    next: ({ needs }) =>
      needs === undefined ? "Frag einen Besitzer des Clusters, welche Rolle nötig ist." : askForRole,
  },
  policyDenied: {
    why: (failure) =>
      quoting("Eine Richtlinie von Azure Policy verbietet es, welche Rolle du auch hast", failure),
    next: () =>
      "Keine Rolle ändert das: Bitte den Besitzer dieser Richtlinie, das auszunehmen oder sie zu ändern.",
  },
  denyAssigned: {
    why: (failure) => quoting("Eine Ablehnungszuweisung verbietet es, welche Rolle du auch hast", failure),
    next: () =>
      "Keine Rolle ändert das: Frag den Besitzer der Ablehnungszuweisung oder ihres Deployment Stacks.",
  },
  forbidden: {
    why: (failure) => quoting(`Azure verbietet es mit ${azureCode(failure)}`, failure),
    next: (failure) =>
      byWords(
        failure,
        "Eine Rolle hilft vielleicht nicht: Frag den Besitzer des Abonnements nach dem, was Azure oben sagt.",
      ),
  },
  locked: {
    why: (failure) => quoting("Eine Sperre darauf oder darüber verbietet das", failure),
    next: () => "Nur die Rolle für Sperren ändert das: Bitte einen Besitzer, die Sperre wegzunehmen.",
  },
  subscriptionOff: {
    why: (failure) => quoting("Das Abonnement dazu ist deaktiviert oder lässt sich nur lesen", failure),
    next: () => "Bitte den, der das Abonnement bezahlt, es wieder aktivieren zu lassen.",
  },
  notRegistered: {
    why: (failure) => quoting("Im Abonnement dazu ist der Ressourcenanbieter nicht registriert", failure),
    next: () => "Bitte einen Besitzer des Abonnements, den Anbieter zu registrieren: „az provider register“.",
  },
  gone: {
    why: () => "Das gibt es nicht, oder du siehst es nicht.",
    next: ({ needs }) =>
      needs === undefined
        ? "Frag jemanden, der es sieht."
        : "Prüf Name und Ressourcengruppe; stimmen sie, bitte um die Rolle unten.",
  },
  busy: {
    why: (failure) => quoting("Ein anderer Vorgang daran ist noch nicht zu Ende", failure),
    next: () => "Warte, bis dieser Vorgang zu Ende ist, und frag dann noch einmal.",
  },
  changed: {
    why: (failure) => quoting("Das wurde inzwischen geändert", failure),
    next: () => "Frag noch einmal: Dann wird es neu gelesen.",
  },
  podNotStarted: {
    why: (failure) => quoting(say(whyNoPod, likelyPodTrouble(failure.message)), failure),
    next: ({ message }) => say(afterNoPod, likelyPodTrouble(message)),
  },
  throttled: {
    why: ({ retryAfterSeconds: wait }) => `Azure drosselt dich${wait === undefined ? "" : ` für ${wait} s`}.`,
    next: () => inAMinute,
  },
  timedOut: { why: () => "Azure hat nicht rechtzeitig geantwortet.", next: () => inAMinute },
  badRequest: {
    why: (failure) => quoting(`Azure nimmt die Anfrage nicht an: ${azureCode(failure)}`, failure),
    next: (failure) => byWords(failure, `Behebe, was Azure oben sagt; ${sameAgain}.`),
  },
  noCluster: {
    why: ({ message }) => `„${message}“ ist keine ID eines AKS-Clusters.`,
    next: () => `Schreib die ID neu; ${sameAgain}.`,
  },
  noOperation: {
    why: () =>
      "Azure hat den Befehl angenommen, aber keine ID genannt, mit der nach dem Ergebnis zu fragen wäre.",
    next: () => "Frag in einer Minute noch einmal; kommt dasselbe, sag es meinem Betreiber.",
  },
  conflict: {
    why: (failure) => quoting(`Laut Azure steht etwas anderes im Weg: ${azureCode(failure)}`, failure),
    next: (failure) =>
      byWords(failure, "Behebe, was Azure oben sagt; ist es ein anderer Vorgang, warte, bis er zu Ende ist."),
  },
  refused: {
    why: (failure) => quoting(`Azure hat mit ${azureCode(failure)} geantwortet`, failure),
    next: (failure) => byWords(failure, `Behebe, was Azure oben sagt; ${sameAgain}.`),
  },
  azureFailed: {
    why: (failure) => quoting(`Azure hat mit ${azureCode(failure)} geantwortet`, failure),
    next: () => "Azure hat es diesmal nicht getan: Frag in einer Minute noch einmal.",
  },
  noAnswer: {
    why: (failure) => `Azure war nicht erreichbar: ${failure.code}.`,
    next: () => "Azure hat es diesmal nicht getan: Frag in einer Minute noch einmal.",
  },
  notUnderstood: {
    why: (failure) =>
      failure.code === "PARSE_ERROR"
        ? `Die Antwort von Azure war abgeschnitten oder ist kein JSON: ${azureCode(failure)}.`
        : quoting(`Die Antwort von Azure wurde nicht verstanden: ${azureCode(failure)}`, failure),
    next: () => "Frag in einer Minute noch einmal; kommt dasselbe, sag es meinem Betreiber.",
  },
};

export const { whyRefused, nextAfter, sayRefusal } = refusalSpeech(refusalsByAzure, {
  wait: (seconds) => `Azure bittet zu warten: Frag in ${seconds} s noch einmal.`,
  refused: (why) => `Azure hat es nicht getan: ${why}`,
});
