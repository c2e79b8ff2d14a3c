// Sign-in as Teams reports it: silent exchange, the button's code, a pasted code, or a failure of the client.
import { z } from "zod";
import { completeSignIn, rejectSignIn } from "../../app/conversation/complete-sign-in.ts";
import { enqueueAnswer } from "../../app/delivery/outbox-messages.ts";
import { withErrorCard } from "../../app/delivery/with-error-card.ts";
import { limited } from "../../app/identity/guess-limit.ts";
import type { ConversationContext } from "../../app/ports/services.ts";
import { notice } from "../../core/conversation/notice.ts";
import type { SignInFailure } from "../../core/requester.ts";
import { type Bot, claimed, type Full, questionKey } from "./bot.ts";
import { askerOf } from "./conversation.ts";
import type { Activity, InvokeReply } from "./port.ts";

/** A token with hundreds of groups has 16 kB. */
const longestToken = 32_000;

const exchangeSchema = z.object({
  id: z.string().max(200).optional(),
  connectionName: z.string().max(200).optional(),
  token: z.string().max(longestToken),
});
const stateSchema = z.preprocess(
  (value) => (typeof value === "string" ? parseJson(value) : value),
  z.object({ state: z.string().max(200) }),
);
const failureSchema = z.object({
  code: z.string().max(60).optional(),
  message: z.string().max(500).optional(),
});

/** `signin/tokenExchange`: every device of the person sends one; 412 makes the client fall back to the button. */
export async function onTokenExchange(bot: Bot, activity: Activity): Promise<InvokeReply> {
  const asker = askerOf(activity);
  const request = exchangeSchema.safeParse(activity.value);
  if (!asker || !request.success) return { status: 400 };
  const { id, connectionName, token } = request.data;
  const refused = {
    status: 412,
    body: { id, connectionName, failureDetail: "Consent or interaction is needed." },
  };
  try {
    if (!(await bot.tokens.exchange(asker.userId, token))) return refused;
  } catch (error) {
    bot.services.log.warn("silent sign-in failed", { error: String(error) });
    return refused;
  }
  const taken = await inBackground(bot, asker, `exchange|${asker.userId}|${id ?? activity.id}`, null);
  return { status: taken === "taken" ? 200 : 503 };
}

/** `signin/verifyState`: the button path; `state` is the code that redeems the sign-in. */
export async function onVerifyState(bot: Bot, activity: Activity): Promise<InvokeReply> {
  const asker = askerOf(activity);
  const state = stateSchema.safeParse(activity.value);
  if (!asker || !state.success) return { status: 400 };
  const result = await redeem(bot, asker, state.data.state);
  const taken = await inBackground(bot, asker, questionKey(bot, activity), result);
  if (taken !== "taken") return { status: 503 };
  return { status: result === null ? 200 : 404 };
}

/** `signin/failure`: the client could not even begin; the button still works. */
export async function onSignInFailure(bot: Bot, activity: Activity): Promise<InvokeReply> {
  const asker = askerOf(activity);
  const failure = failureSchema.safeParse(activity.value);
  if (asker && failure.success) {
    bot.services.log.warn("Teams could not sign in silently", { code: failure.data.code });
  }
  return { status: 200 };
}

/** A six-digit code pasted as a message, as happens across tenants. */
export async function redeemCode(bot: Bot, asker: ConversationContext, code: string): Promise<void> {
  await finish(bot, asker, await redeem(bot, asker, code));
}

async function finish({ services }: Bot, asker: ConversationContext, result: Redeemed): Promise<void> {
  if (result === null) await completeSignIn(services, asker);
  else if (result !== "tooMany") await rejectSignIn(services, asker, result);
  else await enqueueAnswer(services, asker, { kind: "pressRefused", reason: notice("tooManyGuesses") });
}

const turns = new Map<string, Promise<unknown>>();

/** Six digits could be tried out, many at once: of one person's codes, one is tried after the other. */
function inTurn<T>(userId: string, tried: () => Promise<T>): Promise<T> {
  const mine = (turns.get(userId) ?? Promise.resolve()).then(tried, tried);
  const done = () => {
    if (turns.get(userId) === mine) turns.delete(userId);
  };
  turns.set(userId, mine);
  mine.then(done, done);
  return mine;
}

/** Null when the code gave a sign-in; `tooMany` when it was not even tried. */
type Redeemed = SignInFailure | "tooMany" | null;

async function redeem(bot: Bot, asker: ConversationContext, code: string): Promise<Redeemed> {
  const { userId } = asker;
  const { found = "tooMany" } = await inTurn(userId, () =>
    limited<SignInFailure | null>(
      bot.services,
      asker,
      () => tryCode(bot, asker, code),
      (failure) => failure?.code === "cancelled",
    ),
  );
  return found;
}

/** An outage of the token service is not the person's fault and said as such. */
async function tryCode(bot: Bot, asker: ConversationContext, code: string): Promise<SignInFailure | null> {
  try {
    return (await bot.tokens.token(asker.userId, code)) ? null : cancelled;
  } catch (error) {
    bot.services.log.warn("sign-in code not redeemed", { error: String(error) });
    return { code: "unavailable", why: "serviceSilent" };
  }
}

/** Claimed like a message: once, and a restart in the middle of it is noticed. */
function inBackground(
  bot: Bot,
  asker: ConversationContext,
  key: string,
  result: Redeemed,
): Promise<Full | "taken"> {
  const receivedAt = bot.services.clock.now().toISOString();
  const { conversation } = asker;
  const whoSigns = { ...asker, question: key };
  const act = () => finish(bot, whoSigns, result);
  return claimed(bot, asker, { key, text: "sign in", conversation, receivedAt }, ({ turn, leave }) =>
    bot.background.start("sign-in", () =>
      withErrorCard(bot.services, whoSigns, "sign in", () => turn.then(act)).finally(leave),
    ),
  );
}

const cancelled: SignInFailure = {
  code: "cancelled",
  why: "cancelled",
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
