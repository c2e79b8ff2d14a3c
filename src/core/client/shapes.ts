// Parts of the patterns by which lines are known. Each is bounded, so that no line costs more than its length.
import { parseIpv4 } from "../network/address/cidr.ts";
import { cutText, withoutColours } from "../text/text.ts";
import type { ConnectionEnd, Observation, Of } from "./observation.ts";

export const host = "[A-Za-z0-9][\\w.-]{0,252}";
export const ipv4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
/** Of either kind, as a tool prints it. */
export const address = `(?:${ipv4}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{2,45})`;

/** Tools write names as they like. */
export const pattern = (text: string): RegExp => new RegExp(text, "i");

export const isIpv4 = (text: string): boolean => parseIpv4(text) !== null;

/** Names end with a dot in some tools. */
export const bare = (name: string): string => name.replace(/\.$/, "").toLowerCase();

/** A name, unless it is an address. */
export const nameOnly = (text: string | undefined): string | null =>
  text === undefined || isIpv4(text) ? null : bare(text);

export const addressOnly = (text: string | undefined): string | null =>
  text !== undefined && isIpv4(text) ? text : null;

// A pasted text as lines that tools print: without colours, quoting, and the marks that curl and Teams put before a line.

/** As much as is read, in UTF-16 code units; of what is longer, the beginning and the end. */
const longestTest = 8_000;

/** Bodies that kubectl prints are longer, and hold nothing of the way. */
const longestLine = 600;

/** What a pipeline, a log or `curl --trace-time` writes before each line. */
const time =
  /^\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?(?:[ \t]|$)/;

export const linesOf = (text: string): readonly string[] =>
  withoutColours(cutText(text, longestTest, true).text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line
        .slice(0, longestLine)
        .replaceAll('\\"', '"')
        .replaceAll("`", "")
        .replace(/[\u2018\u2019]/g, "'")
        .replace(/[\u201c\u201d]/g, '"')
        .replace(time, "")
        .replace(/^[\s>*<|]+/, "")
        .trimEnd(),
    )
    // A blank line ends a block; more of them say no more, and each would be tried against every pattern.
    .filter((line, at, all) => line !== "" || all[at - 1] !== "");

// Which host a line of the output is about: the one that the lines before it ask, or the line itself.

const asks: readonly RegExp[] = [
  // kubectl: what it asks, and what failed; curl as it is typed.
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) https:\/\/([\w.-]{1,253})/,
  /\burl="https:\/\/([\w.-]{1,253})/,
  /\b(?:Get|Post|Put|Patch|Delete|Head) "https:\/\/([\w.-]{1,253})/,
  /\bcurl(?:\.exe)?\b.{0,300}?https:\/\/([\w.-]{1,253})/,
  /^Host ([\w.-]{1,253}):443 was resolved/,
  new RegExp(`^Connected to (${host}) \\([\\d.]{7,15}\\) port 443\\b`),
  // Behind a proxy.
  /^CONNECT ([\w.-]{1,253}):443\b/,
  /^Establish HTTP proxy tunnel to ([\w.-]{1,253}):443\b/,
];

/** For each line; null as long as nothing says so. */
export function askedHosts(lines: readonly string[]): readonly (string | null)[] {
  let last: string | null = null;
  return lines.map((line) => {
    const asked = asks.map((each) => each.exec(line)?.[1]).find((each) => each !== undefined);
    if (asked !== undefined) last = bare(asked);
    return last;
  });
}

// Connections as curl, nc, telnet, Go and Python tell of them, in one line; of curl also which address it tried before.

export function endOf(words: string): ConnectionEnd {
  // Windows says it in its own language, which goes into the error of Go.
  if (/refus|verweiger/i.test(words)) return "refused";
  if (/reset|forcibly closed|vom Remotehost geschlossen|fermée par l.hôte/i.test(words)) return "reset";
  if (/no route to host|unreachable/i.test(words)) return "unreachable";
  return /time(?:d[ -]?)? ?out|TIMEOUT|deadline|did not properly respond|in progress/i.test(words)
    ? "timedOut"
    : "failed";
}

