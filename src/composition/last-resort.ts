// What nobody caught. A lost connection, whichever library forgot to listen to it, is logged and ends no process. After
// anything else nobody knows what state we are in: it is logged, masked, and the next process goes on with the work.
import type { Log } from "../app/ports/services.ts";
import { isLostConnection } from "../store/kit/database-errors.ts";

export function installLastResort(log: Log): void {
  const caught = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isLostConnection(error)) {
      log.warn("connection lost", { error: text });
      return;
    }
    log.error("unforeseen, so the process ends", { error: text });
    process.exit(1);
  };
  process.on("uncaughtException", caught);
  process.on("unhandledRejection", caught);
}
