// What can be asked for in plain words, and how each of it is told from the others.
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { seenFrom } from "../client-place.ts";
import type { Intent } from "../intent.ts";
import { keptPaste, observedIn } from "../pasted-test.ts";
import { addressesOf, askedOf, isNotLetIn, turnedAway } from "./asked-of.ts";
import { wantsCause } from "./cause.ts";
import { change } from "./change.ts";
import { edgesOf } from "./edges.ts";
import type { AbilityId, AbilityWords } from "./language.ts";
import { beginsLook, lookIn } from "./look.ts";
import { typesIn } from "./look-target.ts";
import { isAddress, isOneOf, isRange, matchPhrases } from "./match.ts";
import { placeIn } from "./parts.ts";
import type { Phrases } from "./phrases.ts";
import { rowIn } from "./printed-row.ts";
import { gap, isFiller, type Read, type Rest } from "./rest.ts";
import { isHan } from "./segment.ts";
import { isError, isQuestion } from "./talk.ts";
import { setOf, wordsBeside } from "./words.ts";
import { isLook, lacksSpace, stateIn, workloadIn } from "./workload.ts";
import { changeAsked } from "./write.ts";

/** Unknown words that a line may hold that names a cluster. */
const unknownAllowed = { loose: 3, strict: 1 } as const;

/** The words that ask for the ability; null where it is not asked for. */
function askedBy({ line, edges, cluster, asks }: Rest, words: AbilityWords): readonly number[] | null {
  const found = matchPhrases(line, words.phrases, edges, gap.ability);
  if (found !== null || cluster === null) return found;
  const asked = asks ? matchPhrases(line, words.ifAsked ?? [], edges, gap.ability) : null;
  return asked ?? matchPhrases(line, words.withCluster ?? [], edges, gap.ability);
}

/** How many words say something that nobody knows. */
function unknownWords(
  { language, line, cluster, place, asks }: Rest,
  words: AbilityWords,
  found: readonly number[],
): number {
  const explained = new Set([...found, ...place.words]);
  const beside = [
    wordsBeside(words),
    setOf(language.look.noNames),
    setOf(cluster === null ? "" : (words.besideCluster ?? "")),
  ];
  const unknown = line.filter(
    (each, at) =>
      each.word !== "" &&
      !explained.has(at) &&
      !/^\d{1,2}(?:am|pm)?$/.test(each.word) &&
      !isAddress(each.word) &&
      !isRange(each.word) &&
      !isFiller(each, language) &&
      !beside.some((list) => isOneOf(each, list)),
  );
  // A Chinese word is nothing's name, and neither is a host.
  const named = unknown.filter(({ word }) => !isHan(word) && !word.includes("."));
  return asks && unknown.length - named.length <= unknownAllowed.loose ? named.length : unknown.length;
}

/** Of a cluster that the line names, or of the one spoken of before; `phrases`: in place of the ability's own. */
function isAsked(rest: Rest, words: AbilityWords, allowed: number, phrases?: Phrases): boolean {
  const found =
    phrases === undefined ? askedBy(rest, words) : matchPhrases(rest.line, phrases, rest.edges, gap.ability);
  return found !== null && unknownWords(rest, words, found) <= (rest.cluster === null ? 0 : allowed);
}

/** Asked of no cluster. */
const alone =
  (id: AbilityId, intent: Intent): Read =>
  (rest) =>
    rest.cluster === null && isAsked(rest, rest.language.abilities[id], 0) ? intent : null;

/** The same, whatever else the line says beside: `log me out, my day is over`. */
const apart =
  (id: AbilityId, intent: Intent): Read =>
  (rest) => {
    const read = alone(id, intent);
    return (
      read(rest) ?? (rest.cluster === null && clausesOf(rest).some((part) => read(part)) ? intent : null)
    );
  };

