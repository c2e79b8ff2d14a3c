// The log: JSON lines on standard output, masked like everything else that leaves the process. What is logged for somebody's
// request names it, by the id on its card.
import pino, { type DestinationStream } from "pino";
import type { Log } from "../app/ports/services.ts";
import { redact } from "../core/redact/redact.ts";
import { currentScope } from "../telemetry/request-scope.ts";

export function createLog(level: string, to: DestinationStream = pino.destination(1)): Log {
  const logger = pino({ level }, to);
  return {
    info: (message, fields) => logger.info(masked(fields), message),
    warn: (message, fields) => logger.warn(masked(fields), message),
    error: (message, fields) => logger.error(masked(fields), message),
  };
}

/** What others say in an error may repeat what it was about. */
function masked(fields: Record<string, unknown>): Record<string, unknown> {
  const { request } = currentScope();
  const all = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === "string" ? redact(value).text : value,
  ]);
  return Object.fromEntries(request === null ? all : [["request", request], ...all]);
}
