// Times and durations for people. A time is written alike in every language: always UTC, with the zone written. On a card
// the reader's client makes it a local one (card/presented.ts).

/** `2026-07-27 09:41 UTC`; a text that is no ISO time is returned as it is. */
export function utc(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** `2026-07-27 09:41:07 UTC`, where times are held against each other. */
export function utcSecond(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** How long something takes, in each unit. `tenths`: seconds with one digit behind the point. */
export type TimeWords = Readonly<
  Record<"days" | "hours" | "minutes" | "seconds" | "tenths", (values: { count: number }) => string>
>;

/** `1.8 s`, `42 s`, `2 min 5 s`, `3 h 2 min`; empty when either end is missing or they are the wrong way round. */
export function duration(from: string | undefined, to: string | undefined, times: TimeWords): string {
  const ms = new Date(to ?? "").getTime() - new Date(from ?? "").getTime();
  if (Number.isNaN(ms) || ms < 0) return "";
  if (ms < 9_950) return times.tenths({ count: ms / 1000 });
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return times.seconds({ count: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60)
    return `${times.hours({ count: Math.floor(minutes / 60) })} ${times.minutes({ count: minutes % 60 })}`;
  return `${times.minutes({ count: minutes })} ${times.seconds({ count: seconds % 60 })}`;
}

/** How long after the first of several it was, as a stopwatch shows it: `+0:41`, `+9:07`, `+3:12:05`. */
export function after(first: string, iso: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(iso) - Date.parse(first)) / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const digits = (count: number): string => String(count).padStart(2, "0");
  return hours === 0
    ? `+${minutes}:${digits(seconds % 60)}`
    : `+${hours}:${digits(minutes)}:${digits(seconds % 60)}`;
}

/** How long one time is before another, as people say it: `35 min`, `2 h`, `3 days`; empty where it is not before it. */
export function roughly(from: string, to: string, { days, hours, minutes }: TimeWords): string {
  const ms = Date.parse(to) - Date.parse(from);
  if (Number.isNaN(ms) || ms < 0) return "";
  const passed = Math.max(1, Math.round(ms / 60_000));
  if (passed < 90) return minutes({ count: passed });
  const inHours = Math.round(passed / 60);
  return inHours < 48 ? hours({ count: inHours }) : days({ count: Math.round(inHours / 24) });
}

/** `PT5M` is `5 min`; anything else stays as it is. */
export function isoDuration(iso: string, { hours, minutes, seconds }: TimeWords): string {
  const [, ...parts] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(iso) ?? [];
  const said = [hours, minutes, seconds].flatMap((unit, index) => {
    const part = parts[index];
    return part === undefined ? [] : [unit({ count: Number(part) })];
  });
  return said.join(" ") || iso;
}
