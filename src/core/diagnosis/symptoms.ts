// What an error text suggests to look at first. It only orders causes that are proven anyway.
import { isPrivateAddress } from "../network/cidr.ts";
import { type Hint, hints, privateTimeout, suspectsByText } from "./symptom-table.ts";

export type { Hint } from "./symptom-table.ts";

/** Undefined when the text says nothing that is known. */
export const hintFor = (symptom: string | undefined): Hint | undefined =>
  symptom === undefined ? undefined : hints.find(([text]) => text.test(symptom))?.[1];

/** A timeout says which side filters only when it names the address. */
function timeoutSuspects(symptom: string): readonly string[] {
  if (!/i\/o timeout|timed out|context deadline exceeded/i.test(symptom)) return [];
  const address = /dial tcp \[?([0-9.]+)/.exec(symptom)?.[1];
  if (address === undefined) return ["api.authorized-ip-client", ...privateTimeout];
  return isPrivateAddress(address) ? privateTimeout : ["api.authorized-ip-client"];
}

/** Ids of checks, none when the text says nothing that is known. */
export const suspectsFor = (symptom: string | undefined): ReadonlySet<string> =>
  new Set(
    symptom === undefined
      ? []
      : [
          ...timeoutSuspects(symptom),
          ...suspectsByText.filter(([text]) => text.test(symptom)).flatMap(([, suspects]) => suspects),
        ],
  );
