// Warnings that Kubernetes wrote down. Anybody may write events, and at length: of each only words and times are taken.

import { type Cell, count, text, time, word } from "./cells.ts";
import { listRead } from "./define-read.ts";
import type { Warning } from "./model.ts";

const latest = (...times: readonly Cell[]): number | null => {
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
