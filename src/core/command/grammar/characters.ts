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
