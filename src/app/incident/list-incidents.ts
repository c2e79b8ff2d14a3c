// `incidents`, `who is on prod-1`: what is open here, what ended last, and who is on it.

import type { Answer, IncidentNow } from "../../core/conversation/answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import { type Incident, seenWithinMilliseconds } from "../../core/incident/incident.ts";
import { countedBySeverity, monthOf } from "../../core/incident/week.ts";
import { idKey, nameOf } from "../../core/snapshot/resource-id.ts";
import { isMeant, visible } from "../cluster/followed.ts";
import { incidentAnswer } from "../delivery/deliver-incident.ts";
import { auditEntry } from "../identity/authorize.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { incidentsHere, meantIncident } from "./find-incident.ts";

const mostOpen = 15;
const mostResolved = 3;

/** Written down, since it tells what is there. */
export async function listIncidents(request: SignedInRequest): Promise<Answer> {
  const { services, asker } = request;
  const here = await incidentsHere(request);
  const isOver = ({ status }: Incident) => status.state === "resolved";
  const open = here.filter((each) => !isOver(each)).slice(0, mostOpen);
  const shown = [...open, ...here.filter(isOver).slice(0, mostResolved)];
  const detail = { place: placeOf(asker.conversation.key), shown: shown.length };
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, { action: "incident.list", outcome: "recorded", detail }),
  );
  return { kind: "incidents", of: null, incidents: await asTheyAre(request, shown) };
}

const mostPast = 5;

/** What was before: how many, how severe, and of the newest what was found and what ended it. */
export async function pastIncidents(
  request: SignedInRequest,
  { cluster, month: isOfMonth }: IntentOf<"pastIncidents">,
): Promise<Answer> {
  const { services, asker } = request;
  const { store, clock } = services;
  const now = clock.now();
  const month = isOfMonth === true;
  const since = month ? monthOf(now) : new Date(now.getTime() - seenWithinMilliseconds);
  const place = placeOf(asker.conversation.key);
  const all = await store.incidentsSince(place, since.toISOString());
  const meant = all.filter((each) => cluster === null || isMeant(cluster, each.cluster));
  // The policy is asked once a cluster, however many there were.
  const clusters = [...new Map(meant.map((each) => [idKey(each.cluster.id), each])).values()];
  const seen = new Set(
    (await visible(request, clusters, ["watch", "diagnose"])).map((each) => idKey(each.cluster.id)),
  );
  const here = meant.filter((each) => seen.has(idKey(each.cluster.id)));
  const newest = await Promise.all(here.slice(0, mostPast).map(({ id }) => store.incident(id)));
  const shown = newest.filter((incident) => incident !== null);
  const detail = { place, month, counted: here.length, shown: shown.length };
  await store.appendAudit(
    auditEntry(clock, asker.requester, { action: "incident.past", outcome: "recorded", detail }),
  );
  return {
    ...{ kind: "incidents", of: cluster === null ? null : (here[0]?.cluster.name ?? nameOf(cluster)) },
    incidents: await asTheyAre(request, shown),
    past: { month, count: here.length, bySeverity: countedBySeverity(here) },
  };
}

/** Of one, in the words of the list. */
export async function ownerOfIncident(request: SignedInRequest, cluster: string | null): Promise<Answer> {
  const found = await meantIncident(request, { incident: null, cluster });
  if ("none" in found) return { kind: "pressRefused", reason: found.none };
  const { services, asker } = request;
  const [incident] = await visible(request, [found.incident], ["watch", "diagnose"]);
  if (incident === undefined)
    return { kind: "pressRefused", reason: { is: "noIncidentHere", cluster: null } };
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, {
      action: "incident.owner",
      outcome: "recorded",
      cluster: incident.cluster.id,
      detail: { incident: incident.id },
    }),
  );
  return {
    kind: "incidents",
    of: incident.cluster.name,
    incidents: await asTheyAre(request, [incident]),
  };
}

/** With what was found and done in the thread of each. */
const asTheyAre = (
  { services }: SignedInRequest,
  incidents: readonly Incident[],
): Promise<readonly IncidentNow[]> =>
  Promise.all(incidents.map((incident) => incidentAnswer(services, incident)));
