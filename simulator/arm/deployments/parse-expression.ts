// The grammar of template expressions: calls, texts in single quotes, whole numbers, `.property` and `[index]`.
// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions

export type Expression =
  | { kind: "value"; value: string | number }
  | { kind: "call"; name: string; given: Expression[] }
  | { kind: "member"; of: Expression; key: Expression };

/** What is wrong with a template, as a sentence. */
export class TemplateError extends Error {}

const token = /\s*(?:('(?:[^']|'')*')|(-?\d+)|([A-Za-z_][\w]*)|([().,[\]]))/y;

/** `text`: between the brackets. */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  const take = (wanted: string): boolean => {
    if (tokens[at] !== wanted) return false;
    at += 1;
    return true;
  };
  const expect = (wanted: string): void => {
    if (!take(wanted)) throw unparsable(text);
  };
  const listUntil = (end: string): Expression[] => {
    const items: Expression[] = [];
    if (take(end)) return items;
    do items.push(whole());
    while (take(","));
    expect(end);
    return items;
  };
  const first = (): Expression => {
    const word = next();
    if (word.startsWith("'")) return { kind: "value", value: word.slice(1, -1).replaceAll("''", "'") };
    if (/^-?\d/.test(word)) return { kind: "value", value: Number(word) };
    if (!/^[A-Za-z_]/.test(word)) throw unparsable(text);
    expect("(");
    return { kind: "call", name: word, given: listUntil(")") };
  };
  const whole = (): Expression => {
    let found = first();
    for (;;) {
      if (take(".")) found = { kind: "member", of: found, key: { kind: "value", value: next() } };
      else if (take("[")) {
        found = { kind: "member", of: found, key: whole() };
        expect("]");
      } else return found;
    }
  };
  const parsed = whole();
  if (at < tokens.length) throw unparsable(text);
  return parsed;
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const match = token.exec(text);
    if (match === null) throw unparsable(text);
    found.push(match[0].trim());
  }
  return found;
}

const unparsable = (text: string): TemplateError =>
  new TemplateError(`The template language expression '[${text}]' is not valid: it cannot be parsed.`);
