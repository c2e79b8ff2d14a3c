// That somebody used an emergency rule is said aloud, once: where it was asked for, and where whoever runs the product reads.
import { placeOf } from "../../core/chat/place.ts";
import { emergencyKey, type Message } from "../../core/outbox/message.ts";
import type { ConversationRef, Run } from "../../core/run/run.ts";
import type { Allowed } from "../authorize-action.ts";
import { channelPlace } from "../channel-place.ts";
import type { Services } from "../services.ts";
import { messageOf } from "../tell.ts";

/** To be written with the step that sends it. Empty where it is allowed without an emergency. */
export async function emergencyMessages(
  services: Services,
  run: Run,
  { breakGlass, rule }: Allowed,
): Promise<readonly Message[]> {
  if (breakGlass !== true) return [];
  const say = (to: ConversationRef): Message =>
    messageOf(services, to, { kind: "emergency", run, rule }, emergencyKey(run.id, placeOf(to.key)));
  const { operatorsChannel, log } = services;
  const here = say(run.conversation);
  if (operatorsChannel === null || operatorsChannel === placeOf(run.conversation.key)) return [here];
  const operators = await channelPlace(services, operatorsChannel);
  if (operators !== null) return [here, say(operators)];
  log.warn("emergency not told to the operators: nobody has spoken to the bot in this channel", {
    channel: operatorsChannel,
    runId: run.id,
  });
  return [here];
}
