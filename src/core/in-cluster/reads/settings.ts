// Settings in kube-system: names that CoreDNS treats otherwise, what the autoscaler says of itself, network policies.

import {
  isObject,
  listRead,
  name,
  object,
  type ReadCell,
  type ReadSpec,
  text,
  texts,
} from "./define-read.ts";
import type { Autoscaler, AutoscalerStuck, CustomNames, NetworkPolicy } from "./model.ts";

/**
 * One ConfigMap of kube-system, asked for as a list of it alone: a list of nothing says that there is none, where an
 * output of nothing says nothing.
 */
const settingsRead = <const Id extends string, T>(
  id: Id,
  { called, field, read, absent }: SettingsOf<T>,
): ReadSpec<Id, T> => {
  const spec = listRead(id, {
    get: ["configmaps", "--namespace=kube-system", `--field-selector=metadata.name=${called}`],
    fields: [".metadata.name", field],
    item: (own = [], setting = []): Setting<T> | null => {
      const data = text(own) === called ? read(setting) : null;
      return data === null ? null : { data };
    },
  });
  return {
    ...spec,
    read: (output, exitCode) => {
      const found = spec.read(output, exitCode);
      if (found === null || found.length > 1) return null;
      return found[0] === undefined ? absent : found[0].data;
    },
  };
};

type Setting<T> = Readonly<{ data: T }>;
type SettingsOf<T> = Readonly<{
  called: string;
  field: string;
  /** Null for what Kubernetes does not keep there. */
  read: (setting: ReadCell) => T | null;
  absent: T;
}>;

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
export const customNames = settingsRead("customNames", {
  called: "coredns-custom",
  field: ".data",
  read: (setting): CustomNames | null =>
    setting.every(isObject) ? customNamesIn(setting.flatMap((each) => texts(Object.values(each)))) : null,
  absent: customNamesIn([]),
});

const stuckBy: readonly (readonly [text: RegExp, stuck: AutoscalerStuck])[] = [
  [/SubnetIsFull|InsufficientSubnetSize/i, "subnet"],
  [/QuotaExceeded|\bquota\b/i, "quota"],
  [/SkuNotAvailable|AllocationFailed|OverconstrainedAllocation|OverconstrainedZonalAllocation/i, "capacity"],
];

/** Null where it does not say how it is. */
function autoscalerIn([status, ...others]: ReadCell): Autoscaler | null {
  if (typeof status !== "string" || others.length > 0) return null;
  const backsOff = /\bBackoff\b/.test(status);
  const isUnhealthy = /\bUnhealthy\b/.test(status);
  if (!backsOff && !isUnhealthy && !/\bHealthy\b/.test(status)) return null;
  // What it is stuck by stands where it backs off: a pool may be called `quota`.
  const stuck = backsOff ? (stuckBy.find(([said]) => said.test(status))?.[1] ?? null) : null;
  return { exists: true, isHealthy: !isUnhealthy, backsOff, stuck };
}

export const autoscaler = settingsRead("autoscaler", {
  called: "cluster-autoscaler-status",
  field: ".data.status",
  read: autoscalerIn,
  absent: { exists: false, isHealthy: true, backsOff: false, stuck: null },
});

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
    const closes = (type: string, rules: ReadCell): boolean =>
      texts(types).includes(type) && rules.length === 0;
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
