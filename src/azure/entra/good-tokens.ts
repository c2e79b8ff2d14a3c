// Callers whose token was found good a moment ago: the same bytes are not looked through again at once.
import type { TokenCheck } from "./token-check.ts";

/** Far more than an hour of Teams brings; whoever has no good token adds none. */
const most = 100;

/** What `check` refused is asked again each time. `now`: a clock that is never set, in milliseconds. */
export function rememberingGood(check: TokenCheck, milliseconds: number, now: () => number): TokenCheck {
  const goodUntil = new Map<string, number>();
  return async (authorization = "") => {
    if (now() < (goodUntil.get(authorization) ?? 0)) return { ok: true };
    goodUntil.delete(authorization);
    const result = await check(authorization);
    if (result.ok) {
      if (goodUntil.size >= most) goodUntil.clear();
      goodUntil.set(authorization, now() + milliseconds);
    }
    return result;
  };
}
