// `merge I-ABC into I-DEF`: two incidents of one cluster in this channel become one. Whoever may diagnose the cluster may do it;
// the trail keeps who did, and the story of the second holds that of the first from then on.
import { noteTo } from "../../core/authorization/refusal.ts";
import { notice } from "../../core/conversation/notice.ts";
import type { ActRefusal, Incident } from "../../core/incident/incident.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import { authorize } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import type { ActedOnIncident } from "./act-on-incident.ts";
import { incidentHere } from "./incident-card.ts";

export async function mergeIncidents(
  services: Services,
  asker: ConversationContext,
  { id: from, cluster }: Incident,
  wanted: string,
): Promise<ActedOnIncident> {
  const into = await incidentHere(services, asker, wanted);
  if (into === null) return { text: { is: "noIncidentOfId", incident: wanted } };
  if (into.id === from) return refused("sameIncident");
  if (!sameId(into.cluster.id, cluster.id)) return refused("otherCluster");
  const record = { action: "incident.merge", detail: { incident: into.id, from } };
  const right = await authorize(services, asker, { kind: "diagnose", cluster }, "press", { record });
  if (!right.ok) return { text: noteTo(right.refusal) };
  const by = { person: asker.requester, at: services.clock.now().toISOString() };
  const isMerged = await services.store.mergeIncidents({ from, into: into.id }, by, right.entry);
  return isMerged
    ? { done: { is: "incidentMerged", cluster: cluster.name, from, into: into.id, by: null } }
    : { text: notice("outdated") };
}

const refused = (why: ActRefusal): ActedOnIncident => ({ text: { is: "incidentAsItWas", why } });
