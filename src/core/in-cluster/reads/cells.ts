// Values out of what kubectl prints for `-o jsonpath-as-json`: a list of JSON for each field of a template.
// Kubernetes prints no text raw there, so that nothing that a pod or an event says can look like another field.

/** All values of one field: none where the object has no such field. */
export type Cell = readonly unknown[];

const strings = (cell: Cell): readonly string[] => cell.filter((each) => typeof each === "string");

/** The first text, or "". */
export const text = (cell: Cell): string => strings(cell)[0] ?? "";
export const texts = strings;

/** The first number, or 0. */
export const count = (cell: Cell): number => numbers(cell)[0] ?? 0;
export const numbers = (cell: Cell): readonly number[] => cell.filter((each) => typeof each === "number");

export const isTrue = (cell: Cell): boolean => cell.includes(true);

export const object = (cell: Cell): Readonly<Record<string, unknown>> => {
  const [first] = cell;
  return isObject(first) ? first : {};
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Milliseconds since 1970; null where no such time is said. */
export const time = (cell: Cell): number | null => {
  const ms = Date.parse(text(cell));
  return Number.isNaN(ms) ? null : ms;
};

/** Wide enough for every name that the API server takes, and nothing else. */
const namePattern = /^[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?$/;

export const isName = (value: string): boolean => namePattern.test(value);

/** Null for what is no name: then it is not Kubernetes that speaks. */
export const name = (cell: Cell): string | null => {
  const value = text(cell);
  return isName(value) ? value : null;
};

/** Of a namespace or a service, which is one label of a DNS name; null for anything else. */
export const dnsLabel = (cell: Cell): string | null => {
  const value = text(cell);
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(value) ? value : null;
};

/** Where anybody may write what they like, such as the reason of an event: a plain word, or "". */
export const word = (value: string): string =>
  /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/.test(value) ? value : "";
export const words = (cell: Cell): readonly string[] => strings(cell).map(word);
