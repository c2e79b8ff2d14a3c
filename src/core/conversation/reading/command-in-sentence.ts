// A command in the middle of a sentence of people.
import { isChange } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import type { Understood } from "../intent.ts";
import { mayBePlain, unknown } from "../parse-error.ts";
import type { Line, Reading } from "../plain-words/read-plain-words.ts";
import { isReal } from "./cluster-words.ts";
import { spokenCommand } from "./spoken-command.ts";

export const lineEnds = /[\n\r\u2028\u2029]+/;

/** A command in the middle of a sentence, where the grammar has nothing better to say. */
export function commandIn(strict: Understood, text: string): Line | null {
  if (!strict.ok && strict.reason.is !== "commandEnd" && !mayBePlain(strict.reason)) return null;
  const lines = text.split(lineEnds).filter((line) => line.trim() !== "");
  const isOne = lines.length < 3 && !lines.slice(1).some((line) => /\bkubectl\b/i.test(line));
  const line = lines.join(" ").trim();
  const spoken = isOne ? (spokenCommand(line) ?? behindSentence(line)) : null;
  if (spoken === null) return null;
  const { kind, command, clusters } = spoken;
  const [cluster = null, ...others] = clusters;
  if (others.length === 0) return { is: "intent", intent: { kind, command, cluster } };
  const readings = clusters.map(
    (written, at): Reading => ({
      candidate: { written, words: [at], led: "lead" },
      intent: { kind, command, cluster: written },
    }),
  );
  return { is: "readings", readings, candidates: [], reason: unknown(text), all: true };
}

/** `no endpoints? kubectl get ep inventory -n wms`: what stands before it only says why it is asked. */
function behindSentence(line: string): ReturnType<typeof spokenCommand> {
  const [, before = "", command = ""] = /^([^.?!。？！]{1,80})[.?!。？！]\s*(kubectl\s.+)$/.exec(line) ?? [];
  const spoken = command === "" ? null : spokenCommand(command);
  return spoken !== null && isReal(spoken.command) && isComment(before) ? spoken : null;
}

/** It asks for nothing else that would be done. */
const isComment = (text: string): boolean =>
  !abilitiesOf(text)
    .slice(0, 1)
    .some(({ label }) => isChange(label));
