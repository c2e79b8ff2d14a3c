// A written change of which somebody wants to know what it would do: `dry run: kubectl scale …`, `kubectl … 会改什么`. Its card
// shows that before anybody approves it, so the line is asked back.

import { parseCommand } from "../../command/parse-command.ts";
import type { AskBack } from "./ask-back.ts";

const written = /(?<![\w/.-])kubectl\s+[a-z][^\n,;?，；？。、\p{Script=Han}]*/iu;
const tries =
  /\bdry[- ]?run\b|\bwhat (?:would|will|does) .{0,30}\b(?:do|change|happen)|\bwas (?:würde|wuerde|macht|ändert|passiert)\b|\b(?:probe|trocken)lauf\b|试跑|试运行|空跑|预演|模拟|演练|会(?:改|变|动|删|影响)(?:到|掉)?(?:什么|啥|哪些)|会怎么?样/i;
const onCluster = /^(.+?)(?:\s(?:on|auf|--cluster)\s+(\S+))?$/;
/** Whoever says more asks for more. */
const longest = 60;

export function triedCommand(text: string): AskBack | null {
  const [typed = ""] = written.exec(text) ?? [];
  const around = text.replace(typed, " ");
  if (typed === "" || around.trim().length > longest || !tries.test(around)) return null;
  const [, command = "", cluster = null] = onCluster.exec(typed.trim()) ?? [];
  const parsed = parseCommand(command);
  const isTried = parsed.ok && parsed.is === "change" && !/--dry-run/.test(typed);
  return isTried ? { kind: "askBack", command, cluster } : null;
}
