// What the asker sees as evidence. What they saw before somebody may have mended it is none: it only says what to explain.
import type { Client } from "./snapshot.ts";

export const seenNow = ({ symptom, symptomIsOld }: Client): string | undefined =>
  symptomIsOld === true ? undefined : symptom;
