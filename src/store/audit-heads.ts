// A book of heads in a file that is only ever appended to. `chattr +a`, or another machine's disk, keeps it so.
import { appendFile, readFile } from "node:fs/promises";
import { type HeadBook, lastHead } from "../core/audit/heads.ts";
import { codeOf } from "./error-text.ts";

export const fileBook = (file: string): HeadBook => ({
  append: (line) => appendFile(file, `${line}\n`, { mode: 0o600 }),
  last: async () => {
    try {
      return lastHead(await readFile(file, "utf8"));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  },
});
