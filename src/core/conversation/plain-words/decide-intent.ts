// What a line means, for one reading of its cluster: what it asks for, by the examples, and of what, by its own words.
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { isChange, isLook, traitsOf } from "../ability/abilities.ts";
import { isSure, likely, ordered, type Ranked } from "../ability/learn.ts";
import type { Ability } from "../examples.ts";
import type { Intent } from "../intent.ts";
import { verbOf } from "../verbs.ts";
import { addressesOf } from "./addresses.ts";
import { isOfLess, lessThanCluster } from "./incident-acts.ts";
import { askedFor, isOfOtherClouds } from "./intent-from-words.ts";
import { boundAsked, setsBound } from "./intent-of-ability.ts";
import {
  isForbidden,
  isKnown,
  isMoreThanOne,
  isNoOrder,
  isOfSeveral,
  isOnAnother,
  isOtherwise,
  isTold,
} from "./is-ordered.ts";
import { saysAbout } from "./languages/languages.ts";
import { isHan } from "./languages/segment.ts";
import { namedLook } from "./named-look.ts";
import { thingIn } from "./named-object.ts";
import { rowIn } from "./printed-row.ts";
import { botAsked, causeAsked, lookAtIt, questionIn, wayFactAsked } from "./question-asked.ts";
import { isOfBoth } from "./read-command.ts";
import { deniedAsked, ofOthers, othersRightsAsked } from "./rights-asked.ts";
import { lookSaid, valuesAsked } from "./said-look.ts";
import { isError, isNothingElse, isQuestion, type Rest } from "./talk.ts";
import { typedWell } from "./unread-words.ts";
import { checkAsked, entryAsked, isShutOut, toldPlainly } from "./way-asked.ts";

/** Beside what is asked. `client`: what somebody sees. `leavesOut`: nothing is to be sent into the cluster. */
type Said = Readonly<{ client: Client | undefined; leavesOut: boolean }>;

/** What somebody sees is never left out in silence: null where what they ask for has no use for it. */
function withSaid(intent: Intent | null, { client, leavesOut }: Said): Intent | null {
  const meant: Intent | null =
    leavesOut && intent?.kind === "diagnose" ? { ...intent, withoutInside: true } : intent;
  if (meant === null || client === undefined) return meant;
  return meant.kind === "diagnose" || meant.kind === "access"
    ? { ...meant, client: { ...meant.client, ...client } }
    : null;
}

/** `ranked`: null where the text was pasted, and the examples say nothing of it. `isObject`: the cluster's word may name an object. */
export function decided(
  rest: Rest,
  said: Said,
  ranked: readonly Ranked<Ability>[] | null,
  isObject: boolean,
): Intent | null {
  const intent = withSaid(ranked === null ? pasted(rest) : likeliest(rest, ranked, isObject), said);
  if (intent === null) return null;
  const command = commandIn(intent);
  const isOfMany = isMoreThanOne(rest.text) && !(intent.kind === "change" && intent.lacks === "each");
  const isPart = command !== null && (isOfMany || isOfSeveral(rest) || isOnAnother(rest, command));
  if (intent.kind === "change") return isPart ? withoutCommand(intent) : intent;
  const { onlyOrdered, ofRequester } = verbOf(intent.kind);
  if (!onlyOrdered) return intent;
  if (isOther(intent, rest, ranked)) return null;
  // `don't sign me out`
  if (ofRequester && isForbidden(rest.text)) return null;
  if (isFollowing(intent) && (isOfMany || isOfSeveral(rest) || isNotFollowed(intent, rest.text))) return null;
  // What it leaves out would be missing from the command: whoever asks writes it.
  return isPart ? withoutCommand(intent) : intent;
}

type Following = Extract<Intent, { kind: "watch" | "unwatch" }>;
const isFollowing = (intent: Intent): intent is Following =>
  intent.kind === "watch" || intent.kind === "unwatch";

