// Why something could not be read.
import type { Unavailable } from "../../../core/snapshot/section.ts";

export const sayUnread = (why: Unavailable["message"]): string => why;
