// What Azure refused, and what Entra did.
import { nextAfter, sayRefusal, whyRefused } from "./refused-by-azure.ts";
import { saySignIn } from "./refused-sign-in.ts";

export const azureTexts = {
  /** A sentence of its own. */
  azureRefused: sayRefusal,
  /** Goes on from "…：", and ends with a full stop. */
  azureWhy: whyRefused,
  azureNext: nextAfter,
  signInReason: saySignIn,
};
