// What a look at something in a cluster is told by: names of pods and of the system, and how much of a log is wanted.

import { setOf } from "./languages/known-words.ts";
import type { Language, LookWords } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { edgesOf, has, matchPhrases } from "./match.ts";

type Words = readonly LineWord[];
type Kind = keyof LookWords;

/** What AKS itself runs. */
export const ofSystem =
  /^(?:coredns|kube-proxy|metrics-server|konnectivity-agent|ama-(?:logs|metrics)|azure-(?:cns|ip-masq-agent|policy)|csi-azure(?:disk|file)-node|cloud-node-manager)\b/;

/** A pod is told by what Kubernetes puts behind its name. */
export const isPod = (name: string): boolean =>
  (/-\d+$|-[a-z0-9]{5}$/.test(name) && /\d[^-]*$/.test(name)) ||
  /-(?=[a-z]*\d)[a-z0-9]{8,10}-[a-z0-9]{5}$/.test(name);

export function logFlags(words: Words, language: Language): readonly string[] {
  const isPast = matchPhrases(words, language.look.past, edgesOf(words, language), { words: 1 }) !== null;
  const previous = isPast || has(words, language, "previous") ? ["--previous"] : [];
  const short = words.find(({ word }) => /^\d{1,4}[hms]$/.test(word));
  if (short !== undefined) return [...previous, `--since=${short.word}`];
  const units = words.flatMap((word, at) => {
    const kind = (["minutes", "hours", "lines"] as const).find((each) => has([word], language, each));
    const count =
      kind === undefined ? null : countBefore(words.slice(Math.max(0, at - 2), at), kind, language);
    return kind === undefined || count === null ? [] : [{ kind, count }];
  });
  const [unit] = units;
  if (unit === undefined) return previous;
  if (unit.kind === "lines") return [...previous, `--tail=${unit.count}`];
  if (unit.kind === "hours" && unit.count < 1) return [...previous, "--since=30m"];
  return [...previous, `--since=${unit.count}${unit.kind === "hours" ? "h" : "m"}`];
}

/** `30`, `half an`, `the last two`: null where it is no number. */
function countBefore(words: Words, kind: Kind, language: Language): number | null {
  const digits = words.findLast(({ word }) => /^\d{1,5}$/.test(word));
  if (digits !== undefined || kind === "lines") return digits === undefined ? null : Number(digits.word);
  if (has(words, language, "half")) return 0.5;
  const said = new Set(words.map(({ word }) => word));
  const at = numbersOf(language).findIndex((number) => said.has(number));
  if (at !== -1) return at + 1;
  return kind === "hours" && has(words, language, "one") ? 1 : null;
}

const numbersOf = ({ look }: Language): readonly string[] => [...setOf(look.numbers)];

/** `the istio-proxy sidecar of cart`, `容器叫 envoy`: one of a pod's containers. */
export function containerCalled(words: Words): string | null {
  const text = words.map(({ word }) => word).join(" ");
  const found = [namedBehind, namedBefore].flatMap((each) => each.exec(text)?.[1] ?? []);
  return found.find((each) => /-/.test(each) || !isOfSentence.test(each)) ?? null;
}

/** Null where its word may be the pod's own. */
export function containerIn(words: Words, names: readonly string[]): string | null {
  const name = containerCalled(words);
  return name !== null && names.some((each) => each !== name) ? name : null;
}
const namedBehind =
  /(?:\b(?:container|sidecar)|容器)(?: ?(?:named|called|name|namens|heißt|heisst|is|ist|叫做?|名字?|名为|名叫|是|为|container))* ([a-z][a-z0-9-]{1,62})(?![\w-])/;
const namedBefore = /(?<![\w-])([a-z][a-z0-9-]{1,62})(?: (?:这个|那个))? (?:container|sidecar|容器)/;
const isOfSentence =
  /^(?:the|a|an|of|in|on|its?|this|that|for|from|with|logs?|der|die|das|den|dem|des|von|vom|im|in|aus|mit|container|sidecar|namespace|ns|als|nun|denn|zuletzt|noch|has|had|did|does|wrote|says|said|prints?|printed|hat|hatte|schreibt|sagt|meldet|ausgegeben|pods?|init|main|first|second|last|previous|prior|old|dead|crashed|vorherige[nrms]?|vorige[nrms]?|alte[nrms]?|abgest(?:ü|ue)rzte[nrms]?|before|after|when|while|which|crashed|restarted|bevor|vor|nach|gestern|all|each|every|letzte[nrs]?|alle[nr]?)$/;
