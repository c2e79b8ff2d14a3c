// The whole of an output as a file in its reader's own OneDrive.
import type { fileTexts as en, fileNotes as enNotes } from "../en/files.ts";
import { message } from "./words.ts";

const size = message<{ kilobytes: number }>("{kilobytes, number} kB");

export const fileNotes: typeof enNotes = {
  offeringFile: () => "Ob ich sie in dein OneDrive legen darf, frage ich in unserem Chat.",
  noFilesHere: () =>
    "Teams nimmt in dieser Cloud keine Dateien von Bots an. Blättere durch die Seiten, oder frag nach weniger.",
  fileGone: () =>
    "Dieses Angebot gilt nicht mehr, oder es galt nicht dir: Drück noch einmal „Als Datei senden“.",
  fileDeclined: () => "In dein OneDrive wurde nichts gelegt.",
  fileElsewhere: () =>
    "Der Ort, der für die Datei genannt wurde, liegt nicht in OneDrive oder SharePoint, deshalb wurde nichts dorthin gesendet.",
  fileNotTaken: ({ code }) =>
    `OneDrive hat die Datei nicht angenommen (${code}), dort liegt also nichts: Drück noch einmal „Als Datei senden“.`,
};

export const fileTexts: typeof en = {
  file: {
    button: "Als Datei senden",
    summary: (name) => `Darf ich ${name} in dein OneDrive legen?`,
    description: (asked, bytes) =>
      `Die Ausgabe von ${asked}, ${size({ kilobytes: Math.ceil(bytes / 1_000) })}, maskiert wie auf der Karte.`,
    sent: (name) => `${name} liegt in deinem OneDrive.`,
  },
};
