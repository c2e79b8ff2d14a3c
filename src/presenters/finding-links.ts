// Where a finding is explained.
import { catalogue } from "../core/finding/catalogue.ts";
import { insideFindings } from "../core/inside/findings/all.ts";
import type { Messages } from "./messages/messages.ts";

/** `source`: the public page that says why it is the rule; none of another release's. `page`: ours, where documents stand. */
export type FindingLinks = Readonly<{ source?: string; page?: string }>;

const sources: ReadonlyMap<string, string> = new Map(
  [...catalogue, ...insideFindings].map(({ id, source }) => [id, source]),
);

/** Findings of one group, which is the first word of their id, share a page. */
export const findingPage = (id: string): string => `${id.split(".")[0]}.md`;

export function linksOf(id: string, { docsUrl }: Pick<Messages, "docsUrl">): FindingLinks {
  const source = sources.get(id);
  if (source === undefined) return {};
  return docsUrl === "" ? { source } : { source, page: `${docsUrl}/findings/${findingPage(id)}#${id}` };
}
