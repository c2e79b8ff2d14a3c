// What was agreed on is done as whoever asked for it: where their sign-in is gone by then they are asked for it, and it goes
// on from there as long as the approval holds.
import { isSamePerson } from "../../core/change/decide.ts";
import { isReadersRun, type PersonsRun, type Run, type RunState } from "../../core/run/run.ts";
import { messageOf, runMessage } from "../delivery/outbox-messages.ts";
import { isMendedBySignIn, signInCard } from "../identity/sign-in.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { entryOf, type RunLease } from "../run/run-execution.ts";

/** As it would be typed. */
const resuming = ({ id }: Pick<Run, "id">): string => `resume ${id}`;

/** More than anybody has asked for at once. */
const mostLookedAt = 100;

/** Null where their sign-in is there, or is refused for a reason that no sign-in mends. */
export async function waitForSignIn(
  services: Services,
  run: PersonsRun,
  status: Extract<RunState, { state: "approved" }>,
  hold: RunLease,
): Promise<RunState | null> {
  const { requester, conversation } = run;
  const { credentials, messenger, personalChatUrl } = services;
  const signedIn = await credentials.forUser(conversation.userId, requester);
  if (signedIn.ok || !isMendedBySignIn(signedIn.failure)) return null;
  const chat = conversation.personal
    ? conversation
    : await messenger.personalChat(conversation).catch(() => null);
  const elsewhere = { kind: "signInElsewhere", asked: resuming(run), chatUrl: personalChatUrl } as const;
  // Its own card is edited, which notifies nobody.
  hold.extraMessages = [
    chat === null ? messageOf(services, conversation, elsewhere) : signInCard(services, chat, resuming(run)),
  ];
  return { ...status, waitsFor: "signIn" };
}

/**
 * They have signed in: every change of theirs that waits for it goes on. It is the change itself that says so, since it
 * waits for as long as its approval holds. What was resumed, as it would be typed.
 */
export async function resumeWaiting(
  services: Services,
  { requester }: Pick<ConversationContext, "requester">,
): Promise<readonly string[]> {
  const resumed: string[] = [];
  for (const run of await services.store.undecidedRuns(mostLookedAt, requester))
    if (waits(run) && isSamePerson(run.requester, requester))
      if (await resumeChange(services, { requester }, run.id)) resumed.push(resuming(run));
  return resumed;
}

/** Whoever signs in while they are about to be asked finds nothing that waits: it is looked once more when it does. */
export async function resumeIfSignedIn(services: Services, { id }: Pick<Run, "id">): Promise<void> {
  const run = await services.store.run(id);
  if (run === null || isReadersRun(run) || !waits(run)) return;
  const { conversation, requester } = run;
  const signedIn = await services.credentials.forUser(conversation.userId, requester);
  if (signedIn.ok) await resumeChange(services, { requester }, id);
}

const waits = ({ status }: Run): boolean => status.state === "approved" && status.waitsFor === "signIn";

/** True where it goes on by this; whoever signs in again for another reason changes nothing. */
export async function resumeChange(
  services: Services,
  { requester }: Pick<ConversationContext, "requester">,
  runId: string,
): Promise<boolean> {
  const resumed = await services.store.stepRun(runId, (run) => {
    const { status } = run;
    const isTheirs = isSamePerson(run.requester, requester);
    if (status.state !== "approved" || status.waitsFor === undefined || !isTheirs)
      return { said: false, to: null, messages: [], audit: null };
    const { waitsFor: _, ...approved } = status;
    const audit = entryOf(services, run, { rule: run.rule, comparedWith: null }, "resume", approved);
    return { said: true, to: approved, messages: [runMessage(run, "approved")], audit };
  });
  return resumed === true;
}
