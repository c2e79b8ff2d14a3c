// What an error of Node or PostgreSQL says. Their classes are not compared: an error may come from another realm.

/** Of Node, and of PostgreSQL (SQLSTATE class 08, and 57P: the server goes down, was killed, or comes up). */
const codes =
  /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_ERR_\w+|08\w{3}|57P0[1-3])$/;
/** `pg` gives these no code. */
const words =
  /^(Connection terminated|Query read timeout|timeout expired|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error) and is not queryable)/;

type Members = Readonly<{ code?: unknown; message?: unknown; cause?: unknown }>;

/** Of an error, or of what caused it. Nobody knows then whether what was asked was done. */
export function isLostConnection(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, message, cause }: Members = error;
  if (typeof code === "string" && codes.test(code)) return true;
  return (typeof message === "string" && words.test(message)) || isLostConnection(cause);
}

/** For example `EEXIST`, `ECONNREFUSED` or `28P01`; null when the error has none. */
export const errorCodeOf = (error: unknown): string | null => member(error, "code");

/** Some errors of Node have a code and an empty message. */
export const errorMessageOf = (error: unknown): string =>
  member(error, "message") ?? errorCodeOf(error) ?? String(error);

/** The database said no, and the connection goes on. */
export const isRefusal = (error: unknown): boolean => member(error, "severity") === "ERROR";

/** SQLSTATE: no space or memory left, a lock or an answer that took too long, two transactions in each other's way. */
const passing = /^(53|55P03|57014|40)/;

/** Nothing is wrong with what was asked: the same may well be done a little later. */
export const isTransientError = (error: unknown): boolean =>
  isLostConnection(error) || passing.test(errorCodeOf(error) ?? "");

/** A newer version of the product has changed a table since this connection first said this statement. */
export const isStalePlan = (error: unknown): boolean =>
  errorCodeOf(error) === "0A000" && errorMessageOf(error).startsWith("cached plan");

/** No connection was made, or the database refused the statement: nothing of it stands there. */
export const isNotDone = (error: unknown): boolean =>
  isRefusal(error) ||
  /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57P03)$/.test(errorCodeOf(error) ?? "") ||
  errorMessageOf(error) === "timeout exceeded when trying to connect";

/** SQLSTATE class 53: the server or its disk is full. */
export const isFull = (error: unknown): boolean => /^53[1-9]/.test(errorCodeOf(error) ?? "");

function member(error: unknown, name: "code" | "message" | "severity"): string | null {
  const members: { code?: unknown; message?: unknown; severity?: unknown } =
    typeof error === "object" && error !== null ? error : {};
  const value = members[name];
  return typeof value === "string" && value !== "" ? value : null;
}