/** `don't watch prod-1`; of `unwatch` that is the order itself, and `don't unwatch` is none. */
const isNotFollowed = ({ kind }: Following, text: string): boolean =>
  saysAbout("besidesOne", text) || (isForbidden(text) && (kind === "watch" || saysAbout("unfollows", text)));

/** Of a change: as it is asked back, or looked up. */
const commandIn = (intent: Intent): string | null =>
  intent.kind === "askBack"
    ? intent.command
    : intent.kind === "change" && intent.sought !== undefined
      ? `${intent.sought.look} ${intent.sought.wants}`
      : null;

function withoutCommand(intent: Intent): Intent {
  if (intent.kind !== "askBack" && intent.kind !== "change") return intent;
  const lacks = intent.kind === "change" ? intent.lacks : undefined;
  return { kind: "change", cluster: intent.cluster, ...(lacks && { lacks }) };
}

/** It is told or asked, and not ordered. */
function isOther(intent: Intent, rest: Rest, ranked: readonly Ranked<Ability>[] | null): boolean {
  if (intent.kind === "askBack") return !setsBound(rest) && isNotOrdered(rest.text, ranked);
  return asButtons.has(intent.kind) || isTold(rest.text);
}

/** Others see at once what it does, and a sentence may mean something else by it. */
const asButtons: ReadonlySet<Intent["kind"]> = new Set(["incident", "actOnIncident", "mute", "unmute"]);

const isNotOrdered = (text: string, ranked: readonly Ranked<Ability>[] | null): boolean =>
  (ranked?.[0]?.share ?? 0) < ordered ? isNoOrder(text) : isOtherwise(text);

/** A row that kubectl printed, or an error. */
function pasted(rest: Rest): Intent | null {
  const row = rowIn(rest.text);
  if (row !== null) return { ...row, cluster: rest.cluster };
  return isError(rest.text) || hasKnownError(rest.text) ? causeAsked(rest) : null;
}

function likeliest(rest: Rest, ranked: readonly Ranked<Ability>[], isObject: boolean): Intent | null {
  const [best] = ranked;
  if (best === undefined || isObject) return null;
  // `hallöchen`: no word of any other sentence, and yet a greeting.
  if (saysNothing(rest) && !(isSure(best) && traitsOf(best.label).asks === "topic")) return null;
  if (isNothingElse(rest)) {
    // `and on stage?`
    if (rest.place.words.length === 0 && saysAbout("alsoOn", rest.text))
      return { kind: "again", cluster: rest.cluster };
    const isAlone = rest.cluster !== null && rest.line.every(({ word }) => word === "");
    const isSame = rest.place.words.length > 0 && saysAbout("alsoOn", rest.text);
    if (isAlone || isSame || best.share < likely)
      return isSame || rest.asks || isQuestion(rest.text) ? causeAsked(rest) : null;
  }
  const values = aboutValues.has(best.label) ? null : valuesAsked(rest);
  if (values !== null) return { kind: "run", command: values, cluster: rest.cluster };
  const plain = saidPlainly(rest, best);
  if (plain !== null) return plain;
  const said =
    traitsOf(best.label).asks === "look" ? null : (namedLook(best.label, rest) ?? lookSaid(best.label, rest));
  if (said !== null) return { kind: "run", command: said, cluster: rest.cluster };
  const bound = boundAsked(rest);
  const mayChange = ranked.slice(0, 2).some(({ label }) => isChange(label));
  if (bound !== null && mayChange && (setsBound(rest) || !isNoOrder(rest.text))) return bound;
  // `can you apply a YAML`: a sentence answers it.
  const isAnswered = traitsOf(best.label).asks === "topic" && rest.asks && isSure(best);
  if (isChange(best.label) && !isAnswered && isNotOrdered(rest.text, ranked)) return null;
  // Of two looks either is a button.
  if (traitsOf(best.label).isEitherLook && isOfBoth(rest.line)) return null;
  const fact = factIn(ranked);
  const asked =
    fact === null || fact === best.label ? askedFor(best.label, rest) : withInside(askedFor(fact, rest));
  const meant = fact !== null || isSure(best) ? asked : byFirstWord(rest, ranked);
  if (meant !== null || isSure(best)) return meant;
  if (isHarmless(asked) && shareOf(asked, rest, ranked) >= likely) return asked;
  if (
    best.label === "beyond" &&
    best.share >= leastBeyond &&
    best.share >= beyondAll * (ranked[1]?.share ?? 0)
  )
    return asked;
  if (aboutCluster.has(best.label) && questionIn(rest) !== null) return causeAsked(rest);
  return mayLook(ranked) ? lookAtIt(rest) : null;
}

