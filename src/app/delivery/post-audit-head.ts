// The head of the audit trail, posted once a day where the operators read: the database's owner cannot take it back.
import { redact } from "../../core/redact/redact.ts";
import type { Services } from "../ports/services.ts";
import { channelPlace } from "./outbox-messages.ts";

type Needs = Pick<Services, "store" | "messenger" | "places" | "clock" | "log">;

/** `channel`: Teams' id of a channel or chat. By whichever replica comes first; nothing where no row is sealed yet. */
export async function announceHead(
  { store, messenger, places, clock, log }: Needs,
  channel: string,
): Promise<void> {
  const place = await channelPlace({ store, places }, channel);
  if (!place)
    return log.warn("audit head not posted: nobody has spoken to the bot in this channel", { channel });
  const head = await store.auditHead();
  if (!head) return;
  if (!(await store.firstTime(`audit-head|${clock.now().toISOString().slice(0, 10)}`))) return;
  // So it stays while nobody speaks there.
  await store.saveConversation(place);
  const answer = { kind: "auditHead", ...head } as const;
  const result = await messenger.post(place, { show: "answer", answer, elsewhere: false }, false);
  if (result.status !== "shown")
    log.warn("audit head not posted", { channel, reason: redact(JSON.stringify(result)).text });
}
