// Somebody takes an incident, hands it over, sets how severe it is, ends it or writes a note: whoever may diagnose its
// cluster may do that, in its own channel, and the trail keeps who did.

import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { noteTo } from "../../core/authorization/refusal.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import type { Message } from "../../core/delivery/message.ts";
import { afterAct, type Incident, type IncidentAct } from "../../core/incident/incident.ts";
import { personKey } from "../../core/requester.ts";
import { authorize } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { incidentHere } from "./incident-card.ts";

/** `done`: it stands on the card now. `text`: nothing came of it, and why. */
export type ActedOnIncident = Readonly<{ done: Notice } | { text: Notice }>;

/** `told`: what else is said of it where it is done, in the same transaction. */
export async function actOnIncident(
  services: Services,
  asker: ConversationContext,
  id: string,
  act: IncidentAct,
  told: (incident: Incident) => readonly Message[] = () => [],
): Promise<ActedOnIncident> {
  const incident = await incidentHere(services, asker, id);
  if (!incident) return { text: notice("outdated") };
  const entry = await entryFor(services, asker, incident, act);
  if ("text" in entry) return entry;
  const now = services.clock.now().toISOString();
  const acted = await services.store.stepIncident<ActedOnIncident>(incident.id, (current) => {
    // Merged at this moment: what is done is done with the other one.
    if (current.mergedInto !== undefined)
      return { said: { text: notice("outdated") }, to: null, messages: [], audit: null };
    const after = afterAct(current, act, asker.requester, now);
    if (!after.ok)
      return {
        said: { text: { is: "incidentAsItWas", why: after.why } },
        to: null,
        messages: [],
        audit: null,
      };
    return { said: { done: doneBy(act) }, to: after.to, messages: told(current), audit: entry };
  });
  return acted ?? { text: notice("outdated") };
}

async function entryFor(
  services: Services,
  asker: ConversationContext,
  { id, cluster }: Incident,
  act: IncidentAct,
): Promise<AuditEntry | Readonly<{ text: Notice }>> {
  const record = { action: `incident.${act.act}`, detail: { incident: id, ...detailOf(act) } };
  const right = await authorize(services, asker, { kind: "diagnose", cluster }, "press", { record });
  return right.ok ? right.entry : { text: noteTo(right.refusal) };
}

function detailOf(act: IncidentAct): AuditEntry["detail"] {
  switch (act.act) {
    case "handOver":
      return { to: personKey(act.to) };
    case "setSeverity":
      return { severity: act.severity };
    case "resolve":
      return act.because === null ? {} : { because: act.because };
    case "note":
      return { text: act.text };
    default:
      return {};
  }
}

function doneBy(act: IncidentAct): Notice {
  if (act.act === "handOver") return { is: "incidentHandedOver", to: act.to.displayName };
  return act.act === "note" ? notice("incidentNoted") : { is: "incidentActed", act: act.act };
}

const pressed = {
  "incident.take": { act: "take" },
  "incident.resolve": { act: "resolve", because: null },
  "incident.reopen": { act: "reopen" },
} as const satisfies Record<string, IncidentAct>;

export const pressOnIncident = (
  services: Services,
  asker: ConversationContext,
  { verb, incident }: CardActionOf<keyof typeof pressed>,
): Promise<ActedOnIncident> => actOnIncident(services, asker, incident, pressed[verb]);
