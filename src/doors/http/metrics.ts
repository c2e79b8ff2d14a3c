// `GET /metrics`: numbers for a monitoring system, which has a secret of its own. Without one there is no such address.
import { type Numbers, numbersText } from "../../core/incident/numbers.ts";
import { numbersHelp } from "../../presenters/messages/operator/numbers.ts";
import { hasSecret } from "./alerts.ts";
import { type HttpRoute, unauthorized } from "./http.ts";

/** Several may ask, every few seconds: what was counted stands for so long. */
const freshMilliseconds = 15_000;

/** `now`: a clock that is never set, in milliseconds. */
export function metricsRoutes(
  tokens: readonly string[] | null,
  numbers: () => Promise<Numbers>,
  now: () => number = () => performance.now(),
): readonly HttpRoute[] {
  if (tokens === null) return [];
  let counted: Promise<string> | null = null;
  let freshUntil = 0;
  const text = (): Promise<string> => {
    if (counted !== null && now() < freshUntil) return counted;
    freshUntil = now() + freshMilliseconds;
    counted = numbers().then((all) => numbersText(all, numbersHelp));
    // A failure is not kept.
    counted.catch(() => {
      counted = null;
    });
    return counted;
  };
  return [
    {
      ...{ method: "get", path: "/metrics" },
      answer: async (request) =>
        hasSecret(request, tokens)
          ? { status: 200, body: await text(), type: "text/plain; version=0.0.4; charset=utf-8" }
          : unauthorized("the token for metrics is missing or wrong"),
    },
  ];
}
