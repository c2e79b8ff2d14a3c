// Which clusters a channel follows, and which of them is meant. Whoever may not even see one does not learn that it is
// followed.
import { type ClusterRef, parseClusterName, writtenCluster } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { Watch } from "../../core/incident/watch.ts";
import type { PolicyAction } from "../../core/policy/decision.ts";
import { parseResourceId } from "../../core/snapshot/resource-id.ts";
import { foldCase } from "../../core/text/text.ts";
import { authorizeEach, authorizeRequest } from "../identity/authorize.ts";
import type { SignedInRequest, UserRequest } from "../ports/services.ts";
import { pickCluster } from "./resolve-cluster.ts";

export const actionOn = (cluster: ClusterRef): PolicyAction => ({ kind: "watch", cluster });

/** Those of whose clusters the policy allows this person one of `kinds`, whatever the mode. */
export async function visible<Of extends Readonly<{ cluster: ClusterRef }>>(
  { services, credential }: SignedInRequest,
  all: readonly Of[],
  kinds: readonly ("watch" | "diagnose" | "volunteer")[],
): Promise<readonly Of[]> {
  if (all.length === 0) return [];
  const seen = await Promise.all(
    all.map(async (each) => {
      const { cluster } = each;
      const actions = kinds.map((kind) => ({ kind, cluster }));
      const rights = await authorizeEach(services, credential, actions, "offer");
      return rights.some(({ ok }) => ok) ? [each] : [];
    }),
  );
  return seen.flat();
}

export async function watchesHere({ services, asker }: UserRequest): Promise<readonly Watch[]> {
  const here = placeOf(asker.conversation.key);
  return (await services.store.watches()).filter(({ conversation }) => conversation.key === here);
}

/** Every part that was written fits; letter case does not count, as in Azure. */
export function isMeant(written: string, cluster: ClusterRef): boolean {
  const wanted = parseClusterName(foldCase(written));
  const known = parseResourceId(foldCase(cluster.id));
  if (wanted === null || wanted.name !== foldCase(cluster.name)) return false;
  const fits = (part: string | undefined, whole: string | undefined) => part === undefined || part === whole;
  return (
    fits(wanted.resourceGroup, known?.resourceGroup) && fits(wanted.subscriptionId, known?.subscriptionId)
  );
}

export const chooseFollowed = (
  request: UserRequest,
  followed: readonly Watch[],
  wanted: string,
  by: "followed" | "name" | "beginning" = wanted === "" ? "followed" : "name",
): Promise<Answer> => {
  const matches = followed.flatMap(({ cluster }) => summaryOf(cluster) ?? []);
  return pickCluster(request, { wanted, matches, by });
};

const begins = ({ name }: ClusterRef, written: string): boolean =>
  foldCase(name).startsWith(foldCase(written));

/** Of a cluster that Azure was not asked about: its id says where it lies, and nothing says how it is. */
function summaryOf({ id, name }: ClusterRef): ClusterSummary | null {
  const where = parseResourceId(id);
  return where && { ...where, id, name, location: "", powerState: "", private: true };
}

/** The one that is followed and that the asker may see. `shown`: what it is called where nothing is found. */
export async function followedCalled(
  request: SignedInRequest,
  name: string,
  shown: string,
): Promise<Readonly<{ watch: Watch }> | Readonly<{ answer: Answer }>> {
  const here = await watchesHere(request);
  const meant = here.filter(({ cluster }) => isMeant(name, cluster));
  const followed = await visible(request, meant, ["watch"]);
  const [watch, other] = followed;
  if (watch === undefined) {
    // Others hear less or more by it, so it is asked which one a beginning means.
    const begun = here.filter(({ cluster }) => name.length > 2 && begins(cluster, name));
    const perhaps = meant.length > 0 ? [] : await visible(request, begun, ["watch"]);
    const answer =
      perhaps.length > 0 ? chooseFollowed(request, perhaps, name, "beginning") : notFollowed(request, shown);
    return { answer: await answer };
  }
  return other === undefined
    ? { watch }
    : { answer: await chooseFollowed(request, followed, watch.cluster.name) };
}

/** The same words for a cluster that is followed and for one that is not, to whoever may not watch it. */
async function notFollowed(request: SignedInRequest, shown: string): Promise<Answer> {
  const cluster = writtenCluster(shown);
  const authorized = await authorizeRequest(request, actionOn(cluster), "release");
  return authorized.ok
    ? { kind: "watch", cluster: cluster.name, id: null, outcome: "notWatched" }
    : authorized.answer;
}
