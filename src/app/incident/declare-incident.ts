// `incident prod-1 sev 1 because …`: somebody declares one by hand. Policy first, then the cluster with the asker's own rights,
// as for a diagnosis; its card is a new post in the channel.
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import type { Notice } from "../../core/conversation/notice.ts";
import { incidentKey, messageWith } from "../../core/delivery/message.ts";
import { type Incident, severityOf } from "../../core/incident/incident.ts";
import type { PolicyAction } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import { clusterUnreadable, resolveCluster, sayUnnamed } from "../cluster/resolve-cluster.ts";
import {
  type AccessRequest,
  auditEntry,
  authorizeRequest,
  byPolicy,
  deniedEverywhere,
  policyBeforeAzure,
  recordAzureDenial,
} from "../identity/authorize.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { actOnIncident } from "./act-on-incident.ts";

type Declared = Pick<IntentOf<"incident">, "severity" | "because">;

const actionOn = (cluster: ClusterRef): PolicyAction => ({ kind: "diagnose", cluster });

export async function declareIncident(
  request: SignedInRequest,
  { cluster: written, severity, because }: IntentOf<"incident">,
): Promise<Answer> {
  const wanted: AccessRequest = { written, action: actionOn };
  const closed = await deniedEverywhere(request, wanted);
  if (closed) return closed;
  const resolved = await resolveCluster(request, written);
  if (!resolved.ok) return policyBeforeAzure(request, wanted, resolved.answer);
  const { id, name } = resolved.cluster;
  const declared = { severity, because: redact(because).text };
  return sayUnnamed(await declareOf(request, { id, name }, declared), resolved.cluster);
}

async function declareOf(request: SignedInRequest, cluster: ClusterRef, declared: Declared): Promise<Answer> {
  const { services, credential } = request;
  const authorized = await authorizeRequest(request, actionOn(cluster));
  if (!authorized.ok) return authorized.answer;
  const section = await services.reader.read(credential, cluster.id);
  if (section.status === "unavailable") {
    const answer = await clusterUnreadable(request, cluster, section);
    return recordAzureDenial(request, actionOn(cluster), authorized.decision, answer);
  }
  return opened(request, cluster, declared, authorized.decision.rule);
}

const noted = (text: Notice): Answer => ({ kind: "noted", text });

async function opened(
  request: SignedInRequest,
  cluster: ClusterRef,
  declared: Declared,
  rule: string,
): Promise<Answer> {
  const { services, asker } = request;
  const { severity, because } = declared;
  const id = services.newId("I");
  const conversation = services.places.channelOf(asker.conversation);
  const now = services.clock.now().toISOString();
  const detail = { incident: id, severity, because, ...byPolicy(services) };
  const open = await services.store.declareIncident(
    {
      ...{ id, cluster, conversation, openedAt: now, severity, owner: null, reopened: 0 },
      status: { state: "open" },
      declared: { by: asker.requester, because },
    },
    messageWith(incidentKey(id), conversation, { show: "incident", incidentId: id }),
    auditEntry(services.clock, asker.requester, {
      ...{ action: "incident.declare", outcome: "allowed", cluster: cluster.id, rule, detail },
    }),
  );
  if (open !== null) return goesOn(request, open, declared);
  return noted({ is: "incidentDeclared", incident: id, cluster: cluster.name });
}

/** One of the cluster is open here: it becomes as severe as was said, and why is a note on it. */
async function goesOn(
  { services, asker }: SignedInRequest,
  incident: Incident,
  { severity, because }: Declared,
): Promise<Answer> {
  if (severity !== null && severity !== severityOf(incident))
    await actOnIncident(services, asker, incident.id, { act: "setSeverity", severity });
  const note = await actOnIncident(services, asker, incident.id, { act: "note", text: because });
  const { id, cluster } = incident;
  return noted({ is: "incidentGoesOn", incident: id, cluster: cluster.name, noted: "done" in note });
}
