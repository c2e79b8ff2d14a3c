// Whether what stands at an address takes packets: a machine, or what Azure runs itself.
import { type StateWord, stateWordOf } from "../outcome/state-word.ts";
import { type Section, unavailable } from "../snapshot/section.ts";
import type { Liveness } from "./model.ts";

export const running: Liveness = { state: "running" };

export const strange = (word: string): Liveness => ({
  state: "unseen",
  why: unavailable("failed", { is: "stateUnknown", state: word }),
});

/** What Azure runs itself is down where its last change failed; a word that is not known says neither. */
export const livenessOfService = (state: string, works: readonly StateWord[]): Liveness => {
  const word = stateWordOf(state);
  if (works.includes(word)) return running;
  return word === "failed" ? { state: "down", word: state } : strange(state);
};

export const livenessOfMachine = (powerState: Section<string>): Liveness => {
  if (powerState.status === "unavailable") return { state: "unseen", why: powerState };
  if (/^running$/i.test(powerState.data)) return running;
  return /^(deallocated|deallocating|stopped|stopping)$/i.test(powerState.data)
    ? { state: "down", word: powerState.data }
    : strange(powerState.data);
};
