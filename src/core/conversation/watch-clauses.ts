// How a channel follows a cluster: from which severity on (`watch prod-1 sev<=1`, `beobachte prod-1 ab Sev 2`), and when it does
// not ring (`watch prod-1 quiet 22:00-07:00 Europe/Berlin`, `quiet weekends Asia/Shanghai`, `quiet off`).
import type { AlertSeverity } from "../alert/alert.ts";
import { isEmpty, timeZone, type Window, windowSchema } from "../policy/window.ts";
import { type ParseError, written } from "./parse-error.ts";

/** `quiet`: null ends it. */
export type WatchClauses = Readonly<{ severity?: AlertSeverity; quiet?: readonly Window[] | null }>;

type Taken =
  | Readonly<{ ok: true; rest: string } & WatchClauses>
  | Readonly<{ ok: false; reason: ParseError }>;

/** What stands at the end of a line, in either order, and the rest of it. `here` says nothing: a watch is the channel's. */
export function takeWatchClauses(line: string): Taken {
  const last = takeSeverity(line.replace(hereAtEnd, ""));
  const [begun = "", said = ""] = quietAtEnd.exec(last.rest) ?? [];
  if (begun === "") return { ok: true, ...last };
  const read = readQuiet(said.trim());
  if (!read.ok) return read;
  const { rest, severity = last.severity } = takeSeverity(last.rest.slice(0, -begun.length));
  return { ok: true, rest, quiet: read.quiet, ...(severity !== undefined && { severity }) };
}

const hereAtEnd =
  /(?<=\S)[\s,]+(?:here|in (?:here|this (?:channel|chat))|hier|in diesem (?:kanal|chat)|在?(?:这里|这个频道|此频道|本频道))[.!]?$/i;

// From which severity on.

const word = "(?:sev(?:erity)?|schweregrad|严重级别|级别)";
const before = "(?:(?:(?:alerts?|alarme) )?(?:of|from|only|ab|nur|mit|从) ?)*";
const behind =
  "(?: ?(?:(?:and|or) (?:worse|higher|above|up)|und (?:schlimmer|höher)|oder (?:schlimmer|höher)|及以上|以上|起))?";
const severityAtEnd = new RegExp(
  `(?:^|[\\s,:]+)${before}${word}[ -]?(?:<=|≤|=|bis|0 ?[-–] ?)? ?([0-4])${behind}[.!]?$`,
  "i",
);

function takeSeverity(line: string): Readonly<{ rest: string; severity?: AlertSeverity }> {
  const text = line.replaceAll(/\s+/g, " ").trim();
  const found = severityAtEnd.exec(text);
  return found === null
    ? { rest: line }
    : { rest: text.slice(0, found.index), severity: `Sev${found[1]}` as AlertSeverity };
}

// When it does not ring.

const quietAtEnd =
  /(?:^|[\s,:]+)(?:(?:and|with|und|mit) )?(?:quiet(?: hours?| time)?|ruhe(?:zeit(?:en)?)?|免打扰(?:时间|时段)?)[\s:：]+(\S.*)$/i;
const off = /^(?:off|none|aus|ende|关闭|取消)[.!]?$/i;
const time = "(\\d{1,2})(?:[:.h](\\d{2}))?(?: ?uhr| ?点)?";
const hours = new RegExp(
  `^(?:(?:from|von|从) ?)?${time} ?(?:-|–|—|to|until|till|bis|到|至) ?${time}(?=[\\s,和]|$)[\\s,]*`,
  "i",
);
const weekends =
  /^(?:(?:and|plus|und|和|\+|&) ?)?(?:on |am |an )?(?:weekends?|wochenenden?|周末)(?=[\s,]|$)[\s,]*/i;

type ReadQuiet =
  | Readonly<{ ok: true; quiet: readonly Window[] | null }>
  | Readonly<{ ok: false; reason: ParseError }>;

function readQuiet(said: string): ReadQuiet {
  if (off.test(said)) return { ok: true, quiet: null };
  const spans: Omit<Window, "timeZone">[] = [];
  const [nightly = "", fromHour = "", fromMinute = "00", toHour = "", toMinute = "00"] =
    hours.exec(said) ?? [];
  if (nightly !== "")
    spans.push({
      from: `${fromHour.padStart(2, "0")}:${fromMinute}`,
      to: `${toHour.padStart(2, "0")}:${toMinute}`,
    });
  const [weekly = ""] = weekends.exec(said.slice(nightly.length)) ?? [];
  if (weekly !== "") spans.push({ days: ["sat", "sun"], from: "00:00", to: "24:00" });
  const zone = said
    .slice(nightly.length + weekly.length)
    .replace(/^(?:in|时区) ?|[.!]$/gi, "")
    .trim();
  if (spans.length === 0) return misread({ is: "noQuietHours", ...written(said) });
  if (zone === "") return misread({ is: "noTimeZone", written: null });
  if (!timeZone.safeParse(zone).success) return misread({ is: "noTimeZone", ...written(zone) });
  const windows = spans.flatMap((span) => windowSchema.safeParse({ ...span, timeZone: zone }).data ?? []);
  return windows.length < spans.length || windows.some(isNoSpan)
    ? misread({ is: "noQuietHours", ...written(said) })
    : { ok: true, quiet: windows };
}

/** None at all, or every hour of every day. */
const isNoSpan = (window: Window): boolean =>
  isEmpty(window) || (window.days === undefined && window.from === "00:00" && window.to === "24:00");

const misread = (reason: ParseError) => ({ ok: false, reason }) as const;