type Connection = Of<"connection">;

const connection = (
  to: string | undefined,
  port: string | undefined,
  end: ConnectionEnd,
  ip?: string,
): Connection => ({
  is: "connection",
  host: nameOnly(to),
  address: addressOnly(ip) ?? addressOnly(to),
  port: port === undefined ? null : Number(port),
  end,
});

/** Of tools that repeat what was typed. */
const typed = (read: Connection): Connection =>
  read.host === null && read.address !== null ? { ...read, direct: true } : read;

type Found = readonly (string | undefined)[];
type Rule = readonly [pattern: RegExp, read: (found: Found) => Connection];

const ended = "(.{1,160})";

const rules: readonly Rule[] = [
  // Go: kubectl, kubelogin
  [
    pattern(`dial tcp \\[?(${ipv4}):(\\d{1,5}): ${ended}`),
    ([, ip, port, words]) => connection(ip, port, endOf(words ?? "")),
  ],
  [
    pattern(`(?:read|write) tcp ${ipv4}:\\d{1,5}->(${ipv4}):(\\d{1,5}): ${ended}`),
    ([, ip, port, words]) => connection(ip, port, endOf(words ?? "")),
  ],
  [
    pattern(`^The connection to the server (${host}?)(?::(\\d{1,5}))? was refused`),
    ([, to, port]) => connection(to, port, "refused"),
  ],
  [
    pattern(
      `"https://(${host})(?::(\\d{1,5}))?[^"]{0,300}": .{0,80}(?:context deadline exceeded|Client\\.Timeout)`,
    ),
    ([, to, port]) => connection(to, port ?? "443", "timedOut"),
  ],
  [
    pattern(`"https://(${host})(?::(\\d{1,5}))?[^"]{0,300}": EOF"?$`),
    ([, to, port]) => connection(to, port ?? "443", "reset"),
  ],
  // curl
  [
    pattern(`(?:^|[*\\d] {0,3})Connected to (${host}) \\((${ipv4})\\) port (\\d{1,5})`),
    ([, to, ip, port]) => connection(to, port, "open", ip),
  ],
  [
    pattern(`connect to (${ipv4}) port (\\d{1,5})(?: from \\S{1,60} port \\d{1,5})? failed: ${ended}`),
    ([, ip, port, words]) => connection(ip, port, endOf(words ?? "")),
  ],
  // nc, ncat
  [
    pattern(
      `^Connection to (${host})(?: \\((${ipv4})\\))? (?:port )?(\\d{1,5})(?: port)? \\[.{1,30}\\] succeeded`,
    ),
    ([, to, ip, port]) => typed(connection(to, port, "open", ip)),
  ],
  [
    pattern(`^nc: connect(?:x)? to (${host})(?: \\((${ipv4})\\))? port (\\d{1,5}) \\(tcp\\) ${ended}`),
    ([, to, ip, port, words]) => typed(connection(to, port, endOf(words ?? ""), ip)),
  ],
  [
    pattern(
      `^(?:nc: )?(${host}) \\(?\\[?(${ipv4})[\\]:)]{0,2} ?:?(\\d{1,5})\\)? ?(?:\\(\\w{1,20}\\) )?(open|: .{1,60})`,
    ),
    ([, to, ip, port, words]) => connection(to, port, words === "open" ? "open" : endOf(words ?? ""), ip),
  ],
  [pattern(`^Ncat: Connected to (${ipv4}):(\\d{1,5})`), ([, ip, port]) => connection(ip, port, "open")],
  // bash
  [
    pattern(`/dev/tcp/(${host})/(\\d{1,5}): ${ended}`),
    ([, to, port, words]) => connection(to, port, endOf(words ?? "")),
  ],
  // telnet
  [
    pattern(`^Connected to ([\\w-]{1,63}\\.${host})\\.$`),
    ([, to]) => connection(to?.replace(/\.$/, ""), undefined, "open"),
  ],
  [
    pattern(`^Connecting To (${host})\\.\\.\\.Could not open connection to the host, on port (\\d{1,5})`),
    ([, to, port]) => connection(to?.replace(/\.+$/, ""), port, "failed"),
  ],
  // wget
  [
    pattern(
      `^Connecting to (${host})(?: \\(\\S{1,260}\\))?\\|(${ipv4})\\|:(\\d{1,5})\\.\\.\\. (connected|failed: .{1,60})`,
    ),
    ([, to, ip, port, words = ""]) => connection(to, port, words === "connected" ? "open" : endOf(words), ip),
  ],
  // Python: the Azure CLI
  [
    pattern(
      `host='(${host})', port=(\\d{1,5})\\).{0,250}(ConnectTimeoutError|timed out|refused|Errno 1\\d\\d)`,
    ),
    ([, to, port, words]) =>
      connection(to, port, endOf(words === "ConnectTimeoutError" ? "timed out" : (words ?? ""))),
  ],
  // PowerShell
  [
    pattern(`^\\w{3,20}\\s?: TCP connect to \\(?(${host}) ?: ?(\\d{1,5})\\)? failed`),
    ([, to, port]) => connection(to, port, "failed"),
  ],
];

