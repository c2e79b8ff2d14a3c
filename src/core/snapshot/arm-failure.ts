// What ARM answered in place of what was asked for.
import type { SignInFailure } from "../requester.ts";
import type { Permission } from "./rights.ts";

/** What Azure answered in place of it: the status is null where no answer came. */
export type Answered = Readonly<{
  status: number | null;
  code: string;
  /** Azure's own words, masked and short; empty where it said none. */
  message: string;
  /** What the policy is called that forbade it, masked, where the body names it beside those words. */
  policy?: string;
}>;

/** `needs` is set where a missing right was the reason. */
export type ArmFailure = Answered &
  Readonly<{ needs?: Permission; retryAfterSeconds?: number; signIn?: SignInFailure }>;
