// The one sentence that stands first: the cause, or what is known instead.

import type { Unjudged } from "../../../core/diagnosis/summary-data.ts";
import { german } from "../catalogue.ts";
import type { summaryTexts as en } from "../en/summary.ts";
import { type SummaryWords, summarySpeech } from "../speech/summary.ts";
import { sayTested } from "./client-test.ts";
import { sayFound } from "./findings.ts";
import { sayReason } from "./ways-in.ts";
import { counted, sentences, upperFirst } from "./words.ts";

const { hints } = german.texts;
const ownAddress = german.speech.ownAddress();
const { sayStep } = german.speech;

export const unjudged: Readonly<Record<Unjudged, string>> = {
  firewallRules: "Die Regeln der Firewall, über die seine Nodes hinausgehen, sind nicht bewertet.",
  ownServers: "Was die eigenen DNS-Server der Netzwerke weiterleiten, ist nicht bewertet.",
};

export const places: SummaryWords["places"] = {
  unasked: (_place, name) =>
    `Ob deine eigene Adresse autorisiert ist, ist nicht bekannt: Schreib "diagnose ${name} from ADDRESS" mit ${ownAddress}.`,
  outside: ({ ip, mayBeLearned, entries, canRun }, name) => {
    const doubt = mayBeLearned ? " (ob doch, über VPN oder ExpressRoute, ist nicht bewertet)" : "";
    const connect = `verbinde dich erst mit ${entries.join(" oder ")} (VPN, Bastion, ExpressRoute)`;
    const where =
      ip === ""
        ? "aus dem Internet führt nichts dorthin"
        : `${ip} liegt in keinem Netzwerk, das ihn erreicht`;
    return `${name} ist privat, und ${where}${doubt}: ${canRun ? `Nutze den Run-Command, oder ${connect}` : upperFirst(connect)}.`;
  },
};

const stayedOpen = counted("{it, plural, one {Eine Prüfung blieb} other {# Prüfungen blieben}} offen");
const notInTime = counted("{it, plural, one {blieb eine Prüfung} other {blieben # Prüfungen}}");
const couldNot = counted(
  "{it, plural, one {eine Prüfung ließ} other {# Prüfungen ließen}} sich nicht bewerten",
);

type Right = Readonly<{ action: string; role: string; on: string }>;
const takes = ({ action, role, on }: Right): string => `Nötig ist ${action} auf ${on} (Rolle ${role}).`;

/** Two are named, further ones counted. */
function without(roles: readonly Readonly<{ role: string; on: string }>[]): string {
  const named = roles.slice(0, 2).map(({ role, on }) => `${role} auf ${on}`);
  const further = roles.length - 2;
  if (named.length === 0) return "";
  return `, ohne ${named.join(further > 0 ? ", " : " und ")}${further > 0 ? ` und ${further} weitere` : ""}`;
}

export const said: SummaryWords["said"] = {
  throttled: ({ open, seconds }, name) =>
    `Azure drosselt deine Anfragen, deshalb ${notInTime(open)} von ${name} offen: Frag in ${seconds} s noch einmal.`,
  lockedOut: ({ lack, open, roles }, name) =>
    `Gerade hast du keinen Zugang zu ${name}: ${lack} ${stayedOpen(open)}${without(roles)}.`,
  place: ({ place, fine }) => (fine ? `Auf Azures Seite ist alles in Ordnung. ${place}` : place),
  notProved: ({ doubt, needs }, name) =>
    sentences([
      `Auf dem Weg zu ${name} wurde nichts Kaputtes gefunden, aber nicht alles, was er braucht, ist belegt: ${doubt}`,
      needs === null ? "" : takes(needs),
    ]),
  openChecks: ({ open, needs, first }, name) => {
    const lead = `Auf dem Weg zu ${name} wurde nichts Kaputtes gefunden, aber ${couldNot(open)}`;
    if (needs !== null) return `${lead}: ${takes(needs)}`;
    return first === null ? `${lead}.` : `${lead}: ${first}`;
  },
  lackOnly: ({ lack }, name) =>
    `Auf dem Weg zu ${name} ist nichts falsch, aber du hast keinen Zugang: ${lack}`,
  hint: ({ hint, beyond }, name) =>
    beyond.length === 0
      ? `Auf Azures Seite ist ${name} in Ordnung. ${hint}.`
      : sentences([`Auf dem Weg zu ${name} wurde nichts Kaputtes gefunden.`, ...beyond, `${hint}.`]),
  sound: ({ apart, unjudged: open, beyond }, name) =>
    sentences([
      apart
        ? `${name} hat keinen Fehler, und nur der Run-Command führt hinein: Nichts verbindet sein Netzwerk mit einem, in dem Menschen sind.`
        : `Auf Azures Seite hindert nichts daran, ${name} zu erreichen.`,
      ...open,
      ...beyond,
    ]),
  noPath: ({ reason }, name) => `Kein Zugang zu ${name} funktioniert von Anfang bis Ende: ${reason}`,
  fault: (_summary, name) => `${name} hat einen Fehler.`,
  warning: ({ told, place }, name) =>
    place === null ? `${name} ist erreichbar, aber: ${told}` : sentences([told, place]),
};

export const summaryTexts: typeof en = summarySpeech(
  {
    said,
    places,
    hints,
    unjudged,
    noSubnet: "Es wurde kein Subnetz gefunden, in dem seine Nodes stehen.",
    limits: {
      runs: (component) => `wer ${component} betreibt`,
      runsFarSide: "wer den Router auf der anderen Seite betreibt",
      managerRules: "Ob die Regeln eines Netzwerkmanagers hier etwas sperren, wurde nicht gelesen.",
      whoHas: (action, scope, role) => `wer ${action} auf ${scope} hat (Rolle ${role})`,
    },
  },
  { sayFound, sayStep, sayReason, sayTested },
);