/** Nothing says what is asked of what the line names, and nothing that it is to be changed. */
const mayLook = (ranked: readonly Ranked<Ability>[]): boolean =>
  !ranked.slice(0, 2).some(({ label }) => isChange(label)) &&
  ranked.reduce((sum, { label, share }) => sum + (label === "why" || isLook(label) ? share : 0), 0) >=
    leastOfLooks;
const leastOfLooks = 0.35;

/** What is said of a Secret, and wants none of its values. */
const aboutValues: ReadonlySet<Ability> = new Set(["canI", "note", "roles", "terms", "whoChanged", "why"]);

/** What its own words say, whatever the examples make of it. */
function saidPlainly(rest: Rest, best: Ranked<Ability>): Intent | null {
  const { text, line, language, cluster } = rest;
  const well = typedWell(text) ?? text;
  const says = (what: Parameters<typeof saysAbout>[0]): boolean =>
    saysAbout(what, text) || saysAbout(what, well);
  if (best.label === "beyond" && isShutOut(rest) && !isOfOtherClouds(text)) return causeAsked(rest);
  const ofBot = botAsked(text, cluster);
  if (ofBot !== null) return ofBot;
  if (says("beyond")) return { kind: "beyond" };
  if (says("trail")) return { kind: "told", topic: "who" };
  const way = wayFactAsked(rest) ?? toldPlainly(rest, best.label);
  if (way !== null) return way;
  const isOfOne = ofChannel.has(best.label) || says("mutes") ? isOfLess(text) : says("oneAlert");
  if (isOfOne) return lessThanCluster[0] ?? null;
  if (says("report") && !isSure(best)) return { kind: "story", cluster, incident: null, as: "docx" };
  const told =
    addressesOf(line).length > 0
      ? undefined
      : (["alone", "freeze", "expires"] as const).find(
          (each) => says(each) && (each !== "freeze" || best.label !== "approve"),
        );
  if (told !== undefined) return { kind: "told", topic: told };
  if (says("newCluster")) return { kind: "told", topic: "azure" };
  const entry = addressesOf(line).length > 0 ? (entryAsked(rest) ?? checkAsked(rest)) : null;
  if (entry !== null) return entry;
  const others = ofEverybody.has(best.label) ? null : othersRightsAsked(rest);
  if (ofApproval.has(best.label) && says("denied") && says("approval"))
    return { kind: "told", topic: "approvers" };
  const rights = others ?? (says("denied") ? deniedAsked(rest) : null);
  if (rights !== null) return rights;
  if (says("harm")) return { kind: "told", topic: "impact" };
  const { names = [], namespace = null, type = null } = thingIn(line, language) ?? {};
  if (!names.every((name) => ofAzure.test(name)) || namespace !== null || type !== null) return null;
  const isOfAll = cluster === null && addressesOf(line).length === 0 && says("everyCluster");
  if (isOfAll) return { kind: "clusters" };
  const isOfName = says("resolves") && !rest.asks && best.label !== "closeIncident";
  if (isOfName || says("port") || says("proposal")) return causeAsked(rest);
  const isOpen = !isSure(best) || mayBeChanged.has(best.label);
  return isOpen && says("changed") ? { ...causeAsked(rest), question: "whoChanged" } : null;
}

/** `why am I not allowed to approve`: no right in a cluster. */
const ofApproval: ReadonlySet<Ability> = new Set(["approve", "approvers", "roles"]);

