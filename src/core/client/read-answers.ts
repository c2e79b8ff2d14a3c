// Names asked of a DNS server, as nslookup, dig, host and Resolve-DnsName print it: an answer over several lines.
import type { Observation, ObservedAnswer } from "./observation.ts";
import { address, bare, host, isIpv4, pattern } from "./shapes.ts";

type Asked = {
  names: string[];
  server: string | null;
  addresses: string[];
  answer: ObservedAnswer | null;
  /** Lines of addresses follow. */
  listing: boolean;
  /** The next address is the server's. */
  ofServer: boolean;
};

const nothing = (server: string | null = null): Asked => ({
  names: [],
  server,
  addresses: [],
  answer: null,
  listing: false,
  ofServer: false,
});

const add = (list: string[], item: string | undefined): void => {
  if (item !== undefined && !list.includes(item)) list.push(item);
};

export function answerOf(words: string): ObservedAnswer {
  if (/NXDOMAIN|non-?existent|does not exist|no such host|not known|not find the name/i.test(words))
    return "noSuchName";
  if (/SERVFAIL|REFUSED|server failed|query refused|misbehaving/i.test(words)) return "failed";
  return /no answer|no (?:internal type|address|A record)|no data/i.test(words) ? "empty" : "noAnswer";
}

const byErrorId: Readonly<Record<string, ObservedAnswer>> = {
  ERROR_RCODE_NAME_ERROR: "noSuchName",
  INFO_NO_RECORDS: "empty",
  ERROR_RCODE_SERVER_FAILURE: "failed",
};

type Rule = readonly [pattern: RegExp, read: (asked: Asked, found: readonly (string | undefined)[]) => void];

const named = (asked: Asked, name: string | undefined): void =>
  add(asked.names, name === undefined ? undefined : bare(name));
const linked = (asked: Asked, from: string | undefined, to: string | undefined): void => {
  named(asked, from);
  named(asked, to);
};
const failed = (asked: Asked, name: string | undefined, words: string | undefined): void => {
  named(asked, name);
  asked.answer ??= answerOf(words ?? "");
};
const found = (asked: Asked, ip: string | undefined): void => {
  add(asked.addresses, ip);
  asked.answer = "addresses";
};
const serves = (asked: Asked, server: string | undefined): void => {
  asked.server = server !== undefined && isIpv4(server) ? server : asked.server;
};

