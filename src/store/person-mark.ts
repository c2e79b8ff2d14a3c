// A person where it has to be told apart from others, and by nobody who reads the row: jobs and guesses name nobody.
import { createHash } from "node:crypto";

/** `key`: see `personKey`. */
export const markOf = (key: string): string => createHash("sha256").update(key, "utf8").digest("hex");
