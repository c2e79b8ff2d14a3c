// From whatever somebody pasted to what it shows. Any text may come: what is no output of a known tool shows nothing.
import { linesOf } from "./lines.ts";
import type { Observation, Reader } from "./observation.ts";
import { readAnswers } from "./read-answers.ts";
import { readConnections } from "./read-connections.ts";
import { readHttp } from "./read-http.ts";
import { readLookups } from "./read-lookups.ts";
import { readNetConnections } from "./read-powershell.ts";
import { readSignIn } from "./read-sign-in.ts";
import { readTls } from "./read-tls.ts";

const readers: readonly Reader[] = [
  readAnswers,
  readLookups,
  readConnections,
  readNetConnections,
  readTls,
  readHttp,
  readSignIn,
];

/** More than any test prints; kubectl tells the same failure once for each attempt. */
const most = 40;

/** Each once, in the order in which the tools stand in a way: names, connections, TLS, HTTP, sign-in. */
export function readClientTest(text: string): readonly Observation[] {
  const lines = linesOf(text);
  const all = readers.flatMap((read) => read(lines));
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()].slice(0, most);
}