/** An end that does not say of which connection: that of the address which was tried last. */
const ends: readonly RegExp[] = [
  /^Ncat: (Connection refused|TIMEOUT|Connection timed out|No route to host|Network is unreachable)/,
  /^telnet: (?:Unable to connect to remote host|connect to address \S{1,60}): (.{1,60})/,
  /^curl: \((?:7|28)\) (Failed to connect.{1,200}|Connection timed out.{1,60}|Connect(?:ion)? timeout.{0,60}|Operation timed out.{1,80})/,
  /^(Connection timed out after \d{1,9} milliseconds)/,
];

const trying = pattern(`(?:^|[*\\d] {0,3})Trying (${ipv4})(?::(\\d{1,5}))?(?:\\.\\.\\.|$)`);

/** Go names the address that it connected to behind the one that it was given, which says whose it is. */
const withHost = (read: Connection, line: string): Connection => ({
  ...read,
  host: read.host ?? nameOnly(/https:\/\/([\w.-]{1,253})/.exec(line)?.[1]),
});

/** The same connection, told twice: the address and the port are taken from where they stand. */
const isTold = (known: readonly Connection[], { host: to, address, port }: Connection): boolean =>
  known.some(
    (each) =>
      (to === null || each.host === null || each.host === to) &&
      (address === null || each.address === null || each.address === address) &&
      (port === null || each.port === null || each.port === port),
  );

export function readConnections(lines: readonly string[]): readonly Observation[] {
  const told: Connection[] = [];
  let last: Readonly<{ ip: string; port: string | undefined }> | null = null;
  for (const line of lines) {
    const [, ip, port] = trying.exec(line) ?? [];
    if (ip !== undefined) last = { ip, port };
    const rule = rules.find(([known]) => known.test(line));
    if (rule !== undefined) {
      const read = rule[1](rule[0].exec(line) ?? []);
      told.push(
        withHost(read.address === null && last !== null ? { ...read, address: last.ip } : read, line),
      );
      continue;
    }
    const words = ends.map((each) => each.exec(line)?.[1]).find((each) => each !== undefined);
    if (words === undefined) continue;
    const [, to, of] = /connect to ([\w.-]{1,253}) port (\d{1,5})/i.exec(words) ?? [];
    const read = connection(to, of ?? last?.port, curlEnd(words), last?.ip);
    if (!isTold(told, read)) told.push(read);
  }
  return told;
}

/** curl gives up after the seconds that it was given, and then says only that it could not. */
function curlEnd(words: string): ConnectionEnd {
  const end = endOf(words);
  const [, after] = /after (\d{1,9}) ms/.exec(words) ?? [];
  return end === "failed" && Number(after ?? 0) > 3_000 ? "timedOut" : end;
}
