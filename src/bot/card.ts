// An answer as its card: in the language of the conversation, and with the mode on it where that is not `full`.
import { modeInForce } from "../app/mode.ts";
import type { Store } from "../app/ports.ts";
import type { Log } from "../app/services.ts";
import type { Answer } from "../core/chat/answer.ts";
import { messages } from "../presenters/messages/messages.ts";
import { present, showsMode } from "../presenters/present.ts";
import type { Presented } from "../presenters/presented.ts";

type Parts = Readonly<{ store: Pick<Store, "mode">; log: Log }>;

export async function cardFor(parts: Parts, answer: Answer, locale: unknown): Promise<Presented> {
  const texts = messages(typeof locale === "string" ? locale : undefined);
  return showsMode(answer) ? present(answer, texts, await modeInForce(parts)) : present(answer, texts);
}