/** Each clause as if it stood on its own. */
function clausesOf(rest: Rest): readonly Rest[] {
  const clauses = [...Map.groupBy(rest.line, ({ clause }) => clause).values()];
  return clauses.length === 1
    ? [rest]
    : clauses.map((line) => ({
        ...rest,
        line,
        edges: edgesOf(line, rest.language),
        place: placeIn(line, rest.language),
      }));
}

const ofCluster =
  (kind: "watch" | "unwatch"): Read =>
  (rest) =>
    !(kind === "watch" && typesIn(rest.line, rest.language).length > 0) &&
    isAsked(rest, rest.language.abilities[kind], unknownAllowed.strict)
      ? { kind, cluster: rest.cluster }
      : null;

const symptomIn = (text: string): Client =>
  observedIn(text).length > 0 || hasKnownError(text) || isError(text) ? { symptom: keptPaste(text) } : {};

export function causeAsked({ language, cluster, text, place, marked }: Rest): Intent {
  const ip = isNotLetIn(marked, language) ? null : turnedAway(marked, language);
  const client = { ...(ip === null ? place.client : { ip }), ...symptomIn(text) };
  return { kind: "diagnose", cluster, client, ...(ip === null ? {} : { asksOf: ip }) };
}

const diagnoseFirst: Read = (rest) => {
  const { abilities: all, causeFirst, wayFirst } = rest.language;
  if (matchPhrases(rest.line, wayFirst, rest.edges, gap.near) !== null) return null;
  const isCause = isAsked(rest, all.diagnose, unknownAllowed.loose, causeFirst);
  return rest.cluster !== null && isCause ? causeAsked(rest) : null;
};

const diagnose: Read = (rest) => {
  const { cluster, text, language } = rest;
  const isMeant =
    isAsked(rest, language.abilities.diagnose, unknownAllowed.loose) ||
    isStill(rest) ||
    isBare(rest) ||
    isError(text) ||
    (cluster !== null && hasKnownError(text));
  return isMeant ? causeAsked(rest) : null;
};

/** `restarted my laptop, still can't connect`: of the cluster that was spoken of before. */
function isStill(rest: Rest): boolean {
  const { language, cluster } = rest;
  if (cluster !== null || matchPhrases(rest.line, language.talk.still, rest.edges, gap.near) === null)
    return false;
  return clausesOf(rest).some((part) => isAsked(part, language.abilities.diagnose, 0));
}

/** `and from home?`, `what about edge-1?`: nothing but the cluster or the place. */
function isBare({ language, line, cluster, place, text, asks }: Rest): boolean {
  const others = line.filter(
    (each, at) => each.word !== "" && !isFiller(each, language) && !place.words.includes(at),
  );
  const said = [cluster !== null, place.words.length > 0, asks || isQuestion(text)].filter((each) => each);
  return others.length === 0 && said.length > 1;
}

/** "Over the VPN" is a way that is asked for. */
const access: Read = (rest) => {
  const { language, line, marked } = rest;
  if (!isAsked(rest, language.abilities.access, unknownAllowed.loose)) return null;
  return addressesOf(line).length === 1 && isNotLetIn(marked, language) ? null : accessAsked(rest);
};

export function accessAsked({ language, line, cluster, place }: Rest): Intent {
  const asksOf = askedOf(line, language);
  if (asksOf !== null) return { kind: "access", cluster, client: seenFrom(asksOf), asksOf };
  const isVia = setOf(language.sentence.via).has(place.lead);
  return { kind: "access", cluster, client: isVia ? {} : place.client };
}

/** Its list, or why it is unwell. */
const lookOrCause = (command: string, rest: Rest): Intent =>
  lacksSpace(command, rest.cluster, rest.line, rest.language)
    ? { kind: "logs", lacks: "namespace" }
    : command.startsWith("kubectl get ") && wantsCause(rest.line, rest.language, rest.text)
      ? causeAsked(rest)
      : { kind: "run", command, cluster: rest.cluster };

