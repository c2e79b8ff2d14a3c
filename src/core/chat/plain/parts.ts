// Where in a line the cluster may stand, and where somebody says that they are.
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { isApiName } from "../../network/api-name.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { parsePlace } from "../client-place.ts";
import { parseClusterName } from "../cluster-name.ts";
import { takeStanding } from "../standing-words.ts";
import { isCommon } from "./common.ts";
import { articles, isFiller, leads } from "./en/fillers.ts";
import type { LineWord } from "./line.ts";

/** One reading of some words as a cluster's name. */
export type Candidate = Readonly<{
  written: string;
  /** Indexes of the words: `prod 1` is two. */
  words: readonly number[];
  /** `place`: it stands behind `from`. `lead`: behind another word that leads to a cluster. */
  led: "no" | "lead" | "place";
}>;

const isPlaceLead = (word: string): boolean => word === "from";

function ledBy(line: readonly LineWord[], at: number): Candidate["led"] {
  if (line[at]?.at) return "lead";
  let before = at - 1;
  while (before >= 0 && articles.has(line[before]?.word ?? "")) before -= 1;
  const lead = line[before];
  if (lead === undefined) return "no";
  if (isPlaceLead(lead.word)) return "place";
  return leads.has(lead.word) || (lead.at && lead.word === "") ? "lead" : "no";
}

/** With letters, digits and dashes as a name has them; what is a word like any other is none, unless it is led to. */
function nameOf({ word, raw }: LineWord, led: Candidate["led"]): string | null {
  if (word === "" || word.startsWith("-")) return null;
  const written = word.startsWith("/") ? raw : word;
  if (isApiName(word)) return word;
  if (parseClusterName(written) === null || (isFiller(word) && led === "no")) return null;
  return /^\d+$/.test(word) ? null : written;
}

export function candidatesIn(line: readonly LineWord[]): readonly Candidate[] {
  return line.flatMap((word, at) => {
    const next = line[at + 1];
    const flag = line[at - 1]?.raw ?? "";
    if (flag.startsWith("-") && takesNextWord(flag)) return [];
    const led = ledBy(line, at);
    const name = nameOf(word, led);
    if (
      name === null ||
      isFiller(word.word) ||
      (led === "no" && isCommon(word.word) && !isNumbered(line[at + 1]))
    )
      return [];
    const single: Candidate = { written: name, words: [at], led };
    if (next === undefined || !canFollow(word, next)) return [single];
    return [{ written: `${name}-${next.word}`, words: [at, at + 1], led }, single];
  });
}

const isNumbered = (next: LineWord | undefined): boolean => /^\d{1,4}$/.test(next?.word ?? "");

/** `prod 1`, `staging eu`. */
const canFollow = ({ word }: LineWord, next: LineWord): boolean =>
  /^[a-z][a-z0-9-]*$/.test(word) &&
  (/^\d{1,4}$/.test(next.word) || (/^[a-z]{2,12}$/.test(next.word) && !isFiller(next.word)));

export type Placed = Readonly<{ client: Client; words: readonly number[] }>;

const placeLeads = new Set(["from", "at", "on", "via", "over", "with", "using", "in", "through", "behind"]);

/** Where somebody says that they are: words for a place, an address, or a network behind `from`. */
export function placeIn(line: readonly LineWord[]): Placed {
  for (const [at, { word }] of line.entries()) {
    if (!placeLeads.has(word)) continue;
    const following = line.slice(at + 1, at + 5).map((each) => each.word);
    const standing = takeStanding(following);
    if (standing !== null && (word === "from" || standing.stands !== "azure")) {
      return { client: { stands: standing.stands }, words: range(at, standing.taken + 1) };
    }
    const [next = ""] = following;
    if (word === "from" && /^vnet|vnet$|-vnet-|virtualnetworks\//.test(next)) {
      const place = parsePlace(line[at + 1]?.raw ?? "");
      if (place.ok) return { client: place.client, words: range(at, 2) };
    }
  }
  return addressIn(line);
}

/** The only address in the line. */
function addressIn(line: readonly LineWord[]): Placed {
  const found = line.flatMap(({ word }, at) => {
    const place = /^\d+(?:\.\d+){3}$/.test(word) ? parsePlace(word) : null;
    return place?.ok ? [{ client: place.client, words: [at] }] : [];
  });
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : { client: {}, words: [] };
}

const range = (start: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => start + index);
