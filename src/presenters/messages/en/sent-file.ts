// A file of objects that somebody sent: what it holds, or why it is not taken.

import type { FileProblem } from "../../../core/command/change/file-problem.ts";
import type { FileNotTaken } from "../../../core/conversation/answer.ts";
import type { Says } from "../says.ts";
import { list, message } from "./words.ts";

const kilobytes = message<{ size: number }>("{size, number} kB");
const size = (bytes: number): string => kilobytes({ size: Math.round(bytes / 1_024) });

const fileProblems: Says<FileProblem | FileNotTaken> = {
  fileEnding: () =>
    "Only YAML and JSON are taken: its name has to begin with a letter from a to z or a digit, and end with .yaml, .yml or .json.",
  fileTooLong: ({ most }) => `It is longer than ${size(most)}, as it is or as JSON: send less at once.`,
  fileNoText: () =>
    "It is no plain text in UTF-8, or holds characters that nobody sees: save it without them.",
  fileNoYaml: ({ line }) =>
    line === null ? "It cannot be read as YAML." : `It cannot be read as YAML: look at line ${line}.`,
  fileAlias: ({ line }) =>
    `Line ${line} uses an anchor or an alias of YAML: write what it stands for where it stands.`,
  fileTwoReadings: ({ line, word }) =>
    `\`${word}\` on line ${line} means one thing to kubectl and another to most readers: write it in quotes, or as true, false or a plain number.`,
  fileNumber: ({ number }) =>
    `\`${number}\` is a number that would be sent as another one: write it in quotes.`,
  fileTooDeep: () => "It is nested too deeply to be an object of Kubernetes.",
  fileEmpty: () => "There is no object in it.",
  fileNoObject: ({ at, lacks }) => `Object ${at} has no ${lacks}: write it.`,
  fileName: ({ name }) => `\`${name}\` is not the name of an object: small letters, digits, dots and dashes.`,
  fileNamespace: ({ namespace }) =>
    `\`${namespace}\` is no namespace, or its object lies in none: correct it, or leave it out.`,
  fileKind: ({ kind }) =>
    `\`${kind}\` is not taken here: apply it from your own terminal. Workloads, services, ingresses, ConfigMaps, roles and the like are.`,
  fileSecretKind: () =>
    "It holds a Secret, and the values of a Secret are never written here: apply it from your own terminal, and send the rest.",
  fileItems: ({ kind }) =>
    `To kubectl a ${kind} with \`items\` is a list of other objects: take them out, or write a List of kind \`List\`.`,
  fileWithSecret: ({ line }) =>
    `\`${line}\` looks as if a secret stood there: put it into a Secret from your own terminal, and let the container take it from there.`,
  fileTwice: ({ object }) => `\`${object}\` stands in it twice: leave one of them out.`,
  fileOfMany: ({ most, holds }) =>
    `A change is of no more than ${most} objects, and the file holds ${holds}: make several files of it.`,
  fileOfSeveralNamespaces: ({ namespaces }) =>
    `Its objects lie in several namespaces (${list(namespaces)}): make a file for each.`,
  fileSignInFirst: () => "Sign in first, then send it again: nothing of it was read.",
  fileNotAllowed: () =>
    "No rule of the policy lets you change anything by a file, on any cluster, so nothing of it was read.",
  fileNotReadNow: () =>
    "It could not be read in the time for it. Send it again in a minute, or in smaller parts.",
  fileNotAlone: () => "Send one file at a time; several objects may stand in it.",
  fileNoKey: () =>
    "Files are not taken here: whoever runs this product has set no key to keep them with (FILES_KEY_FILE).",
  fileFromElsewhere: () =>
    "It lies neither in OneDrive nor in SharePoint, so it was not read: attach the file itself to a message in our chat.",
  fileNotGot: ({ code }) => `OneDrive did not give it to me (${code}): send it again.`,
};

export const sentFileTexts = {
  fileProblems,
  sentFile: {
    kept: (name: string) => `I have ${name}`,
    /** `until`: a time. */
    nothingSent: (until: string) =>
      `Nothing has been sent to a cluster. You can name it in a command until ${until}; then it is gone.`,
    holds: "Holds",
    objects: (names: readonly string[]) => list(names),
    hash: "SHA-256",
    /** The beginning of it. */
    hashValue: (hash: string) => `${hash}…`,
    next: "Write then, in the channel where somebody can approve it",
    example: (name: string) => `kubectl apply -f ${name} on CLUSTER because REASON`,
    refused: (name: string) => `Not taken: ${name === "" ? "the file" : name}`,
    /** Besides what is said of the file. */
    unanswered: "What you wrote beside it was not answered: send it by itself.",
    notKept: "Nothing of it was kept, and nothing was sent to a cluster.",
    /** On the card of a change. `hash`: the beginning of it. */
    file: "File",
    fileValue: (name: string, hash: string) => `${name}, SHA-256 ${hash}…`,
  },
};
