// Tells the loss of a connection from everything else that may be wrong.

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
