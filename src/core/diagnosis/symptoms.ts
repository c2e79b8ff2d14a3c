// What an error text suggests to look at first. It only orders causes that are proven anyway.
import { pointsAt } from "../client-test/points-at.ts";
import { isCut, type Shown } from "../client-test/shown.ts";
import { isPrivateAddress } from "../network/cidr.ts";
import type { NeedId } from "../requirement/need.ts";
import { type Hint, hints, privateTimeout, type SymptomRow, symptomRows } from "./symptom-table.ts";

export type { Hint } from "./symptom-table.ts";

/** Undefined when the text says nothing that is known. */
export const hintFor = (symptom: string | undefined): Hint | undefined =>
  symptom === undefined ? undefined : hints.find(([text]) => text.test(symptom))?.[1];

/** Whether a text says anything that is known. */
export const hasKnownError = (text: string): boolean =>
  hintFor(text) !== undefined || suspectsFor(text).size > 0;

/** Of a node's, a DNS server's or a jump host's own port, where nothing else is told of 443. */
const isOtherPort = (symptom: string): boolean =>
  /(?:\d|\]):(?:10250|53|22|3389)\b|\bport (?:22|3389)\b/.test(symptom) && !/:443\b|port 443\b/.test(symptom);

/** A timeout says which side filters only when it names the address. */
function timeoutSuspects(symptom: string): readonly string[] {
  if (!/i\/o timeout|timed out|context deadline exceeded/i.test(symptom) || isOtherPort(symptom)) return [];
  const address = /dial tcp \[?([0-9.]+)/.exec(symptom)?.[1];
  if (address === undefined) return ["api.authorized-ip-client", ...privateTimeout];
  return isPrivateAddress(address) ? privateTimeout : ["api.authorized-ip-client"];
}

/**
 * Ids of checks, none when the text says nothing that is known. What a test in it has shown to be cut says more of the
 * way than that something timed out.
 */
export const suspectsFor = (symptom: string | undefined, shown: readonly Shown[] = []): ReadonlySet<string> =>
  new Set(
    symptom === undefined
      ? []
      : [
          ...shown.flatMap(pointsAt),
          ...(isCut(shown) ? [] : timeoutSuspects(symptom)),
          ...rowsFor(symptom).flatMap(({ suspects }) => suspects),
        ],
  );

const rowsFor = (symptom: string): readonly SymptomRow[] =>
  symptomRows.filter(({ text }) => text.test(symptom));

/** Needs of which the text tells that they are not met: those are explained first. */
export const needsFor = (symptom: string | undefined): ReadonlySet<NeedId> =>
  new Set(symptom === undefined ? [] : rowsFor(symptom).flatMap(({ needs = [] }) => needs));
