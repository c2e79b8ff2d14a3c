// The ways in, and the way drawn.

import { english } from "../catalogue.ts";
import { waySpeech } from "../speech/way.ts";
import { message } from "./words.ts";

const ownAddressShown = english.speech.ownAddressShown();
const way = waySpeech(english.texts);

const title = message<{ available: number; probable: number; cluster: string }>(
  `{available, plural,
    =0 {{probable, plural, =0 {✖ No way in} one {? # probable way in} other {? # probable ways in}}}
    one {✔ # way in{probable, plural, =0 {} other { and # probable}}}
    other {✔ # ways in{probable, plural, =0 {} other { and # probable}}}
  }: {cluster}`,
);

export const wayTexts = {
  way,
  access: {
    /** Of an address or a range. */
    allowed: {
      yes: (of: string, cluster: string) => `✔ ${of} is let in: ${cluster}`,
      partly: (of: string, cluster: string) => `▲ Only a part of ${of} is let in: ${cluster}`,
      no: (of: string, cluster: string) => `✖ ${of} is not let in: ${cluster}`,
      unknown: (of: string, cluster: string) => `? Not known whether ${of} is let in: ${cluster}`,
    },
    titleUnread: (cluster: string) => `? Ways in unknown: ${cluster}`,
    title: (available: number, probable: number, cluster: string) => title({ available, probable, cluster }),
    best: (title: string) => `Best now: ${title}`,
    none: "Every way that I know is blocked or not set up: “Other ways” says why for each.",
    way: (rank: number, title: string) => `${rank}. ${title}`,
    lines: "Lines to copy",
    further: "Also usable",
    closed: "Not usable now",
    stopped: (cluster: string) => `■ ${cluster} is stopped: no way in`,
    from: (place: string) => `Seen from ${place}.`,
    symptomUnused: "The ways in do not depend on the error that you name: press “Diagnose” for its cause.",
    fromUnknown: (cluster: string) =>
      `I do not know where you connect from. For an exact answer write: access ${cluster} from ADDRESS. ${ownAddressShown}`,
  },
};
