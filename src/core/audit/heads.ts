// Heads of the audit trail as lines of a book that the database's owner cannot reach: held against the trail later, they
// show that no row was cut off its end and no older copy of the database put in its place.
import { z } from "zod";
import type { ChainHead } from "./signature.ts";

/** `append` takes one line without its end, and throws where it was not taken. `last`: the newest head, or null. */
export type HeadBook = Readonly<{ append(line: string): Promise<void>; last(): Promise<ChainHead | null> }>;

const headSchema = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export const headLine = ({ seq, hash }: ChainHead, time: Date): string =>
  JSON.stringify({ time: time.toISOString(), seq, hash });

/** The heads in a book, oldest first; `oddLine`: the first line that is none. */
export function readHeads(text: string): Readonly<{ heads: readonly ChainHead[] } | { oddLine: number }> {
  const heads: ChainHead[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const head = headOf(line);
    if (!head) return { oddLine: index + 1 };
    heads.push(head);
  }
  return { heads };
}

/** The last head in the text, which may begin and end in the middle of a line. */
export const lastHead = (text: string): ChainHead | null => {
  for (const line of text.split("\n").reverse()) {
    const head = headOf(line);
    if (head) return head;
  }
  return null;
};

function headOf(line: string): ChainHead | null {
  try {
    return headSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
