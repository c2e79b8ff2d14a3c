// A line that asks for several things, or may: one is answered, and what else it asks for is offered as lines of their own.

import { type Aliases, parseClusterName } from "../../cluster-name.ts";
import { isChange, traitsOf } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { certain } from "../ability/learn.ts";
import type { Intent } from "../intent.ts";
import { readSpoken, saysAbout } from "../plain-words/languages/languages.ts";
import { halfWidth, simplified } from "../plain-words/languages/written-form.ts";
import { placesSaid } from "../plain-words/line-place.ts";
import { isError } from "../plain-words/talk.ts";
import type { Topic } from "../topic.ts";
import { writtenQuestion } from "../written-question.ts";
import { isTyped, leftOut } from "./left-out.ts";
import { offered } from "./suggestions.ts";
import { understandLine } from "./understand-line.ts";

const parts =
  /[.;?!,。；？！，]+(?:\s+|$|(?=\p{Script=Han}))|\s(?:and|und|sowie|plus)\s|以及|并且|还有|另外|顺便|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;
/** Whoever writes more tells a story. */
const [longest, mostParts, mostOffered] = [300, 5, 2];

/** Nothing that changes something; of the cluster that is answered about. */
export function alsoAsked(typed: string, answered: Intent, aliases: Aliases): readonly string[] {
  const text = simplified(halfWidth(typed));
  if (text.length > longest || /[\n`]|\bkubectl\b/.test(text)) return [];
  const wishes = text.split(parts).filter((part) => /\p{L}/u.test(part));
  const written = "cluster" in answered ? answered.cluster : null;
  const name = written === null ? null : (parseClusterName(written)?.name ?? null);
  const unused = notUsed(text, answered);
  if (unused !== null) return [`about ${unused}`];
  const others = [
    ...ofPlaces(text, answered, name),
    ...ofParts(wishes, answered, name),
    ...ofApproval(text, answered),
    ...ofPlace(text, answered),
    ...ofAddress(text, answered),
  ].slice(0, mostOffered);
  const called = [...aliases].flatMap(([alias, id]) =>
    name !== null && parseClusterName(id)?.name === name ? [alias] : [],
  );
  return others.length > 0 ? others : leftOut(text, answered, name, called);
}

/** What the line says beside the way that it asks about, and the answer does not depend on: a sentence says so. */
function notUsed(text: string, answered: Intent): Topic | null {
  if (isTyped(text, answered) || isError(text)) return null;
  const says = (what: Parameters<typeof saysAbout>[0]): boolean => saysAbout(what, text);
  if (answered.kind === "access")
    return says("leftPath") || says("supposed") ? "asOfNow" : says("payload") ? "payload" : null;
  if (answered.kind !== "diagnose" || answered.question !== undefined) return null;
  if (answered.asksOf !== undefined && says("letsIn")) return "azure";
  if (says("payload")) return "payload";
  return says("otherPerson") && saysAbout("shutOut", text) ? "otherPerson" : null;
}

/** `from the office vs from home`: one place is answered, and the other is one press away. */
function ofPlaces(text: string, answered: Intent, name: string | null): readonly string[] {
  if (answered.kind !== "access" && answered.kind !== "diagnose") return [];
  const { stands } = answered.client;
  if (stands === undefined || !saysAbout("compares", text)) return [];
  const { line, language } = readSpoken(text);
  return placesSaid(line, language)
    .flatMap(({ client }) => (client.stands === undefined || client.stands === stands ? [] : [client]))
    .map((client) =>
      writtenQuestion(answered.kind, name ?? "", client, {})
        .replace(/ {2,}/, " ")
        .trim(),
    )
    .slice(0, 1);
}

function ofParts(wishes: readonly string[], answered: Intent, name: string | null): readonly string[] {
  if (wishes.length < 2 || wishes.length > mostParts) return [];
  const lines = wishes.flatMap((wish) => {
    const best = abilitiesOf(wish)[0];
    const isWish = best !== undefined && best.share >= certain && !isChange(best.label);
    if (!isWish || traitsOf(best.label).saysLittle === true || traitsOf(best.label).isVague === true)
      return [];
    const reason = { is: "unsure", line: wish, abilities: [best.label] } as const;
    return offered(reason, name === null || best.label === "onCall" ? [] : [name]).suggestions.slice(0, 1);
  });
  // Where none of them is what is answered, the line was read as a whole.
  const others = [...new Set(lines)].filter((line) => !isSame(line, answered));
  return lines.length > others.length ? others.slice(0, mostOffered) : [];
}

/** `may I drain nodes, or do I need a sign-off`: a right in Kubernetes is one half of it. */
const ofApproval = (text: string, answered: Intent): readonly string[] =>
  "command" in answered &&
  (answered.kind === "canI" || answered.command.includes("auth can-i")) &&
  saysAbout("approval", text)
    ? ["about approvers"]
    : [];

/** `I'm at home today`: with a question it is remembered. */
const ofPlace = (text: string, answered: Intent): readonly string[] =>
  answered.kind === "told" && answered.topic === "place"
    ? offered({ is: "unsure", line: text, abilities: ["access", "why"] }, []).suggestions.filter((line) =>
        / from /.test(line),
      )
    : [];

/** `am I on the list`: by which address, nobody but its writer can say. */
const ofAddress = (text: string, answered: Intent): readonly string[] =>
  answered.kind === "diagnose" &&
  answered.question === "ranges" &&
  ofWriter.test(text) &&
  !/\d\.\d/.test(text)
    ? ["about address"]
    : [];
const ofWriter = /\b(?:my|me|i|i['’]m|mein\w*|ich|mich)\b|我/i;

function isSame(line: string, answered: Intent): boolean {
  const read = understandLine(line);
  if (read.is !== "intent" || read.intent.kind !== answered.kind) return false;
  const [one, other] = [read.intent, answered];
  if ("command" in one && "command" in other) return typeOf(one.command) === typeOf(other.command);
  return one.kind !== "told" || (other.kind === "told" && one.topic === other.topic);
}

/** `kubectl get pods`: one look at them answers what is asked of them. */
const typeOf = (command: string): string => command.split(" ").slice(0, 3).join(" ");
