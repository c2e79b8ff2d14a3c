// The shape shared by every card about a change: the band, the command, what it does to which objects, facts, buttons.
import template from "../../cards/change.json" with { type: "json" };
import { commandText } from "../core/command/command-text.ts";
import { arrange, type Button } from "./button.ts";
import type { SaidObject } from "./change-objects.ts";
import type { ChangeRun } from "./change-parts.ts";
import type { Code } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import type { Fact, Style } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { runFooter } from "./run-texts.ts";
import { render } from "./template.ts";
import { plain, visible } from "./text.ts";

/** All texts as people write them; this is where they are escaped. */
export type ChangeCard = Readonly<{
  style: Style;
  title: string;
  /** Sentences below the title, each a line. */
  subtitles: readonly string[];
  warnings?: readonly string[];
  /** Below the command. */
  codes?: readonly Readonly<{ label: string; code: Code }>[];
  texts?: readonly string[];
  objectsHead?: string;
  objects?: readonly SaidObject[];
  notes?: readonly string[];
  facts?: readonly Fact[];
  buttons?: readonly Button[];
  /** A field for a word and its button, behind one that shows them. */
  reject?: Readonly<{ title: string; label: string; button: Button }>;
}>;

const said = (texts: readonly string[] = []) =>
  texts.filter((text) => text !== "").map((text) => plain(text));

/** As it is sent, in lines that wrap: in a code block the end of a long one would stand out of sight. */
const whole = (command: string): readonly string[] => visible(command).split("\n");

export function presentChangeCard(run: ChangeRun, card: ChangeCard, messages: Messages): Presented {
  const { objects = [], facts = [], buttons = [], reject } = card;
  const [first] = objects;
  const data = {
    style: card.style,
    title: plain(card.title),
    subtitles: said(card.subtitles),
    warnings: said(card.warnings),
    command: whole(commandText(run.task.request)),
    codes: (card.codes ?? []).map(({ label, code }) => ({ label: plain(label), ...code })),
    texts: said(card.texts),
    objectsHead: plain(card.objectsHead ?? ""),
    objects: objects.map((object) => ({
      what: plain(object.what),
      said: plain(object.said),
      fields: object.fields,
      rest: plain(object.rest),
    })),
    notes: said(card.notes),
    facts: facts
      .filter(({ value }) => value !== "")
      .map(({ title, value }) => ({ title: plain(title), value: plain(value) })),
    rejects:
      reject === undefined ? [] : [{ title: reject.title, label: reject.label, buttons: [reject.button] }],
    buttons: arrange(buttons),
    footer: plain(runFooter(run, messages)),
  };
  const summary = messages.headed(card.title, messages.sentences(card.subtitles));
  return render(template, summary, data, first === undefined ? "" : spokenObject(first, messages));
}

/** The first object alone: whoever listens wants to know what it is about. */
const spokenObject = ({ what, said: does, fields: [first] }: SaidObject, { labelled }: Messages): string =>
  labelled(what, first ?? does);
