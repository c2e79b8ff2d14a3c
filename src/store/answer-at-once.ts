// An answer written with what it answers, as one statement: nobody is left between the two, and nobody waits twice.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Message } from "../core/outbox/message.ts";
import { insertion, newerVersion } from "./outbox-insert.ts";
import type { Tables } from "./tables.ts";

/**
 * `asked`: what closes or claims the question, as a part of the statement called `asked`. False, and nothing is
 * written, where it gives no row.
 */
export async function answerAtOnce(
  db: Kysely<Tables>,
  asked: RawBuilder<unknown>,
  messages: readonly Message[],
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    with ${asked},
    written as (${insertion(messages)} where exists (select from asked) ${newerVersion})
    select key from asked`.execute(db);
  return rows.length > 0;
}
