// How long something may take, as a policy writes it: `30m`, `2h`.

const longest = 24 * 60;

/** In minutes, from 1 to those of a day; null for what is not written so. */
export function minutesOf(text: string): number | null {
  const [, number = "", unit] = /^(\d{1,4})([mh])$/.exec(text) ?? [];
  const minutes = Number(number) * (unit === "h" ? 60 : 1);
  return minutes >= 1 && minutes <= longest ? minutes : null;
}
