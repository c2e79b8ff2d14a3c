// Why a message was not understood: one sentence that says what to write.
import type { ParseError } from "../../../core/conversation/parse-error.ts";
import { english } from "../catalogue.ts";
import { type Says, say } from "../says.ts";
import { refusalTexts } from "./refusals.ts";
import { list } from "./words.ts";

const ownAddressShown = english.speech.ownAddressShown();

const commandExample = (verb: string): string => `${verb} \`kubectl get pods\` on NAME`;

export const misread: Says<ParseError> = {
  unknown: ({ written }) => `"${written}" was not understood: write "help" to see what can be asked.`,
  didYouMean: ({ phrase }) => `Did you mean "${phrase}"?`,
  unsure: () => "It may mean several things: which of these?",

  tooLong: ({ length, longest }) =>
    `The message has ${length} characters: write one command of at most ${longest}.`,
  invisible: ({ codePoint }) =>
    `The message holds an invisible character (U+${codePoint}): type it again instead of pasting it.`,
  severalLines: ({ count }) => `The message has ${count} lines: write one command in one line.`,
  unclosedQuote: () =>
    "A quotation mark is opened and not closed: write it at both ends of what it encloses.",
  masked: () => say(refusalTexts.refusals, { is: "masked" }),

  notAlone: ({ phrase, extra }) => `Write "${phrase}" alone: "${extra}" after it was not understood.`,
  afterCluster: ({ verb, extra }) =>
    `"${extra}" was not understood: nothing may follow the cluster after "${verb}".`,
  clauseUnknown: ({ written, insideToo }) =>
    `"${written}" was not understood: after the cluster only ${insideToo ? 'from 20.50.0.9, with "i/o timeout" or without inside' : 'from 20.50.0.9, for 20.50.0.0/24 or with "i/o timeout"'} may follow.`,
  symptomUnused: ({ verb }) =>
    `${verb} has no use for the error after "with": leave it out, or write diagnose, which looks for its cause.`,
  clauseTwice: ({ keyword }) => `Write "${keyword}" only once.`,
  fromAndFor: () =>
    'Write "from" or "for", not both: "from" says where you are, "for" asks about an address or a range.',
  fromMissing: () =>
    `Write an IPv4 address or a virtual network after "from", like 20.50.0.9 or vnet-hub. ${ownAddressShown}`,
  symptomUnquoted: () => 'Put the error that you see in quotes after "with", like with "i/o timeout".',

  commandMissing: ({ verb }) =>
    `Write the command and the cluster after "${verb}", like ${commandExample(verb)}.`,
  commandEnd: ({ verb }) =>
    `It is not certain where the command ends: put the whole of it in backticks, like ${commandExample(verb)}.`,
  clusterTwice: ({ cluster }) => `The cluster is named twice: leave out "on ${cluster}" or the flag.`,
  clusterFlagTwice: () => "The cluster is named twice: keep one of the flags.",
  noCluster: ({ written, letter }) => {
    const why = letter === null ? "" : `it holds the letter ${letter}, and names of clusters only a to z; `;
    return `"${written}" cannot be the name of a cluster: ${why}write its name, or group/name.`;
  },
  noClusterInFlag: ({ written }) =>
    `"${written}" cannot be the name of a cluster: write it after the command, like on NAME.`,

  noMode: ({ written }) => `"${written}" is no mode: write mode full, mode diagnose or mode off.`,
  modeReasonMissing: ({ mode }) => `Write the reason after "because", like: mode ${mode} because upgrade.`,
  modeReasonTooLong: ({ length, longest }) =>
    `The reason has ${length} characters: write at most ${longest}.`,

  addressRange: ({ written }) =>
    `"${written}" is a range: write the one address that you come from. ${ownAddressShown}`,
  severalAddresses: ({ addresses }) =>
    `I answer for one address or range at a time, and ${list(addresses)} are several: ask about each.`,
  noAddress: ({ written }) =>
    `"${written}" is not an IPv4 address: write four numbers from 0 to 255, like 20.50.0.9.`,
  addressIpv6: ({ written }) =>
    `"${written}" is an IPv6 address: write the IPv4 address that you come from. ${ownAddressShown}`,
  noPlace: ({ written }) =>
    `"${written}" is neither an IPv4 address nor a virtual network: write one like 20.50.0.9 or vnet-hub.`,
};

export const misreadTexts = { misread };
