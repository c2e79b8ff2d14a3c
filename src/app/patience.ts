// How long somebody waits for what can be left out, or told later.

/** In milliseconds. */
export type Patience = Readonly<{
  /** A card, for the names of people on it. */
  names: number;
  /** Whoever presses, for an answer. */
  press: number;
  /** Whoever asks, for a card that says what the answer waits for. */
  waiting: number;
  /** Whoever sees the card of a run, for the step that it is at. */
  progress: number;
}>;

/** Clients give up on a press after about ten seconds; we answer well before that and go on by ourselves. */
export const patience: Patience = { names: 2_000, press: 2_500, waiting: 700, progress: 3_000 };
