// Who deleted a cluster that is not there: asked for only where Azure does not find it.
import { sameId } from "../../core/snapshot/resource-id.ts";
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseClusterId } from "./cluster.ts";
import { changesWhere, quoted } from "./recent-changes.ts";
import { type ListingRead, listingOf } from "./surroundings.ts";

/** Azure keeps the log for ninety days, and refuses a question that begins before. */
const keptMs = 89 * 24 * 60 * 60_000;

const isDeletion = ({ operation }: ResourceChange): boolean => /\/managedClusters\/delete$/i.test(operation);

/** Of the cluster's own id, whether or not its resource group is still there. `now` is in milliseconds. */
export async function readDeletions(
  arm: ArmSession,
  after: number,
  id: string,
  now: number,
): Promise<ListingRead<ResourceChange>> {
  const group = parseClusterId(id);
  if (group === null) return listingOf<ResourceChange>([], []);
  const since = new Date(now - keptMs).toISOString();
  const read = await changesWhere(arm, after, group, { since, where: `resourceUri eq ${quoted(id)}` });
  const { listing, level } = listingOf([read], []);
  const items = listing.items.filter((each) => isDeletion(each) && sameId(each.resourceId, id));
  return { listing: { ...listing, items }, level };
}
