// A change that was asked for in words, or without its cluster, spelled out: the line that asks for it, to be pressed.
import { parseCommand } from "../command/parse-command.ts";
import type { Intent } from "./intent.ts";

export type AskBack = Extract<Intent, { kind: "askBack" }>;

export const lineOf = ({ command, reason, breakGlass }: AskBack, cluster: string): string =>
  `${breakGlass ? "emergency: " : ""}${command} on ${cluster}${reason === undefined ? "" : ` because ${reason}`}`;

/**
 * A change is never sent to the cluster that was only spoken of before: it is asked back with its name. Of several objects the
 * last may be a cluster, so that line has to name one.
 */
export function askedBack(intent: Intent): Intent {
  if (intent.kind !== "run" || intent.cluster !== null) return intent;
  const parsed = parseCommand(intent.command);
  return parsed.ok && parsed.is === "change" && parsed.request.names.length < 2
    ? { ...intent, kind: "askBack" }
    : intent;
}
