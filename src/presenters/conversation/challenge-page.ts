// The page that answers a challenge of Conditional Access: it asks for a press, and says what came of it.
import { messages } from "../messages/messages.ts";

export function challengePage(
  is: "asks" | "answered" | "ended" | "refused" | "otherPerson",
  language: string,
): string {
  const texts = messages(language).challengePage;
  const button = is === "asks" ? `<form method="post"><button>${escaped(texts.button)}</button></form>` : "";
  const title = escaped(texts.titles[is]);
  return `<!doctype html>
<html>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:4em auto;padding:0 1em}button{font:inherit;padding:.5em 1em}</style>
<h1>${title}</h1>
<p>${escaped(texts.says[is])}</p>
${button}
</html>
`;
}

const escapes: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? "");
