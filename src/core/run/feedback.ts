// What people say about a diagnosis: was the named cause the cause?

import type { PersonId } from "../requester.ts";

export type FeedbackAnswer = "yes" | "no";

/** One a person and run; a later one replaces the former. `answeredAt`: ISO time, UTC. */
export type Feedback = Readonly<{
  runId: string;
  person: PersonId;
  answer: FeedbackAnswer;
  answeredAt: string;
}>;

/** How many people gave each answer to one run. */
export type Tally = Readonly<Record<FeedbackAnswer, number>>;
