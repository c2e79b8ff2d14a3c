// What a command wrote at the API server, so that two of them can be compared.
import { writesIn } from "../../kubectl/declared.ts";
import type { Recorded } from "../../kubectl/record.ts";

/** With their bodies, without the times in them, how strictly they are checked, and the spaces that JSON does not mind; each once. */
export function writtenBy({ reads }: Pick<Recorded, "reads">): readonly string[] {
  const written = writesIn(reads).map((each) => JSON.stringify({ ...each, sent: plain(each.sent ?? "") }));
  return [...new Set(written)].toSorted();
}

function plain(sent: string): unknown {
  const text = sent
    .replace(/fieldValidation=\w+/, "")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, "TIME")
    // `--record` writes down the line itself.
    .replace(/("kubernetes\.io\/change-cause":)"kubectl [^"]*"/, '$1"LINE"');
  const body = /^(\?\S*)? ?([{[].*)$/s.exec(text);
  return body === null ? text : [body[1], JSON.parse(body[2] ?? "")];
}
