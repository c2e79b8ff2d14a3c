// Logs of kube-system: what CoreDNS complains of, and whether logs can be fetched from nodes at all.
// A pod writes what it likes here, so that only counts and addresses are taken out of it.

import {
  count,
  isChatter,
  kubectl,
  listRead,
  type ReadCell,
  type ReadSpec,
  text,
  time,
  word,
} from "./define-read.ts";
import type { NameErrors, Tunnel, TunnelFault, Warning } from "./model.ts";

/** `read udp 10.244.0.7:41234->10.1.0.4:53: i/o timeout` */
const silentServer = /->((?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:]{2,39}\]):53: i\/o timeout/g;

/** What CoreDNS itself writes: its plugins and queries with a level, and with which zones and version it started. */
const ofCoreDns =
  /^(?:\[(?:DEBUG|INFO|WARNING|ERROR|FATAL|PANIC)\] |CoreDNS-\d|\S{0,260}\.:\d{1,5}$|[a-z0-9]{1,20}\/[a-z0-9]{1,20}, go\d|maxprocs: )/;

/** Where more of it is something else, it is no log of CoreDNS, and nobody knows what CoreDNS complains of. */
export const nameErrors: ReadSpec<"nameErrors", NameErrors> = {
  id: "nameErrors",
  argv: kubectl(
    ...["logs", "--namespace=kube-system", "--container=coredns", "--selector=k8s-app=kube-dns"],
    ...["--tail=60", "--limit-bytes=40000"],
  ),
  read: (output) => {
    const lines = output.split("\n").filter((line) => line.trim() !== "" && !isChatter(line));
    const own = lines.filter((line) => ofCoreDns.test(line));
    if (own.length * 2 < lines.length) return null;
    const log = own.join("\n");
    return {
      lines: own.length,
      silent: [...log.matchAll(silentServer)].map(([, server = ""]) => server),
      serverFailures: [...log.matchAll(/\bSERVFAIL\b/g)].length,
    };
  },
};

const nodeSilent =
  /dial tcp \[?([0-9a-f.:]{2,45}?)\]?:10250: (?:i\/o timeout|connect: (?:connection refused|no route to host))/;
const noAgent = /No agent available|error dialing backend/i;

const faultIn = (line: string): TunnelFault =>
  nodeSilent.test(line) ? "nodeSilent" : noAgent.test(line) ? "noAgent" : "other";

/**
 * The last line of a pod that stands on every Linux node: it has to be fetched from the kubelet there. kubectl stops at
 * the first node that does not give it.
 */
export const tunnel: ReadSpec<"tunnel", Tunnel> = {
  id: "tunnel",
  argv: kubectl(
    ...["logs", "--namespace=kube-system", "--container=cloud-node-manager"],
    ...["--selector=k8s-app=cloud-node-manager", "--prefix", "--tail=1"],
  ),
  readsErrors: true,
  read: (output, exitCode) => {
    const lines = output.split("\n");
    const given = lines.flatMap((line) => /^\[pod\/([a-z0-9.-]{1,253})\//.exec(line)?.[1] ?? []);
    const pods = new Set(given).size;
    if (exitCode === 0) return { pods, fault: null, address: "" };
    const [error = ""] = lines.filter((line) => /^(?:Error from server|error: )/.test(line)).slice(-1);
    return { pods, fault: faultIn(error), address: nodeSilent.exec(error)?.[1] ?? "" };
  },
};

// Warnings that Kubernetes wrote down. Anybody may write events, and at length: of each only words and times are taken.

const latest = (...times: readonly ReadCell[]): number | null => {
  const known = times.flatMap((each) => time(each) ?? []);
  return known.length === 0 ? null : Math.max(...known);
};

export const warnings = listRead("warnings", {
  get: ["events", "--all-namespaces", "--field-selector=type=Warning"],
  fields: [
    ".involvedObject.namespace",
    ".involvedObject.kind",
    ".reason",
    ".source.component",
    ".reportingComponent",
    ".count",
    ".series.count",
    ".lastTimestamp",
    ".series.lastObservedTime",
    ".eventTime",
  ],
  item: (namespace = [], what = [], reason = [], source = [], reporter = [], ...more): Warning => {
    const [times = [], inSeries = [], ...seen] = more;
    return {
      namespace: word(text(namespace)),
      what: word(text(what)),
      reason: word(text(reason)),
      from: word(text(source)) || word(text(reporter)),
      count: Math.max(1, count(times), count(inSeries)),
      last: latest(...seen),
    };
  },
});
