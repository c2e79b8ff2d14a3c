// Which messages in Teams are the card of an incident.
import { wordsOf } from "./harness.ts";
import type { Shown } from "./teams.ts";

/** What a post beside a card says of it. */
export const besideCard = /are on the card of (I-[0-9A-Z]+)/;

/** A card that is over asks for no newer one, and is known by its buttons; so is a post beside it, which says that it is none. */
export const incidentOn = ({ activity }: Shown): string | null => {
  const card = JSON.stringify(activity);
  const shows = /"incident\.show","data":\{[^}]*"incident":"(I-[0-9A-Z]+)"/.exec(card)?.[1];
  const isBeside = besideCard.test(wordsOf(activity));
  return shows ?? (isBeside ? null : (/"incident":"(I-[0-9A-Z]+)"/.exec(card)?.[1] ?? null));
};
