// The one door from what the product says to how it looks in Teams.
import type { Answer, Unmasked } from "../core/conversation/answer.ts";
import type { ModeInForce } from "../core/mode/mode.ts";
import { presentKind } from "./by-kind.ts";
import { fitCard } from "./fit-card.ts";
import type { Messages } from "./messages/messages.ts";
import { modeLine } from "./mode.ts";
import type { Presented } from "./presented.ts";
import { presentShort } from "./short.ts";
import { plain, sentence, spoken } from "./text.ts";
import { unnamedLine } from "./unnamed.ts";

/** Whether the card of this answer says which mode is in force, where that is not `full`. */
export const showsMode = ({ kind }: Answer | Unmasked): boolean =>
  kind === "run" || kind === "canI" || kind === "help" || kind === "status";

/** What nobody has to be signed in for. */
const isForAnybody = ({ kind }: Answer | Unmasked): boolean => kind === "help" || kind === "status";

/** Whether the card of this answer shows lines about a cluster, to be written like that. */
export const showsExamples = ({ kind }: Answer | Unmasked): boolean =>
  kind === "help" || kind === "notUnderstood";

/**
 * The card of an answer. Pure: the same answer, texts and mode always give the same card, never above the budget.
 * `mode` is for answers that show it; null is one that could not be read.
 */
export function present(answer: Answer | Unmasked, messages: Messages, mode?: ModeInForce | null): Presented {
  const whole = withFirstLine(presentKind(answer, messages), unnamedLine(answer, messages));
  const { card, summary } =
    mode === undefined ? whole : withLastLine(whole, modeLine(mode, messages, isForAnybody(answer)));
  const { tooBig } = messages;
  const fitted = fitCard(card, {
    shortened: ({ entries, characters }) => plain(tooBig.shortened(entries, characters, canAskLess(answer))),
    command: (characters) => plain(tooBig.command(characters)),
  });
  return fitted === null ? presentShort(answer, messages) : { card: fitted, summary };
}

/** Of a diagnosis there is no smaller one. */
const canAskLess = (answer: Answer | Unmasked): boolean =>
  !("run" in answer) || answer.run.task.kind === "command";

const lineOf = (text: string) => ({ type: "TextBlock", text: plain(text), wrap: true });

/** The elements that a template does not bring, since they may stand above and below any card. */
export function withLastLine({ card, summary }: Presented, line: string): Presented {
  const { body }: { body?: unknown } = card;
  if (line === "" || !Array.isArray(body)) return { card, summary };
  return { card: { ...card, body: [...body, lineOf(line)] }, summary };
}

function withFirstLine(presented: Presented, line: string): Presented {
  const { body, speak, fallbackText }: { body?: unknown; speak?: unknown; fallbackText?: unknown } =
    presented.card;
  if (line === "" || !Array.isArray(body)) return presented;
  const first = {
    body: [lineOf(line), ...body],
    speak: `${spoken(line)} ${speak}`,
    fallbackText: `${plain(line)} ${fallbackText}`,
  };
  return { card: { ...presented.card, ...first }, summary: `${sentence(line)} ${presented.summary}` };
}
