// Which of the policy's groups a person is in: from their sign-in token, else from Microsoft Graph as that person.
// Not knowing is said as such and never counts as "in no group".
import { z } from "zod";
import type { Directory, RequesterCredential } from "../../app/ports/azure.ts";
import type { GroupReader } from "../../app/ports/role-reader.ts";
import type { Membership, MembershipUnknown } from "../../core/requester.ts";
import type { AzureEnvironment } from "./cloud.ts";

type Answers = Readonly<{ askedAt: number; member: ReadonlyMap<string, boolean> }>;
type Batch = Readonly<{ ok: true; groupIds: readonly string[] } | { ok: false; reason: MembershipUnknown }>;

/** Graph takes no more ids in one request. */
const batchSize = 20;
const timeoutMs = 5_000;
const cacheMs = 5 * 60_000;
const maximumPeople = 1_000;

const matching = z.object({ value: z.array(z.string()) });
const key = (id: string): string => id.toLowerCase();

const batches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) =>
    ids.slice(index * batchSize, (index + 1) * batchSize),
  );

const refusal = (status: number): MembershipUnknown => {
  if (status === 401 || status === 403) return { is: "graphForbids" };
  return status === 429 ? { is: "graphThrottles" } : { is: "graphFailed", status };
};

/** https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups: nested groups count. */
const checkMemberGroups = async (
  endpoint: string,
  token: string,
  groupIds: readonly string[],
): Promise<Batch> => {
  try {
    const response = await fetch(`${endpoint}/v1.0/me/checkMemberGroups`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ groupIds }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return { ok: false, reason: refusal(response.status) };
    return { ok: true, groupIds: matching.parse(await response.json()).value };
  } catch {
    return { ok: false, reason: { is: "graphSilent" } };
  }
};

const askGraph = async (
  endpoint: string,
  as: RequesterCredential,
  groupIds: readonly string[],
): Promise<Batch> => {
  const token = await as.exchange("graph");
  if (!token.ok) return { ok: false, reason: { is: "noToken", failure: token.failure } };
  const answers = await Promise.all(
    batches(groupIds).map((batch) => checkMemberGroups(endpoint, token.token, batch)),
  );
  return (
    answers.find((answer) => !answer.ok) ?? {
      ok: true,
      groupIds: answers.flatMap((answer) => (answer.ok ? answer.groupIds : [])),
    }
  );
};

/** Answers of Graph are kept for five minutes at most, for each person on their own. */
export const createDirectory = (environment: AzureEnvironment, now: () => number = Date.now): Directory => {
  const people = new Map<string, Answers>();

  const fromGraph = async (as: RequesterCredential, groupIds: readonly string[]): Promise<Membership> => {
    const person = key(`${as.requester.tenantId}/${as.requester.objectId}`);
    const kept = people.get(person);
    const fresh = kept !== undefined && now() - kept.askedAt < cacheMs ? kept : undefined;
    const missing = groupIds.filter((id) => fresh?.member.has(key(id)) !== true);
    const answer =
      missing.length === 0
        ? { ok: true as const, groupIds: [] }
        : await askGraph(environment.graphEndpoint, as, missing);
    if (!answer.ok) return { status: "unknown", reason: answer.reason };
    const found = new Set(answer.groupIds.map(key));
    const member = new Map(fresh?.member);
    for (const id of missing) member.set(key(id), found.has(key(id)));
    people.delete(person);
    people.set(person, { askedAt: fresh?.askedAt ?? now(), member });
    const oldest = people.keys().next();
    if (people.size > maximumPeople && !oldest.done) people.delete(oldest.value);
    return {
      status: "known",
      groupIds: groupIds.filter((id) => member.get(key(id)) === true),
      source: "graph",
    };
  };

  return {
    membership(as, groupIds) {
      if (as.tokenGroups === null) return fromGraph(as, groupIds);
      const held = new Set(as.tokenGroups.map(key));
      return Promise.resolve({
        status: "known",
        groupIds: groupIds.filter((id) => held.has(key(id))),
        source: "token",
      });
    },
  };
};

// Who is in a group, and what it is called: Microsoft Graph, as the requester, by `GroupMember.Read.All`.
// https://learn.microsoft.com/graph/api/group-list-transitivemembers

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
