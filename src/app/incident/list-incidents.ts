// `incidents`, `who is on prod-1`: what is open here, what ended last, and who is on it.

import type { Answer, IncidentNow } from "../../core/conversation/answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { visible } from "../cluster/followed.ts";
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
