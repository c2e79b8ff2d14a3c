// What becomes of a whole file by somebody who knows its readers, or by a slip of the hand.
import type { Chance } from "../redaction/chance.ts";
import { oddWords } from "./odd-words.ts";
import { quoted } from "./yaml-by-hand.ts";

type Twist = (chance: Chance, text: string) => string;

const linewise =
  (twist: (chance: Chance, lines: readonly string[], at: number) => readonly string[]): Twist =>
  (chance, text) => {
    const lines = text.split("\n");
    return twist(chance, lines, chance.below(lines.length)).join("\n");
  };
const inserted =
  (...texts: readonly string[]): Twist =>
  (chance, text) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + chance.pick(texts) + text.slice(at);
  };

export const twists: readonly Twist[] = [
  (_, text) => text.replaceAll("\n", "\r\n"),
  (_, text) => text.replaceAll("\n", "\r"),
  linewise((chance, lines, at) =>
    lines.with(
      at,
      `${lines[at]}${chance.pick(["\r", "\r\r", " ", "\t", " \\", "\u2028", "\u0085", "\u2029"])}`,
    ),
  ),
  (_, text) => `\ufeff${text}`,
  (_, text) => text.trimEnd(),
  (_, text) => text.trimEnd(),
  (_, text) => `${text.trimEnd()}\n\n\n`,
  (_, text) => text.replaceAll(/^ +/gm, (spaces) => "\t".repeat(spaces.length / 2)),
  linewise((_, lines, at) => lines.with(at, (lines[at] ?? "").replace(/^ +/, "\t"))),
  linewise((_, lines, at) => lines.with(at, ` ${lines[at]}`)),
  linewise((_, lines, at) => lines.with(at, (lines[at] ?? "").replace(/^ /, ""))),
  linewise((_, lines, at) => lines.toSpliced(at, 1)),
  linewise((_, lines, at) => lines.toSpliced(at, 0, lines[at] ?? "")),
  linewise((chance, lines, at) =>
    lines.toSpliced(
      at,
      0,
      chance.pick([
        "---",
        "...",
        "",
        "  ",
        "\t",
        "# note",
        "kind: Secret",
        "  kind: Secret",
        "-",
        "? a",
        ": b",
        "--- x",
        "%x",
      ]),
    ),
  ),
  linewise((chance, lines, at) => lines.with(at, `${lines[at]} ${chance.pick(oddWords)}`)),
  linewise((chance, lines, at) =>
    lines.with(
      at,
      `${lines[at]} #${chance.pick(["\r", "\u2028", "\u2029", "\u0085", "\n", "\u000b"])}kind: Secret`,
    ),
  ),
  inserted(
    "\t",
    " ",
    "\n",
    "\r",
    ":",
    ": ",
    "- ",
    "#",
    " #",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "!",
    "|",
    ">",
    "%",
    "@",
    "?",
    "? ",
  ),
  inserted(
    "\u2028",
    "\u2029",
    "\u0085",
    "\ufeff",
    "\u200b",
    "\u202e",
    "\u0000",
    "\u00a0",
    "\u001b",
    "\ufffd",
    "\u00ad",
    "\u3000",
  ),
  (chance, text) => text.replace(/^kind: (\w+)$/m, (_, kind) => `${escapedKey(chance)}: ${kind}`),
  (chance, text) => text.replace(/^kind: (\w+)$/m, (whole) => `${whole}\n${escapedKey(chance)}: Secret`),
  (_, text) => text.replace(/^metadata:\n( +)/m, "metadata: &m\n$1"),
  (_, text) => text.replace(/^metadata:/m, "x: &x {namespace: vault}\nmetadata:\n  <<: *x"),
  (chance, text) => text.replace(/: (\S+)$/m, () => `: ${chance.pick(oddWords)}`),
  (chance, text) => text + quoted("x".repeat(chance.pick([10, 1_500, 70_000]))),
  (chance, text) =>
    text.replace(
      /^data:\n( +)/m,
      `data:\n$1big: ${"x ".repeat(chance.pick([600, 5_000, 30_000, 40_000]))}\n$1`,
    ),
];

const escapedKey = ({ pick }: Chance): string =>
  pick([
    '"k\\u0069nd"',
    '"kin\\x64"',
    "'kind'",
    "? kind\n",
    "!!str kind",
    '"kind"',
    "kind ",
    '? "kind"\n',
    "kınd",
    "Kind",
  ]);
