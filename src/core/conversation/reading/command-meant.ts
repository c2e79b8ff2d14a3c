// What a command of a line is: one that reads, one that changes something, or refused.

import { type Refusal, refuse } from "../../command/grammar/refusal.ts";
import { type AnyCommand, parseCommand } from "../../command/parse-command.ts";
import { parseKubectl } from "../../command/parse-kubectl.ts";
import type { Intent } from "../intent.ts";
import { parseUncertain } from "./cluster-words.ts";

type OfCommand = Extract<Intent, { kind: "run" | "canI" }>;

/** What is asked for in words of a sentence: a change has to be written as the command that makes it. */
export const wouldChange = refuse("write-not-supported", { is: "wouldChange" });
const beyond = refuse("beyond-product", { is: "beyond" });
const logLacksSpace = refuse("resource-missing", { is: "logLacksSpace" });
export const unexplained = refuse("reason-missing", { is: "emergencyUnexplained" });
const nowhere = refuse("cluster-missing", { is: "changeNowhere" });

/** Why words of a sentence become no command; a change says which word of it is missing, where that is known. */
export function whyNoCommand(intent: Extract<Intent, { kind: "change" | "logs" | "beyond" }>): Refusal {
  if (intent.kind === "beyond") return beyond;
  if (intent.kind === "logs") return logLacksSpace;
  const { lacks: what } = intent;
  return what === undefined ? wouldChange : refuse("write-not-supported", { is: "changeLacks", what });
}

/**
 * `read`: what the command is by itself, with a file that was sent for it. No change goes to a cluster that was only spoken of
 * before.
 */
export function commandMeant(intent: OfCommand, read: AnyCommand = parseCommand(intent.command)): AnyCommand {
  const { command, cluster } = intent;
  const parsed = cluster === null ? parseUncertain(command) : parseKubectl(command);
  if (parsed.ok) return { ok: true, is: "read", request: parsed.request };
  if (!read.ok) return parsed.code === wouldChange.code ? read : parsed;
  if (read.is === "read") return parsed;
  if (intent.kind === "canI") return read;
  if (cluster === null) return nowhere;
  return intent.breakGlass && intent.reason === undefined ? unexplained : read;
}

/**
 * What would be answered of a command that is refused: where it never ends, the line without that flag; where it deletes what
 * it does not name, the names.
 */
export function answeredInstead({ kind, command, cluster }: OfCommand): string | null {
  const words = command.split(" ");
  const instead = command.startsWith("kubectl delete ")
    ? [
        "kubectl",
        "get",
        ...words
          .slice(2)
          .filter((word, at, all) => !ofDeletion.test(word) && !hasValue.test(all[at - 1] ?? "")),
      ].join(" ")
    : words.filter((word) => !/^(?:-f|-w|--follow|--watch)(?:=true)?$/.test(word)).join(" ");
  if (kind !== "run" || instead === command || !parseKubectl(instead).ok) return null;
  return cluster === null ? instead : `${instead} on ${cluster}`;
}
const hasValue = /^--(?:grace-period|cascade|timeout)$/;
const ofDeletion = /^--(?:all|force|grace-period|now|wait|cascade|timeout|ignore-not-found)(?:=\S*)?$/;
