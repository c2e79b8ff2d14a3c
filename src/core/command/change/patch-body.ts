// The body of `kubectl patch`: read as JSON, and written anew from what was read, so that what is decided on is what is sent.
import { unseenIn } from "../../text/text.ts";
import type { Flags } from "../grammar/read-flags.ts";
import { type CommandRefusal, refuse } from "../grammar/refusal.ts";

// The operations of a patch with `--type=json`, where what they name stands in a path and not beside the value.

type Operation = Readonly<Record<string, unknown>>;

/**
 * The first path that is no JSON pointer (RFC 6901), or "" for an operation without one; null where there is none. The
 * API server takes any text before the first slash for nothing: `x/metadata` would be another place to us than to it.
 */
function oddPath(operations: readonly unknown[]): string | null {
  for (const operation of operations as readonly (Operation | null)[]) {
    const { path, from = "" } = operation ?? {};
    if (typeof path !== "string") return "";
    const odd = [path, from].find((each) => each !== "" && !String(each).startsWith("/"));
    if (odd !== undefined) return String(odd);
  }
  return null;
}

/** Where a value stands, its name tells whether it is a secret; under another name it would be shown. */
const copies = (operations: readonly unknown[]): boolean =>
  (operations as readonly Operation[]).some(({ op }) => op === "copy");

/** What each would set, as the fields that its path leads to: whether that is a secret its name tells. */
export const spelledOut = (body: unknown): readonly string[] =>
  Array.isArray(body) ? body.map((operation) => JSON.stringify(fieldsOf(operation as Operation))) : [];

const fieldsOf = ({ path, value }: Operation): unknown =>
  String(path)
    .split("/")
    .slice(1)
    .reduceRight<unknown>(
      (inner, key) => (/^(?:-|\d+)$/.test(key) ? [inner] : { [nameIn(key)]: inner }),
      value,
    );

const nameIn = (key: string): string => key.replaceAll("~1", "/").replaceAll("~0", "~");

/** Deep enough for a pod template, and shallow enough for whoever has to read it. */
const deepest = 24;

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((each) => depthOf(each)))
    : 0;

type Patched = Readonly<{ ok: true; flags: Flags; body?: unknown }> | CommandRefusal;

/** The flags with the body as it will be sent; those that hold none come back as they are. */
export function withPatch(flags: Flags): Patched {
  const written = flags.get("patch");
  if (written === undefined) return { ok: true, flags };
  const body = jsonIn(written);
  const odd = numbersIn(written).find((number) => !isKept(number));
  if (body !== undefined && odd !== undefined)
    return refuse("flag-value", { is: "patchNumber", number: odd });
  const isList = Array.isArray(body);
  const wantsList = flags.get("type") === "json";
  if (typeof body !== "object" || body === null || isList !== wantsList || depthOf(body) > deepest)
    return refuse("flag-value", { is: "patchUnread", wantsList });
  const path = isList ? oddPath(body) : null;
  if (path === "") return refuse("flag-value", { is: "patchUnread", wantsList });
  if (path !== null) return refuse("flag-value", { is: "patchPath", path });
  if (isList && copies(body)) return refuse("flag-value", { is: "patchCopy" });
  const patch = JSON.stringify(body);
  // It may have been typed by its number, which a look at the line does not find.
  const codePoint = unseenIn(patch);
  if (codePoint !== null) return refuse("control-character", { is: "invisible", codePoint });
  return { ok: true, flags: new Map([...flags, ["patch", patch]]), body };
}

/** Outside of texts, as they are written. */
const numbersIn = (json: string): readonly string[] =>
  json.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.eE+-]*/g) ?? [];

/** Whether it is written anew as the same number: not one that is too long or too large. */
const isKept = (number: string): boolean =>
  Number.isFinite(Number(number)) &&
  (!/^-?\d+$/.test(number) || Number.isSafeInteger(Number(number))) &&
  number.length <= 17;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
