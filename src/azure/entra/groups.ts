// Who is in a group, and what it is called: Microsoft Graph, as the requester, by `GroupMember.Read.All`.
// https://learn.microsoft.com/graph/api/group-list-transitivemembers
import { z } from "zod";
import type { RequesterCredential } from "../../app/ports/azure.ts";
import type { GroupReader } from "../../app/ports/role-reader.ts";
import type { AzureEnvironment } from "./cloud.ts";

/** Of a larger group only the first so many people are looked at: one of them is enough. */
const pageSize = 999;
const mostPages = 4;

const page = z.object({
  value: z.array(z.object({ id: z.string() })),
  "@odata.nextLink": z.string().nullish(),
});
const group = z.object({ displayName: z.string().min(1) });

/** Graph asks for this where a list is narrowed to one type. */
const castHeaders = { consistencylevel: "eventual" };

export function createGroupReader({ graphEndpoint }: AzureEnvironment): GroupReader {
  /** Null for every answer but the one that was asked for. */
  async function read<T>(
    url: string,
    token: string,
    shape: z.ZodType<T>,
    ends: AbortSignal,
  ): Promise<T | null> {
    // The token goes to Graph and nowhere else, whatever a `nextLink` says.
    if (URL.parse(url)?.origin !== new URL(graphEndpoint).origin) return null;
    const headers = { authorization: `Bearer ${token}`, ...castHeaders };
    const response = await fetch(url, { headers, redirect: "error", signal: ends });
    return response.ok ? (shape.safeParse(await response.json()).data ?? null) : null;
  }

  async function asked<T>(
    as: RequesterCredential,
    ask: (token: string) => Promise<T | null>,
  ): Promise<T | null> {
    const token = await as.exchange("graph");
    return token.ok ? ask(token.token).catch(() => null) : null;
  }

  const urlOf = (groupId: string, rest: string): string =>
    `${graphEndpoint}/v1.0/groups/${encodeURIComponent(groupId)}${rest}`;

  return {
    members: (as, groupId, ms) =>
      asked(as, async (token) => {
        const ends = AbortSignal.timeout(ms);
        const found: string[] = [];
        const query = `$select=id&$top=${pageSize}&$count=true`;
        let url = urlOf(groupId, `/transitiveMembers/microsoft.graph.user?${query}`);
        for (let pages = 0; pages < mostPages && url !== ""; pages += 1) {
          const answer = await read(url, token, page, ends);
          if (answer === null) return null;
          found.push(...answer.value.map(({ id }) => id));
          url = answer["@odata.nextLink"] ?? "";
        }
        return found;
      }),
    name: (as, groupId, ms) =>
      asked(as, async (token) => {
        const url = urlOf(groupId, "?$select=displayName");
        return (await read(url, token, group, AbortSignal.timeout(ms)))?.displayName ?? null;
      }),
  };
}
