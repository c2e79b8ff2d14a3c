// Ids and codes that are looked up for whoever sends them: nobody may try them out.
import { personKey } from "../../core/requester.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import type { GuessLimit } from "../ports/store.ts";
import { auditEntry } from "./authorize.ts";

/** More than somebody presses by mistake on old cards, and far too few for six digits. */
const limit: GuessLimit = { guesses: 10, milliseconds: 10 * 60_000 };

/**
 * What `lookUp` found, for whoever has not been wrong too often; `found` is missing for whoever has. Only what was looked up
 * and is not there counts: whoever sends many that are right at once is let through, and so is whoever sent something when
 * this process went. Of many that are wrong at once no more are answered than one after the other.
 */
export async function limited<T>(
  { store, clock }: Services,
  { requester }: ConversationContext,
  lookUp: () => Promise<T>,
  isWrong: (found: T) => boolean,
): Promise<Readonly<{ found?: T }>> {
  const person = personKey(requester);
  if (!(await store.mayGuess(person, limit))) return {};
  const found = await lookUp();
  if (!isWrong(found)) return { found };
  const entry = auditEntry(clock, requester, { action: "guess.limit", outcome: "denied" });
  return (await store.countGuess(person, limit, entry)) ? { found } : {};
}
