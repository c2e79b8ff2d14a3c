// What may have been meant by a line that was not understood: whole lines, each of which is understood and accepted.
import { redact } from "../redact/redact.ts";
import { isReal } from "./cluster-words.ts";
import { addressesIn, type Misread } from "./misread.ts";
import { understandLine } from "./understand-line.ts";

const most = 3;

/** `clusters`: names that stand in the line, of clusters that its writer can see. */
export function suggestionsFor(reason: Misread, clusters: readonly string[]): readonly string[] {
  const typed = reason.is === "didYouMean" ? withCluster(reason.phrase, clusters) : [];
  const addresses = addressesIn(reason);
  const about =
    clusters.length > 1
      ? clusters.map((name) => `diagnose ${name}`)
      : clusters.flatMap((name) =>
          addresses.length > 0 ? addresses.map((each) => `access ${name} for ${each}`) : linesAbout(name),
        );
  return [...new Set([...typed, ...about])].filter((line) => isAccepted(line, clusters)).slice(0, most);
}

/** A command is for the cluster that stands in the line, never for the one spoken of before in its place. */
function withCluster(phrase: string, [name, ...others]: readonly string[]): readonly string[] {
  const line = understandLine(phrase);
  // Of a cluster that is named there are lines of its own.
  if (line.is === "intent" && line.intent.kind === "diagnose" && name !== undefined) return [];
  const isOpen = line.is === "intent" && "command" in line.intent && line.intent.cluster === null;
  if (!isOpen || name === undefined) return [phrase];
  return others.length === 0 ? [`${phrase} on ${name}`] : [];
}

const linesAbout = (name: string): readonly string[] => [
  `diagnose ${name}`,
  `access ${name}`,
  `kubectl get pods -A on ${name}`,
];

/** A cluster in it is one that is known to be there. */
function isAccepted(text: string, clusters: readonly string[]): boolean {
  const line = understandLine(text);
  if (line.is !== "intent" || redact(text).text !== text) return false;
  const { intent } = line;
  if ("cluster" in intent && intent.cluster !== null && !clusters.includes(intent.cluster)) return false;
  return "command" in intent ? isReal(intent.command) : true;
}
