// Data whose texts came from outside, masked text by text: what has to be kept as data, and not as a sentence.
import { redact } from "./redact.ts";

type Data =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Data[]
  | Readonly<{ [key: string]: Data }>;

/** Every text in it but its own ids: `is` names what it is. */
export function redactValues<T extends object>(value: T): T {
  // Keys and kinds of values stay as they are.
  return masked(value as Data) as T;
}

function masked(value: Data): Data {
  if (typeof value === "string") return redact(value).text;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(masked);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === "is" ? each : masked(each)]),
  );
}
