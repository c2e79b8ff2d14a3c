// What became of a change after somebody decided.
import { labelled } from "./words.ts";

export const changeStateTexts = {
  changeState: {
    next: (name: string) => `It is done next, once, as ${name}.`,
    waitsForSignIn: (name: string) =>
      `It waits until ${name} has signed in: write \`sign in\` in your chat with me. It is done once after that.`,
    applying: (name: string) => `It is being done once, as ${name}. Nothing sends it a second time.`,
    goesOn: (time: string) => `Azure was still at it at ${time}.`,
    done: (name: string) => `Done once, as ${name}.`,
    failed: "It was not done, or not whole. Nothing more is sent.",
    exitUnknown: "It was sent once, and no exit code came back. Nothing more is sent.",
    printed: (tool: string) => `What ${tool} printed`,
    lookFirst: "Look at the objects first. Then ask for what is missing: that is approved anew.",
    findOut: "Look at the objects before anybody asks for it again: it may have been done.",
    see: "How they are now",
    atStart: "Sent",
    atEnd: "Ended",
    rejected: (name: string, word: string | null) =>
      word === null ? `${name} rejected it and gave no reason.` : labelled(`${name} rejected it`, word),
    withdrawn: (name: string) => `${name} withdrew it.`,
    nothingChanged: "Nothing was changed.",
    askAnew: "If it is still needed, ask for it anew.",
    expiredUnapproved: (time: string) => `Nobody approved it until ${time}.`,
    expiredInPart: (given: number, needed: number, time: string) =>
      `${given} of ${needed} had approved it when its time was over at ${time}.`,
    expiredUndone: (time: string) => `It was approved, and could not be begun until ${time}.`,
    seen: "Its objects",
    changed: (time: string) =>
      `Looked at ${time}, they were no longer as they were when this was approved: it was done, at least in part, or somebody else changed them.`,
    unchanged: (time: string) =>
      `Looked at ${time}, they were as they were when this was approved: so far nothing of it shows.`,
  },
};
