// Those who may approve are asked once, by name where they are known to be here: an edit of a card notifies nobody.
import type { Member } from "../../core/access/who-may.ts";
import { isSamePerson } from "../../core/change/decide.ts";
import { type Asked, approvalKey, type Message, messageWith, runKey } from "../../core/delivery/message.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { foldCase } from "../../core/text/text.ts";
import { inTime } from "../identity/lookups.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

/** So many people may have a view of their own of one card in Teams. */
const mostAsked = 60;

/** `groups`: names of the policy's. Empty where whoever asked decides alone: their card says so. */
export async function askApprovers(
  services: Services,
  credential: RequesterCredential | null,
  run: Run,
  proposed: Proposed,
  groups: readonly string[],
): Promise<readonly Message[]> {
  if (proposed.approval.by !== "others") return [];
  const people = credential === null ? [] : await peopleOf(services, credential, run, groups);
  return [askMessage(run, proposed.escalated === true ? "second" : "first", groups, people)];
}

/** Whoever was asked reads in the same message what became of it, and finds no button that decides nothing any more. */
export function decidedMessages(run: Run, { state }: RunState): readonly Message[] {
  const { status } = run;
  if (!("approval" in status) || status.approval.by !== "others" || state === status.state) return [];
  const asked: readonly Asked[] = status.escalated === true ? ["first", "second"] : ["first"];
  return asked.map((which) => askMessage(run, which));
}

type Named = Pick<Member, "userId" | "name">;

const askMessage = (
  run: Run,
  which: Asked,
  groups: readonly string[] = [],
  people: readonly Named[] = [],
): Message =>
  messageWith(
    approvalKey(run.id, which),
    run.conversation,
    { show: "approval", runId: run.id, groups, people },
    { after: runKey(run.id) },
  );

async function peopleOf(
  services: Services,
  as: RequesterCredential,
  run: Run,
  groups: readonly string[],
): Promise<readonly Named[]> {
  const found = await approversHere(services, as, run, groups);
  return (found?.people ?? []).slice(0, mostAsked).map(({ userId, name }) => ({ userId, name }));
}

/**
 * Members of the groups who are in this conversation, without whoever asked; null where that could not be told in time.
 * `areAll`: nobody else is, as far as is known.
 */
export function approversHere(
  services: Services,
  as: RequesterCredential,
  run: Run,
  groups: readonly string[],
): Promise<Readonly<{ people: readonly Member[]; areAll: boolean }> | null> {
  const { names } = services.timeouts;
  const ids = groups.map((name) => services.policy().groups[name]).filter((id) => id !== undefined);
  return inTime(services, run, "nobody could be named for an approval", async () => {
    const [here, members] = await Promise.all([
      services.roster.members(run.conversation, names),
      Promise.all(ids.map((id) => services.groups.members(as, id, names))),
    ]);
    if (here === null) return null;
    const may = new Set(members.flatMap((each) => each ?? []).map(foldCase));
    const people = here.filter(({ objectId }) => may.has(foldCase(objectId)) && !isRequester(run, objectId));
    // Whoever asked is here: a list without them is not all of it.
    const isWhole = here.some(({ objectId }) => isRequester(run, objectId));
    return { people, areAll: isWhole && !members.includes(null) };
  });
}

const isRequester = ({ requester }: Run, objectId: string): boolean =>
  isSamePerson(requester, { objectId, tenantId: requester.tenantId });
