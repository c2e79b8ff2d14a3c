// Who is in a channel or chat, as Teams says: the Bot Connector's paged members. And what a channel and its team are called.
import { z } from "zod";
import type { AddressedMember, Roster } from "../../app/ports/role-reader.ts";
import type { PlaceName } from "../../core/conversation/answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { isChannel, placeFor } from "./conversation.ts";
import type { MessengerParts } from "./messenger.ts";
import type { Connector } from "./port.ts";

/** Teams' largest page; of a larger team only the first so many people are looked at. */
const pageSize = 500;
const mostPages = 4;

/** Teams calls the id of Entra `objectId` here, and `aadObjectId` elsewhere. */
const member = z.object({
  id: z.string(),
  name: z.string().min(1),
  objectId: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** Bots have no id of Entra; the id of a guest from elsewhere is that of another tenant. */
function toMember(account: unknown, tenantId: string | undefined): readonly AddressedMember[] {
  const read = member.safeParse(account).data;
  const objectId = read?.aadObjectId ?? read?.objectId;
  if (read === undefined || !objectId) return [];
  const home = (read.tenantId ?? tenantId)?.toLowerCase() ?? null;
  const isElsewhere = tenantId !== undefined && home !== tenantId.toLowerCase();
  const guest = /^(?:guest|anonymous)$/i.test(read.userRole ?? "") ? ({ isGuest: true } as const) : {};
  const who = { objectId: objectId.toLowerCase(), userId: read.id, name: read.name };
  const addresses = [read.email, read.userPrincipalName].filter((one) => one !== null && one !== undefined);
  return isElsewhere ? [] : [{ member: { ...who, ...guest }, addresses, tenantId: home }];
}

async function readMembers(connector: Connector, place: string, ends: AbortSignal): Promise<unknown[]> {
  const found: unknown[] = [];
  let continuationToken: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await connector.members(place, { pageSize, continuationToken }, ends);
    found.push(...page.members);
    continuationToken = page.continuationToken;
    if (!continuationToken) break;
  }
  return found;
}

export function createRoster(parts: Pick<MessengerParts, "connector" | "trusted" | "log">): Roster {
  async function addressed(of: ConversationRef, ms: number): Promise<readonly AddressedMember[] | null> {
    const place = placeFor(parts, of);
    if (!("serviceUrl" in place)) return null;
    const tenantId = place.conversation.tenantId;
    try {
      const connector = parts.connector(place.serviceUrl);
      // A thread has no members of its own.
      const read = await readMembers(connector, placeOf(of.key), AbortSignal.timeout(ms));
      return read.flatMap((account) => toMember(account, tenantId));
    } catch (error) {
      parts.log.warn("Teams did not say who is in a conversation", {
        conversation: of.key,
        error: String(error).slice(0, 200),
      });
      return null;
    }
  }
  return {
    addressed,
    named: (of, ms) => nameOf(parts, of, ms),
    members: async (of, ms) => (await addressed(of, ms))?.map(({ member }) => member) ?? null,
  };
}

const teamTold = z.object({ name: z.string().min(1) });
const channelsTold = z.array(z.object({ id: z.string(), name: z.string().nullish() }));

/** Any bot of the team may read that; of a chat Teams tells a bot no name. */
async function nameOf(
  parts: Pick<MessengerParts, "connector" | "trusted" | "log">,
  of: ConversationRef,
  ms: number,
): Promise<PlaceName> {
  if (!isChannel(of)) return { is: "chat" };
  const place = placeFor(parts, of);
  const { team: teamId } = of;
  if (!("serviceUrl" in place) || typeof teamId !== "string") return { is: "unread" };
  const connector = parts.connector(place.serviceUrl);
  const ends = AbortSignal.timeout(ms);
  try {
    const [team, channels] = await Promise.all([
      connector.team(teamId, ends),
      // Private channels are not among them, so that theirs is not known.
      connector.channels(teamId, ends),
    ]);
    const id = placeOf(of.key);
    const channel = channelsTold.safeParse(channels).data?.find((one) => one.id === id)?.name ?? null;
    return { is: "channel", team: teamTold.parse(team).name, channel, isGeneral: id === teamId };
  } catch (error) {
    const said = String(error).slice(0, 200);
    parts.log.warn("Teams did not say what a channel is called", { conversation: of.key, error: said });
    return { is: "unread" };
  }
}
