// The log: JSON lines on standard output, masked like everything else that leaves the process.
import pino, { type DestinationStream } from "pino";
import type { Log } from "../app/ports/services.ts";
import { redact } from "../core/redact/redact.ts";

export function createLog(level: string, to: DestinationStream = pino.destination(1)): Log {
  const logger = pino({ level }, to);
  return {
    info: (message, fields) => logger.info(masked(fields), message),
    warn: (message, fields) => logger.warn(masked(fields), message),
    error: (message, fields) => logger.error(masked(fields), message),
  };
}

/** What others say in an error may repeat what it was about. */
const masked = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? redact(value).text : value,
    ]),
  );
