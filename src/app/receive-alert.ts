// An alert arrives: it is kept as it came, and answered. What it is about is found by a job (join-alerts.ts).
import type { Alert } from "../core/alert/alert.ts";
import type { Sender } from "./ports-incidents.ts";
import type { Services } from "./services.ts";

/** Throws when the database does not take it, so that whoever delivered it tries again. */
export const receiveAlert = (
  { store, clock }: Pick<Services, "store" | "clock">,
  sender: Sender,
  alert: Alert,
): Promise<void> => store.takeAlert({ alert, sender, receivedAt: clock.now().toISOString() });
