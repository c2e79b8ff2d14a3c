// A kubectl command that does not stand where the grammar expects it: behind a prompt or the cluster's name, without
// `kubectl`, with a slip in it. Written as the grammar has it; the command's own words are not touched.
import { findResource } from "../command/grammar/resources.ts";
import { parseKubectl } from "../command/parse-kubectl.ts";
import { typingErrors } from "../text/nearest.ts";
import { parseClusterName } from "./cluster-name.ts";
import { clusterWords } from "./cluster-words.ts";
import { isFiller, wordsOf } from "./plain/en/fillers.ts";
import { type LineWord, readLine } from "./plain/line.ts";

const shortNames = wordsOf("k kc kctl kubect kubctl kubecl kubctrl");
const readVerbs = wordsOf(
  "get describe logs log top events event explain rollout api-resources api-versions cluster-info auth version",
);
/** Without `kubectl`; the other verbs are words of a sentence as well. */
const bareVerbs = wordsOf(
  "get describe logs log top explain rollout api-resources api-versions cluster-info",
);
const before = wordsOf("run execute exec do sudo command cmd shell bash sh output result watch");
/** A command has none of these between its words. */
const sentenceWords = wordsOf(
  "me us off out the of for from to my with all any about and how what why which namespace ns is are",
);

const isKubectl = ({ word }: LineWord, next: LineWord | undefined): boolean => {
  if (word === "kubectl") return true;
  if (word === "k" || word === "kc") return readVerbs.has(next?.word ?? "") || /^-/.test(next?.raw ?? "");
  return shortNames.has(word) || (word.length > 5 && word.length < 10 && typingErrors(word, "kubectl") <= 2);
};

/** `run on NAME kubectl …`, or null where the line holds no such command. */
export function kubectlLine(text: string): string | null {
  const line = readLine(text);
  const at = line.findIndex((word, index) => isKubectl(word, line[index + 1]));
  if (at === -1) return bareCommand(text, line);
  const found = line[at];
  if (found === undefined) return null;
  const verb = verbBefore(line.slice(0, at));
  if (verb === null) return null;
  const quoted = found.raw.startsWith("`") ? "`" : "";
  return `${verb} ${quoted}kubectl${text.slice(found.end)}`;
}

/** `prod-1>` says which cluster is meant; `alex@laptop:~$` does not. */
const isPrompt = (word: string, raw: string): boolean =>
  word === "ps" || (/[$#>]$/.test(raw) && parseClusterName(word) === null);

/** Of the words before the command: what is wanted of it, and its cluster. Null where they say something else. */
function verbBefore(words: readonly LineWord[]): string | null {
  const meant = words.filter(({ word, raw }) => word !== "" && !isPrompt(word, raw));
  const isAsked = /^(?:can-i|can i|may i|am i allowed)/.test(meant.map(({ word }) => word).join(" "));
  const others = meant.filter(
    ({ word }) => !isFiller(word) && !before.has(word) && word !== "allowed" && word !== "can-i",
  );
  const [cluster, second] = others;
  if (second !== undefined) return null;
  const verb = isAsked ? "can-i" : "run";
  if (cluster === undefined) return verb;
  return parseClusterName(cluster.word) === null ? null : `${verb} on ${cluster.word}`;
}

function bareCommand(text: string, line: readonly LineWord[]): string | null {
  const at = line.findIndex(
    ({ word }) => word !== "" && !/^(?:please|pls|plz|run|hey|ok|now|just)$/.test(word),
  );
  const first = line[at];
  if (first === undefined || !bareVerbs.has(first.word)) return null;
  const others = line.slice(at + 1).filter(({ word }) => word !== "" && sentenceWords.has(word));
  const isUntyped = ({ word }: LineWord) =>
    word.includes("/") && findResource(word.split("/")[0] ?? "") === undefined;
  if (others.length > 0 || (/^logs?$/.test(first.word) && line.some(isUntyped))) return null;
  const command = `kubectl ${text.slice(first.start).replace(/[.!?]+$/, "")}`;
  const withoutOn = command.replace(/\son\s+\S+(?:\s+please)?$/i, "");
  const isCommand = [command, withoutOn, ...clusterWords(command).map(({ without }) => without)]
    .slice(0, 12)
    .some((each) => parseKubectl(each).ok);
  return isCommand ? `run ${command}` : null;
}
