// What the requester says and shows: their error text, their own test, and where they are; and what was changed lately.

import { type ClientTestResult, isReached } from "../client/client-test-result.ts";
import { clientTestResultsIn } from "../client/judge.ts";
import { clientTestIn } from "../client/test-lines.ts";
import { type UnroutedClient, unroutedClientIn } from "../finding/api/client-findings.ts";
import { changesOnTheWay } from "../finding/kit/recent-changes.ts";
import type { RequirementResult } from "../requirement/requirement-result.ts";
import { type ClusterSnapshot, type ResourceChange, seenNow } from "../snapshot/snapshot.ts";
import type { Pointers } from "./candidate.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { needsFor, suspectsFor } from "./symptoms.ts";

export type RequesterView = Pointers &
  Readonly<{
    /** What their test has shown, where it still counts. */
    shown: readonly ClientTestResult[];
    /** The address that they told, where no network that is known leads in from it. */
    unseenPlace: UnroutedClient | null;
    /** The same, unless their test shows that they get through all the same. */
    outside: UnroutedClient | null;
  }>;

/** Newest first; none while the cluster itself cannot be read. */
const changesIn = ({ managedCluster, recentChanges }: ClusterSnapshot): readonly ResourceChange[] =>
  managedCluster.status === "collected" ? changesOnTheWay(recentChanges.items, managedCluster.data) : [];

export function requesterViewOf(snapshot: ClusterSnapshot): RequesterView {
  const { client } = snapshot;
  const tested = clientTestResultsIn(snapshot);
  const shown = seenNow(client) === undefined ? [] : tested;
  const unseenPlace = unroutedClientIn(snapshot);
  return {
    suspects: suspectsFor(client.symptom, tested),
    needs: needsFor(client.symptom, tested),
    changes: changesIn(snapshot),
    shown,
    unseenPlace,
    // Whoever gets through comes from a place that leads there, though Azure does not show it.
    outside: isReached(shown) ? null : unseenPlace,
  };
}

/** What to run where the requester is, and what their test has shown. */
export function testOf(
  snapshot: ClusterSnapshot,
  shown: readonly ClientTestResult[],
): Pick<Diagnosis, "clientTest" | "shown"> {
  const clientTest = clientTestIn(snapshot);
  return { ...(clientTest === null ? {} : { clientTest }), ...(shown.length === 0 ? {} : { shown }) };
}

/** The address that leads nowhere, or how the path ends that is walked from where somebody stands who named none. */
export function fromPlaceOf(
  { client: { ip, virtualNetwork, stands } }: ClusterSnapshot,
  outside: UnroutedClient | null,
  requirements: readonly RequirementResult[],
): Pick<Diagnosis, "outside" | "fromPlace"> {
  if (outside !== null) return { outside };
  if (ip !== undefined || virtualNetwork !== undefined || stands === undefined) return {};
  const need = stands === "gateway" ? "gateway.api" : stands === "azure" ? "people.api" : null;
  const end = requirements.find(({ id }) => id === need)?.end;
  return end === undefined ? {} : { fromPlace: { stands, end } };
}
