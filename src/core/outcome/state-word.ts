// What a provisioning state says. A word that Azure adds tomorrow is neither a fault nor a proof.
// https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations#provisioningstate-values
import {
  notAssessed,
  type Outcome,
  type SharedFact,
  type Thing,
  type ThingKind,
  type WordKind,
  warn,
} from "./check.ts";

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

/** `name`: left out where there is but one. */
export const thing = (kind: ThingKind, name = ""): Thing => ({ kind, name });

/** A word of any kind that nobody here knows, or none. */
export const strangeWord = (of: Thing, kind: WordKind, word: string): Outcome<SharedFact> =>
  notAssessed({ is: "strangeWord", of, kind, word });

type More = NonNullable<Parameters<typeof warn>[1]>;

/**
 * Where its state does not say that it works; null where it does. A last change that failed says nothing of what it carries,
 * which goes on in most cases; a check that sees more of it says so first.
 * https://learn.microsoft.com/troubleshoot/azure/virtual-network/troubleshoot-failed-state
 */
export function unsettled(of: Thing, state: string, more: More): Outcome<SharedFact> | null {
  switch (stateWordOf(state)) {
    case "failed":
      return notAssessed({ is: "changeFailed", of });
    case "canceled":
      return warn({ is: "changeCanceled", of }, more);
    case "moving":
      return warn({ is: "inState", of, state }, more);
    case "unsaid":
    case "unknown":
      return strangeWord(of, "state", state);
    case "done":
      return null;
  }
}
