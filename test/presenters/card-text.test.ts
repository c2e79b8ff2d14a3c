// A golden text can be trusted: whatever a person reads, sees folded or sends by a press changes it.
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers, cardKinds } from "../fixtures/answers.ts";
import { modes } from "../fixtures/operations-answers.ts";
import { cardText } from "./card-text.ts";

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** How an element looks: it stands in the templates, and in the golden JSON. */
const looks = [
  ...["type", "wrap", "size", "weight", "spacing", "width", "bleed", "fontType", "appearance"],
  ...["horizontalAlignment", "verticalContentAlignment", "firstRowAsHeaders", "showGridLines"],
  ...["$schema", "version", "Input.ChoiceSet style"],
];

/** One of two values, which the rules of every card hold it to. */
const choices = ["associatedInputs", "mode"];

/** The rules hold the press of an old client to the other one; the list of all checks is cut short on purpose. */
const isElsewhere = (name: string, value: unknown): boolean =>
  name === "fallback" || (isNode(value) && value.id === "details");

const other = (value: unknown): unknown => (typeof value === "boolean" ? !value : `${value}x`);

/** Names of properties that could be other without that the text is. */
function unseenIn(presented: ReturnType<typeof present>): readonly string[] {
  const copy: { card: object; summary: string } = structuredClone(presented);
  const text = cardText(copy);
  const unseen = (node: Node): readonly string[] =>
    Object.entries(node).flatMap(([name, value]) => {
      const names = [name, `${node.type} ${name}`];
      if (isElsewhere(name, value) || [...looks, ...choices].some((each) => names.includes(each))) return [];
      if (isNode(value)) return unseen(value);
      node[name] = other(value);
      const isSeen = cardText(copy) !== text;
      node[name] = value;
      return isSeen ? [] : [`${node.type} ${name}`];
    });
  return unseen(copy.card as Node);
}

test.each(cardKinds)("of %s", (name) => {
  const answer = answers[name];
  if (answer === undefined) throw new Error("no card");
  expect(unseenIn(present(answer, messages("en"), modes[name]))).toEqual([]);
});
