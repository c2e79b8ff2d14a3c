// What a provisioning state says. A word that Azure adds tomorrow is neither a fault nor a proof.
// https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations#provisioningstate-values
import type { Outcome } from "./check.ts";
import { notAssessed, warn } from "./outcomes.ts";

export type StateWord = "done" | "failed" | "canceled" | "moving" | "unsaid" | "unknown";

/** AKS names the operation, and puts counts behind it: `UpgradingNodeImageVersion`, `Scaling(2/3)`. */
const moving =
  /^(accepted|pending|waiting|processing|in ?progress|registeringdns|(creat|updat|upgrad|scal|start|stopp|delet|cancel|migrat|rotat|reconcil|provision|deprovision)ing[a-z]*)(\W.*)?$/i;

export function stateWordOf(state: string): StateWord {
  if (state === "") return "unsaid";
  if (/^succeeded$/i.test(state)) return "done";
  if (/^failed$/i.test(state)) return "failed";
  if (/^cancell?ed$/i.test(state)) return "canceled";
  return moving.test(state) ? "moving" : "unknown";
}

/** A word of any kind that nobody here knows, or none. `what`: with its article, at the end of a sentence's first half. */
export const strangeWord = (what: string, kind: string, word: string): Outcome =>
  notAssessed(
    word === ""
      ? `Azure does not say the ${kind} of ${what}.`
      : `Azure gives ${what} the ${kind} "${word}", which is not known here.`,
  );

type More = NonNullable<Parameters<typeof warn>[1]>;

/** Where it neither works nor has failed; null for those two, which each check words by itself. */
export function unsettled(what: string, state: string, more: More): Outcome | null {
  switch (stateWordOf(state)) {
    case "canceled":
      return warn(`The last change of ${what} was canceled, so it may be half done.`, more);
    case "moving":
      return warn(
        `${what.charAt(0).toUpperCase()}${what.slice(1)} is in the state "${state}" until that has ended.`,
        more,
      );
    case "unsaid":
    case "unknown":
      return strangeWord(what, "state", state);
    default:
      return null;
  }
}
