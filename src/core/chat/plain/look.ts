// "Pods in payments", "logs of payments/api": the kubectl command that reads it. Every word has to be understood, since
// what is not might be the name of something else.
import { isClusterScoped } from "../../command/grammar/resources.ts";
import { parseKubectl } from "../../command/parse-kubectl.ts";
import { edgesOf } from "./edges.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { type Found, flagsIn, has, isFlagged, targetIn, typesIn } from "./look-target.ts";
import type { LookWords } from "./look-words.ts";
import { type Edges, matchPhrases } from "./match.ts";
import type { Phrases } from "./phrases.ts";
import { setOf } from "./words.ts";

type Words = readonly LineWord[];
type Kind = keyof LookWords;

/** `words`: without those that name the cluster. Null where it is no look, or not understood to the last word. */
export function lookIn(words: Words, language: Language): string | null {
  const { never, byRestarts } = language.look;
  const isSaid = (phrases: Phrases) =>
    matchPhrases(words, phrases, edgesOf(words, language), { words: 1 }) !== null;
  if (isSaid(never) || isSaid(byRestarts)) return null;
  const [flags, bare] = flagsIn(words);
  if (isCounted(bare, language)) return null;
  const found = targetIn(bare, language, flags);
  const command = found === null ? null : commandFor(found, bare, language);
  return command !== null && parseKubectl(command).ok ? command : null;
}

/** `12 nodes`: somebody tells how many there are. `top 10 pods`, `the last 5 events`: they ask for so many. */
export const isCounted = (words: Words, language: Language): boolean =>
  words.some(
    ({ word }, at) =>
      /^\d{1,4}$/.test(word) &&
      typesIn(words.slice(at + 1, at + 2), language).length > 0 &&
      !(["usage", "begins", "one"] as const).some((kind) =>
        has(words.slice(Math.max(0, at - 1), at), language, kind),
      ),
  );

/** What such a question begins with, where no cluster tells that it is one; or ends with, as the language has it. */
export function beginsLook(words: Words, { begins, end }: Edges, language: Language): boolean {
  const { articles, polite } = language.sentence;
  const before = setOf(`${articles} ${polite}`);
  const firsts = begins.map((begin) => words.find(({ word }, at) => at >= begin && !before.has(word)));
  const last = language.look.isLast ? [words[end]] : [];
  const kinds: readonly Kind[] = ["begins", "logs", "events", "usage", "describe", "rollout"];
  return [...firsts, ...last].some(
    (each) =>
      each !== undefined &&
      (kinds.some((kind) => has([each], language, kind)) || typesIn([each], language).length > 0),
  );
}

function commandFor({ namespace, names, flags }: Found, words: Words, language: Language): string | null {
  const [name, second] = names;
  if (second !== undefined) return null;
  const [type] = typesIn(words, language);
  const space =
    namespace ?? (name !== undefined && ofSystem.test(name) && !isFlagged(flags) ? "kube-system" : null);
  const where = space === null ? [] : ["-n", space];
  const everywhere = namespace === null && !isFlagged(flags) ? ["-A"] : where;
  const made = (...parts: readonly string[]) => ["kubectl", ...parts, ...flags].join(" ");
  const is = (kind: Kind) => has(words, language, kind);
  // Somewhere in a namespace: `workload.ts`.
  const isAnywhere = space === null && !isFlagged(flags) && (type === undefined || !isClusterScoped(type));
  if (name !== undefined && isAnywhere && !isPod(name)) return null;
  if (is("rollout")) {
    const verb = is("history") ? "history" : "status";
    return name === undefined ? null : made("rollout", verb, withType(name, type ?? "deployment"), ...where);
  }
  if (is("logs"))
    return name === undefined
      ? null
      : made("logs", ofLog(name, type), ...where, ...logFlags(words, language));
  if (is("usage")) {
    const isOther = type !== undefined && type !== "pods" && type !== "nodes";
    if (isOther || name !== undefined || (namespace !== null && type === undefined)) return null;
    return type === "pods" ? made("top", "pods", ...everywhere) : made("top", "nodes");
  }
  if (type === undefined) {
    if (name !== undefined) return null;
    if (is("events")) return made("get", "events", ...everywhere);
    if (is("versions")) return made("version");
    return is("running") && is("begins") ? made("get", "pods", ...everywhere) : null;
  }
  if (name !== undefined && !is("describe") && !isAskedFor(words, language) && /^\p{L}+$/u.test(name))
    return null;
  const verb = is("describe") || (type === "nodes" && is("ofNode")) ? "describe" : "get";
  // The beginning of its pods' names: `workload.ts`.
  if (name !== undefined && verb === "get" && type === "pods" && namespace !== null && !isPod(name))
    return null;
  if (isClusterScoped(type)) return made(verb, type, ...(name === undefined ? [] : [name]));
  return name === undefined ? made(verb, type, ...everywhere) : made(verb, type, name, ...where);
}

/** What AKS itself runs. */
export const ofSystem =
  /^(?:coredns|kube-proxy|metrics-server|konnectivity-agent|ama-(?:logs|metrics)|azure-(?:cns|ip-masq-agent|policy)|csi-azure(?:disk|file)-node|cloud-node-manager)\b/;

/** A word behind a type may be a verb: `can you add nodes somehow`. */
const isAskedFor = (words: Words, language: Language): boolean =>
  has(words, language, "begins") || typesIn(words.slice(0, 2), language).length > 0;

const withType = (name: string, type: string): string => (name.includes("/") ? name : `${type}/${name}`);

/** A pod is told by what Kubernetes puts behind its name. */
export const isPod = (name: string): boolean => /-\d+$|-[a-z0-9]{5}$/.test(name) && /\d[^-]*$/.test(name);

function ofLog(name: string, type: string | undefined): string {
  if (name.includes("/") || type === "pods") return name;
  if (type !== undefined) return `${type}/${name}`;
  return isPod(name) ? name : `deployment/${name}`;
}

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
