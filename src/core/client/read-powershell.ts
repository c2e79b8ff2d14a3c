// Test-NetConnection: a list of properties, of which the last says whether the port opened.
import type { Observation } from "./observation.ts";
import { addressOnly, nameOnly } from "./shapes.ts";

const property = /^([A-Za-z()]{3,30})\s{0,30}:\s{1,3}(\S{1,253})$/;

export function readNetConnections(lines: readonly string[]): readonly Observation[] {
  const observations: Observation[] = [];
  let read = new Map<string, string>();
  for (const line of lines) {
    const [, key = "", value = ""] = property.exec(line) ?? [];
    if (/^ComputerName$/i.test(key)) read = new Map();
    if (key !== "") read.set(key.toLowerCase(), value);
    if (/^TcpTestSucceeded$/i.test(key)) observations.push(...told(read));
  }
  return observations;
}

function told(read: ReadonlyMap<string, string>): readonly Observation[] {
  const name = nameOnly(read.get("computername"));
  const address = addressOnly(read.get("remoteaddress"));
  const port = Number(read.get("remoteport") ?? Number.NaN);
  const isOpen = /^true$/i.test(read.get("tcptestsucceeded") ?? "");
  const connection: Observation = {
    is: "connection",
    host: name,
    address,
    port: Number.isNaN(port) ? null : port,
    end: isOpen ? "open" : "failed",
    ...(name === null && address !== null ? { direct: true as const } : {}),
  };
  return name === null || address === null
    ? [connection]
    : [{ is: "name", names: [name], server: null, answer: "addresses", addresses: [address] }, connection];
}
