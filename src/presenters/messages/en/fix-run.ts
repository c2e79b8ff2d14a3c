// "Request this fix": a fix made in Azure, or taken back, beside what is said of every change.
import type { Headline } from "../../../core/diagnosis/diagnosis.ts";
import type { NoWayBack } from "../../../core/fix/write/arm-write.ts";
import { and, labelled, list, message } from "./words.ts";

const place = message<{ cluster: string; count: number; groups: string }>(
  "{cluster}; in Azure {count, plural, one {resource group} other {resource groups}} {groups}",
);

export const fixRunTexts = {
  fixRun: {
    /** At most 16 characters: it stands alone. */
    request: "Request this fix",
    title: (state: string, cluster: string) => `${state}: fix ${cluster}`,
    undoTitle: (state: string, cluster: string) => `${state}: undo the fix of ${cluster}`,
    /** `does`: what the fix has done, a sentence. */
    takesBack: (run: string, does: string) => labelled(`Takes back what ${run} did`, does),
    asks: (name: string) => `Asked by ${name}.`,
    breaksAgain: "What the fix mended breaks again.",
    place: (cluster: string, groups: readonly string[]) =>
      place({ cluster, count: groups.length, groups: and(groups) }),
    failed: "Failed check",
    provedBy: "Proved by",
    wayNow: "The way now",
    wayBefore: "The way before",
    /** What came of it, by what stands first in the diagnosis that was made afterwards. */
    came: {
      reachable: "✔ Fixed",
      well: "✔ Fixed",
      degraded: "▲ Made, and still degraded",
      broken: "✖ Made, and still broken",
      unknown: "? Made, and not known what came of it",
      stopped: "■ Made, and it is stopped",
      wrongInside: "▲ Made, and something is wrong inside",
      outside: "▲ Made, and still out of reach",
      cutOff: "▲ Made, and still out of reach",
    } satisfies Readonly<Record<Headline, string>>,
    fixed: (word: string, cluster: string) => `${word}: ${cluster} is reachable`,
    undone: "✔ Taken back",
    takenBack: (word: string, cluster: string) => `${word}: the fix of ${cluster}`,
    notKept: "All of it was made. What came of it is not known here: press “Check again”.",
    made: "Made",
    madeOf: (made: number, all: number, names: readonly string[]) =>
      labelled(`${made} of ${all}`, list(names)),
    /** The one write that nobody has heard of. */
    open: "No answer for",
    notAgain: "One write got no answer: it was sent at most once, and nothing of it is sent again.",
    seenMade: (name: string, time: string) =>
      `${name}; looked at ${time}, it was as it was to be: it was made.`,
    seenNotMade: (name: string, time: string) =>
      `${name}; looked at ${time}, it was not as it was to be: so far nothing of it shows.`,
    nothingChanged: "Nothing was changed in Azure.",
    findOut: "Press “Check again” before anybody asks for more: it says what is so now, and what is left.",
    lines: "Its lines",
    undo: "Undo",
    undoUntil: (time: string) => `Until ${time}; it is looked at and agreed on like the fix.`,
    noUndoAhead: "Once it is made, nothing here takes it back.",
    noUndo: {
      cutsOff:
        "Not from here: somebody may work on it by now, or traffic go over it, which taking it away would end.",
      noStateBefore: "Nothing to take back: it was written as it stood, or begun anew.",
      oneWay: "Azure takes no such change back.",
      stays: "Not from here: it does nothing by itself, and others may have put something into it since.",
      notKept: "Not from here: what stood there before is not kept.",
    } satisfies Readonly<Record<NoWayBack | "notKept", string>>,
  },
};
