// The end of a sign-in.
import type { AbilityWords } from "../ability.ts";

export const signOutWords: AbilityWords = {
  phrases: [
    "^sign|log out|off",
    "^sign|log me|us out|off",
    "^logout|signout|logoff|signoff|log-out|sign-out",
    "^let me sign|log out",
  ],
  beside: "sign log out off me logout signout session end",
};
