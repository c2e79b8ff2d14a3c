// Above the sign-in button.
import type { Messages } from "./messages/messages.ts";

/** A question that only asks to sign in is not repeated. */
export const signInText = (asked: string, { signIn }: Messages): string =>
  /^(?:sign|log)[ -]?in$/i.test(asked.trim()) ? signIn.text : signIn.goOn(asked);