const look: Read = (rest) => {
  const { language, line, edges, cluster, isLed, isCommand } = rest;
  if (
    isCommand ||
    stateIn(line, language) !== null ||
    (cluster === null && !beginsLook(line, edges, language))
  )
    return null;
  const command = lookIn(line, language);
  const isNameless = command !== null && /^kubectl describe \S+(?: -|$)/.test(command);
  if (command === null || (isNameless && cluster !== null && !isLed)) return null;
  // `what is wrong with the web deployment in shop`: its row says little.
  const isUnwell = matchPhrases(line, language.abilities.diagnose.phrases, edges, gap.near) !== null;
  const whole = command.replace(/^kubectl get (?=\S+ [^-|]\S* -n)/, "kubectl describe ");
  return lookOrCause(isUnwell ? whole : command, rest);
};

/** A workload is asked about: whether it is well, or why not. */
const workload: Read = (rest) => {
  const { language, line, edges, cluster, asks, isCommand, text } = rest;
  if (isCommand || isError(text)) return null;
  const { phrases, withCluster = [] } = language.abilities.diagnose;
  const isAsked =
    asks ||
    isLook(line, language) ||
    [phrases, withCluster].some((some) => matchPhrases(line, some, edges, gap.ability) !== null);
  const command = isAsked ? workloadIn(line, language) : null;
  // `i/o timeout` is said of a cluster, unless the line says of what in it.
  if (command !== null && hasKnownError(text) && !/ -n .* grep |^kubectl (?:describe|logs) /.test(command))
    return null;
  const isNameless = command !== null && !/^kubectl (?:describe|logs) | grep /.test(command);
  return command === null || (isNameless && cluster !== null && !rest.isLed)
    ? null
    : lookOrCause(command, rest);
};

/** What kubectl printed, pasted. */
const row: Read = ({ text, cluster }) => {
  const intent = rowIn(text);
  return intent === null ? null : { ...intent, cluster };
};

/** Of something in a cluster nothing else is understood than that it is unwell. */
const unwell: Read = (rest) =>
  !rest.isCommand && wantsCause(rest.line, rest.language, rest.text, true) ? causeAsked(rest) : null;

export const canIAsked: Read = ({ language, line, edges, cluster }) => {
  const { phrases, beside } = language.abilities.canI;
  const found = matchPhrases(line, phrases, edges, gap.ability);
  if (found === null) return null;
  const about = line.filter(
    (each, at) =>
      !isOneOf(each, setOf(beside)) && (!found.includes(at) || isOneOf(each, setOf(language.change.verbs))),
  );
  const changing = changeAsked(about, language);
  if (changing?.command === null) return { kind: "change", cluster };
  if (changing?.isOfAll) return { kind: "run", command: changing.command, cluster };
  const command = changing?.command ?? lookIn(about, language);
  return command === null ? null : { kind: "canI", command, cluster };
};

const whatMayI: Read = (rest) =>
  isAsked(rest, rest.language.abilities.whatMayI, unknownAllowed.strict)
    ? { kind: "whoAmI" }
    : apart("whatMayI", { kind: "whoAmI" })(rest);

const help: Read = (rest) => {
  const begins = [...new Set([0, ...rest.edges.begins])];
  return alone("help", { kind: "help" })({ ...rest, edges: { ...rest.edges, begins } });
};

/** The first that fits. */
export const abilities: readonly Read[] = [
  row,
  alone("forgetMe", { kind: "forgetMe" }),
  alone("forgetPlace", { kind: "forgetPlace" }),
  apart("signOut", { kind: "signOut" }),
  apart("signIn", { kind: "signIn" }),
  apart("watches", { kind: "watches" }),
  ofCluster("unwatch"),
  ofCluster("watch"),
  alone("clusters", { kind: "clusters" }),
  alone("mode", { kind: "mode", set: null }),
  canIAsked,
  whatMayI,
  apart("whoAmI", { kind: "whoAmI" }),
  change,
  apart("status", { kind: "status" }),
  look,
  workload,
  diagnoseFirst,
  access,
  help,
  diagnose,
  unwell,
];
