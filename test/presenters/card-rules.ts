// What every card that we send must obey: the shape of Adaptive Cards 1.5, and what Teams does with it.
// Nothing unknown passes: an element, an action or a property that is not listed here breaks a rule.

type Node = Readonly<Record<string, unknown>>;
type Kind = "text" | "number" | "flag" | "nodes" | "node" | "any" | readonly (string | number)[];
type Shape = Readonly<Record<string, Kind>>;

const STYLES = ["default", "emphasis", "good", "warning", "attention"];
const SPACING = ["None", "Small", "Default", "Medium", "Large"];
const WIDTH = ["atLeast:Standard", "atMost:Narrow"];

/** Every element may carry these. */
const ELEMENT: Shape = {
  type: "text",
  id: "text",
  spacing: SPACING,
  isVisible: "flag",
  targetWidth: WIDTH,
  fallback: "any",
};
const ACTION: Shape = {
  type: "text",
  title: "text",
  mode: ["primary", "secondary"],
  style: ["default", "positive", "destructive"],
};
const PRESS: Shape = { ...ACTION, associatedInputs: ["none", "auto"], data: "any" };

/** Property by property. `color` is missing on purpose: state is a word and a shape. */
const SHAPES: Readonly<Record<string, Shape>> = {
  AdaptiveCard: {
    type: "text",
    $schema: ["https://adaptivecards.io/schemas/adaptive-card.json"],
    version: ["1.5"],
    speak: "text",
    fallbackText: "text",
    msteams: "any",
    body: "nodes",
    actions: "nodes",
  },
  TextBlock: {
    ...ELEMENT,
    text: "text",
    wrap: "flag",
    style: ["heading"],
    size: ["Small", "Large"],
    weight: ["Bolder"],
    isSubtle: "flag",
    horizontalAlignment: ["Center"],
  },
  RichTextBlock: { ...ELEMENT, inlines: "nodes" },
  TextRun: { type: "text", text: "text", fontType: ["Monospace"], size: ["Small"] },
  ActionSet: { ...ELEMENT, actions: "nodes" },
  Container: { ...ELEMENT, style: STYLES, bleed: "flag", items: "nodes", selectAction: "node" },
  ColumnSet: { ...ELEMENT, columns: "nodes" },
  Column: {
    ...ELEMENT,
    width: ["stretch", "auto", 2, 3],
    style: STYLES,
    verticalContentAlignment: ["Center"],
    items: "nodes",
  },
  FactSet: { ...ELEMENT, facts: "any" },
  Table: { ...ELEMENT, columns: "any", firstRowAsHeaders: "flag", showGridLines: "flag", rows: "nodes" },
  TableRow: { type: "text", style: STYLES, cells: "nodes" },
  TableCell: { type: "text", items: "nodes" },
  "Input.ChoiceSet": {
    ...ELEMENT,
    label: "text",
    style: ["filtered"],
    isRequired: "flag",
    errorMessage: "text",
    placeholder: "text",
    choices: "any",
  },
  "Input.Text": { ...ELEMENT, label: "text", maxLength: "number" },
  CodeBlock: {
    ...ELEMENT,
    language: ["Bash", "PlainText", "Json"],
    startLineNumber: "number",
    codeSnippet: "text",
    fallback: "node",
  },
  Badge: {
    ...ELEMENT,
    text: "text",
    style: ["Attention", "Warning"],
    appearance: ["Tint"],
    fallback: ["drop"],
  },
  "Action.Execute": { ...PRESS, verb: "text", fallback: "node" },
  "Action.Submit": PRESS,
  "Action.OpenUrl": { ...ACTION, url: "text" },
  "Action.ToggleVisibility": { ...ACTION, targetElements: "any" },
};

/** Newer than the baseline, or not drawn by every client. */
const NEEDS_FALLBACK = ["CodeBlock", "Badge", "Table", "Action.Execute"];

const MUST_HAVE: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ["$schema", "version", "speak", "fallbackText", "body"],
  TextBlock: ["text", "wrap"],
  "Input.ChoiceSet": ["id", "label", "errorMessage", "choices"],
  "Input.Text": ["id", "label", "maxLength"],
  "Action.Execute": ["title", "verb", "data", "associatedInputs"],
  "Action.Submit": ["title", "data", "associatedInputs"],
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isOfKind(value: unknown, kind: Kind): boolean {
  if (typeof kind !== "string") return kind.some((allowed) => allowed === value);
  if (kind === "any") return value !== undefined;
  if (kind === "text") return typeof value === "string";
  if (kind === "number") return typeof value === "number";
  if (kind === "flag") return typeof value === "boolean";
  return kind === "node" ? isNode(value) : Array.isArray(value) && value.every(isNode);
}

function ownFaults(node: Node): readonly string[] {
  const type = String(node.type);
  const shape = SHAPES[type];
  if (shape === undefined) return [`unknown element ${type}`];
  const strange = Object.entries(node).filter(([key, value]) => {
    const kind = shape[key];
    return kind === undefined || !isOfKind(value, kind);
  });
  const missing = [...(MUST_HAVE[type] ?? []), ...(NEEDS_FALLBACK.includes(type) ? ["fallback"] : [])].filter(
    (key) => node[key] === undefined || node[key] === "",
  );
  return [
    ...(node.text === "…" ? [`${type} says nothing: it was cut to no letter`] : []),
    ...strange.map(([key, value]) => `${type}.${key} may not be ${JSON.stringify(value)}`),
    ...missing.map((key) => `${type} lacks ${key}`),
  ];
}

