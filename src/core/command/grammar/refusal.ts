// How a command is refused: always a value, never an exception, and never a sentence. A new reason is a line here and
// its words in the catalogue.
import type { Wanted } from "./flags.ts";
import { type Because, refusedBecause } from "./refused.ts";
import type { Tool } from "./verb-spec.ts";

// What a shell would do with a character that no quote covers. Brackets, braces, `*` and `?` are left out: kubectl means
// them as they stand, and no shell sees them, since what is sent is quoted anew.

export type Meaning =
  | "startsCommand"
  | "readsFile"
  | "writesFile"
  | "runsCommand"
  | "isReplaced"
  | "groupsCommands"
  | "isHomeFolder"
  | "repeatsCommand"
  /** Inside double quotes, where some of them stay live. */
  | "isLiveInQuotes"
  /** A backslash at the end. */
  | "continuesLine";

export const metacharacters: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    ";": "startsCommand",
    "&": "startsCommand",
    "<": "readsFile",
    ">": "writesFile",
    "`": "runsCommand",
    $: "isReplaced",
    "(": "groupsCommands",
    ")": "groupsCommands",
    "~": "isHomeFolder",
    "!": "repeatsCommand",
  } as const),
);

/** Stable for scripts; several reasons may share one. */
type RefusalCode =
  | "argument-invalid"
  | "beyond-product"
  | "cluster-missing"
  | "control-character"
  | "empty"
  | "file-missing"
  | "filter-invalid"
  | "filter-unknown"
  | "flag-not-allowed"
  | "flag-repeated"
  | "flag-unknown"
  | "flag-value"
  | "interactive-not-supported"
  | "masked"
  | "name-in-all-namespaces"
  | "name-invalid"
  | "not-kubectl"
  | "pipe-empty"
  | "reason-missing"
  | "resource-missing"
  | "resource-not-supported"
  | "resource-unknown"
  | "secret-values"
  | "several-lines"
  | "shell-metacharacter"
  | "template-not-supported"
  | "too-long"
  | "typed-secret"
  | "unclosed-quote"
  | "verb-missing"
  | "verb-not-supported"
  | "verb-unknown"
  | "watch-not-supported"
  | "write-not-supported";

/** A word of a change that has to be said. */
export type Lack = "name" | "each" | "node" | "namespace" | "type" | "replicas" | "image" | "quantity";

type Nothing = Readonly<Record<never, never>>;

/** `near`: known words that may have been meant; `known`: all of them, for where none is near. */
type Values = {
  notKubectl: { tool: string };
  verbMissing: { tool: Tool };
  /** A flag stands where the verb should. */
  verbBehind: { word: string };
  verbUnknown: { tool: Tool; verb: string; near: readonly string[]; known: readonly string[] };
  /** The first word of several verbs, whose second word is none of theirs. */
  verbIncomplete: { command: string; forms: readonly string[] };
  /** A verb or a flag that is known and refused. */
  knownAndRefused: { word: string; because: Because };
  /** Asked for in words of a sentence. */
  wouldChange: Nothing;
  /** The same, without a word that has to be said. */
  changeLacks: { what: Lack };
  /** A log in words, without its namespace. */
  logLacksSpace: Nothing;
  /** Nothing here does it, whoever asks. */
  beyond: Nothing;
  /** Nobody said in which cluster. */
  changeNowhere: Nothing;
  /** An emergency is told to everybody, with why. */
  emergencyUnexplained: Nothing;
  nameInAllNamespaces: Nothing;

  flagUnknown: { command: string; flag: string; near: readonly string[]; known: readonly string[] };
  dashAlone: Nothing;
  containerTwice: Nothing;
  switchWithOddValue: { flag: string };
  valueMissing: { flag: string; wants: Wanted };
  valueWrong: { flag: string; wants: Wanted; given: string };

  resourceMissing: { what: "objects" | "log" | "field" | "release"; example: string };
  resourceUnknown: { type: string; near: readonly string[] };
  /** `--raw`: not one of the paths that say how the API server is. */
  rawPath: { path: string; known: readonly string[] };
  rawWithOthers: Nothing;
  conditionMissing: { example: string };
  resourceNotOfVerb: { command: string; resource: string; accepted: readonly string[]; example: string };
  nameUntyped: { word: string };
  nameInvalid: { name: string };
  argumentTooMany: { word: string; command: string; example: string };
  accessQuestion: { example: string };

  /** Behind a change nothing can be looked through. */
  changeFiltered: { command: string };
  /** Its objects are not named one by one. */
  changeUnnamed: { command: string; example: string };
  changeOfSeveralTypes: { types: readonly string[]; example: string };
  /** What is to be is not said. */
  changeUnsaid: { command: string; example: string };
  changeWord: { word: string; command: string; example: string };
  /** One of these. */
  changeFlagMissing: { flags: readonly string[]; example: string };
  changeTwice: { word: string };
  changeOfMany: { most: number; named: number };
  changeOfSecret: Nothing;
  /** What was typed looks like one. */
  changeWithSecret: Nothing;
  /** Its objects stand in a file, and nowhere else. */
  changeOnlyFromFile: { word: string; command: string; example: string };
  /** Two are named. */
  fileOne: { command: string; example: string };
  /** Whoever asks has sent none of this name, or too long ago. */
  fileUnknown: { name: string };
  /** The file says another one than the command. */
  fileElsewhere: { name: string; says: string; typed: string };
  /** Some of its objects say a namespace, and others none. */
  fileHalfPlaced: { name: string; says: string };
  /** `wantsList`: by `--type=json`. */
  patchUnread: { wantsList: boolean };
  /** Of an operation, which leads nowhere: it does not begin with a slash. */
  patchPath: { path: string };
  /** An operation that takes a value from elsewhere. */
  patchCopy: Nothing;
  /** It would be sent as another number. */
  patchNumber: { number: string };

  secretFormat: { format: string };
  secretSorting: Nothing;
  secretWaiting: Nothing;
  valueFilter: Nothing;
  typedSecretInWord: Nothing;
  typedSecretInFlag: { flag: string };
  typedSecretInGrep: Nothing;
  /** `format`: what `-o` says beside `--template`. */
  templateFormat: { format: string };
  templateMissing: { format: string };
  templateFunction: { name: string; known: readonly string[] };
  /** It is not closed, or holds what is no template. */
  templateUnread: Nothing;
  templateNested: { name: string };
  templatePrintf: { format: string };
  /** The command holds the mask itself: what was typed was not kept. */
  masked: Nothing;

  empty: Nothing;
  pipeEmpty: Nothing;
  tooLong: { length: number; longest: number };
  severalLines: Nothing;
  invisible: { codePoint: string };
  halfCharacter: Nothing;
  metacharacter: { character: string; meaning: Meaning };
  unclosedQuote: { quote: string };

  filterUnknown: { tool: string };
  grepOption: { option: string };
  grepWords: Nothing;
  grepPattern: { special: string; pattern: string };
  lineCount: { tool: string };
};

export type RefusalReason = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

export type CommandRefusal = Readonly<{ ok: false; code: RefusalCode; reason: RefusalReason }>;

export function refuse(code: RefusalCode, reason: RefusalReason): CommandRefusal {
  return { ok: false, code, reason };
}

/** `word`: the verb or the flag, as it was typed. */
export const refuseKnown = (word: string, because: Because): CommandRefusal =>
  refuse(refusedBecause[because], { is: "knownAndRefused", word, because });
