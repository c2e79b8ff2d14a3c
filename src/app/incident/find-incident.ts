// Which incident of this channel or chat somebody speaks of: named by its id or its cluster, or the one in whose thread they
// write. Whoever may not see its cluster hears the same of one that is there and of one that is not.
import type { Answer } from "../../core/conversation/answer.ts";
import { placeOf, rootOf } from "../../core/conversation/conversation-key.ts";
import type { Notice } from "../../core/conversation/notice.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { isMeant, visible } from "../cluster/followed.ts";
import { deniedEverywhere } from "../identity/authorize.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { incidentHere, incidentOfThread } from "./incident-card.ts";

/** More of them nobody reads, and a name is looked for among them. */
const mostHere = 50;

/** Those of this channel or chat that the asker may see: what is open before the rest, the newest first. */
export async function incidentsHere(request: SignedInRequest): Promise<readonly Incident[]> {
  const { services, asker } = request;
  const here = await services.store.incidentsIn(placeOf(asker.conversation.key), mostHere);
  return visible(request, here, ["watch", "diagnose"]);
}

export type MeantIncident = Readonly<{ incident: Incident } | { none: Notice }>;

export async function meantIncident(
  request: SignedInRequest,
  { incident: id, cluster }: Readonly<{ incident: string | null; cluster: string | null }>,
): Promise<MeantIncident> {
  const { services, asker } = request;
  if (id !== null) {
    const found = await incidentHere(services, asker, id);
    return found ? { incident: found } : { none: { is: "noIncidentOfId", incident: id } };
  }
  if (cluster !== null) return incidentOfCluster(await incidentsHere(request), cluster);
  const ofThread = asker.incident ?? (await incidentOfThread(services, asker.conversation));
  const found = ofThread === null ? null : await incidentHere(services, asker, ofThread);
  return found ? { incident: found } : onlyOne(request);
}

/** The same for what asks for the right to diagnose its cluster: who has that right nowhere is told so first. */
export async function incidentToDiagnose(
  request: SignedInRequest,
  named: Readonly<{ incident: string | null; cluster: string | null }>,
): Promise<Readonly<{ incident: Incident } | { answer: Answer }>> {
  const closed = await deniedEverywhere(request, {
    written: named.cluster,
    action: (cluster) => ({ kind: "diagnose", cluster }),
  });
  if (closed) return { answer: closed };
  const found = await meantIncident(request, named);
  return "none" in found ? { answer: { kind: "pressRefused", reason: found.none } } : found;
}

/** The one that is open before one that is over; what several of one name may mean is asked. */
function incidentOfCluster(here: readonly Incident[], written: string): MeantIncident {
  const [first, second] = here.filter(({ cluster }) => isMeant(written, cluster));
  if (first === undefined) return { none: { is: "noIncidentHere", cluster: nameIn(written) } };
  const isOpen = (incident?: Incident) => incident !== undefined && incident.status.state !== "resolved";
  return isOpen(first) && isOpen(second)
    ? { none: { is: "incidentWhich", open: [first, second].flatMap((each) => (each ? called(each) : [])) } }
    : { incident: first };
}

/** A chat has no threads, so there it is the only one that is open. */
async function onlyOne(request: SignedInRequest): Promise<MeantIncident> {
  const { conversation } = request.asker;
  const here = await incidentsHere(request);
  const open = here.filter(({ status }) => status.state !== "resolved");
  const [only, other] = open;
  if (only === undefined) return { none: { is: "noIncidentHere", cluster: null } };
  if (other === undefined && rootOf(conversation.key) === null) return { incident: only };
  return { none: { is: "incidentWhich", open: open.map(called) } };
}

const called = ({ id, cluster }: Incident): string => `${cluster.name} (${id})`;

/** Of a resource id, its end. */
const nameIn = (written: string): string => written.split("/").at(-1) ?? written;
