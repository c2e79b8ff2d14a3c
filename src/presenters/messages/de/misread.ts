// Why a message was not understood: one sentence that says what to write.
import type { ParseError } from "../../../core/conversation/parse-error.ts";
import { german } from "../catalogue.ts";
import type { misreadTexts as en } from "../en/misread.ts";
import { type Says, say } from "../says.ts";
import { refusalTexts } from "./refusals.ts";
import { list } from "./words.ts";

const ownAddressShown = german.speech.ownAddressShown();

const commandExample = (verb: string): string => `${verb} \`kubectl get pods\` on NAME`;

export const misread: Says<ParseError> = {
  unknown: ({ written }) =>
    `„${written}“ wurde nicht verstanden: Schreib "help", um zu sehen, was man fragen kann.`,
  didYouMean: ({ phrase }) => `Meintest du "${phrase}"?`,
  unsure: () => "Das kann mehreres heißen: Was davon?",

  tooLong: ({ length, longest }) =>
    `Die Nachricht hat ${length} Zeichen: Schreib einen Befehl von höchstens ${longest}.`,
  invisible: ({ codePoint }) =>
    `Die Nachricht enthält ein unsichtbares Zeichen (U+${codePoint}): Tipp sie neu, statt sie einzufügen.`,
  severalLines: ({ count }) => `Die Nachricht hat ${count} Zeilen: Schreib einen Befehl in eine Zeile.`,
  unclosedQuote: () =>
    "Ein Anführungszeichen ist geöffnet und nicht geschlossen: Schreib es an beide Enden dessen, was es umschließt.",
  masked: () => say(refusalTexts.refusals, { is: "masked" }),

  notAlone: ({ phrase, extra }) => `Schreib "${phrase}" allein: „${extra}“ dahinter wurde nicht verstanden.`,
  afterCluster: ({ verb, extra }) =>
    `„${extra}“ wurde nicht verstanden: Bei "${verb}" darf nach dem Cluster nichts folgen.`,
  clauseUnknown: ({ written, insideToo }) =>
    `„${written}“ wurde nicht verstanden: Nach dem Cluster darf nur ${insideToo ? 'from 20.50.0.9, with "i/o timeout" oder without inside' : 'from 20.50.0.9, for 20.50.0.0/24 oder with "i/o timeout"'} folgen.`,
  symptomUnused: ({ verb }) =>
    `${verb} kann mit dem Fehler nach "with" nichts anfangen: Lass ihn weg, oder schreib diagnose, das nach seiner Ursache sucht.`,
  clauseTwice: ({ keyword }) => `Schreib "${keyword}" nur einmal.`,
  fromAndFor: () =>
    'Schreib "from" oder "for", nicht beides: "from" sagt, wo du bist, "for" fragt nach einer Adresse oder einem Bereich.',
  fromMissing: () =>
    `Schreib nach "from" eine IPv4-Adresse oder ein virtuelles Netzwerk, wie 20.50.0.9 oder vnet-hub. ${ownAddressShown}`,
  symptomUnquoted: () =>
    'Setz den Fehler, den du siehst, nach "with" in Anführungszeichen, wie with "i/o timeout".',

  commandMissing: ({ verb }) =>
    `Schreib nach "${verb}" den Befehl und den Cluster, wie ${commandExample(verb)}.`,
  commandEnd: ({ verb }) =>
    `Es ist nicht sicher, wo der Befehl endet: Setz ihn ganz in Backticks, wie ${commandExample(verb)}.`,
  clusterTwice: ({ cluster }) => `Der Cluster ist zweimal genannt: Lass "on ${cluster}" oder das Flag weg.`,
  clusterFlagTwice: () => "Der Cluster ist zweimal genannt: Behalte eines der Flags.",
  noCluster: ({ written, letter }) => {
    const why =
      letter === null
        ? ""
        : `Darin steht der Buchstabe ${letter}, und Namen von Clustern haben nur a bis z. `;
    return `„${written}“ kann kein Name eines Clusters sein: ${why}Schreib seinen Namen oder group/name.`;
  },
  noClusterInFlag: ({ written }) =>
    `„${written}“ kann kein Name eines Clusters sein: Schreib ihn nach dem Befehl, wie on NAME.`,

  noMode: ({ written }) => `„${written}“ ist kein Modus: Schreib mode full, mode diagnose oder mode off.`,
  modeReasonMissing: ({ mode }) => `Schreib den Grund hinter "because", wie: mode ${mode} because upgrade.`,
  modeReasonTooLong: ({ length, longest }) =>
    `Der Grund hat ${length} Zeichen: Schreib höchstens ${longest}.`,

  addressRange: ({ written }) =>
    `„${written}“ ist ein Bereich: Schreib die eine Adresse, von der du kommst. ${ownAddressShown}`,
  severalAddresses: ({ addresses }) =>
    `Ich beantworte das für je eine Adresse oder einen Bereich, und ${list(addresses)} sind mehrere: Frag nach jeder einzeln.`,
  noAddress: ({ written }) =>
    `„${written}“ ist keine IPv4-Adresse: Schreib vier Zahlen von 0 bis 255, wie 20.50.0.9.`,
  addressIpv6: ({ written }) =>
    `„${written}“ ist eine IPv6-Adresse: Schreib die IPv4-Adresse, von der du kommst. ${ownAddressShown}`,
  noPlace: ({ written }) =>
    `„${written}“ ist weder eine IPv4-Adresse noch ein virtuelles Netzwerk: Schreib etwas wie 20.50.0.9 oder vnet-hub.`,
};

export const misreadTexts: typeof en = { misread };
