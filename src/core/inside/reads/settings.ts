// Settings in kube-system: names that CoreDNS treats otherwise, what the autoscaler says of itself, network policies.
import type { Autoscaler, AutoscalerStuck, CustomNames, NetworkPolicy } from "../model.ts";
import { type Cell, isObject, name, object, texts } from "./cells.ts";
import { kubectl, listRead, type ReadSpec } from "./define-read.ts";
import { cellsIn } from "./template.ts";

const configMap = (called: string, field: string): readonly string[] =>
  kubectl(
    ...["get", "configmaps", called, "--namespace=kube-system"],
    `--output=jsonpath-as-json={${field}}`,
    "--ignore-not-found",
  );

/** `api.example:53 {`: a block, and the names that it answers for. */
const block = /^[ \t]*([^\s{}#][^{}#\n]{0,1000})\{[ \t]*$/;
const forward = /^[ \t]*forward[ \t]+\S+[ \t]+(.{1,1000})$/;
const rewrite = /^[ \t]*rewrite[ \t]+(.{1,1000})$/;
const address = /^(?:dns:\/\/)?\[?((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}:[0-9a-f:]{2,39})\]?(?::\d{1,5})?$/i;

/** Plugins have blocks as well. */
const plugins = ["forward", "hosts", "template", "cache", "health", "ready", "log", "kubernetes", "file"];

const zoneIn = (header: string): string => header.replace(/^dns:\/\//, "").replace(/:\d{1,5}$/, "");

function customNamesIn(corefiles: readonly string[]): CustomNames {
  const lines = corefiles.flatMap((corefile) => corefile.split("\n")).filter(({ length }) => length <= 2_000);
  const wordsOf = (line: string): readonly string[] => line.split(/[\s,]+/).filter(Boolean);
  const zones = lines.flatMap((line) => {
    const [first = "", ...others] = wordsOf(block.exec(line)?.[1] ?? "");
    return first === "" || plugins.includes(first) ? [] : [first, ...others].map(zoneIn);
  });
  const forwards = lines.flatMap((line) =>
    wordsOf(forward.exec(line)?.[1] ?? "").flatMap((each) => address.exec(each)?.[1] ?? []),
  );
  const rewrites = lines.flatMap((line) => wordsOf(rewrite.exec(line)?.[1] ?? ""));
  return { zones: [...new Set(zones)], forwards: [...new Set(forwards)], rewrites: [...new Set(rewrites)] };
}

/** Absent, as most clusters have it, it treats no name otherwise. */
export const customNames: ReadSpec<"customNames", CustomNames> = {
  id: "customNames",
  argv: configMap("coredns-custom", ".data"),
  read: (output) => {
    const settings = cellsIn(output)?.flat();
    return settings?.every(isObject)
      ? customNamesIn(settings.flatMap((each) => texts(Object.values(each))))
      : null;
  },
};

const stuckBy: readonly (readonly [text: RegExp, stuck: AutoscalerStuck])[] = [
  [/SubnetIsFull|InsufficientSubnetSize/i, "subnet"],
  [/QuotaExceeded|\bquota\b/i, "quota"],
  [/SkuNotAvailable|AllocationFailed|OverconstrainedAllocation|OverconstrainedZonalAllocation/i, "capacity"],
];

export const autoscaler: ReadSpec<"autoscaler", Autoscaler> = {
  id: "autoscaler",
  argv: configMap("cluster-autoscaler-status", ".data.status"),
  read: (output) => {
    const cells = cellsIn(output);
    if (cells === null) return null;
    const [status = "", ...others] = cells.flat();
    if (typeof status !== "string" || others.length > 0) return null;
    const backsOff = /\bBackoff\b/.test(status);
    const isUnhealthy = /\bUnhealthy\b/.test(status);
    // What it is stuck by stands where it backs off: a pool may be called `quota`.
    const stuck = backsOff ? (stuckBy.find(([said]) => said.test(status))?.[1] ?? null) : null;
    const saysNothing = !backsOff && !isUnhealthy && !/\bHealthy\b/.test(status);
    return status !== "" && saysNothing
      ? null
      : { exists: status !== "", isHealthy: !isUnhealthy, backsOff, stuck };
  },
};

const labelsOf = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((each): each is [string, string] => typeof each[1] === "string"),
      )
    : {};

export const networkPolicies = listRead("networkPolicies", {
  get: ["networkpolicies", "--namespace=kube-system"],
  fields: [
    ".metadata.name",
    ".spec.podSelector",
    ".spec.policyTypes[*]",
    ".spec.ingress[*]",
    ".spec.egress[*]",
  ],
  item: (own = [], selector = [], types = [], ingress = [], egress = []): NetworkPolicy | null => {
    const called = name(own);
    if (called === null) return null;
    const closes = (type: string, rules: Cell): boolean => texts(types).includes(type) && rules.length === 0;
    const { matchLabels, matchExpressions } = object(selector);
    return {
      name: called,
      selects: labelsOf(matchLabels),
      hasExpressions: Array.isArray(matchExpressions) && matchExpressions.length > 0,
      closesIn: closes("Ingress", ingress),
      closesOut: closes("Egress", egress),
    };
  },
});
