// A change that waits for others: what its cards and presses say.
import type { Note } from "../../../core/chat/note.ts";
import type { Says } from "../says.ts";
import { states } from "./states.ts";
import { or } from "./words.ts";

type ApprovalNotes = Pick<
  Says<Note>,
  | "changeApproved"
  | "approvedBefore"
  | "changeRejected"
  | "changeWithdrawn"
  | "ownRequest"
  | "notApprover"
  | "notYourRequest"
  | "changeOver"
  | "proposalOutdated"
>;

export const approvalNotes: ApprovalNotes = {
  changeApproved: ({ missing }) =>
    missing === 0 ? "Genehmigt. Es wird jetzt ausgeführt." : `Genehmigt. Es fehlen noch ${missing}.`,
  approvedBefore: () => "Du hast es schon genehmigt.",
  changeRejected: () => "Abgelehnt. Es wurde nichts geändert.",
  changeWithdrawn: () => "Zurückgezogen. Es wurde nichts geändert.",
  ownRequest: () => "Das hast du angefragt: Genehmigen muss es jemand anderes.",
  notApprover: ({ groups }) => `Genehmigen können das nur Mitglieder von ${or(groups)}.`,
  notYourRequest: () => "Das kann nur, wer es angefragt hat.",
  changeOver: ({ state }) => `Hier ist nichts mehr zu entscheiden: ${states.runState[state]}.`,
  proposalOutdated: () => "Diese Karte ist älter als das, was genehmigt würde: Drück noch einmal „Ansehen“.",
};
