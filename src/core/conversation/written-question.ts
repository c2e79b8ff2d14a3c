// A question about a cluster as it would be typed: what waits for a sign-in is kept as text and read again.
import type { Question } from "../diagnosis/diagnosis.ts";
import type { Client } from "../snapshot/snapshot.ts";
import { writtenStanding } from "./location-words.ts";

/** The mark that the text does not hold itself; where it holds both, one of them is written as the other. */
function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? `"${text.replaceAll('"', "'")}"` : `'${text}'`;
}

/** `withoutInside`: of a diagnosis, as is `question`, which is not written. `asksOf`: of the access paths. */
export type More = Readonly<{ withoutInside?: true; question?: Question; asksOf?: string }>;

export function writtenQuestion(
  kind: "diagnose" | "access",
  cluster: string,
  { ip, virtualNetwork, stands, symptom, symptomIsOld }: Client,
  { withoutInside, asksOf }: More = {},
): string {
  if (kind === "access" && asksOf !== undefined) return `access ${cluster} for ${asksOf}`;
  const place = ip ?? virtualNetwork ?? (stands && writtenStanding(stands));
  const from = place === undefined ? "" : ` from ${place}`;
  // Access paths are asked for without one.
  const seen =
    symptom === undefined || kind === "access"
      ? ""
      : ` with ${symptomIsOld ? "earlier " : ""}${quoted(symptom)}`;
  return `${kind} ${cluster}${from}${seen}${withoutInside && kind === "diagnose" ? " without inside" : ""}`;
}