/** What a channel hears. */
const ofChannel: ReadonlySet<Ability> = new Set(["mute", "unmute", "unwatch"]);

/** `do my colleagues get on, or nobody`: no right is asked for. */
const ofEverybody: ReadonlySet<Ability> = new Set(["data", "everybody", "ranges"]);

/** As parts of the network are called in Azure. */
const ofAzure = /^(?:nsg|vnet|snet|rt|udr|a?fw|pip|agw)-/;

/** `what is different now`: no word is asked about. */
const mayBeChanged: ReadonlySet<Ability> = new Set(["terms", "cards", "compare", "why"]);

/** Of two likely readings the word that the question begins with says which. */
function byFirstWord(rest: Rest, ranked: readonly Ranked<Ability>[]): Intent | null {
  const shareOf = (...labels: readonly Ability[]) =>
    ranked.reduce((sum, { label, share }) => sum + (labels.includes(label) ? share : 0), 0);
  if (shareOf("canI", "whoAmI", "roles") >= likely) return ofOthers(rest);
  const meant = firstWords.find(([said]) => said.test(rest.text))?.[1];
  return meant !== undefined && shareOf(meant) >= either ? askedFor(meant, rest) : null;
}
const firstWords: readonly (readonly [said: RegExp, ability: Ability])[] = [
  [
    /^\W*(?:who|wer)\b.{0,12}\b(?:hat|has|\w+ed|shut|set|put|cut)\b|^谁(?:把|给|动|改|删|缩|扩|重启|回滚)/i,
    "whoChanged",
  ],
  [/^\W*(?:which|welche[rns]?|list|show|zeig\w*)\s+(?:\w+\s)?pods?\b|^(?:哪些|哪个|列出) ?pod/i, "list"],
];
const either = 0.25;

/** So many times likelier than anything else that it says so. */
const beyondAll = 1.8;
const leastBeyond = 0.3;

/** What several abilities would ask for alike, all of them speak for. */
const shareOf = (asked: Intent | null, rest: Rest, ranked: readonly Ranked<Ability>[]): number =>
  ranked
    .slice(0, mostAlike)
    .filter(({ label }, at) => at === 0 || JSON.stringify(askedFor(label, rest)) === JSON.stringify(asked))
    .reduce((sum, { share }) => sum + share, 0);
const mostAlike = 4;

/**
 * A fact stands above a diagnosis, so what speaks for that, or for another fact, speaks for it as well. Null where no fact
 * is likely.
 */
function factIn(ranked: readonly Ranked<Ability>[]): Ability | null {
  const [best] = ranked;
  const first = ranked.slice(0, 2).find(({ label }) => traitsOf(label).asks === "fact");
  if (best === undefined || first === undefined) return null;
  if (first !== best && !(best.label === "why" && first.share >= leastFact && !isSure(best))) return null;
  const isBeside = ({ label }: Ranked<Ability>) => label === "why" || traitsOf(label).asks === "fact";
  const share = ranked.filter(isBeside).reduce((sum, each) => sum + each.share, 0);
  return first.share >= leastFact && share >= likely ? first.label : null;
}

/** Where a diagnosis is likelier than the fact. */
function withInside(asked: Intent | null): Intent | null {
  if (asked?.kind !== "diagnose") return asked;
  const { withoutInside: _, ...whole } = asked;
  return whole;
}

/** Of 1: less says nothing of which fact. */
const leastFact = 0.25;

/** `what happened`: of nothing else that is named. */
const aboutCluster: ReadonlySet<Ability> = new Set(["why", "events", "story"]);

/** `frobnicate x`: no word of it is one of any sentence. */
const saysNothing = ({ line, language, cluster, place, text }: Rest): boolean =>
  cluster === null &&
  place.words.length === 0 &&
  !isHan(text) &&
  line.every(({ word, slips }) => slips.length === 0 && !isKnown(word, language));

/** It looks, tells or asks back, and changes nothing. */
const isHarmless = (intent: Intent | null): boolean => intent !== null && !verbOf(intent.kind).isDoneAtOnce;