const rules: readonly Rule[] = [
  // nslookup
  [pattern(`^(?:Name|Nome?|Nombre|Naam|Nazwa)\\s?:\\s*(${host})$`), (asked, [, name]) => named(asked, name)],
  [pattern(`^Alias(?:es)?:\\s+(${host})$`), (asked, [, name]) => named(asked, name)],
  [pattern(`^(${host})\\s+canonical name = (${host})$`), (asked, [, from, to]) => linked(asked, from, to)],
  [
    pattern(`^Address(?:es)?(?: \\d)?:\\s*(${address})`),
    (asked, [, ip]) => {
      if (asked.ofServer) serves(asked, ip);
      else found(asked, ip);
      asked.listing = !asked.ofServer;
      asked.ofServer = false;
    },
  ],
  [
    pattern(`can't find (${host}): (.{0,80})`),
    (asked, [, name, words]) => failed(asked, name?.replace(/:$/, ""), words),
  ],
  // The same in the words of other languages, which keep the last two.
  [
    pattern(`(${host})(?: wurde von \\S{1,253} nicht gefunden)?\\s?: (Non-existent domain)`),
    (asked, [, name, words]) => failed(asked, name, words),
  ],
  [pattern(`can't resolve '(${host})'`), (asked, [, name]) => failed(asked, name, "NXDOMAIN")],
  [
    pattern(`^No (?:internal type|\\S{1,20} address).{0,80} for (${host})$`),
    (asked, [, name]) => failed(asked, name, "no address"),
  ],
  // dig
  [
    pattern(`^;? ?<<>> DiG \\S{1,60} <<>> (.{1,300})`),
    (asked, [, words = ""]) =>
      named(
        asked,
        words.split(/\s+/).find((word) => /^[a-z0-9].*\./i.test(word)),
      ),
  ],
  [
    /^;; ->>HEADER<<-.{0,80}status: ([A-Z]{1,20})/,
    (asked, [, status = ""]) => {
      asked.answer = status === "NOERROR" ? "empty" : answerOf(status);
    },
  ],
  [pattern(`^;(${host})\\s+IN\\s+A{1,4}$`), (asked, [, name]) => named(asked, name)],
  [
    pattern(`^(${host})\\s+\\d{1,10}\\s+IN\\s+CNAME\\s+(${host})$`),
    (asked, [, from, to]) => linked(asked, from, to),
  ],
  [
    pattern(`^(${host})\\s+\\d{1,10}\\s+IN\\s+A\\s+(${address})$`),
    (asked, [, name, ip]) => {
      named(asked, name);
      found(asked, ip);
    },
  ],
  [pattern(`^;; SERVER: (${address})#`), (asked, [, server]) => serves(asked, server)],
  // host
  [
    pattern(`^(${host}) has address (${address})$`),
    (asked, [, name, ip]) => {
      named(asked, name);
      found(asked, ip);
    },
  ],
  [pattern(`^(${host}) is an alias for (${host})$`), (asked, [, from, to]) => linked(asked, from, to)],
  [pattern(`^Host (${host}) not found: (.{1,60})`), (asked, [, name, words]) => failed(asked, name, words)],
  [pattern(`^(${host}) has no A record`), (asked, [, name]) => failed(asked, name, "no A record")],
  // Resolve-DnsName
  [
    pattern(`^(${host})\\s+A\\s+\\d{1,10}\\s+(?:Answer|Additional)\\s+(${address})$`),
    (asked, [, name, ip]) => {
      named(asked, name);
      found(asked, ip);
    },
  ],
  [
    pattern(`^(${host})\\s+CNAME\\s+\\d{1,10}\\s+Answer\\s+(${host})$`),
    (asked, [, from, to]) => linked(asked, from, to),
  ],
  [pattern(`^Name\\s+:\\s+(${host})$`), (asked, [, name]) => named(asked, name)],
  [pattern(`^IP(?:4)?Address\\s+:\\s+(${address})$`), (asked, [, ip]) => found(asked, ip)],
  [
    pattern(`^Resolve-DnsName\\s?:\\s+(${host})\\s?: (.{1,120})`),
    (asked, [, name, words]) => failed(asked, name, words),
  ],
  // PowerShell says it in its own language, or breaks the line; the id is the same everywhere.
  [
    /FullyQualifiedErrorId : DNS_(ERROR_RCODE_NAME_ERROR|INFO_NO_RECORDS|ERROR_RCODE_SERVER_FAILURE)/,
    (asked, [, id = ""]) => {
      asked.answer = byErrorId[id] ?? asked.answer;
    },
  ],
  // Nobody answered.
  [
    /no servers could be reached|DNS request timed out|^(?:\*\*\* )?Request to \S{1,253} timed-?out/i,
    (asked) => failed(asked, undefined, "timed out"),
  ],
  [
    pattern(`^;; communications error to (${address})#53`),
    (asked, [, server]) => {
      serves(asked, server);
      failed(asked, undefined, "timed out");
    },
  ],
];

function told({ names, server, addresses, answer }: Asked): readonly Observation[] {
  const ips = addresses.filter(isIpv4);
  if (answer === null || (names.length === 0 && answer !== "noAnswer")) return [];
  const known = answer === "addresses" && ips.length === 0 ? "empty" : answer;
  return [{ is: "name", names, server, answer: known, addresses: ips }];
}

/** In English, French and Spanish; German and others say it as English does. */
const serverLine = /^(?:Server|Serveur|Servidor)\s?:\s{0,20}(\S{1,60})?$/i;

/** A line that begins another question. */
const begins = (line: string, asked: Asked): boolean => {
  if (serverLine.test(line) || /^Using domain server:|^;? ?<<>> DiG/i.test(line)) return true;
  if (asked.answer === null) return false;
  const [, other] = /^(?:Name\s{0,8}:|;) ?\s{0,20}([\w.-]{1,253})$/.exec(line) ?? [];
  return other !== undefined && asked.names.length > 0 && !asked.names.includes(bare(other));
};

export function readAnswers(lines: readonly string[]): readonly Observation[] {
  const observations: Observation[] = [];
  let asked = nothing();
  for (const line of lines) {
    if (begins(line, asked)) {
      observations.push(...told(asked));
      asked = nothing(/^Name/i.test(line) ? asked.server : null);
    }
    if (serverLine.test(line) || /^Using domain server:/i.test(line)) {
      asked.ofServer = true;
      serves(asked, serverLine.exec(line)?.[1]);
    } else if (asked.listing && isIpv4(line)) {
      found(asked, line);
    } else {
      readLine(asked, line);
    }
  }
  return [...observations, ...told(asked)];
}

function readLine(asked: Asked, line: string): void {
  for (const [known, read] of rules) {
    const match = known.exec(line);
    if (match !== null) {
      read(asked, match);
      return;
    }
  }
  asked.listing = false;
}
