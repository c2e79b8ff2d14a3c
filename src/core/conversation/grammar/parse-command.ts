// What follows `run` and `can-i`: a command and the cluster it is for. The command itself is not looked into, but for
// the flags by which kubectl names a cluster.

import { brief, type ParseError } from "../parse-error.ts";
import { isWord, splitWords, unquoted, type Word } from "../split-words.ts";
import { takeClusterFlag } from "./cluster-flag.ts";
import { isSymptom, takeCluster } from "./parse-target.ts";

export type CommandAndCluster =
  | Readonly<{ ok: true; command: string; cluster: string | null }>
  | Readonly<{ ok: false; reason: ParseError }>;

type Verb = "run" | "can-i";

/**
 * `COMMAND [on NAME]` or `on NAME COMMAND`, the command quoted or bare. In a bare command the last ` on ` that
 * no quote holds names the cluster; flags and a pipe may follow. Where the end of the command is not certain this refuses: words of the
 * sentence must not become arguments, nor a command go to the cluster that was spoken of before.
 */
export function parseCommandAndCluster(text: string, verb: Verb): CommandAndCluster {
  const { words } = splitWords(text);
  const [first] = words;
  if (first === undefined) {
    return { ok: false, reason: { is: "commandMissing", verb } };
  }
  const parsed = isWord(first, "on")
    ? clusterFirst(text, words.slice(1))
    : commandFirst(text, first, words, verb);
  return parsed === null ? { ok: false, reason: { is: "commandEnd", verb } } : withClusterFlag(parsed);
}

/** `kubectl --context prod-1 get pods` names the cluster as `on prod-1` does. */
function withClusterFlag(parsed: CommandAndCluster): CommandAndCluster {
  if (!parsed.ok) return parsed;
  const flag = takeClusterFlag(parsed.command);
  if (!flag.ok || flag.cluster === null) return flag.ok ? parsed : flag;
  return parsed.cluster === null
    ? { ok: true, command: flag.command, cluster: flag.cluster }
    : {
        ok: false,
        reason: { is: "clusterTwice", cluster: brief(parsed.cluster) },
      };
}

function commandFirst(
  text: string,
  first: Word,
  words: readonly Word[],
  verb: Verb,
): CommandAndCluster | null {
  if (first.quoted) {
    return withCluster(unquoted(first), words.slice(1), verb);
  }
  const on = words.findLastIndex((word) => isWord(word, "on"));
  if (on === -1) {
    return { ok: true, command: text.trim(), cluster: null };
  }
  if (mayNameClusterBefore(words, on)) return null;
  const flags = words.findIndex((word, index) => index > on + 1 && /^(?:-|\|)/.test(word.raw));
  const end = flags === -1 ? words.length : flags;
  const before = text.slice(first.start, words[on]?.start).replace(/[\s,;]{1,20}$/, "");
  const behind = text.slice(words[flags]?.start ?? text.length).trim();
  return withCluster(`${before} ${behind}`.trim(), words.slice(on, end), verb);
}

/** An earlier `on` can only be a flag's value, as in `-n on`; else the sentence may name two clusters. So with `in` and `at`. */
function mayNameClusterBefore(words: readonly Word[], end: number): boolean {
  return words
    .slice(0, end)
    .some((word, index) => leadsToCluster(word) && words[index - 1]?.raw.startsWith("-") !== true);
}

const leadsToCluster = (word: Word): boolean => ["on", "in", "at"].some((lead) => isWord(word, lead));

/** `tail` is what follows the command: nothing, or `on` and the cluster. `null`: neither of these. */
function withCluster(command: string, tail: readonly Word[], verb: Verb): CommandAndCluster | null {
  const asked = isWord(tail.at(-1), "please") ? tail.slice(0, -1) : tail;
  const [on, ...cluster] = asked;
  if (on === undefined) {
    return { ok: true, command, cluster: null };
  }
  const named = takeCluster(cluster);
  if (!named.ok) {
    return isWord(on, "on") && cluster.length === 1 ? named : null;
  }
  const number = numberBehind(named.rest);
  if (isWord(on, "on") && isSymptom(named.rest)) return { ok: false, reason: { is: "symptomUnused", verb } };
  return isWord(on, "on") && named.cluster !== null && number !== null
    ? { ok: true, command, cluster: `${named.cluster}${number}` }
    : null;
}

/** `on prod 1` is prod-1. Null where something else follows the name. */
function numberBehind([number, ...more]: readonly Word[]): string | null {
  if (number === undefined) return "";
  return more.length === 0 && /^\d{1,4}$/.test(number.raw) ? `-${number.raw}` : null;
}

function clusterFirst(text: string, words: readonly Word[]): CommandAndCluster | null {
  const at = isWord(words[0], "cluster") ? 1 : 0;
  const named = takeCluster(words.slice(at, at + 1).map(withoutColon));
  const [first, ...others] = words.slice(at + 1);
  if (!named.ok) {
    return named;
  }
  if (named.cluster === null || first === undefined || others.some(leadsToCluster)) {
    return null;
  }
  if (first.quoted && others.length > 0) {
    return null;
  }
  const command = first.quoted ? unquoted(first) : text.slice(first.start).trim();
  return { ok: true, command, cluster: named.cluster };
}

function withoutColon(word: Word): Word {
  return { ...word, raw: word.raw.replace(/:$/, "") };
}
