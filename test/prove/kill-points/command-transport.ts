// What sends commands, as it is; which kills the process before or after a command is sent, or asked after.
import type { CommandTransport } from "../../../src/app/ports/azure.ts";
import { createCommandTransport as create } from "../../../src/azure/run-command/command-transport.ts";
import { around } from "./point.ts";

export * from "../../../src/azure/run-command/command-transport.ts";

/** The line itself says what it is for: only a change marks that it is sent, and only a look asks for a dry run. */
const purposeOf = (line: string) =>
  line.includes(" sent apply") ? "change" : line.includes("--dry-run=server") ? "look" : "check";

export const createCommandTransport: typeof create = (options) => {
  const transport = create(options);
  const lines = new Map<string, string>();
  return {
    start: async (as, clusterId, sent, withToken, whyNotNow) => {
      const { line } = sent;
      const started = await around(`send:${purposeOf(line)}`, line, () =>
        transport.start(as, clusterId, sent, withToken, whyNotNow),
      );
      if (started.status === "accepted") lines.set(started.operationId, line);
      return started;
    },
    progress: async (as, clusterId, operationId) => {
      const line = lines.get(operationId) ?? "";
      const purpose = purposeOf(line);
      const poll = () => transport.progress(as, clusterId, operationId);
      return purpose === "check" ? poll() : around(`poll:${purpose}`, line, poll);
    },
  } satisfies CommandTransport;
};
