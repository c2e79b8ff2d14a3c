// Expands a template of `cards/`. Values are bound, never parsed: `${…}` or JSON inside a value stays text.
// The package's entry pulls TypeScript sources of another package into the compiler; the engine alone does not.
import { Template } from "adaptivecards-templating/lib/template-engine.js";
import type { Presented } from "./presented.ts";
import { plain, sentence, spoken } from "./text.ts";

/** Templates are parsed once; expanding is synchronous, so one instance serves everyone. */
const parsed = new WeakMap<object, Template>();

function parse(template: object): Template {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  const fresh = new Template(template);
  parsed.set(template, fresh);
  return fresh;
}

/**
 * The card of a template and its data. `summary` is one sentence with the verdict first; it is also what a
 * screen reader says and what a client too old for the card shows, followed by `more`: what the card draws.
 */
export function render(template: object, summary: string, data: object, more = ""): Presented {
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
