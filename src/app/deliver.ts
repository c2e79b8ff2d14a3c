// One message of the outbox, shown by one call to Teams; what becomes of it is decided by core/outbox/next-step.ts.
import type { Answer } from "../core/chat/answer.ts";
import { note } from "../core/chat/note.ts";
import { type Delivery, isOfRun, type OfRun, type Outcome } from "../core/outbox/message.ts";
import {
  elsewhereLater,
  isPostedOut,
  isSetAside,
  isTooOld,
  type NextStep,
  nextStep,
} from "../core/outbox/next-step.ts";
import { redact } from "../core/redact/redact.ts";
import type { Run } from "../core/run/run.ts";
import { cameToNothing } from "../core/run/transition.ts";
import type { Delivered, Showing } from "./ports-outbox.ts";
import { plainFailure } from "./say.ts";
import type { Services } from "./services.ts";

/** Never throws: what fails on our side is tried again like what Teams refuses. */
export async function deliver(services: Services, delivery: Delivery): Promise<Delivered> {
  const failed = (error: unknown): Outcome => {
    services.log.error("message could not be made", { key: delivery.key, error: redact(String(error)).text });
    return { status: "refused", code: "ours", again: true };
  };
  const next = after(services, delivery, await callTeams(services, delivery).catch(failed));
  return withPlace(services, delivery, next).catch((error: unknown) => {
    failed(error);
    const notice = next.step === "elsewhere" && next.notice;
    return { next: elsewhereLater(delivery, notice, services.chance()), personal: null };
  });
}

function after({ clock, chance }: Services, delivery: Delivery, outcome: Outcome | null): NextStep {
  if (outcome === null) return { step: "done", messageId: delivery.messageId };
  return isTooOld(delivery, clock.now()) && outcome.status !== "shown"
    ? { step: "giveUp", code: "tooOld" }
    : nextStep(delivery, outcome, chance());
}

/** Null where there is nothing to show any more. */
async function callTeams(services: Services, delivery: Delivery): Promise<Outcome | null> {
  const { messenger } = services;
  const { to, messageId, unsure, final } = delivery;
  // It may stand there, under an id that we do not know: only its end is worth a second message.
  if (isPostedOut(delivery) || (messageId === null && unsure > 0 && !final)) return { status: "unknown" };
  const showing = await showingOf(services, delivery);
  if (showing === null) return null;
  const short = delivery.short || isSetAside(delivery);
  if (messageId !== null) return messenger.edit(to, messageId, showing, short);
  if (unsure > 0 && !(await messenger.answers(to))) return { status: "refused", code: "away", again: true };
  return messenger.post(to, showing, short);
}

/** Null: it does not exist any more, for example since its person was forgotten, or nobody has to see it. */
async function showingOf(services: Services, delivery: Delivery): Promise<Showing | null> {
  const { content, notice, elsewhere } = delivery;
  if (notice) return { show: "answer", answer: perhapsShown, elsewhere: false };
  if (content.show === "waiting") {
    const { show, question: _, ...goesOn } = content;
    return { show: "answer", answer: { kind: show, ...goesOn, userId: delivery.to.userId }, elsewhere };
  }
  if (content.show === "answer") return { ...content, elsewhere };
  if (!isOfRun(content)) return content;
  const run = await services.store.run(content.runId);
  if (run && isNotWanted(run, delivery)) return null;
  if (run) return { show: "answer", answer: answerAbout(run, content), elsewhere };
  // Its card stands there as it was while the run went on, and must not say so for ever.
  return delivery.messageId === null ? null : { show: "answer", answer: removed, elsewhere: false };
}

function answerAbout(run: Run, content: OfRun): Answer {
  switch (content.show) {
    case "run":
      return { kind: "run", run, page: null };
    case "approval":
      return { kind: "approvalWanted", run, groups: content.groups, people: content.people };
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
  text: note("removed"),
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
