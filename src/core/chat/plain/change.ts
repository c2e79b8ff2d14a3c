// What would change something: in a cluster by a command of kubectl, in words that become none by themselves, or beyond all
// that is done here.
import type { Intent } from "../intent.ts";
import { deedIn } from "./deed.ts";
import { edgesOf } from "./edges.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { has, typeOf, typesIn } from "./look-target.ts";
import { type Gap, isOneOf, matchPhrases } from "./match.ts";
import type { Phrases } from "./phrases.ts";
import { gap, isFiller, type Read, type Rest } from "./rest.ts";
import { isError, isQuestion } from "./talk.ts";
import { thingOf } from "./thing.ts";
import { allWords, setOf } from "./words.ts";

/** What is asked of anything else than a cluster. */
export function isOfOthers(line: readonly LineWord[], language: Language): boolean {
  const { namespace = null } = thingOf(line, language) ?? {};
  const said = line.filter(({ word }) => word !== namespace);
  const found = matchPhrases(said, language.topics, edgesOf(said, language), gap.ability);
  return found !== null && !("command" in (deedIn(line, language) ?? {}));
}

/** Who changed it is asked, where that comes first: `who has stopped prod-1?` */
export const change: Read = (rest) => {
  const { language, line, edges, text } = rest;
  // `failed to create …`: nobody asks for that.
  if (isError(text)) return null;
  if (isToldToChange(rest)) return { kind: "change", cluster: rest.cluster };
  const orders = ordersOf(rest);
  const [asked] = matchPhrases(orders.line, language.change.phrases, orders.edges, gap.near) ?? [];
  const [told] = matchPhrases(line, language.talk.never, edges, gap.ability) ?? [];
  const isAsked = asked !== undefined && (told === undefined || asked < told);
  return told === undefined || isAsked ? (asDeed(orders, isAsked) ?? inOtherWords(orders, isAsked)) : null;
};

/** `I restarted it and it still hangs`, `why does it not scale`, `it restarts. Why?`: clauses that order nothing. */
function ordersOf(rest: Rest): Rest {
  const { language } = rest;
  const clauses = [...Map.groupBy(rest.line, ({ clause }) => clause).values()];
  const says = (words: readonly LineWord[], phrases: Phrases, between: Gap) =>
    matchPhrases(words, phrases, edgesOf(words, language), between) !== null;
  const isWhy = (words: readonly LineWord[] = []) =>
    words.length <= shortQuestion && says(words, language.look.whys, gap.ability);
  const isOrder = (words: readonly LineWord[], at: number) =>
    !says(words, language.change.noOrder, gap.ability) &&
    (!isWhy(clauses[at + 1]) || says(words, language.change.phrases, gap.near));
  const orders = clauses.filter(isOrder);
  if (orders.length === clauses.length) return rest;
  const line = orders.flat();
  return { ...rest, line, edges: edgesOf(line, language) };
}

/** "Woran liegt das?": it asks about what was said before it. */
const shortQuestion = 4;

/** What kubectl does here comes first; of a cluster itself nothing is changed in words. */
function asDeed({ language, line, edges, cluster, isCommand }: Rest, isAsked: boolean): Intent | null {
  if (isCommand || isOfLogs(line, language) || saysNever(line, language)) return null;
  const deed = deedIn(line, language);
  if (deed !== null && "command" in deed) return { kind: "askBack", command: deed.command, cluster };
  const isTyped = typesIn(line, language).length > 0;
  const isBeyond = matchPhrases(line, language.beyond, edges, gap.ability) !== null;
  if (isBeyond && (deed === null || !isTyped)) return { kind: "beyond" };
  const unknown = line.filter((each) => !isOneOf(each, allWords(language)));
  const isNamed =
    unknown.some(({ word }) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(word)) ||
    (unknown.length === 1 && /^[a-z]+\d*$/.test(unknown[0]?.word ?? ""));
  const isSaid = isAsked || isTyped || isNamed;
  if (deed === null || !isSaid || (deed.lacks === "name" && !isTyped)) return null;
  return { kind: "change", cluster, lacks: deed.lacks };
}

/** Behind a clause that says what is to be done stands why: `restart web in shop, it keeps crashing`. */
function saysNever(line: readonly LineWord[], { change: { never, verbs } }: Language): boolean {
  const [first] = line;
  const said = setOf(verbs).has(first?.word ?? "") ? first?.clause : undefined;
  return line.some(({ word, clause }) => setOf(never).has(word) && !(said !== undefined && clause > said));
}

/** `in logging` is a namespace. */
const isOfLogs = (line: readonly LineWord[], language: Language): boolean =>
  has(
    line.filter((_, at) => !setOf(language.look.inside).has(line[at - 1]?.word ?? "")),
    language,
    "logs",
  );

function inOtherWords({ language, line, cluster }: Rest, isAsked: boolean): Intent | null {
  if (!isAsked || line.some((each) => isOneOf(each, setOf(language.change.never)))) return null;
  if (isOfKubernetes(line, language, cluster)) return { kind: "change", cluster };
  return cluster === null ? null : { kind: "beyond" };
}

/** `make 20.50.9.9 allowed on prod-1`; behind the cluster it may be said of it: `prod-1 允许 20.50.9.9`. */
function isToldToChange({ language, marked, text }: Rest): boolean {
  const { talk, change: words } = language;
  return (
    !isQuestion(text) &&
    !marked.some(({ word }) => setOf(talk.questions).has(word)) &&
    matchPhrases(marked, words.unlessAsked, edgesOf(marked, language), gap.near) !== null
  );
}

/** Of what lies in a cluster, or of "it", where no cluster is named. */
function isOfKubernetes(line: readonly LineWord[], language: Language, cluster: string | null): boolean {
  const { namespace = null, names = [] } = thingOf(line, language) ?? {};
  return (
    namespace !== null ||
    names.some((name) => name.includes("-")) ||
    line.some(
      ({ word }) =>
        setOf(language.change.inside).has(word) || typeOf(word.split("/")[0] ?? "", language) !== null,
    ) ||
    (cluster === null &&
      line.every((each) => isFiller(each, language) || isOneOf(each, setOf(language.change.alone))))
  );
}
