// Lines, and parts of them of which some may be missing.

/** What there is of them, with spaces between. */
export const spaced = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(" ");

/** `before` and `after` around what there is of it. */
export const around = (before: string, value: string | null, after = ""): string | null =>
  value === null || value === "" ? null : `${before}${value}${after}`;

/** Parts of one line beside each other; a layout, and no sentence. */
export const dotted = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(" · ");

/** Something to do that is no command. On one line, whatever a name holds. */
export const remark = (text: string): string => `# ${text.replace(/\s+/g, " ")}`;
