// Letter case as Azure and Kubernetes ignore it: letter by letter, so that nothing beyond ASCII turns into an ASCII
// letter. JavaScript's own lower case makes a `k` of the Kelvin sign (U+212A).

/** The one spelling of `text` in which letter case is gone; for comparing, not for showing. */
export function foldCase(text: string): string {
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : Array.from(text, foldLetter).join("");
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const isAscii = letter < "\x80";
  return isAscii || lower > "\x7f" ? lower : letter;
}
