// An answer as its card: in the language of the conversation, and with the mode on it where that is not `full`.
import { modeInForce } from "../../app/mode.ts";
import type { Store } from "../../app/ports.ts";
import type { Log, Services } from "../../app/services.ts";
import type { Answer, Unmasked } from "../../core/chat/answer.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { present, showsMode, withLastLine } from "../../presenters/present.ts";
import type { Presented } from "../../presenters/presented.ts";
import { presentShort } from "../../presenters/short.ts";

type Parts = Readonly<{ store: Pick<Store, "mode">; log: Log }> & Pick<Services, "docsUrl">;

/** `short`: only its first sentence. `elsewhere`: it says that it was asked for in another place. */
type How = Readonly<{ short?: boolean; elsewhere?: boolean }>;

export async function cardFor(
  parts: Parts,
  answer: Answer | Unmasked,
  locale: unknown,
  { short, elsewhere }: How = {},
): Promise<Presented> {
  const texts = { ...messages(locale), docsUrl: parts.docsUrl };
  if (short) return presentShort(answer, texts);
  const presented = showsMode(answer)
    ? present(answer, texts, await modeInForce(parts))
    : present(answer, texts);
  return elsewhere ? withLastLine(presented, texts.short.elsewhere) : presented;
}
