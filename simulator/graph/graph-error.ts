// A failure in Graph's words: https://learn.microsoft.com/graph/errors
import type { Reply } from "../http.ts";

export function graphError(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message, innerError: { date: new Date().toISOString() } } } };
}
