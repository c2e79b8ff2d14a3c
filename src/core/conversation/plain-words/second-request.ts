// A wish among other sentences.
import { isChange, traitsOf } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import type { Ranked } from "../ability/learn.ts";
import { certain, sure } from "../ability/thresholds.ts";
import type { Ability } from "../examples.ts";
import { isNoOrder } from "./is-ordered.ts";
import { isQuestion } from "./talk.ts";

/** Why something is so may stand around what is asked for: `restart api, it hangs`, `no approver here. How do I …?` */
export function askedBeside(text: string, [whole]: readonly Ranked<Ability>[]): Ability | null {
  if (whole === undefined) return null;
  const parts = text.split(/(?<=[,;:.!?])\s|\s[-\u2013\u2014]\s/);
  const found =
    parts.length < 2 || parts.length > mostParts
      ? []
      : parts.map((part, at) => wishIn(part, at % (parts.length - 1) === 0, whole.label));
  return found.find((each) => each !== null) ?? null;
}

/** Nobody says one thing in more. */
const mostParts = 12;

/** `isEnd`: the part is the first or the last one. */
function wishIn(part: string, isEnd: boolean, whole: Ability): Ability | null {
  const [best] = abilitiesOf(part);
  if (best === undefined || best.label === whole || best.share < (whole === "talk" ? sure : certain))
    return null;
  const isWish = isChange(best.label)
    ? isEnd && !isChange(whole) && !isNoOrder(part)
    : (traitsOf(whole).isVague === true || isChange(whole)) &&
      isQuestion(part) &&
      (!traitsOf(best.label).saysLittle || (best.label === "why" && whole === "talk"));
  return isWish ? best.label : null;
}
