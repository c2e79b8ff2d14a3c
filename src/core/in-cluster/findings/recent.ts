// Which warnings are of now.
import type { Warning } from "../reads/model.ts";

const hourMs = 60 * 60_000;

export const inLastHour = (warnings: readonly Warning[], now: number): readonly Warning[] =>
  warnings.filter(({ last }) => last !== null && now - last <= hourMs);
