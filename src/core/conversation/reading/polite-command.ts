// A change written as its command, with kind words around it, its cluster behind them, and why: `kubectl scale …, bitte auf
// edge-1, da staut sichs`. It is asked back, since what stands around it may say more.

import { parseCommand } from "../../command/parse-command.ts";
import { isForbidden, isOtherwise } from "../plain-words/is-ordered.ts";
import type { Line } from "../plain-words/read-plain-words.ts";
import type { AskBack } from "./ask-back.ts";

const kind =
  "(?:bitte|please|pls|plz|kindly|and|und|zwar|mal|eben|kurz|dann|now|jetzt|hi|hey|hallo|moin|can you|could you|would you|kannst du|könntest du|koenntest du|können sie|run|do|make|execute|mach(?:e)?|führ(?:e)?|fahr(?:e)?|请|麻烦|帮我|帮忙|执行一下|执行|跑一下|跑|一下|上|,)";
const led = "(?:on|auf|in|at|for|für|在|到)";
const polite = new RegExp(
  `^(?:${kind}\\s*)*(kubectl\\s+[a-z][^\\n,;]*?)\\s*(?:${kind}\\s*)*\\s${led}\\s?(?:(?:the\\s)?cluster\\s)?([a-z][a-z0-9-]*\\d|[a-z0-9]+(?:-[a-z0-9]+)+)(?![\\w/-])(?:\\s*(?:${kind}|aus|ausführen|machen|for me|thanks|danke|谢谢|吧)(?![a-z]))*[\\s,;.:!-]*(.*)$`,
  "iu",
);

