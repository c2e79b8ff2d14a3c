// Cuts HTML into tags and text in one pass without going back, so that no input can make it slow.

export type HtmlTag = Readonly<{
  kind: "tag";
  /** Lower-cased; empty for comments and doctypes. */
  name: string;
  closing: boolean;
  /** Everything between `<` and `>`, lower-cased. */
  source: string;
}>;
export type HtmlToken = HtmlTag | Readonly<{ kind: "text"; text: string }>;

/** Entities stay encoded. A tag that never ends is dropped, as browsers do. */
export function htmlTokens(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = 0;
  while (at < html.length) {
    const isTag = isTagStart(html, at);
    const end = isTag ? tagEnd(html, at) : textEnd(html, at);
    const source = html.slice(at, end);
    tokens.push(isTag ? tag(source) : { kind: "text", text: source });
    at = end;
  }
  return tokens;
}

function isTagStart(html: string, at: number): boolean {
  return html[at] === "<" && /[a-z/!]/i.test(html[at + 1] ?? "");
}

function textEnd(html: string, at: number): number {
  let end = at + 1;
  while (end < html.length && !isTagStart(html, end)) {
    end += 1;
  }
  return end;
}

/** The position after the `>` that ends the tag; a `>` inside an attribute's quotes does not. */
function tagEnd(html: string, at: number): number {
  let quote = "";
  for (let end = at + 1; end < html.length; end += 1) {
    const character = html[end] ?? "";
    if (quote !== "") {
      quote = character === quote ? "" : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === ">") {
      return end + 1;
    }
  }
  return html.length;
}

function tag(source: string): HtmlTag {
  const inside = source.slice(1).replace(/>$/, "").toLowerCase();
  const name = /^\/?([a-z][a-z0-9]*)/.exec(inside)?.[1] ?? "";
  return { kind: "tag", name, closing: inside.startsWith("/"), source: inside };
}
