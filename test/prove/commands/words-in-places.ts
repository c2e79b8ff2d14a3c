// Every odd word in every place of a file where a word may stand: as a value, a key, in brackets, over several lines.
import { oddWords } from "./odd-words.ts";

type Place = (word: string) => string;

const within = (quote: string, word: string): string => word.replaceAll(quote, "");

const places: readonly Place[] = [
  (word) => `a: ${word}\n  z: z\n`,
  (word) => `a: ${word}`,
  (word) => `a: x ${word}\n`,
  (word) => `a: # ${word}\n   ${word}`,
  (word) => `a: x\n   ${word}\n   z\n`,
  (word) => `${word}: z\n`,
  (word) => `? ${word}\n  : ${word}\n`,
  (word) => `"a" : ${word}\t\n`,
  (word) => `a: !!str ${word}\n`,
  (word) => `a: [${word}, z]\n`,
  (word) => `a: {"a": ${word}, z: z}\n`,
  (word) => `a: { ${word}: z }\n`,
  (word) => `a: {"a":${word}}`,
  (word) => `a: [b,\n   ${word},\n   c]`,
  (word) => `a:\n  - ${word}\n  -  b: ${word}\n     c: d\n  - - ${word}\n`,
  (word) => `a: "${within('"', word)}\n   x"\n`,
  (word) => `a: "\\\n\n   ${within('"', word)}\\\n   z"\n`,
  (word) => `a: '${within("'", word)}\n\n\t\n   x'`,
  (word) => `a: >\n    ${word}\n   \n     z\n`,
  (word) => `a: >-\n    ${word}\n\n\n     ${word}\n    z\n\n  b: c`,
  (word) => `a: >+\n\n   ${word}\n\n   \t${word}\n\n\n`,
  (word) => `a: |2\n    ${word}`,
  (word) => `a: |+\n    ${word}\n\n # x\n`,
  (word) => `a: |+\n   ${word}\n  `,
  (word) => `a: |\n   ${word}\t`,
  (word) => `a: |\n\n\n   ${word}\n    \n   x\n...\n`,
  (word) => `a: |\r\n   ${word}\r\n   x\r\n  b: "x\r\n   ${within('"', word)}"\r\n  c: x\r\n    y\r\n`,
];

/** A ConfigMap each, called by its number. */
export const filesOfWords: readonly string[] = oddWords
  .flatMap((word) => places.map((place) => place(word)))
  .map((data, nth) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: n-${nth}\ndata:\n  ${data}`);
