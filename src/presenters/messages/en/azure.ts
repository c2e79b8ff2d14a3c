// What Azure refused, and what Entra did: the words themselves stand beside the table of what Azure may answer, for as
// long as a section that could not be read carries a sentence of them.
import { nextAfter, sayRefusal, whyRefused } from "../../../core/azure/said-of-refusal.ts";
import { saySignIn } from "../../../core/azure/said-of-sign-in.ts";

export const azureTexts = {
  /** A sentence of its own. */
  azureRefused: sayRefusal,
  /** Goes on from "…: ", and ends with a full stop. */
  azureWhy: whyRefused,
  azureNext: nextAfter,
  signInReason: saySignIn,
};
