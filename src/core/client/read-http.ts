// What was answered over HTTP, and by whom: the API server, or a proxy on the way.
import { askedHosts } from "./asked-hosts.ts";
import type { Observation, Reader } from "./observation.ts";
import { endOf } from "./read-connections.ts";

/** Nothing but an API server, or kubectl talking to one, writes these. */
const ofApiServer =
  /^audit-id:|"kind": ?"Status"|"gitVersion":|^Server Version:|^Error from server \(|You must be logged in to the server|^x-kubernetes-pf-/i;

/** kubectl -v=6 and up; older releases write the first, newer ones the second. */
const kubectl: readonly RegExp[] = [
  /\b(?:GET|POST) https:\/\/[\w.-]{1,253}\S{0,300} (\d{3}) [A-Z]/,
  /url="https:\/\/[\w.-]{1,253}[^"]{0,300}" status="(\d{3}) /,
  /Response Status: (\d{3}) /,
];

const words: readonly (readonly [RegExp, number])[] = [
  [/You must be logged in to the server|asked for the client to provide credentials/i, 401],
  [/^Error from server \(Forbidden\)/i, 403],
  [/^Server Version: v?\d/i, 200],
];

function statusIn(line: string, isKubernetes: boolean, host: string | null): Observation | null {
  const said = words.find(([text]) => text.test(line))?.[1];
  if (said !== undefined) return { is: "http", status: said, by: "apiServer", host };
  const status = kubectl.map((text) => text.exec(line)?.[1]).find((each) => each !== undefined);
  if (status !== undefined) return { is: "http", status: Number(status), by: "apiServer", host };
  const [, answered, phrase = ""] = /^HTTP\/[\d.]{1,3} (\d{3})\b(.{0,60})/.exec(line) ?? [];
  if (answered === undefined || isOfProxy(Number(answered), phrase)) return null;
  return { is: "http", status: Number(answered), by: isKubernetes ? "apiServer" : "unknown", host };
}

const isOfProxy = (status: number, phrase: string): boolean =>
  status === 407 || /connection established|tunnel|proxy/i.test(phrase);

/** The body alone, as `curl -k` without `-v` prints it. */
function bodyIn(lines: readonly string[], hosts: readonly (string | null)[]): readonly Observation[] {
  const read = (text: RegExp, status: (line: string) => number): readonly Observation[] => {
    const at = lines.findIndex((line) => text.test(line));
    const line = lines[at];
    return line === undefined
      ? []
      : [{ is: "http", status: status(line), by: "apiServer", host: hosts[at] ?? null }];
  };
  const code = /"code": ?(\d{3})\b/;
  return lines.some((line) => /"kind": ?"Status"/.test(line))
    ? read(code, (line) => Number(code.exec(line)?.[1]))
    : read(/"gitVersion":/, () => 200);
}

/** curl also says which hosts it asks without one: that is none. */
const usedProxy = /Uses proxy env variable (?!no_proxy)\w{1,20} == '([^']{1,200})'/i;

const proxies: readonly RegExp[] = [
  usedProxy,
  /Unable to connect to the proxy|Could not resolve proxy|proxyconnect tcp: |ProxyError\(|Proxy Authentication Required/i,
  /CONNECT tunnel (?:failed|established), response (?:\d{3})/,
  /Received HTTP code \d{3} from proxy after CONNECT/,
];

/** Of all lines that tell of one: which it is, and how it answered. */
function proxyIn(lines: readonly string[]): readonly Observation[] {
  const told = lines.filter((line) => proxies.some((each) => each.test(line)));
  if (told.length === 0) return [];
  const first = (text: RegExp): string | null =>
    lines.map((line) => text.exec(line)?.[1]).find((each) => each !== undefined) ?? null;
  const address = first(/proxyconnect tcp: dial tcp (\S{1,60}): /);
  const unresolved = first(/Could not resolve proxy:? ([\w.-]{1,253})/i);
  const proxy = first(usedProxy) ?? address ?? unresolved;
  // A proxy's address may hold a password.
  const named = proxy?.replace(/^(\w{1,10}:\/\/)?[^/@]{0,200}@/, "$1") ?? null;
  const status =
    first(/(?:response|HTTP code|Tunnel connection failed:) (\d{3})/) ??
    (told.some((line) => /Proxy Authentication Required/.test(line)) ? "407" : null);
  const failed = first(/proxyconnect tcp: (.{1,200})/);
  return [
    {
      is: "proxy",
      proxy: named,
      status: status === null ? null : Number(status),
      end: failed === null ? (unresolved === null ? null : "failed") : endOf(failed),
    },
  ];
}

export const readHttp: Reader = (lines) => {
  const isKubernetes = lines.some((line) => ofApiServer.test(line));
  const hosts = askedHosts(lines);
  return [
    ...proxyIn(lines),
    ...lines.flatMap((line, at) => statusIn(line, isKubernetes, hosts[at] ?? null) ?? []),
    ...bodyIn(lines, hosts),
  ];
};
