import type { Language } from "../language.ts";
import { abilities } from "./abilities.ts";
import { access, allows, notLetIn, turnedAway, wayFirst } from "./access.ts";
import { change } from "./change.ts";
import { beyond, deeds, topics } from "./deeds.ts";
import { causeFirst, diagnose, leavesOut, why } from "./diagnose.ts";
import { look } from "./look.ts";
import { command, sentence } from "./sentence.ts";
import { talk } from "./talk.ts";

export const en: Language = {
  sentence,
  talk,
  abilities: { ...abilities, access, diagnose },
  causeFirst,
  wayFirst,
  why,
  allows,
  turnedAway,
  notLetIn,
  leavesOut,
  change,
  deeds,
  beyond,
  topics,
  look,
  command,
};
