// An answer as its card: in the language of the conversation, and with the mode on it where that is not `full`.
import { modeInForce } from "../../app/ports/mode-in-force.ts";
import type { Log, Services } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import type { Answer, Unmasked } from "../../core/conversation/answer.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Presented } from "../../presenters/card/presented.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { present, showsExamples, showsMode, withLastLine } from "../../presenters/present.ts";
import { presentShort } from "../../presenters/run/short.ts";

type Parts = Readonly<{ store: Pick<Store, "mode" | "lastCluster">; log: Log }> & Pick<Services, "docsUrl">;

/**
 * `short`: only its first sentence. `elsewhere`: it says that it was asked for in another place. `to`: where it is read,
 * so that its examples are about the cluster that was spoken of there.
 */
type How = Readonly<{ short?: boolean; elsewhere?: boolean; to?: ConversationRef }>;

export async function cardFor(
  parts: Parts,
  answer: Answer | Unmasked,
  locale: unknown,
  { short, elsewhere, to }: How = {},
): Promise<Presented> {
  const known = to && showsExamples(answer) ? await spokenOf(parts, to) : {};
  const texts = { ...messages(locale), docsUrl: parts.docsUrl, ...known };
  if (short) return presentShort(answer, texts);
  const presented = showsMode(answer)
    ? present(answer, texts, await modeInForce(parts))
    : present(answer, texts);
  return elsewhere ? withLastLine(presented, texts.short.elsewhere) : presented;
}

/** A card is made without it where the database cannot tell. */
async function spokenOf({ store, log }: Parts, { key }: ConversationRef) {
  const last = await store.lastCluster(key).catch((error: unknown) => {
    log.warn("the cluster spoken of last could not be read", { error: String(error) });
    return null;
  });
  return last && { exampleCluster: last.name };
}
