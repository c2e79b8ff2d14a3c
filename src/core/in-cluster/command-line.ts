// The reads of a look inside as one line for a shell; their outputs come apart again in `chunksIn`.
import { markedLine, withErrors } from "../text/marked.ts";
import type { InsideRead } from "./reads.ts";

/** Throws for a nonce that could be guessed. */
export const commandLine = (reads: readonly InsideRead[], nonce: string): string =>
  markedLine(
    reads.map(({ id, request }) => ({ id, command: withErrors(request.argv) })),
    nonce,
  );
