// An operation of Azure that mutes a channel is looked at again every few minutes, with the rights of whoever stands for the
// channel, so that the mute ends with it. Where nobody does, nobody looks: it mutes for its hour.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { Volunteer, Watch } from "../../core/incident/watch.ts";
import { operationWord } from "../../core/outcome/operation.ts";
import { redact } from "../../core/redact/redact.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { auditEntry, authorizeEach } from "../identity/authorize.ts";
import { readerRight } from "../identity/gates.ts";
import { whyNotHere } from "../incident/volunteer.ts";
import { type AzureReader, type ReaderCredential, whoReads } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

const lookMilliseconds = 3 * 60_000;

type Followed = Pick<Watch, "cluster" | "conversation">;

/** Called again and again. Whichever process takes an operation first looks; what nobody could see is looked at again later. */
export async function followOperations(services: Services): Promise<void> {
  const { store, clock, log } = services;
  const now = clock.now();
  const before = new Date(now.getTime() - lookMilliseconds).toISOString();
  const taken = await store.takeOperations(now.toISOString(), before);
  await Promise.all(
    taken.map((watch) =>
      lookAt(services, watch).catch((error: unknown) =>
        log.warn("an operation of Azure was not looked at", {
          ...{ cluster: watch.cluster.id, error: redact(String(error)).text },
        }),
      ),
    ),
  );
}

async function lookAt(services: Services, watch: Followed): Promise<void> {
  const { store, clock, reader } = services;
  const { cluster, conversation } = watch;
  const as = await whoLooks(services, watch);
  if (as === null) return;
  await store.appendAudit(as.entry);
  const readAt = clock.now().toISOString();
  const read = await reader.read(as.credential, cluster.id);
  // It may run still.
  if (read.status !== "collected") return;
  const state = operationWord(read.data);
  const by = whoReads(as.credential);
  await store.seeOperation(watch, state === null ? null : { by, state }, readAt, (what) =>
    auditEntry(clock, by, {
      ...{ action: `watch.operation.${what}`, outcome: "recorded", cluster: cluster.id },
      detail: { place: conversation.key, ...(state !== null && { state }) },
    }),
  );
}

/** `entry`: that they look. */
type Looker = Readonly<{ credential: AzureReader; entry: AuditEntry }>;

/** Everything is asked anew, as for a diagnosis. Null where nobody stands for it, or may not do so by now. */
async function whoLooks(services: Services, watch: Followed): Promise<Looker | null> {
  const { store, clock, readOnlyIdentity } = services;
  const { cluster, conversation } = watch;
  const standing = await store.volunteersIn(conversation.key, clock.now().toISOString());
  const volunteer = standing.get(idKey(cluster.id));
  if (volunteer !== undefined) return volunteerLooks(services, watch, volunteer);
  return readOnlyIdentity === null ? null : readerLooks(services, watch, readOnlyIdentity);
}

const action = "watch.operation.look";

async function volunteerLooks(
  services: Services,
  { cluster, conversation }: Followed,
  { requester, userId }: Volunteer,
): Promise<Looker | null> {
  const record = { action, detail: { place: conversation.key, volunteer: true } };
  const wanted = [
    { kind: "diagnose", cluster },
    { kind: "volunteer", cluster },
  ] as const;
  const rights = await authorizeEach(services, { requester, userId }, wanted, "press", { record });
  if ((await whyNotHere(services, conversation, requester)) !== null) return null;
  const [may] = rights;
  if (may?.ok !== true || !rights.every(({ ok }) => ok)) return null;
  // What only they may see changes nothing of the channel.
  return may.decision.show === "thread" ? may : null;
}

async function readerLooks(
  services: Services,
  { cluster, conversation }: Followed,
  as: ReaderCredential,
): Promise<Looker | null> {
  const right = await readerRight(services, as, cluster);
  if (!right.ok) return null;
  const entry = auditEntry(services.clock, as.reader, {
    ...{ action, outcome: "recorded", cluster: cluster.id, rule: right.decision.rule },
    detail: { place: conversation.key },
  });
  return { credential: as, entry };
}
