// The language that a shell is set to, as POSIX says: the first of these that says anything.
// https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_02
import type { Variables } from "../../config/config.ts";

/** `de_DE.UTF-8`, `C`; empty where nothing is set. */
export const shellLocale = ({ LC_ALL, LC_MESSAGES, LANG }: Variables): string =>
  LC_ALL || LC_MESSAGES || LANG || "";
