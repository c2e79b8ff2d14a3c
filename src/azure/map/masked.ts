// Free text of Azure's: whoever wrote it may have written a secret into it, and it is kept and shown.
import { redact } from "../../core/redact/redact.ts";

/** Nobody reads on through more. */
const longest = 300;

export function masked(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text === "") return undefined;
  const said = redact(text.slice(0, 10 * longest)).text;
  return said.length > longest ? `${said.slice(0, longest - 1)}…` : said;
}
