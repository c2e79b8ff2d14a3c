// One message of the outbox, shown by one call to Teams; what becomes of it is decided by core/delivery/next-step.ts.
import type { Answer } from "../../core/conversation/answer.ts";
import { notice } from "../../core/conversation/notice.ts";
import {
  type Content,
  type Delivery,
  type DeliveryOutcome,
  isOfChannel,
  isOfRun,
  type OfRun,
  requestOfKey,
} from "../../core/delivery/message.ts";
import { elsewhereLater } from "../../core/delivery/next-step.ts";
import { plainFailure } from "../../core/run/failure.ts";
import { cameToNothing, type Run } from "../../core/run/run.ts";
import type { Delivered, Showing } from "../ports/outbox.ts";
import type { Services } from "../ports/services.ts";
import { callTeams, ourFault, stepAfter } from "./call-teams.ts";
import { deliverIncident, goneCodes } from "./deliver-incident.ts";
import { stamped } from "./stamped-run.ts";

/** Never throws. */
export function deliver(services: Services, delivery: Delivery): Promise<Delivered> {
  const { content } = delivery;
  return content.show === "incident"
    ? deliverIncident(services, delivery, content)
    : deliverMessage(services, delivery, content);
}

async function deliverMessage(services: Services, delivery: Delivery, content: Told): Promise<Delivered> {
  const failed = ourFault(services, delivery);
  const showing = () => showingOf(services, delivery, content);
  const outcome = await callTeams(services, delivery, showing).catch(failed);
  const next = stepAfter(services, delivery, outcome);
  if (next.step === "giveUp" && isOfChannel(content) && isGone(outcome))
    await endWeekly(services, delivery).catch((error: unknown) => failed(error));
  return withPlace(services, delivery, next).catch((error: unknown) => {
    failed(error);
    const notice = next.step === "elsewhere" && next.notice;
    return { next: elsewhereLater(delivery, notice, services.chance()), personal: null };
  });
}

/** So Teams said to the last, after all the time for which it was asked. */
const isGone = (outcome: DeliveryOutcome | null): boolean =>
  outcome?.status === "refused" && !outcome.again && goneCodes.includes(outcome.code);

/** A channel that is gone, or took us out, gets no card of its week any more. */
async function endWeekly({ store, clock }: Services, { to: { key: place } }: Delivery): Promise<void> {
  await store.endWeekly(place, {
    ...{ time: clock.now().toISOString(), actor: "system", tenant: null, action: "watch.end" },
    ...{ outcome: "recorded", cluster: null, runId: null, rule: null },
    detail: { place, weekly: true },
  });
}

/** What is told to somebody; an alert is nobody's in particular. */
type Told = Exclude<Content, { show: "incident" }>;

/** Null: it does not exist any more, for example since its person was forgotten, or nobody has to see it. */
async function showingOf(services: Services, delivery: Delivery, content: Told): Promise<Showing | null> {
  const { notice, elsewhere } = delivery;
  if (notice) return { show: "answer", answer: perhapsShown, elsewhere: false };
  if (content.show === "waiting") {
    const { show, question: _, ...goesOn } = content;
    return { show: "answer", answer: { kind: show, ...goesOn, userId: delivery.to.userId }, elsewhere };
  }
  if (content.show === "answer")
    return { show: "answer", answer: content.answer, elsewhere, request: requestOfKey(delivery.key) };
  if (!isOfRun(content)) return content;
  const run = await services.store.run(content.runId);
  if (run && isNotWanted(run, delivery)) return null;
  if (run) return { show: "answer", answer: answerAbout(await stamped(services, run), content), elsewhere };
  // Its card stands there as it was while the run went on, and must not say so for ever.
  return delivery.messageId === null ? null : { show: "answer", answer: removed, elsewhere: false };
}

function answerAbout(run: Run, content: OfRun): Answer {
  switch (content.show) {
    case "run":
      return { kind: "run", run, page: null };
    case "approval":
      return { kind: "approvalWanted", run, groups: content.groups, people: content.people };
    case "review":
      return { kind: "review", run, as: content.as };
    case "emergency":
      return { kind: "emergency", run, rule: content.rule };
  }
}

/** It was decided, or came to nothing, before anybody was told, that we know of: nobody has to be told here. */
function isNotWanted({ status }: Run, { content, messageId }: Delivery): boolean {
  if (messageId !== null) return false;
  return content.show === "approval"
    ? status.state !== "pendingApproval"
    : content.show === "emergency" && cameToNothing(status);
}

const removed: Answer = {
  kind: "noted",
  text: notice("removed"),
};

const perhapsShown: Answer = {
  kind: "failure",
  asked: "",
  failure: plainFailure("perhapsShown", "answerPerhapsTaken", "notPostedAgain"),
  id: null,
};

async function withPlace(
  services: Services,
  delivery: Delivery,
  next: Delivered["next"],
): Promise<Delivered> {
  if (next.step === "giveUp") {
    services.log.error("message not shown", { key: delivery.key, code: next.code });
    return { next, personal: null };
  }
  if (next.step !== "elsewhere") return { next, personal: null };
  const personal = delivery.to.personal ? delivery.to : await services.messenger.personalChat(delivery.to);
  services.log.warn("message goes to the personal chat", { key: delivery.key, code: next.code });
  if (personal !== null) return { next, personal };
  services.log.error("message not shown", { key: delivery.key, code: next.code });
  return { next: { step: "giveUp", code: next.code }, personal: null };
}