export function politeCommand(text: string): AskBack | null {
  const line = text.trim();
  if (line.length > 600 || line.includes("\n") || /[?`|]|\s#\s/.test(line)) return null;
  const [, command = "", cluster = "", behind = ""] = polite.exec(line) ?? [];
  const parsed = command === "" ? null : parseCommand(command);
  if (!parsed?.ok || parsed.is !== "change" || parsed.request.names.includes(cluster)) return null;
  // As the grammar has it.
  if (/^(?:run\s+)?kubectl\s/i.test(line) && line.endsWith(`${command} on ${cluster}`)) return null;
  const said = behind.replace(/^(?:because|weil|da|denn|因为)\s*[:,]?\s*/iu, "").trim();
  if (isForbidden(line.replace(command, " ")) || isOtherwise(line.replace(command, " "))) return null;
  return { kind: "askBack", command, cluster, ...(said.length > 2 && { reason: said }) };
}

// A written change of which somebody wants to know what it would do: `dry run: kubectl scale …`, `kubectl … 会改什么`. Its card
// shows that before anybody approves it, so the line is asked back.

const written = /(?<![\w/.-])kubectl\s+[a-z][^\n,;?，；？。、\p{Script=Han}]*/iu;
const tries =
  /\bdry[- ]?run\b|\bwhat (?:would|will|does) .{0,30}\b(?:do|change|happen)|\bwas (?:würde|wuerde|macht|ändert|passiert)\b|\b(?:probe|trocken)lauf\b|试跑|试运行|空跑|预演|模拟|演练|会(?:改|变|动|删|影响)(?:到|掉)?(?:什么|啥|哪些)|会怎么?样/i;
const onCluster = /^(.+?)(?:\s(?:on|auf|--cluster)\s+(\S+))?$/;
/** Whoever says more asks for more. */
const longest = 60;

export function triedCommand(text: string): AskBack | null {
  const [typed = ""] = written.exec(text) ?? [];
  const around = text.replace(typed, " ");
  if (typed === "" || around.trim().length > longest || !tries.test(around)) return null;
  const [, command = "", cluster = null] = onCluster.exec(typed.trim()) ?? [];
  const parsed = parseCommand(command);
  const isTried = parsed.ok && parsed.is === "change" && !/--dry-run/.test(typed);
  return isTried ? { kind: "askBack", command, cluster } : null;
}

// The same in words: `dry run: scale api in shop to 5`, `nur simulieren: …`, `模拟一下重启 …`.

const triedWords = new RegExp(
  [
    String.raw`(?:\b(?:but|and|just|only|aber|und|nur|erst(?: ?mal)?|mal|bitte|please|as|als|in|im|do|make|mach(?:e|t)?|this is|das ist)\s+)*(?:\b(?:a|an|the|so|ein(?:en|e)?|den|einem)\s+)?\b(?:dry[- ]?runs?|(?:trocken|probe|test)[- ]?l(?:auf|äufe)|simulat(?:e|ion|ing)|simulier(?:e|en|t)?|rehears(?:e|al)|pretend(?:ing)?(?: to| that)?(?: you| we| i)?|tu(?: mal)? so,? als (?:würdest|ob) du|test(?:ing)? only|only (?:a )?test(?:ing)?|nur (?:mal )?(?:so )?(?:zum )?testen|nur (?:ein )?test|(?:show|display)(?: me)? only|only show(?: me)?|just show(?: me)?|nur (?:an)?zeigen|zeig(?:e)?(?: mir)? nur)\b(?:\s+(?:only|first|please|bitte|mal|nur|of|for|von|für|this|that|das|mode|modus))*`,
    String.raw`(?:\b(?:but|and|aber|und|yet)\s+)?\b(?:without|ohne)\b(?: (?:actually|really|etwas|was|es|das|irgendwas|wirklich))*(?: zu)? ?(?:doing|changing|applying|executing|touching|running|(?:zu )?(?:ändern|aendern|machen|verändern|auszuführen|anzufassen))(?: (?:it|that|anything))?`,
    String.raw`(?:\b(?:but|and|aber|und)\s+)?\b(?:don['’]?t|do not) (?:actually |really )?(?:do|change|apply|execute|touch|run)(?: (?:it|that|anything)(?: yet)?|(?=\s*(?:[:;,.]|$)))|\b(?:but )?not (?:for real|really)\b|\b(?:aber )?nicht (?:in echt|wirklich|echt)(?: ausführen| machen| ändern)?\b|\bnichts (?:wirklich )?(?:ändern|machen|anfassen)\b`,
    `(?:先|只|仅|就)?(?:做|来|走)?(?:个|一个|一遍|一次)?(?:dry[- ]?run|试跑|试运行|空跑|预演|模拟|演练)(?:一下|下|一遍|一次|看看|看)?|(?:先)?(?:不要|别|不)(?:真的?|实际)(?:去)?(?:改|做|动|执行|跑|扩|重启)(?:它)?`,
  ].join("|"),
  "giu",
);

/** `read`: what a line means. Null where nothing of that is said, or what is left orders nothing. */
export function triedInWords(text: string, read: (line: string) => Line): Line | null {
  if (text.length > 300 || /\bkubectl\b|[`\n?？]/.test(text)) return null;
  const rest = text
    .replace(triedWords, " ")
    .replace(/^[\s,:;，：；。.]+|[\s,:;，：；]+$/gu, "")
    .trim();
  if (rest === "" || rest.length >= text.trim().length) return null;
  const line = read(rest);
  return line.is === "readings" && line.readings.some(({ intent }) => isOrder.has(intent.kind)) ? line : null;
}

/** With its command, or with what it lacks. */
const isOrder: ReadonlySet<string> = new Set(["askBack", "change"]);

/** `kubectl get pods -n shop  # prod-2`: a note behind a command says where, and is not dropped. */
export function withNote(text: string): string {
  const [, command, cluster] =
    /^\s*((?:kubectl|k|helm)\s[^#\n]*?)\s+#\s*(?:on\s+)?([a-z][a-z0-9-]{1,62})\s*$/i.exec(text) ?? [];
  return command === undefined ? text : `${command} on ${cluster}`;
}
