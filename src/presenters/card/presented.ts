// What a presenter returns: the card, and the line that a notification or a screen reader reads first.
import { createRequire } from "node:module";
import type { Template } from "adaptivecards-templating/lib/template-engine.js";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { Run } from "../../core/run/run.ts";
import { plain, sentence, spoken } from "./text.ts";

/** `card`: an Adaptive Card 1.5 as JSON. `summary`: plain text for the message's own `summary`. */
export type Presented = Readonly<{ card: object; summary: string }>;

/** Most UTF-16 bytes of one card. Teams takes about 100 KB a message and advises to stay under 80. */
export const CARD_BUDGET = 60 * 1024;

/** Size as Teams counts it: two bytes for each UTF-16 unit of the JSON. */
export const cardSize = (card: object): number => JSON.stringify(card).length * 2;

// Expands a template of `cards/`. Values are bound, never parsed: `${…}` or JSON inside a value stays text.
// The package's entry pulls TypeScript sources of another package into the compiler; the engine alone does not.

/** Read with the first card and not at the start: its language of expressions is 400 files, and a start draws nothing. */
const engine = (): typeof import("adaptivecards-templating/lib/template-engine.js") =>
  createRequire(import.meta.url)("adaptivecards-templating/lib/template-engine.js");

/** Templates are parsed once; expanding is synchronous, so one instance serves everyone. */
const parsed = new WeakMap<object, Template>();

function parse(template: object): Template {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  const fresh = new (engine().Template)(template);
  parsed.set(template, fresh);
  return fresh;
}

/**
 * The card of a template and its data. `summary` is one sentence with the verdict first; it is also what a
 * screen reader says and what a client too old for the card shows, followed by `more`: what the card draws.
 */
export function renderCard(template: object, summary: string, data: object, more = ""): Presented {
  const rest =
    more === "" ? { speak: "", plain: "" } : { speak: ` ${spoken(more)}`, plain: ` ${plain(more)}` };
  const texts = {
    speak: `${spoken(summary)}${rest.speak}`,
    fallbackText: `${plain(summary, 300)}${rest.plain}`,
  };
  const card: unknown = parse(template).expand({ $root: { ...data, ...texts } });
  if (typeof card !== "object" || card === null) throw new Error("A card template expanded to nothing");
  return { card, summary: sentence(summary) };
}

// Times as the reader's own client writes them: in their zone and language, by functions of Adaptive Cards. Only a
// TextBlock and the value of a fact are sure to have them. Everywhere else a time stands in UTC, with the word.

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** As `utc` writes it. In somebody else's text it is a time all the same. */
const times = /\b(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\b/g;

const local = (text: unknown): unknown =>
  typeof text === "string"
    ? text.replace(times, (_, day, time) => `{{DATE(${day}T${time}:00Z,SHORT)}} {{TIME(${day}T${time}:00Z)}}`)
    : text;

/** The time of day alone, where the day is said elsewhere. `iso`: a time. Behind `plain`, which lets no function through. */
export const clockTime = (iso: string): string => `{{TIME(${iso.slice(0, 16)}:00Z)}}`;

/** A label of Chinese letters would break between any two of them, as soon as the value beside it is long. */
const unbroken = (label: unknown): unknown =>
  typeof label === "string" ? label.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, "\u2060") : label;

const localIn = (node: Node): Node => {
  const entries = Object.entries(node).map(([key, value]) => {
    if (key === "text" && node.type === "TextBlock") return [key, local(value)];
    if (key === "facts" && node.type === "FactSet" && Array.isArray(value))
      return [
        key,
        value
          .filter(isNode)
          .map((fact) => ({ ...fact, title: unbroken(fact.title), value: local(fact.value) })),
      ];
    if (Array.isArray(value)) return [key, value.map((each) => (isNode(each) ? localIn(each) : each))];
    return [key, isNode(value) && key !== "data" ? localIn(value) : value];
  });
  return Object.fromEntries(entries);
};

/** Not where somebody is mentioned: there Teams on iOS shows the function itself. Last of all, so that none is cut. */
export const withLocalTimes = (card: object): object => (mentions(card) ? card : localIn(card as Node));

/** A template that can mention people holds a list of them, which may be empty. */
const mentions = (card: Readonly<{ msteams?: unknown }>): boolean =>
  isNode(card.msteams) && Array.isArray(card.msteams.entities) && card.msteams.entities.length > 0;

// A card of what goes on, whole or short, is one that its requester's client brings up to date by itself.

/**
 * The client asks for the newer card when it shows this one. So a card heals whose message we do not know, because
 * Teams' answer to its post was lost or an edit of it was refused: the press says which message it is.
 */
const refreshed = (
  { card, summary }: Presented,
  {
    verb,
    ...ids
  }: Readonly<
    { verb: "run.show" | "change.view"; run: string } | { verb: "incident.show"; incident: string }
  >,
  by: Readonly<{ userIds?: readonly string[] }>,
): Presented => ({
  summary,
  card: {
    ...card,
    refresh: { action: { type: "Action.Execute", verb, data: { v: 1, verb, ...ids } }, ...by },
  },
});

/** A run's card; of one that nobody asked for, nobody's client does. */
export const refreshedRun = (card: Presented, { id, conversation: { userId } }: Run): Presented =>
  userId === "" ? card : refreshed(card, { verb: "run.show", run: id }, { userIds: [userId] });

/** The message that asks for an approval: each of these sees their own view of it, on which they decide. */
export const refreshedApproval = (card: Presented, { id }: Run, userIds: readonly string[]): Presented =>
  userIds.length === 0 ? card : refreshed(card, { verb: "change.view", run: id }, { userIds });

/**
 * An alert's card, by whoever is in its channel: without a list the client asks for everybody where they are no more than
 * 60, and offers it in the menu where they are more. Not one that we know of and that has come to its end.
 */
export const refreshedIncident = (
  card: Presented,
  { id, messageId }: Incident,
  isOver: boolean,
): Presented =>
  isOver && messageId !== null ? card : refreshed(card, { verb: "incident.show", incident: id }, {});

/** The card of a question that no run has come of. */
export const refreshedWaiting = (
  presented: Presented,
  { card, userId }: Extract<Answer, { kind: "waiting" }>,
): Presented => refreshed(presented, { verb: "run.show", run: card }, { userIds: [userId] });
