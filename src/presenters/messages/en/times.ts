// How long something takes.
import type { TimeWords } from "../time.ts";
import { counted } from "./words.ts";

export const times: TimeWords = {
  hours: counted("{it} h"),
  minutes: counted("{it} min"),
  seconds: counted("{it} s"),
  tenths: counted("{it, number, ::.0} s"),
};
