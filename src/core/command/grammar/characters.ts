// What a shell would do with a character that no quote covers.

export type Meaning =
  | "startsCommand"
  | "readsFile"
  | "writesFile"
  | "runsCommand"
  | "isReplaced"
  | "groupsCommands"
  | "isExpanded"
  | "isFilePattern"
  | "isHomeFolder"
  | "startsComment"
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
    "{": "isExpanded",
    "}": "isExpanded",
    "[": "isFilePattern",
    "]": "isFilePattern",
    "*": "isFilePattern",
    "?": "isFilePattern",
    "~": "isHomeFolder",
    "#": "startsComment",
    "!": "repeatsCommand",
  } as const),
);
