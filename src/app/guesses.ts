// Ids and codes that are looked up for whoever sends them: nobody may try them out.
import { personKey } from "../core/requester.ts";
import { auditEntry } from "./audit-entry.ts";
import type { GuessLimit } from "./ports-guesses.ts";
import type { Asker, Services } from "./services.ts";

/** More than somebody presses by mistake on old cards, and far too few for six digits. */
const limit: GuessLimit = { guesses: 10, milliseconds: 10 * 60_000 };

/**
 * What `lookUp` found, for whoever has not been wrong too often; `found` is missing for whoever has. Counted before it
 * is looked up, so that many at once are not let through; what fails on our side is nobody's guess.
 */
export async function limited<T>(
  { store, clock }: Services,
  { requester }: Asker,
  lookUp: () => Promise<T>,
  isWrong: (found: T) => boolean,
): Promise<Readonly<{ found?: T }>> {
  const person = personKey(requester);
  const entry = auditEntry(clock, requester, { action: "guess.limit", outcome: "denied" });
  if (!(await store.takeGuess(person, limit, entry))) return {};
  let wrong = false;
  try {
    const found = await lookUp();
    wrong = isWrong(found);
    return { found };
  } finally {
    if (!wrong) await store.returnGuess(person);
  }
}
