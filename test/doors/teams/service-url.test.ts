// Where the bot's bearer token may be sent: Teams' own hosts, however an address is dressed up.
import fc from "fast-check";
import { trustedServiceUrl } from "../../../src/doors/teams/conversation.ts";

const trusted = trustedServiceUrl(["smba.trafficmanager.net", ".teams.microsoft.com"]);

test.each([
  "https://smba.trafficmanager.net/emea/",
  "https://smba.trafficmanager.net/emea/3f2b7c64-8d19-4e57-9a02-6c1de5b840f7/",
  "https://smba.trafficmanager.net/teams",
  "https://smba.trafficmanager.net",
  "https://smba.infra.gcc.teams.microsoft.com/gcc/",
  "https://canary.botapi.teams.microsoft.com/amer/",
])("Teams' own: %s", (url) => {
  expect(trusted(url)).toBe(true);
});

test.each([
  ["the name in front of another", "https://x.teams.microsoft.com.evil.com/"],
  ["the exact name in front of another", "https://smba.trafficmanager.net.evil.com/"],
  ["the name glued to another", "https://evilteams.microsoft.com/"],
  ["the exact name glued to another", "https://evilsmba.trafficmanager.net/"],
  ["below an exact name", "https://evil.smba.trafficmanager.net/"],
  ["the suffix itself", "https://teams.microsoft.com/"],
  ["a shorter name", "https://microsoft.com/"],
  ["a host of its own", "https://evil.com/"],
  ["the name in the path", "https://evil.com/x.teams.microsoft.com/"],
  ["the name at the end of the path", "https://evil.com/.teams.microsoft.com"],
  ["the name in the query", "https://evil.com/?.teams.microsoft.com"],
  ["the name in the fragment", "https://evil.com/#.teams.microsoft.com"],
  ["the name as a user", "https://smba.trafficmanager.net@evil.com/"],
  ["the name as a user and password", "https://x.teams.microsoft.com:443@evil.com/"],
  ["a user before the name", "https://evil@smba.trafficmanager.net/"],
  ["a user and password before the name", "https://evil.com:443@smba.trafficmanager.net/"],
  ["a backslash", "https://evil.com\\x.teams.microsoft.com/"],
  ["a backslash after the name", "https://smba.trafficmanager.net\\@evil.com/"],
  ["backslashes for slashes", "https:\\\\smba.trafficmanager.net\\emea\\"],
  ["another port", "https://smba.trafficmanager.net:8443/"],
  ["the port of http", "https://smba.trafficmanager.net:80/"],
  ["the default port, written out", "https://smba.trafficmanager.net:443/"],
  ["plain http", "http://smba.trafficmanager.net/emea/"],
  ["plain http below a suffix", "http://x.teams.microsoft.com/"],
  ["another protocol", "ftp://smba.trafficmanager.net/"],
  ["a socket", "wss://smba.trafficmanager.net/"],
  ["a script", "javascript://smba.trafficmanager.net/%0aalert(1)"],
  ["a file", "file://smba.trafficmanager.net/etc/passwd"],
  ["a trailing dot", "https://smba.trafficmanager.net./"],
  ["a trailing dot below a suffix", "https://x.teams.microsoft.com./"],
  ["a dot of another script", "https://smba。trafficmanager。net/"],
  ["a fullwidth letter", "https://ｓmba.trafficmanager.net/"],
  ["a soft hyphen", "https://smba\u00ad.trafficmanager.net/"],
  ["an encoded dot", "https://smba%2etrafficmanager.net/"],
  ["an encoded slash", "https://evil.com%2f.teams.microsoft.com/"],
  ["punycode of a lookalike", "https://x.teams.xn--mcrosoft-c2a.com/"],
  ["a lookalike", "https://x.teams.mіcrosoft.com/"],
  ["upper case", "https://SMBA.TrafficManager.NET/"],
  ["an upper-case protocol", "HTTPS://smba.trafficmanager.net/"],
  ["a tab inside", "https://smba.traffic\tmanager.net/"],
  ["a line feed inside", "https://evil.com\n.teams.microsoft.com/"],
  ["a space before", " https://smba.trafficmanager.net/"],
  ["a space after", "https://smba.trafficmanager.net/ "],
  ["a query", "https://smba.trafficmanager.net/emea/?to="],
  ["a fragment", "https://smba.trafficmanager.net/emea/#"],
  ["a way up", "https://smba.trafficmanager.net/emea/../"],
  ["one slash", "https:/smba.trafficmanager.net/"],
  ["no protocol", "//smba.trafficmanager.net/"],
  ["loopback, which is not configured", "http://127.0.0.1:3978/"],
  ["nothing", ""],
  ["no URL", "smba.trafficmanager.net"],
])("not Teams': %s", (_name, url) => {
  expect(trusted(url)).toBe(false);
});

describe("loopback, for a local Azure", () => {
  const local = trustedServiceUrl(["127.0.0.1", "localhost"]);

  test.each([
    ["http://127.0.0.1:8443/", true],
    ["http://localhost:8443/connector", true],
    ["https://127.0.0.1/", true],
    ["http://127.0.0.1.evil.com/", false],
    ["http://localhost.evil.com:80/", false],
    ["http://127.1:8443/", false],
    ["http://0x7f000001/", false],
    ["http://[::1]:8443/", false],
    ["http://evil@127.0.0.1/", false],
    ["ftp://127.0.0.1/", false],
    ["xhttp://127.0.0.1/", false],
  ])("%s: %p", (url, expected) => {
    expect(local(url)).toBe(expected);
  });

  test("plain http to a configured host that is not loopback", () => {
    expect(trustedServiceUrl(["10.0.0.7"])("http://10.0.0.7/")).toBe(false);
    expect(trustedServiceUrl([".contoso.example"])("http://localhost.contoso.example/")).toBe(false);
    expect(trustedServiceUrl([".contoso.example"])("http://127.0.0.1.contoso.example/")).toBe(false);
  });
});

/** The same rule said in another way, over the text alone: it knows no parser of URLs. */
const oracle =
  /^https:[/]{2}(?:smba[.]trafficmanager[.]net|[a-z0-9.-]*[.]teams[.]microsoft[.]com)(?:[/][a-z0-9-]+)*[/]?$/;

test("of all addresses that are put together from pieces of Teams' and others', those of Teams and no others", () => {
  const piece = fc.constantFrom(
    ...["smba", "trafficmanager", "net", "teams", "microsoft", "com", "evil", "x", ".", ".", ".", "@", ":"],
    ...["443", "\\", "%2e", "。", "?", "#", "smba.trafficmanager.net", "x.teams.microsoft.com", "\t", "-"],
  );
  const protocol = fc.constantFrom("https://", "https://", "https://", "http://", "https:", "HTTPS://", "//");
  const end = fc.constantFrom("", "/", "/emea/", "/emea", "/emea/3f2b7c64");
  const host = fc.oneof(
    fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join("")),
    fc
      .tuple(
        fc.array(piece, { maxLength: 2 }),
        fc.constantFrom("smba.trafficmanager.net", "x.teams.microsoft.com"),
      )
      .map(([before, name]) => before.join("") + name),
  );
  let accepted = 0;
  fc.assert(
    fc.property(protocol, host, end, (start, middle, rest) => {
      const url = start + middle + rest;
      if (oracle.test(url)) accepted += 1;
      expect([url, trusted(url)]).toEqual([url, oracle.test(url)]);
    }),
    { numRuns: 500 },
  );
  expect(accepted).toBeGreaterThan(10);
});
