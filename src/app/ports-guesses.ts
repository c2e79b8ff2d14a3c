// How many ids and codes a person sent that are none; part of the ports.
import type { AuditEntry } from "../core/audit/audit-event.ts";

export type GuessLimit = Readonly<{ guesses: number; milliseconds: number }>;

export interface GuessStore {
  /**
   * Counts a guess before anything is looked up for it, for all processes at once; the count begins anew when `limit`'s
   * time is over. False: that is one too many. `audit` is written with the first of those.
   */
  takeGuess(person: string, limit: GuessLimit, audit: AuditEntry): Promise<boolean>;
  /** It was none: it does not count. */
  returnGuess(person: string): Promise<void>;
}
