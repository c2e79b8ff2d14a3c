// The first sentences where the asker has pasted a test: what it proves stands beside what was found, and neither hides
// the other.

import { isLetIn, type Shown } from "../client-test/shown.ts";
import type { Outside } from "../finding/client/outside.ts";
import { metaOf } from "../inside/findings/finding-meta.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { RootCause } from "./diagnosis.ts";
import { pointsAt } from "./points-at.ts";
import type { Bearing, Summary, UntestedSummary } from "./summary-data.ts";

type Tested = Readonly<{
  shown: readonly Shown[];
  /** What failed; null where nothing did. */
  cause: RootCause | null;
  /** The address that the asker told, where no network that is known leads in from it. */
  unseenPlace: Outside | null;
  client: Client;
}>;

/** Where nothing but the test shows the cause, the test itself says no more than what to do. */
function bearingOf({ shown, cause }: Tested): Bearing {
  if (cause === null) return "alone";
  if (metaOf(cause.check)?.shownBy === "clientTest") return "told";
  if (shown.some((each) => pointsAt(each).some((id) => id === cause.check))) return "same";
  return isLetIn(shown) ? "against" : "beside";
}

export function withTest(rest: UntestedSummary, tested: Tested): Summary {
  const { shown, unseenPlace, client } = tested;
  const placed = client.ip !== undefined || client.virtualNetwork !== undefined;
  if (shown.length === 0) return rest;
  const outside = isLetIn(shown) ? (unseenPlace?.ip ?? null) : null;
  return { is: "tested", shown, bears: bearingOf(tested), placed, outside, rest };
}
