// A command: its output, masked and as it is, and why it is not accepted.
import { counted, message } from "./words.ts";

const firstLines = message<{ lines: number; total: number }>(
  "Only the first {lines, plural, one {# line} other {# lines}} of {total} fit here: ask for less, for example one object or a filter, then press again.",
);

export const commandTexts = {
  commandResult: {
    exit: (code: number, cluster: string) => `${code === 0 ? "✔" : "✖"} Exit ${code} on ${cluster}`,
    exitUnknown: (cluster: string) => `? Finished on ${cluster}, exit code unknown`,
    ran: (time: string) => `Ran ${time}`,
    empty: "The command printed nothing.",
    lines: (first: number, last: number, total: number) => `Lines ${first} to ${last} of ${total}.`,
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    truncated: "▲ Azure cut the output at 512 kB. Ask for less: a namespace, a name, a filter.",
    masked: counted("{it, plural, one {# value was} other {# values were}} masked."),
    cutLines: counted("{it, plural, one {# long line was} other {# long lines were}} cut at 200 characters."),
    risk: (text: string) => `▲ ${text}`,
    clusterAdmin: "▲ Ran as cluster-admin: this cluster has no Entra integration.",
  },
  unmasked: {
    /** Stands in the overflow menu, where there is room. */
    button: "Show as it is",
    asked: (asked: string) => `Show as it is: ${asked}`,
    title: (heading: string) => `${heading}, as it is`,
    warning: "▲ Not masked. Not kept: this card is the only copy; delete it when you are done.",
    cut: (lines: number, total: number) => firstLines({ lines, total }),
    footer: (run: string, name: string) => `${run} run again as ${name}`,
  },
  sentPrivately: {
    title: "Sent privately",
    subtitle: (name: string) => `The output is for ${name} alone. It is in the chat with me.`,
  },
  refused: {
    title: "✖ Command not accepted",
    subtitle: "Nothing was run.",
  },
};
