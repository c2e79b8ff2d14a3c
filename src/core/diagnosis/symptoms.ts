// What an error text suggests to look at first. It only orders causes that are proven anyway.

import { type ClientTestResult, isCut, isInsideOnly } from "../client/client-test-result.ts";
import { refusalIn } from "../client/refusal.ts";
import type { FindingId } from "../finding/kit/finding-id.ts";
import { isPrivateAddress } from "../network/address/cidr.ts";
import type { RequirementId } from "../requirement/requirement.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { pointsAt } from "./points-at.ts";
import { type Hint, hintOfRefusal, hints, noKubeconfig, ownMachine } from "./summary-data.ts";
import { privateTimeout, type SymptomRow, symptomRows } from "./symptom-table.ts";

/** Undefined when the text says nothing that is known. */
export function hintFor(symptom: string | undefined): Hint | undefined {
  if (symptom === undefined) return undefined;
  const refusal = refusalIn(symptom);
  return refusal === null ? hints.find(([text]) => text.test(symptom))?.[1] : hintOfRefusal[refusal];
}

/** Whether a text says anything that is known. */
export const hasKnownError = (text: string): boolean =>
  hintFor(text) !== undefined || suspectsFor(text).size > 0;

/** Of a node's, a DNS server's or a jump host's own port, where nothing else is told of 443. */
const isOtherPort = (symptom: string): boolean =>
  /(?:\d|\]):(?:10250|53|22|3389)\b|\bport (?:22|3389)\b/.test(symptom) && !/:443\b|port 443\b/.test(symptom);

/** The connection that failed is none of the requester's to the API server. */
const isOthersWay = (symptom: string, shown: readonly ClientTestResult[]): boolean =>
  isOtherPort(symptom) ||
  isInsideOnly(shown) ||
  noKubeconfig.test(symptom) ||
  ownMachine.test(symptom) ||
  /failed calling webhook/i.test(symptom);

/** Somebody else is refused: a workload, what was to be written, or a node that pulls an image. */
const areOthersRights = (symptom: string): boolean =>
  !["requester", "unknownCaller", null].includes(refusalIn(symptom)) ||
  /failed to pull (?:and unpack )?image|ErrImagePull|ImagePullBackOff/i.test(symptom);

/** A timeout says which side filters only when it names the address. */
function timeoutSuspects(symptom: string): readonly FindingId[] {
  if (!/i\/o timeout|timed out|context deadline exceeded/i.test(symptom)) return [];
  const address = /dial tcp \[?([0-9.]+)/.exec(symptom)?.[1];
  if (address === undefined) return ["api.authorized-ip-client", ...privateTimeout];
  return isPrivateAddress(address) ? privateTimeout : ["api.authorized-ip-client"];
}

/** Those that are about whom the text is about. */
function rowsFor(symptom: string, shown: readonly ClientTestResult[]): readonly SymptomRow[] {
  const isOf = ({ of }: SymptomRow): boolean => {
    if (of === "requestersPath") return !isOthersWay(symptom, shown);
    return of !== "requestersRights" || !areOthersRights(symptom);
  };
  return symptomRows.filter((row) => row.text.test(symptom) && isOf(row));
}

/**
 * Ids of checks, none when the text says nothing that is known. What a test in it has shown to be cut says more of the
 * way than that something timed out.
 */
export const suspectsFor = (
  symptom: string | undefined,
  shown: readonly ClientTestResult[] = [],
): ReadonlySet<string> =>
  new Set(
    symptom === undefined
      ? []
      : [
          ...shown.flatMap(pointsAt),
          ...(isCut(shown) || isOthersWay(symptom, shown) ? [] : timeoutSuspects(symptom)),
          ...rowsFor(symptom, shown).flatMap(({ suspects }) => suspects),
        ],
  );

/** Needs of which the text tells that they are not met: those are explained first. */
export const needsFor = (
  symptom: string | undefined,
  shown: readonly ClientTestResult[] = [],
): ReadonlySet<RequirementId> =>
  new Set(
    symptom === undefined
      ? []
      : [
          ...(isInsideOnly(shown) ? (["nodes.api"] as const) : []),
          ...rowsFor(symptom, shown).flatMap(({ needs = [] }) => needs),
        ],
  );

/** With what the requester's own error means, where the cause is one at which it does not point: neither answers the other. */
export function withPasted(diagnosis: Diagnosis, { symptom, symptomIsOld }: Client): Diagnosis {
  const { pasted: _, ...rest } = diagnosis;
  const { rootCause, summary, shown } = diagnosis;
  const hint = symptomIsOld === true ? undefined : hintFor(symptom);
  const isSaid = [summary, ...(summary.is === "tested" ? [summary.rest] : [])].some(
    ({ is }) => is === "hint",
  );
  const isCause = rootCause !== null && suspectsFor(symptom, shown).has(rootCause.check);
  return hint === undefined || isSaid || isCause ? rest : { ...rest, pasted: hint };
}
