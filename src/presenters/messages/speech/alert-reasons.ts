// What an alert says was measured, in one line.
import type { AlertReason } from "../../../core/alert/reason.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import { isoDuration, type TimeWords } from "../catalogue/time.ts";

type Measured = Extract<AlertReason, Readonly<{ is: "measured" }>>;
type Health = Extract<AlertReason, Readonly<{ is: "health" }>>;

/** `called`: the metric or the column, null where the alert does not name it. `window` and `held`: in words. */
type Told = Readonly<
  | Exclude<AlertReason, Measured | Health>
  | (Measured & { source: "metric" | "query"; called: string | null })
  | (Health & { change: readonly string[] })
>;

export function alertReasonSpeech({ alertReasons: texts }: Catalogue, closeUp: (text: string) => string) {
  function changeOf(it: Health): readonly string[] {
    const cause = it.cause === null ? "" : texts.cause[it.cause];
    return [texts.now(it), texts.was(it), cause].filter((part) => part !== "");
  }

  function toldOf(reason: AlertReason, times: TimeWords): Told {
    const lasting = (iso: string | null): string | null => iso && isoDuration(iso, times);
    switch (reason.is) {
      case "measured": {
        const { of } = reason;
        const window = lasting(reason.window);
        return "metric" in of
          ? { ...reason, window, source: "metric", called: of.metric }
          : { ...reason, window, source: "query", called: of.column };
      }
      case "ruleFires":
        return { ...reason, held: lasting(reason.held) };
      case "health":
        return {
          ...reason,
          title: reason.title?.replace(/\.$/, "") ?? null,
          change: changeOf(reason),
        };
      default:
        return reason;
    }
  }

  return {
    sayAlertReason: (reason: AlertReason, times: TimeWords): string => {
      const reasons: Says<Told> = texts;
      return closeUp(say(reasons, toldOf(reason, times)));
    },
  };
}
