// What to run where one sits, so that what Azure cannot show is seen: names, connection, TLS, sign-in.

import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { quoteArgv } from "../text/marked.ts";
import { type AskedCluster, askedClusterIn } from "./asked-cluster.ts";

export type ClientTest = Pick<AskedCluster, "name" | "isPrivate" | "address"> &
  Readonly<{ asksTenant: boolean }>;

const clientTestOf = ({ name, isPrivate, address, tenantId }: AskedCluster): ClientTest => ({
  name,
  isPrivate,
  address,
  asksTenant: tenantId !== null,
});

/** Null where no name is known that it could be run against. */
export function clientTestIn(snapshot: ClusterSnapshot): ClientTest | null {
  const cluster = askedClusterIn(snapshot);
  return cluster === null ? null : clientTestOf(cluster);
}

/** In seconds: longer than any handshake, shorter than anybody's patience. */
const patience = "8";

/** Each runs by itself, asks nothing and changes nothing. */
export function testLines({ name, address, asksTenant }: ClientTest): readonly string[] {
  return [
    quoteArgv(["nslookup", name]),
    quoteArgv(["curl", "-kv", "--max-time", patience, `https://${name}/version`]),
    ...(address === null ? [] : [quoteArgv(["nc", "-vz", "-w", patience, address, "443"])]),
    ...(asksTenant ? ["az account show --query tenantId --output tsv"] : []),
    "kubectl version -v=6",
  ];
}

/** Of the lines that Windows has otherwise: curl is another command in its PowerShell, and there is no nc. */
export function windowsLines({ name, address }: ClientTest): readonly string[] {
  return [
    quoteArgv(["curl.exe", "-kv", "--max-time", patience, `https://${name}/version`]),
    quoteArgv(["Test-NetConnection", address ?? name, "-Port", "443"]),
  ];
}
