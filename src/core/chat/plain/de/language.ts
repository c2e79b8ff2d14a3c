import type { Language } from "../language.ts";
import { allows, notLetIn, turnedAway } from "./addresses.ts";
import { leavesOut, may, why } from "./beside.ts";
import { change } from "./change.ts";
import { look } from "./look.ts";
import { command, sentence } from "./sentence.ts";
import { talk } from "./talk.ts";
import { common, known } from "./words.ts";

export const de: Language = {
  sentence,
  talk,
  common,
  known,
  may,
  why,
  allows,
  turnedAway,
  notLetIn,
  leavesOut,
  change,
  look,
  command,
};
