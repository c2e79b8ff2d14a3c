// What an error of Node or PostgreSQL says. Their classes are not compared: an error may come from another realm.

/** For example `EEXIST`, `ECONNREFUSED` or `28P01`; null when the error has none. */
export const codeOf = (error: unknown): string | null => member(error, "code");

/** Some errors of Node have a code and an empty message. */
export const messageOf = (error: unknown): string =>
  member(error, "message") ?? codeOf(error) ?? String(error);

function member(error: unknown, name: "code" | "message"): string | null {
  const members: { code?: unknown; message?: unknown } =
    typeof error === "object" && error !== null ? error : {};
  const value = members[name];
  return typeof value === "string" && value !== "" ? value : null;
}
