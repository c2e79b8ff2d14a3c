// Of several places in one line, where somebody is when it fails.

import type { LineWord } from "./languages/line-words.ts";
import type { Placed } from "./line-parts.ts";

/** `from the office it works, from home it does not`, `at home, the VPN is connected`: where somebody is when it fails. */
export function placeMeant(line: readonly LineWord[], first: Placed, all: readonly Placed[]): Placed {
  const places = all.filter(({ words: [start = 0] }, at) =>
    all.every((each, other) => other >= at || !each.words.includes(start)),
  );
  const isOther = places.some(({ client }) => client.stands !== first.client.stands);
  if (!isOther) return first;
  const starts = places.map(({ words: [start = 0] }) => start);
  const works = ({ words: [start = 0] }: Placed): boolean => {
    const end = Math.min(line.length, ...starts.filter((each) => each > start));
    const said = line
      .slice(start, end)
      .map(({ word }) => word)
      .join(" ");
    return well.test(said) && !unwell.test(said.replace(noTrouble, ""));
  };
  const failing = places.filter((each) => !works(each));
  if (failing.length > 0 && failing.length < places.length) return failing[0] ?? first;
  const isVpn = ({ words }: Placed) => words.some((at) => line[at]?.word.includes("vpn"));
  return places.find(isVpn) ?? first;
}

/** What is said behind a place: that it works from there. */
const well =
  /\b(?:works?|working|fine|ok|okay|can|good|gehts?|gings?|schon|klappts?|l(?:ä|ae)uft|kann|komme|gut)\b|能|可以|连 ?得|没事|没问题|好好的|正常|行|通/;
const unwell =
  /\b(?:not|no|nothing|cant|cannot|dont|doesnt|wont|fails?|times?|timeouts?|nicht|nix|kein\w*|nie)\b|不|没|无法|超时|断|挂了|卡/;
const noTrouble = /没事|没问题|不错/g;
