// A change that waits for others: what its cards and presses say, until something is done.
import type { Notice } from "../../../core/conversation/notice.ts";
import type { approvalTexts as en } from "../en/approval.ts";
import type { Says } from "../says.ts";
import { states } from "./states.ts";
import { dotted, list, message, or } from "./words.ts";

type ApprovalNotes = Pick<
  Says<Notice>,
  | "changeApproved"
  | "approvedBefore"
  | "notAllSeen"
  | "changeRejected"
  | "changeWithdrawn"
  | "ownRequest"
  | "notApprover"
  | "notYourRequest"
  | "changeNotYet"
  | "changeOver"
  | "noSuchChange"
  | "proposalOutdated"
>;

const approved = message<{ missing: number }>(
  "Genehmigt. {missing, plural, =0 {Es wird als Nächstes ausgeführt, einmal.} one {# weitere Person muss zustimmen.} other {# weitere Personen müssen zustimmen.}}",
);

export const approvalNotes: ApprovalNotes = {
  changeApproved: ({ missing }) => approved({ missing }),
  approvedBefore: () => "Du hast es schon genehmigt.",
  notAllSeen: () =>
    "Das kann niemand genehmigen: Einiges von dem, was sich ändern würde, bekommt niemand zu sehen.",
  changeRejected: () => "Abgelehnt. Es wurde nichts geändert.",
  changeWithdrawn: () => "Zurückgezogen. Es wurde nichts geändert.",
  ownRequest: () => "Das hast du angefragt: Genehmigen muss es jemand anderes.",
  notApprover: ({ groups }) => `Genehmigen oder ablehnen können das nur Mitglieder von ${or(groups)}.`,
  notYourRequest: () => "Das kann nur, wer es angefragt hat.",
  changeNotYet: () => "Noch ist nichts zu entscheiden: Was die Änderung bewirken würde, wird noch angesehen.",
  noSuchChange: () => "Ich kenne hier keine solche Änderung: Entschieden wird dort, wo sie angefragt wurde.",
  changeOver: ({ state }) => `Hier ist nichts mehr zu entscheiden: ${states.runState[state]}.`,
  proposalOutdated: () =>
    "Diese Karte ist älter als das, was genehmigt würde, also wurde nichts genehmigt: Drück noch einmal „Ansehen“.",
};

const members = message<{ count: number; groups: string }>(
  "{count, plural, one {Ein Mitglied} other {# Mitglieder}} von {groups}",
);

const deed = message<{ verb: string; what: string; more: number }>(
  "{verb} {what}{more, plural, =0 {} other { und # weitere}}",
);

export const approvalTexts: typeof en = {
  approval: {
    /** Titles of at most 12 characters: two fit on a phone. */
    buttons: {
      review: "Ansehen",
      approve: "Genehmigen",
      reject: "Ablehnen",
      rejectNow: "Jetzt ablehnen",
      withdraw: "Zurückziehen",
      doIt: "Ausführen",
      look: "Nachsehen",
    },
    deed: (verb, what, more) => deed({ verb, what, more }),
    title: (state, what, cluster) => `${state}: ${what} auf ${cluster}`,
    needed: "▲ Deine Genehmigung fehlt",
    confirm: "▲ Wartet auf dich",
    wanted: "▲ Genehmigung gesucht",
    agreed: "✔ Genehmigt",
    emergency: (title) => `NOTFALL – ${title}`,
    asks: (name, reason) =>
      reason === null ? `Angefragt von ${name}. Kein Grund genannt.` : `Angefragt von ${name}: ${reason}`,
    where: "Wo",
    place: (cluster, namespace) => (namespace === null ? cluster : `${cluster}, Namespace ${namespace}`),
    runsAs: "Läuft als",
    requesterRights: (name) => `${name}, mit eigenen Berechtigungen und keinen anderen`,
    adminRights: (name) => `cluster-admin: ${name} darf dort alles`,
    needs: "Nötig",
    members: (count, groups) => members({ count, groups: or(groups) }),
    requesterAlone: (name) => `nur ${name} selbst: Die Richtlinie verlangt sonst niemanden`,
    askedToo: "Auch gefragt",
    groups: (groups) => or(groups),
    approved: "Genehmigt von",
    people: (names) => list(names),
    approver: (name, time) => `${name} (${time})`,
    nobodyYet: "Noch niemand",
    until: "Bis",
    nothingYet: "Noch ist nichts geändert.",
    confirmFirst: (name) => `Noch ist nichts geändert: ${name} muss sie bestätigen.`,
    word: "Warum nicht? Darf leer bleiben.",
    tooLong:
      "▲ Sie passt nicht ganz auf eine Karte, und niemand genehmigt, was nicht zu sehen ist: Lehn sie ab und lass sie in kleineren Teilen anfragen.",
    asksYou: (by, until) => `: ${by} bittet dich, das bis ${until} zu genehmigen.`,
    asksGroups: (by, groups, until) =>
      `${by} bittet Mitglieder von ${or(groups)}, das bis ${until} zu genehmigen.`,
    wantedFooter: (run) => dotted([run, "wie es darum steht, zeigt ihre Karte"]),
    usedRule: (name, cluster) => `${name} nutzt auf ${cluster} eine Notfallregel`,
    wantedRule: (name, cluster) => `${name} wollte auf ${cluster} eine Notfallregel nutzen`,
    notSent: "Nichts wurde geändert. Warum, sagt die Karte dort, wo es verlangt wurde.",
    rule: "Regel",
    sentOnce:
      "Sie wird einmal geschickt. Was daraus wurde, steht auf ihrer Karte, dort, wo sie angefragt wurde.",
  },
};
