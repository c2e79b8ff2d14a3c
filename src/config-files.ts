// The setting that says with which key files that people send are kept; a part of `config.ts`.
import { join } from "node:path";
import { z } from "zod";

export const filesSchema = z.object({ FILES_KEY_FILE: z.string().optional() });

/** `made`: in the data folder. `passing`: of this process alone. `none`: then nobody's file is taken. */
export type FilesKey = Readonly<{ kind: "file" | "made"; file: string } | { kind: "passing" | "none" }>;

/** Never in the database: who has that alone reads no file. */
export function filesKeyOf(
  env: z.infer<typeof filesSchema>,
  store: Readonly<{ databaseUrl: string } | { dataDir: string }>,
): FilesKey {
  if (env.FILES_KEY_FILE !== undefined) return { kind: "file", file: env.FILES_KEY_FILE };
  if (!("dataDir" in store)) return { kind: "none" };
  return store.dataDir === ":memory:"
    ? { kind: "passing" }
    : { kind: "made", file: join(store.dataDir, "files.key") };
}
