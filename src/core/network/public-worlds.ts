// What may be true of a public address that nobody knows: where it lies, and which tags hold it. A group that does the
// same in each case has decided; else its text alone does not.
import { type Coverage, coverage, isIpv6, parseCidr } from "./cidr.ts";
import { piecesOf } from "./public-space.ts";
import { heldBy, type PublicTags } from "./service-tags.ts";

/** `at` and `open`: where there are too many cases, a prefix or these tags may hold it or not. `tags`: null: not told. */
export type World = Readonly<{
  at: string | null;
  tags: readonly string[] | null;
  open: readonly string[];
  /** Of a tag that perhaps holds it, it is taken to do so. */
  isAssumed: boolean;
}>;

const mostOpen = 3;

/** Each tag in it, or not. */
function subsetsOf([tag, ...others]: readonly string[]): readonly (readonly string[])[] {
  if (tag === undefined) return [[]];
  const sets = subsetsOf(others);
  return [...sets, ...sets.map((set) => [tag, ...set])];
}

/** `entries`: what rules name as targets. */
export function worldsOf(entries: readonly string[], tags: PublicTags | undefined): readonly World[] {
  const pieces = piecesOf(entries.filter((entry) => parseCidr(entry) !== null)) ?? [null];
  const named = [...new Set(entries.map((entry) => entry.toLowerCase()))];
  const perhaps = tags === undefined ? [] : named.filter((entry) => heldBy(entry, tags) === "perhaps");
  const isMany = perhaps.length > mostOpen;
  const open = isMany ? perhaps : [];
  return pieces.flatMap((at) =>
    subsetsOf(isMany ? [] : perhaps).map((also) => ({
      at,
      tags: tags === undefined ? null : [...tags.holds, ...also],
      open,
      isAssumed: also.length > 0,
    })),
  );
}

/** Null where the world says nothing of such an entry. */
export function inWorld(entry: string, { at, tags, open }: World): Coverage | null {
  if (parseCidr(entry) !== null) return at === null ? "undecidable" : coverage([entry], at);
  if (isIpv6(entry)) return "no";
  if (tags === null) return null;
  const tag = entry.toLowerCase();
  if (open.includes(tag)) return "undecidable";
  return tags.includes(tag) ? "yes" : "no";
}
