// An incident is diagnosed without a press where somebody stands for its channel: with their rights, in the thread of its card.
// Where nobody does, the bot's own read-only identity may read it.
import type { Volunteer } from "../../core/incident/watch.ts";
import { redact } from "../../core/redact/redact.ts";
import { messageOf } from "../delivery/outbox-messages.ts";
import { authorize } from "../identity/authorize.ts";
import { whyNotHere } from "../incident/volunteer.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { submitTask } from "../run/submit-run.ts";
import { readForIncident } from "./reader.ts";

/**
 * Called again and again. Whichever process takes an incident first begins. Where that fails, or the process goes away in
 * it, it is begun again: rather twice than never.
 */
export async function diagnoseForIncidents(services: Services): Promise<void> {
  const { store, clock, log, readOnlyIdentity } = services;
  const begin = async (id: string, volunteer: Volunteer | null): Promise<void> => {
    if (volunteer !== null) await diagnoseFor(services, id, volunteer);
    else if (readOnlyIdentity) await readForIncident(services, readOnlyIdentity, id);
    await store.settle(id, "diagnosis");
  };
  const taken = await store.takeUndiagnosed(clock.now().toISOString(), readOnlyIdentity !== null);
  // All at once: none waits for the others until it counts as left behind.
  await Promise.all(
    taken.map(({ incident, volunteer }) =>
      begin(incident, volunteer).catch((error: unknown) =>
        log.error("an incident was not diagnosed", { incident, error: redact(String(error)).text }),
      ),
    ),
  );
}

async function diagnoseFor(services: Services, id: string, volunteer: Volunteer): Promise<void> {
  const incident = await services.store.incident(id);
  if (incident === null || incident.messageId === null) return;
  const { cluster, messageId } = incident;
  const { requester, userId } = volunteer;
  const thread = services.places.threadOf(incident.conversation, messageId);
  const asker: ConversationContext = {
    ...{ userId, requester, incident: id },
    conversation: { ...thread, userId },
  };
  const record = { action: "incident.diagnose", detail: { incident: id, volunteer: true } };
  const right = await authorize(services, asker, { kind: "volunteer", cluster }, "press", { record });
  const because = right.ok
    ? await whyNotHere(services, incident.conversation, requester)
    : becauseOf(right.refusal);
  if (!right.ok || because !== null) {
    const text = {
      is: "volunteerCannot",
      person: requester.displayName,
      because: because ?? "rights",
    } as const;
    await services.store.tell(null, [
      messageOf(services, thread, { kind: "pressRefused", reason: text }, `volunteer|${id}`),
    ]);
    return;
  }
  await services.store.appendAudit(right.entry);
  const request = { services, asker, credential: right.credential, asked: `diagnose ${cluster.name}` };
  await submitTask(request, cluster, { kind: "diagnose", client: {}, forIncident: id });
}

const becauseOf = ({ kind }: Readonly<{ kind: string }>): "signIn" | "mode" | "rights" =>
  kind === "signIn" || kind === "mode" ? kind : "rights";
