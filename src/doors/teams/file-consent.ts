// `fileConsent/invoke`: somebody said yes or no to a file. Answered at once; what comes of it takes the card's place.
import { z } from "zod";
import { withErrorCard } from "../../app/delivery/with-error-card.ts";
import { type FileConsent, takeFileConsent } from "../../app/run/offer-file.ts";
import { type Bot, claimed, questionKey } from "./bot.ts";
import { askerOf } from "./conversation.ts";
import type { Activity, InvokeReply } from "./port.ts";

const short = z.string().max(400);
const url = z.string().max(4_000);
const context = z.object({ v: z.literal(1), pending: z.string().max(40) });

/** Known fields of the right type are taken, anything else is ignored. */
const consentSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("decline"), context }),
  z.object({
    action: z.literal("accept"),
    context,
    uploadInfo: z.object({ name: short, uploadUrl: url, contentUrl: url, uniqueId: short, fileType: short }),
  }),
]);

/** Null where it is no answer to an offer of ours. */
export function consentOf(value: unknown): FileConsent | null {
  const { data } = consentSchema.safeParse(value);
  if (data === undefined) return null;
  return { pending: data.context.pending, file: data.action === "accept" ? data.uploadInfo : null };
}

export async function onFileConsent(bot: Bot, activity: Activity): Promise<InvokeReply> {
  const asker = askerOf(activity);
  const consent = consentOf(activity.value);
  if (!asker || !consent) return { status: 400 };
  const { services, background } = bot;
  const key = questionKey(bot, activity);
  const receivedAt = services.clock.now().toISOString();
  const { conversation } = asker;
  const whoAnswers = { ...asker, question: key };
  const act = () => takeFileConsent(services, whoAnswers, consent, activity.replyToId ?? null);
  const question = { key, text: verb, conversation, receivedAt };
  const taken = await claimed(bot, asker, question, ({ turn, leave }) =>
    background.start("file", () =>
      withErrorCard(services, whoAnswers, verb, () => turn.then(act)).finally(leave),
    ),
  );
  return { status: taken === "taken" ? 200 : 503 };
}

const verb = "run.file";
