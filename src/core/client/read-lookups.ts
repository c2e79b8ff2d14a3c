// Names as programs that only use them tell of it, in one line: Go, curl, nc, PowerShell, Python, ping and traces.
import type { Observation, ObservedAnswer, Reader } from "./observation.ts";
import { answerOf } from "./read-answers.ts";
import { addressOnly, bare, host, ipv4, isIpv4, nameOnly, pattern } from "./shapes.ts";

const goLookup = pattern(
  `\\blookup (${host})(?: on (?:(${ipv4})|\\[[\\da-f:.]{2,45}(?:%[\\w.-]{1,30})?\\]):53)?: (.{1,200})`,
);

/** `no such host` of Go, else what the resolver of the machine says. */
const failures: readonly (readonly [RegExp, ObservedAnswer])[] = [
  [pattern(`could(?: not|n't) resolve (?:host(?:name)?|proxy)?:? ?'?(${host})`), "noSuchName"],
  [
    pattern(`getaddrinfo for host "(${host})" port \\S{1,20} (?:Name or service|nodename|No such)`),
    "noSuchName",
  ],
  [pattern(`getaddrinfo for host "(${host})" port \\S{1,20} Temporary failure`), "noAnswer"],
  [pattern(`could not resolve (${host})/\\d{1,5}: (?:Name or service|nodename)`), "noSuchName"],
  [pattern(`could not resolve (${host})/\\d{1,5}: Temporary failure`), "noAnswer"],
  [pattern(`^\\w{3,20}\\s?: Name resolution of (${host}) failed`), "noSuchName"],
  [pattern(`^(${host}): resolve call failed: '\\S{1,253}' not found`), "noSuchName"],
  [pattern(`unable to resolve host address '(${host})'`), "noSuchName"],
  [pattern(`remote name could not be resolved: '(${host})'`), "noSuchName"],
  [pattern(`\\bsuch host is known\\.? \\((${host}):\\d{1,5}\\)`), "noSuchName"],
  [pattern(`\\bresolve '(${host})' \\(\\[Errno -3\\]`), "noAnswer"],
  [pattern(`\\bresolve '(${host})'`), "noSuchName"],
  [
    pattern(
      `^(?:ping|traceroute|tracert): (?:unknown host |cannot resolve )?(${host}): (?:Name or service|Unknown host)`,
    ),
    "noSuchName",
  ],
  [pattern(`^Ping-Anforderung konnte Host "?(${host})"? nicht finden`), "noSuchName"],
  [
    pattern(`^(?:Ping request could not find host|Unable to resolve target system name) (${host})`),
    "noSuchName",
  ],
];

/** A name and its address in one line. */
const answers: readonly RegExp[] = [
  pattern(`^Tracing route to (${host}) \\[(${ipv4})\\]`),
  pattern(`^Pinging (${host}) \\[(${ipv4})\\]`),
  pattern(`^traceroute to (${host}) \\((${ipv4})\\)`),
  pattern(`^PING (${host}) \\((${ipv4})\\)`),
  pattern(`(?:^|[*\\d] {0,3})Connected to (${host}) \\((${ipv4})\\) port`),
  pattern(`^Connection to (${host}) \\((${ipv4})\\) \\d{1,5} port`),
  pattern(`^nc: connect to (${host}) \\((${ipv4})\\) port`),
  pattern(`^(${host}): (${ipv4})\\s{1,30}-- link: `),
  pattern(`^Resolving (${host}) \\(\\S{1,260}\\)\\.\\.\\. (${ipv4})`),
];

/** Tools that print addresses alone: what was typed above says of which name. */
function bareAnswers(lines: readonly string[]): readonly Observation[] {
  return lines.flatMap((line, at) => {
    const typed = /\bdig (.{1,300})$/.exec(line)?.[1]?.split(/\s+/) ?? [];
    const asked = typed.find((word) => /^[a-z0-9][\w-]{0,62}\.[\w.-]{1,190}$/i.test(word) && !isIpv4(word));
    if (asked === undefined || !typed.includes("+short")) return [];
    const server = typed.find((word) => word.startsWith("@"))?.slice(1);
    const behind = lines.slice(at + 1, at + 9);
    const end = behind.findIndex((each) => !/^[\w.-]{1,253}$/.test(each));
    const addresses = behind.slice(0, end === -1 ? behind.length : end).filter(isIpv4);
    return addresses.length === 0 ? [] : [name(asked, "addresses", addressOnly(server), addresses)];
  });
}

/** A line of the hosts file, or of `getent hosts`, behind the question. */
function hostsAnswers(lines: readonly string[]): readonly Observation[] {
  return lines.flatMap((line, at) => {
    const asked = /\bgetent (?:a?hosts(?:v4)? )(\S{1,253})$/.exec(line)?.[1];
    const [ip, ...names] = (lines[at + 1] ?? "").split(/\s+/);
    const isAnswer = asked !== undefined && names.includes(asked) && addressOnly(ip) !== null;
    return isAnswer ? [name(asked, "addresses", null, [ip ?? ""])] : [];
  });
}

const name = (
  asked: string,
  answer: ObservedAnswer,
  server: string | null = null,
  addresses: readonly string[] = [],
): Observation => ({ is: "name", names: [bare(asked)], server, answer, addresses });

function readLine(line: string): Observation | null {
  const [, asked, server, words] = goLookup.exec(line) ?? [];
  if (asked !== undefined) return name(asked, answerOf(words ?? ""), server ?? null);
  for (const [failure, answer] of failures) {
    const failed = failure.exec(line)?.[1];
    if (failed !== undefined && nameOnly(failed) !== null) return name(failed, answer);
  }
  for (const answer of answers) {
    const [, found, ip] = answer.exec(line) ?? [];
    const known = nameOnly(found);
    const address = addressOnly(ip);
    if (known !== null && address !== null) return name(known, "addresses", null, [address]);
  }
  return null;
}

/** Newer releases of curl say all addresses of a name on the lines below it. */
function curlAnswers(lines: readonly string[]): readonly Observation[] {
  return lines.flatMap((line, at) => {
    const asked = /Host ([\w.-]{1,253}):\d{1,5} was resolved/.exec(line)?.[1];
    if (asked === undefined) return [];
    const list = lines.slice(at + 1, at + 3).find((each) => /IPv4: /.test(each)) ?? "";
    const addresses = list.match(/\d{1,3}(?:\.\d{1,3}){3}/g) ?? [];
    return addresses.length === 0 ? [] : [name(asked, "addresses", null, addresses)];
  });
}

export const readLookups: Reader = (lines) => [
  ...curlAnswers(lines),
  ...bareAnswers(lines),
  ...hostsAnswers(lines),
  ...lines.flatMap((line) => readLine(line) ?? []),
];
