// The mode in force, asked anew each time; and setting it, which the policy's operators may.
import type { Answer } from "../core/chat/answer.ts";
import { type Activity, type ModeForbids, type ModeInForce, whyModeForbids } from "../core/mode/mode.ts";
import { whyNoOperator } from "../core/policy/operators.ts";
import { redact } from "../core/redact/redact.ts";
import { auditEntry, byPolicy } from "./audit-entry.ts";
import { membershipOf } from "./membership.ts";
import type { RequesterCredential, Store } from "./ports.ts";
import type { Asker, Log, Services } from "./services.ts";
import { tell } from "./tell.ts";

type ModeServices = Readonly<{ store: Pick<Store, "mode">; log: Log }>;

/** Null where the database cannot tell: nothing is allowed then. */
export async function modeInForce({ store, log }: ModeServices): Promise<ModeInForce | null> {
  try {
    return await store.mode();
  } catch (error) {
    log.error("mode could not be read", { error: String(error) });
    return null;
  }
}

/** Milliseconds. A database that is busy or away for a moment is no reason to refuse anybody. */
const pauses = [300, 1_000, 2_000];

/** The same, asked again before anybody is told that it is not known. */
async function modeAfterAll(services: ModeServices & Pick<Services, "clock">): Promise<ModeInForce | null> {
  for (const pause of pauses) {
    const mode = await modeInForce(services);
    if (mode !== null) return mode;
    await services.clock.sleep(pause);
  }
  return modeInForce(services);
}

/** Why the mode in force does not let this through; null when it does. */
export const whyClosed = async (
  services: ModeServices & Pick<Services, "clock">,
  activity: Activity,
): Promise<ModeForbids | null> => whyModeForbids(await modeAfterAll(services), activity);

/** The same for somebody of whom it is not known yet whether they are signed in. */
export async function whyClosedTo(
  services: Services,
  { userId, requester }: Asker,
  activity: Activity,
): Promise<ModeForbids | null> {
  const reason = await whyClosed(services, activity);
  if (reason?.is !== "modeForbids") return reason;
  const signedIn = await services.credentials.forUser(userId, requester);
  return signedIn.ok ? reason : { is: "modeCloses", mode: reason.mode };
}

export async function showMode(services: Services, asker: Asker): Promise<void> {
  const mode = await modeAfterAll(services);
  await sayMode(services, asker, { mode, changed: false, refused: null });
}

/** In force for everyone at once; written down in the same transaction, as is a refusal. */
export async function setMode(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  set: Readonly<{ mode: ModeInForce["mode"]; reason: string | null }>,
): Promise<void> {
  const { store, clock } = services;
  const refused = whyNoOperator(services.policy(), await membershipOf(services, credential));
  const reason = set.reason === null ? null : redact(set.reason).text;
  const entry = auditEntry(clock, asker.requester, {
    action: "mode.set",
    outcome: refused === null ? "succeeded" : "denied",
    detail: { mode: set.mode, reason, ...byPolicy(services) },
  });
  if (refused !== null) {
    await store.appendAudit(entry);
    const mode = await modeAfterAll(services);
    return sayMode(services, asker, { mode, changed: false, refused });
  }
  const mode = { mode: set.mode, setBy: asker.requester, since: clock.now().toISOString(), reason };
  await store.setMode(mode, entry);
  await sayMode(services, asker, { mode, changed: true, refused: null });
}

async function sayMode(
  services: Services,
  asker: Asker,
  said: Omit<Extract<Answer, { kind: "mode" }>, "kind" | "policy">,
): Promise<void> {
  const policy = services.policyVersion();
  await tell(services, asker, { kind: "mode", ...said, policy });
}
