// Which verb of a grammar a command begins with.
import { foldCase } from "../../text/text.ts";
import { nearWords } from "./near-words.ts";
import { sharedFlags } from "./read-flags.ts";
import { type Refusal, refuse, refuseKnown } from "./refusal.ts";
import { type Because, refusedFlag } from "./refused.ts";
import { commandOf, type Tool, toolOf, type VerbSpec } from "./verb-spec.ts";

/** The verbs that are accepted, and those that are known and refused, by tool. */
export type Grammar<Spec extends VerbSpec = VerbSpec> = Readonly<{
  verbs: readonly Spec[];
  refused: Readonly<Record<Tool, ReadonlyMap<string, Because>>>;
}>;

type Found<Spec> = Readonly<{ ok: true; verb: Spec; words: readonly string[] }> | Refusal;

/** Takes the words up to the verb; global flags may stand before it and are put behind. */
export function findVerb<Spec extends VerbSpec>(
  { verbs, refused }: Grammar<Spec>,
  words: readonly string[],
): Found<Spec> {
  const [typed = "", ...rest] = words;
  const tool = (["kubectl", "helm"] as const).find((name) => name === foldCase(typed));
  if (tool === undefined) return refuse("not-kubectl", { is: "notKubectl", tool: typed });
  const leading = countGlobalFlags(tool, rest);
  const [first, second = ""] = rest.slice(leading);
  if (first === undefined) return refuse("verb-missing", { is: "verbMissing", tool });
  if (first.startsWith("-")) {
    const because = refusedFlag(first.split("=")[0] ?? first);
    if (because !== undefined) return refuseKnown(first, because);
    return refuse("verb-missing", { is: "verbBehind", word: first });
  }
  const because = refused[tool].get(`${first} ${second}`) ?? refused[tool].get(first);
  if (because !== undefined) return refuseKnown(`${tool} ${first}`, because);
  const verb = verbs.find((spec) => toolOf(spec) === tool && isSpelled(spec, first, second));
  if (verb === undefined) return refuseVerb(verbs, tool, first, second);
  const after = rest.slice(leading + verb.words.length);
  return { ok: true, verb, words: [...rest.slice(0, leading), ...after] };
}

/** How many words before the verb are flags that every verb has, with their values. */
function countGlobalFlags(tool: Tool, words: readonly string[]): number {
  const shared = sharedFlags(tool);
  let count = 0;
  for (let word = words[count]; word !== undefined; word = words[count]) {
    const [name = word] = word.split("=");
    const spec = shared.find(({ long, short }) => name === `--${long}` || name === `-${short}`);
    if (spec === undefined && !/^-n./.test(word)) break;
    count += spec?.value !== undefined && name === word ? 2 : 1;
  }
  return count;
}

function isSpelled(spec: VerbSpec, first: string, second: string): boolean {
  const given = [first, second].slice(0, spec.words.length);
  return spec.words.every((word, index) => {
    const isLast = index === spec.words.length - 1;
    return given[index] === word || (isLast && spec.spellings?.includes(given[index] ?? "") === true);
  });
}

function refuseVerb(verbs: readonly VerbSpec[], tool: Tool, first: string, second: string): Refusal {
  const ofTool = verbs.filter((spec) => toolOf(spec) === tool);
  const family = ofTool.filter(({ words }) => words.length === 2 && words[0] === first);
  if (family.length > 0) {
    const command = `${tool} ${`${first} ${second}`.trim()}`;
    return refuse("verb-unknown", { is: "verbIncomplete", command, forms: family.map(commandOf) });
  }
  const known = [...new Set(ofTool.map(({ words }) => words.join(" ")))];
  return refuse("verb-unknown", {
    is: "verbUnknown",
    tool,
    verb: first,
    near: nearWords(first, known),
    known,
  });
}
