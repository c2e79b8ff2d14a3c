// Whether it matters where the requester is: the same reading, judged from each place that may be theirs.

import type { ClusterSnapshot, LocationKind } from "../snapshot/snapshot.ts";
import { diagnose } from "./diagnose.ts";
import { type Diagnosis, headlineOf } from "./diagnosis.ts";

/** What the snapshot shows that people may come from, beside the Internet. */
function placesIn({
  virtualNetworkGateways,
  bastionHosts,
  jumpHosts,
}: ClusterSnapshot): readonly LocationKind[] {
  const hasMachine = jumpHosts.status === "collected" && jumpHosts.data.length > 0;
  return [
    "internet",
    ...(virtualNetworkGateways.items.length > 0 ? (["gateway"] as const) : []),
    ...(hasMachine || bastionHosts.items.length > 0 ? (["azure"] as const) : []),
  ];
}

/** What decides for somebody there: whether they get in, and what they try first. */
const decidedBy = (diagnosis: Diagnosis): string =>
  JSON.stringify([
    diagnosis.verdict,
    headlineOf(diagnosis),
    diagnosis.fromPlace?.end ?? null,
    diagnosis.accessPaths.find(({ rank }) => rank === 1)?.id ?? null,
  ]);

/** Nobody gets in, wherever they are, or nothing of it could be read. */
const isForAll = ({ verdict, accessPaths }: Diagnosis): boolean =>
  verdict === "broken" || accessPaths.length === 0;

/** The places to choose from; none where the requester said theirs, or the answer is the same from each. */
export function placesToAsk(snapshot: ClusterSnapshot, diagnosis: Diagnosis): readonly LocationKind[] {
  const { ip, virtualNetwork, stands } = snapshot.client;
  if ([ip, virtualNetwork, stands].some((said) => said !== undefined) || isForAll(diagnosis)) return [];
  // Whoever ran a test there has shown what decides.
  if ((diagnosis.shown ?? []).length > 0) return [];
  const places = placesIn(snapshot);
  const answerFrom = (stands: LocationKind): string =>
    decidedBy(diagnose({ ...snapshot, client: { ...snapshot.client, stands } }));
  const [first, ...others] = places;
  if (first === undefined || others.length === 0) return [];
  // Each is a whole judgement: the first that differs is enough.
  const answer = answerFrom(first);
  return others.some((each) => answerFrom(each) !== answer) ? places : [];
}
