// JSON as it is printed: a terminal obeys some characters that JSON leaves as they are.

const obeyed = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (found: string): string =>
  found
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** The same value for whoever parses it. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(obeyed, escaped);
