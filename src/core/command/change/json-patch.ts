// The operations of a patch with `--type=json`, where what they name stands in a path and not beside the value.

type Operation = Readonly<Record<string, unknown>>;

/**
 * The first path that is no JSON pointer (RFC 6901), or "" for an operation without one; null where there is none. The
 * API server takes any text before the first slash for nothing: `x/metadata` would be another place to us than to it.
 */
export function oddPath(operations: readonly unknown[]): string | null {
  for (const operation of operations as readonly (Operation | null)[]) {
    const { path, from = "" } = operation ?? {};
    if (typeof path !== "string") return "";
    const odd = [path, from].find((each) => each !== "" && !String(each).startsWith("/"));
    if (odd !== undefined) return String(odd);
  }
  return null;
}

/** Where a value stands, its name tells whether it is a secret; under another name it would be shown. */
export const copies = (operations: readonly unknown[]): boolean =>
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
