// A change that was asked for in words, or without its cluster, spelled out: the line that asks for it, to be pressed.
import { parseCommand } from "../../command/parse-command.ts";
import type { Intent } from "../intent.ts";
import { isOtherwise } from "../plain-words/is-ordered.ts";

export type AskBack = Extract<Intent, { kind: "askBack" }>;

export const lineOf = ({ command, reason, breakGlass }: AskBack, cluster: string): string =>
  `${breakGlass ? "emergency: " : ""}${command} on ${cluster}${reason === undefined ? "" : ` because ${reason}`}`;

/**
 * A change is never sent to the cluster that was only spoken of before: it is asked back with its name. Of several objects the
 * last may be a cluster, so that line has to name one.
 */
export function askedBack(intent: Intent, typed: string): Intent {
  if (intent.kind !== "run") return intent;
  const parsed = parseCommand(intent.command);
  if (!parsed.ok || parsed.is !== "change") return intent;
  const isOpen = intent.cluster === null && parsed.request.names.length < 2;
  return isOpen || isMusing(typed) ? { ...intent, kind: "askBack" } : intent;
}

/** `should I run kubectl delete …?`: it is not told to. */
const isMusing = (typed: string): boolean => {
  const before = typed.split(/\bkubectl\b|`/)[0] ?? "";
  return (
    before.trim() !== "" &&
    (isOtherwise(before) || /\b(?:would|could we|we should|ich würde|wir sollten)\b/i.test(before))
  );
};