/** The node and everything below it that has a type, fallbacks included. */
export const nodesOf = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  const below = Object.entries(value).flatMap(([key, child]) => (key === "data" ? [] : nodesOf(child)));
  return typeof value.type === "string" ? [value, ...below] : below;
};

function pressFaults(action: Node): readonly string[] {
  const { data, fallback, associatedInputs, verb, title } = action;
  if (!isNode(data) || !isNode(fallback)) return ["a press carries no data"];
  const same =
    fallback.type === "Action.Submit" &&
    fallback.title === title &&
    fallback.associatedInputs === associatedInputs &&
    JSON.stringify(fallback.data) === JSON.stringify(data);
  const versioned = data.v === 1 && data.verb === verb;
  return [
    ...(same ? [] : ["the fallback press differs"]),
    ...(versioned ? [] : ["data names no version or verb"]),
  ];
}

/** Two buttons at most beside the overflow menu, with short and different titles. */
function buttonFaults(card: Node): readonly string[] {
  const actions = nodesOf(card.actions).filter(({ type }) => type !== "Action.Submit");
  const visible = actions.filter(({ mode }) => mode !== "secondary");
  const titles = actions.map(({ title }) => String(title));
  const limitOf = ({ mode }: Node) => (mode !== "secondary" && visible.length > 1 ? 12 : 16);
  const tooLong = actions.filter((action) => String(action.title).length > limitOf(action));
  return [
    ...(visible.length > 2 ? [`${visible.length} visible buttons`] : []),
    ...tooLong.map(({ title }) => `the title ${title} is too long`),
    ...(new Set(titles).size < titles.length ? ["two buttons have one title"] : []),
  ];
}

/** Full width; and whoever is mentioned stands in a text, once, as the entity writes them. Nobody else is. */
function teamsFaults(msteams: unknown, nodes: readonly Node[]): readonly string[] {
  if (!isNode(msteams)) return ["nothing for Teams"];
  const { width, entities = [], ...rest } = msteams;
  const blocks = nodes.filter(({ type }) => type === "TextBlock");
  const texts = blocks.map(({ text }) => String(text));
  const tags = texts.flatMap((text) => text.match(/<\/?at>/g) ?? []);
  const mentions = Array.isArray(entities) ? entities.filter(isNode) : [];
  const wrong = mentions.filter(({ type, text, mentioned }) => {
    const { id, name } = isNode(mentioned) ? mentioned : {};
    const isSame = type === "mention" && text === `<at>${name}</at>` && typeof id === "string" && id !== "";
    return !isSame || texts.filter((each) => each.includes(String(text))).length !== 1;
  });
  return [
    ...(width === "Full" && Object.keys(rest).length === 0 ? [] : ["not at full width"]),
    ...(wrong.length === 0 && tags.length === 2 * mentions.length
      ? []
      : ["a mention does not stand in a text"]),
  ];
}

/**
 * Clients write a date function as a time where a TextBlock or the value of a fact has it, and nobody is mentioned.
 * Elsewhere some show the function itself.
 */
function timeFaults(card: Node, msteams: unknown): readonly string[] {
  const rendered = nodesOf(card).flatMap(({ type, text, facts }) =>
    type === "TextBlock" ? [text] : type === "FactSet" ? (facts as Node[]).map(({ value }) => value) : [],
  );
  // What a press sends, no client shows.
  const count = (value: unknown): number =>
    JSON.stringify(value, (key, each) => (key === "data" ? null : each)).match(/\{\{(?:DATE|TIME)\(/g)
      ?.length ?? 0;
  const isMention = isNode(msteams) && Array.isArray(msteams.entities) && msteams.entities.length > 0;
  const isUtcLeft = !isMention && rendered.some((text) => /\d{4}-\d\d-\d\d \d\d:\d\d UTC/.test(String(text)));
  return [
    ...(count(card) > (isMention ? 0 : count(rendered))
      ? ["a date function where no client is sure to know it"]
      : []),
    ...(isUtcLeft ? ["a time in UTC where a local one could stand"] : []),
  ];
}

/** The client's own press, for at most 60 people: it has no words and no fallback. Others see the card as it is. */
function refreshFaults(refresh: unknown): readonly string[] {
  if (refresh === undefined) return [];
  if (!isNode(refresh) || !isNode(refresh.action) || !isNode(refresh.action.data))
    return ["a refresh does nothing"];
  const { action, userIds, ...rest } = refresh;
  const { type, verb, data, ...more } = refresh.action;
  return [
    ...Object.keys({ ...rest, ...more }).map((key) => `refresh has ${key}`),
    ...(type === "Action.Execute" && verb === refresh.action.data.verb ? [] : ["a refresh is no Execute"]),
    // Without a list it is for everybody in the place.
    ...(userIds === undefined || (Array.isArray(userIds) && userIds.length > 0 && userIds.length <= 60)
      ? []
      : ["a refresh of nobody"]),
  ];
}

/** Every rule that the card breaks; empty for a good one. */
export function faultsOf(shown: object): readonly string[] {
  if (!isNode(shown)) return ["no card"];
  const { refresh, msteams, ...card } = shown;
  const nodes = nodesOf(card);
  const headings = nodes.filter(({ style }) => style === "heading");
  return [
    ...nodes.flatMap(ownFaults),
    ...refreshFaults(refresh),
    ...buttonFaults(card),
    ...nodes.filter(({ type }) => type === "ActionSet").flatMap(buttonFaults),
    ...nodes.filter(({ type }) => type === "Action.Execute").flatMap(pressFaults),
    ...(headings.length === 0 ? ["no heading"] : []),
    ...teamsFaults(msteams, nodes),
    ...timeFaults(card, msteams),
  ];
}
