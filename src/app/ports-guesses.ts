// How many ids and codes a person sent that are none; part of the ports.
import type { AuditEntry } from "../core/audit/audit-event.ts";

export type GuessLimit = Readonly<{ guesses: number; milliseconds: number }>;

export interface GuessStore {
  /** Whether something may be looked up for them: they have not been wrong too often. */
  mayGuess(person: string, limit: GuessLimit): Promise<boolean>;
  /**
   * What they sent was looked up and is not there: that counts, for all processes at once; the count begins anew when
   * `limit`'s time is over. False: that was one too many. `audit` is written with the one that was the last.
   */
  countGuess(person: string, limit: GuessLimit, audit: AuditEntry): Promise<boolean>;
}
