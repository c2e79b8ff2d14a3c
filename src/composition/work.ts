// What the product does by itself: jobs that the store gives out, to one replica each, and timers of every replica.
import { expireChanges } from "../app/change/expire-changes.ts";
import { executeRun, recoverRun } from "../app/conversation/execute-run.ts";
import { deliver } from "../app/delivery/deliver.ts";
import { announceHead } from "../app/delivery/post-audit-head.ts";
import { joinAlerts } from "../app/delivery/receive-alert.ts";
import { recoverQuestions } from "../app/delivery/recover-questions.ts";
import { diagnoseForIncidents } from "../app/diagnosis/diagnose-for-incidents.ts";
import { followOperations } from "../app/diagnosis/follow-operations.ts";
import type { PolicyInForce } from "../app/identity/policy-in-force.ts";
import { endMutes } from "../app/incident/end-mutes.ts";
import { escalateIncidents } from "../app/incident/escalate-incidents.ts";
import { sendWeeklyCards } from "../app/incident/week.ts";
import type { Services } from "../app/ports/services.ts";
import type { Config } from "../config/config.ts";
import type { Background } from "../doors/teams/background.ts";
import type { OpenedStore } from "../store/open-store.ts";

/** What is done again and again; the answer ends it. */
export function startTimers(
  { audit: { operatorsChannel } }: Config,
  services: Services,
  policy: PolicyInForce,
  background: Background,
): () => void {
  const every = (milliseconds: number, name: string, work: () => Promise<void>) =>
    setInterval(() => background.start(name, work), milliseconds);
  const timers = [
    every(5_000, "policy versions", policy.compare),
    every(60_000, "weekly cards", () => sendWeeklyCards(services)),
    // Asked for each hour, posted once a day.
    ...(operatorsChannel === null
      ? []
      : [every(3_600_000, "audit head", () => announceHead(services, operatorsChannel))]),
  ];
  return () => timers.forEach(clearInterval);
}

export const jobsOf = (services: Services): Parameters<OpenedStore["jobs"]["start"]>[0] => ({
  execute: (runId) => executeRun(services, runId),
  recover: (runId) => recoverRun(services, runId),
  joinAlerts: () => joinAlerts(services),
  diagnoseForIncidents: () => diagnoseForIncidents(services),
  followOperations: () => followOperations(services),
  endMutes: () => endMutes(services),
  escalateIncidents: () => escalateIncidents(services),
  deliver: (delivery) => deliver(services, delivery),
  recoverQuestions: () => recoverQuestions(services),
  expireChanges: () => expireChanges(services),
});
