// What every scenario of the local Azure has to be called, by chat, command line and proof alike.
import { readdirSync } from "node:fs";
import type { Verdict } from "../src/core/diagnosis/diagnosis.ts";

export type ScenarioRow = Readonly<{
  name: string;
  /** `prod-1` unless said otherwise. */
  cluster: string;
  /** The public address that the asker tells. */
  from?: string;
  verdict: Verdict;
  /** The check that is blamed; null when nothing is. */
  cause: string | null;
}>;

const prod = (name: string, verdict: Verdict, cause: string | null = null): ScenarioRow => ({
  name,
  cluster: "prod-1",
  verdict,
  cause,
});

const edge = (name: string, from: string, verdict: Verdict, cause: string | null = null): ScenarioRow => ({
  ...prod(name, verdict, cause),
  cluster: "edge-1",
  from,
});

export const scenarioRows: readonly ScenarioRow[] = [
  prod("hub-spoke", "healthy"),
  prod("dns-link-missing", "broken", "dns.link-client"),
  prod("stopped", "broken", "cluster.power-state"),
  edge("public-ranges", "20.50.9.9", "broken", "api.authorized-ip-client"),
  edge("public-ranges", "20.50.1.9", "healthy"),
];

/** Names of all scenario files, so that none is forgotten in the table. */
export const scenarioNames = (): readonly string[] =>
  readdirSync(`${import.meta.dirname}/../simulator/scenarios`)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));

/** `diagnose prod-1`, as it is typed in chat. */
export const questionOf = ({ cluster, from }: ScenarioRow): string =>
  `diagnose ${cluster}${from === undefined ? "" : ` from ${from}`}`;
