// Eine Datei mit Objekten, die jemand geschickt hat: was sie enthält, oder warum sie nicht angenommen wird.

import type { FileProblem } from "../../../core/command/change/file-problem.ts";
import type { FileNotTaken } from "../../../core/conversation/answer.ts";
import type { sentFileTexts as en } from "../en/sent-file.ts";
import type { Says } from "../says.ts";
import { list, message } from "./words.ts";

const kilobytes = message<{ size: number }>("{size, number} kB");
const size = (bytes: number): string => kilobytes({ size: Math.round(bytes / 1_024) });

const fileProblems: Says<FileProblem | FileNotTaken> = {
  fileEnding: () =>
    "Nur YAML und JSON werden angenommen: Der Name muss mit einem Buchstaben von a bis z oder einer Ziffer beginnen und auf .yaml, .yml oder .json enden.",
  fileTooLong: ({ most }) => `Sie ist so oder als JSON länger als ${size(most)}: Schick weniger auf einmal.`,
  fileNoText: () =>
    "Sie ist kein reiner Text in UTF-8 oder enthält Zeichen, die niemand sieht: Speichere sie ohne diese.",
  fileNoYaml: ({ line }) =>
    line === null
      ? "Sie lässt sich nicht als YAML lesen."
      : `Sie lässt sich nicht als YAML lesen: Sieh dir Zeile ${line} an.`,
  fileAlias: ({ line }) =>
    `Zeile ${line} benutzt einen Anker oder Alias von YAML: Schreib dort hin, wofür er steht.`,
  fileTwoReadings: ({ line, word }) =>
    `„${word}“ in Zeile ${line} heißt für kubectl etwas anderes als für die meisten Leser: Setz es in Anführungszeichen, oder schreib true, false oder eine einfache Zahl.`,
  fileNumber: ({ number }) => `„${number}“ käme als eine andere Zahl an: Setz sie in Anführungszeichen.`,
  fileTooDeep: () => "Sie ist zu tief verschachtelt für ein Objekt von Kubernetes.",
  fileEmpty: () => "Es steht kein Objekt darin.",
  fileNoObject: ({ at, lacks }) => `In Objekt ${at} fehlt ${lacks}: Ergänze es.`,
  fileName: ({ name }) =>
    `„${name}“ ist kein Name eines Objekts: Kleinbuchstaben, Ziffern, Punkte und Striche.`,
  fileNamespace: ({ namespace }) =>
    `„${namespace}“ ist kein Namespace, oder das Objekt liegt in keinem: Korrigiere oder streich es.`,
  fileKind: ({ kind }) =>
    `„${kind}“ wird hier nicht angenommen: Wende es von deinem eigenen Terminal an. Workloads, Services, Ingresses, ConfigMaps, Rollen und Ähnliches gehen.`,
  fileSecretKind: () =>
    "Sie enthält ein Secret, und Werte eines Secrets werden hier nie geschrieben: Wende es von deinem eigenen Terminal an, und schick den Rest.",
  fileItems: ({ kind }) =>
    `Ein ${kind} mit \`items\` ist für kubectl eine Liste anderer Objekte: Nimm sie heraus, oder schreib eine Liste der Art \`List\`.`,
  fileWithSecret: ({ line }) =>
    `„${line}“ sieht aus, als stünde dort ein Geheimnis: Leg es von deinem eigenen Terminal in ein Secret, und lass den Container es von dort nehmen.`,
  fileTwice: ({ object }) => `„${object}“ steht zweimal darin: Lass eines weg.`,
  fileOfMany: ({ most, holds }) =>
    `Eine Änderung betrifft höchstens ${most} Objekte, und die Datei enthält ${holds}: Mach mehrere Dateien daraus.`,
  fileOfSeveralNamespaces: ({ namespaces }) =>
    `Ihre Objekte liegen in mehreren Namespaces (${list(namespaces)}): Mach für jeden eine Datei.`,
  fileSignInFirst: () => "Melde dich zuerst an, dann schick sie noch einmal: Nichts davon wurde gelesen.",
  fileNotAllowed: () =>
    "Keine Regel erlaubt dir, auf irgendeinem Cluster etwas mit einer Datei zu ändern. Darum wurde nichts davon gelesen.",
  fileNotReadNow: () =>
    "Sie war in der Zeit dafür nicht zu lesen. Schick sie in einer Minute noch einmal, oder in kleineren Teilen.",
  fileNotAlone: () => "Schick eine Datei auf einmal; es dürfen mehrere Objekte darin stehen.",
  fileNoKey: () =>
    "Dateien werden hier nicht angenommen: Wer dieses Produkt betreibt, hat keinen Schlüssel gesetzt, um sie aufzubewahren (FILES_KEY_FILE).",
  fileFromElsewhere: () =>
    "Sie liegt weder in OneDrive noch in SharePoint und wurde deshalb nicht gelesen: Häng die Datei selbst an eine Nachricht in unserem Chat.",
  fileNotGot: ({ code }) => `OneDrive hat sie mir nicht gegeben (${code}): Schick sie noch einmal.`,
};

export const sentFileTexts: typeof en = {
  fileProblems,
  sentFile: {
    kept: (name) => `${name} ist da`,
    nothingSent: (until) =>
      `Es ging nichts an einen Cluster. Bis ${until} kannst du sie in einem Befehl nennen; danach ist sie weg.`,
    holds: "Enthält",
    objects: (names) => list(names),
    hash: "SHA-256",
    hashValue: (hash) => `${hash}…`,
    next: "Schreib dann in dem Kanal, in dem jemand zustimmen kann",
    example: (name) => `kubectl apply -f ${name} on CLUSTER because GRUND`,
    refused: (name) => `Nicht angenommen: ${name === "" ? "die Datei" : name}`,
    unanswered: "Was du dazu geschrieben hast, ist nicht beantwortet: Schick es einzeln.",
    notKept: "Nichts davon wurde aufbewahrt, und nichts ging an einen Cluster.",
    file: "Datei",
    fileValue: (name, hash) => `${name}, SHA-256 ${hash}…`,
  },
};
