// The shape shared by every card that is a band, some sentences, facts, code and buttons.
import template from "../../../cards/notice.json" with { type: "json" };
import type { Messages } from "../messages/messages.ts";
import { arrange, type Button } from "./button.ts";
import { type Presented, render } from "./presented.ts";
import { type Code, commandLines, plain } from "./text.ts";

/** Colour of the band. It repeats what the title says in words. */
export type Style = "default" | "emphasis" | "good" | "warning" | "attention";

export type Fact = Readonly<{ title: string; value: string }>;

/** All texts as people write them; this is where they are escaped. */
export type Notice = Readonly<{
  style: Style;
  title: string;
  subtitle?: string;
  /** The question this answers, in the words it was asked. */
  asked?: string;
  paragraphs?: readonly string[];
  facts?: readonly Fact[];
  /** Somebody else's words, whole: lines wrap, which in a code block they do not. */
  said?: Readonly<{ label: string; lines: readonly string[] }>;
  codes?: readonly Readonly<{ label: string; code: Code }>[];
  links?: readonly Readonly<{ title: string; url: string }>[];
  buttons?: readonly Button[];
  footer?: string;
}>;

/** Facts with something to say. */
const toFacts = (facts: readonly Fact[]) =>
  facts
    .filter(({ value }) => value !== "")
    .map((fact) => ({ title: plain(fact.title), value: plain(fact.value) }));

export function presentNotice({ headed }: Pick<Messages, "headed">, notice: Notice): Presented {
  const { links = [], buttons = [], subtitle = "", asked = "" } = notice;
  return render(template, headed(notice.title, subtitle), {
    style: notice.style,
    title: plain(notice.title),
    subtitle: plain(subtitle),
    asked: asked === "" ? [] : commandLines(asked),
    paragraphs: (notice.paragraphs ?? []).filter((text) => text !== "").map((text) => plain(text)),
    facts: toFacts(notice.facts ?? []),
    saidHead: plain(notice.said?.label ?? ""),
    said: notice.said?.lines ?? [],
    codes: (notice.codes ?? []).map(({ label, code }) => ({
      label: plain(label),
      ...code,
    })),
    links,
    buttons: arrange(buttons, links.length),
    footer: plain(notice.footer ?? ""),
  });
}
