// How long something takes.
import type { TimeWords } from "../time.ts";
import { counted } from "./words.ts";

export const times: TimeWords = {
  hours: counted("{it} 小时"),
  minutes: counted("{it} 分钟"),
  seconds: counted("{it} 秒"),
  tenths: counted("{it, number, ::.0} 秒"),
};
