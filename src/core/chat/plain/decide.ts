// What a line means, for one reading of its cluster: by its phrases and by the examples.
import type { Client } from "../../snapshot/snapshot.ts";
import type { Ability } from "../ability/ability.ts";
import type { Ranked } from "../ability/learn.ts";
import { isOrdinary } from "../ability/ordinary.ts";
import type { Intent } from "../intent.ts";
import { abilities } from "./abilities.ts";
import { agrees, isChange, isDoubted, isSure, likely } from "./agree.ts";
import { askedFor } from "./asked-for.ts";
import { addressesOf } from "./asked-of.ts";
import { topics } from "./by-ability.ts";
import { isMoreThanOne, isNoOrder } from "./no-order.ts";
import { isFiller, type Rest } from "./rest.ts";
import { isQuestion } from "./talk.ts";
import { isCalled } from "./thing.ts";
import { allWords, setOf } from "./words.ts";

/** Beside what is asked. `client`: what somebody sees. `leavesOut`: nothing is to be sent into the cluster. */
export type Said = Readonly<{ client: Client | undefined; leavesOut: boolean }>;

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
  const intent = likeliest(rest, said, ranked, isObject);
  if (intent === null || !heeded.has(intent.kind)) return intent;
  if (isNoOrder(rest.text)) return null;
  // What it leaves out would be missing from the command: whoever asks writes it.
  const isPart = intent.kind === "askBack" && (isMoreThanOne(rest.text) || isOfSeveral(rest));
  return isPart ? { kind: "change", cluster: intent.cluster } : intent;
}

/** What does something: only where it is ordered. */
const heeded: ReadonlySet<Intent["kind"]> = new Set(["askBack", "forgetMe", "signOut"]);

/** `api and web`: one command would name one of them. */
const isOfSeveral = ({ line, language }: Rest): boolean => {
  const and = setOf(`${language.sentence.and} or oder sowie 或`);
  const known = (at: number) => line[at]?.word === undefined || isKnown(line[at]?.word ?? "", language);
  return line.some(({ word, raw }, at) => (and.has(word) || raw === "+") && !known(at - 1) && !known(at + 1));
};

const isKnown = (word: string, language: Rest["language"]): boolean =>
  (allWords(language).has(word) || isOrdinary(word)) && !isCalled(word);

function likeliest(
  rest: Rest,
  said: Said,
  ranked: readonly Ranked<Ability>[] | null,
  isObject: boolean,
): Intent | null {
  const ruled = ruledBy(rest, said);
  const [best] = ranked ?? [];
  if (ranked === null || best === undefined) return ruled;
  // `add 20.50.9.0/24 to the authorized ranges`
  const isOfAzure = isSure(best) && topics[best.label] === "azure";
  if (isOfAddress(ruled, rest) && !isOfAzure) return ruled;
  if (isNothingElse(rest) && !(best.label === "again" && isSure(best))) return ruled;
  // What stands around a command, the phrases know.
  if (rest.isCommand && !isQuestion(rest.text)) return ruled;
  // `on which node is kafka-1`: no node.
  const isOfNode =
    ruled?.kind === "run" && /^kubectl describe nodes (?!\S*(?:aks|vmss|node|\d{4}))\S/.test(ruled.command);
  const isMore = ruled?.kind === "change" || isOfNode || (isSure(best) && isBetter(best.label, rest));
  const agreed = ruled !== null && !isOfNode && agrees(ruled, ranked) ? ruled : null;
  if (agreed !== null && !isMore) return agreed;
  if (isDoubted(best, ruled) || isObject || (isChange(best.label) && isNoOrder(rest.text))) return null;
  const asked = withSaid(askedFor(best.label, rest), said);
  const isMeant = isSure(best) || (best.share >= likely && isHarmless(asked, rest));
  const isLess = asked?.kind === "change" && asked.lacks === undefined && ruled?.kind === "change";
  return isMeant && asked !== null && !isLess ? asked : agreed;
}

/** What the examples tell apart, and the phrases mix up. */
const better: ReadonlySet<Ability> = new Set([
  "certificate",
  "config",
  "describe",
  "events",
  "history",
  "image",
  "logsBefore",
  "usage",
  "version",
]);

/** It asks for a word that is missing, or only tells something. */
const isHarmless = (intent: Intent | null, { asks, text }: Rest): boolean =>
  intent !== null &&
  (intent.kind === "told" ||
    (intent.kind === "askBack" && !isQuestion(text)) ||
    intent.kind === "logs" ||
    ("lacks" in intent && !asks));

/** `prod-1?` */
const isNothingElse = ({ cluster, line, language }: Rest): boolean =>
  cluster !== null && line.every((each) => each.word === "" || isFiller(each, language));

const isBetter = (ability: Ability, { line }: Rest): boolean =>
  better.has(ability) || line.some(({ word }) => /^endpoints?$/.test(word));

/** By the phrases alone. */
export function ruledBy(rest: Rest, said: Said): Intent | null {
  for (const read of abilities) {
    const intent = withSaid(read(rest), said);
    if (intent !== null) return intent;
  }
  return null;
}

/** Whether an address is let in, or is to be, and from where somebody comes, only the phrases know. */
const isOfAddress = (intent: Intent | null, { line }: Rest): boolean =>
  addressesOf(line).length > 0 &&
  (intent?.kind === "diagnose" || intent?.kind === "access" || intent?.kind === "change");
