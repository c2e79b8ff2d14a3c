// What files that people send are sealed with, as the settings say.
import type { FilesKey } from "./config-files.ts";
import type { KeyResult } from "./store/kit/secret-file.ts";
import { newFileKey, readFileKey, readOrMakeFileKey } from "./store/run/file-key.ts";

/** `key`: null where none is set: then no file is taken. */
export async function openFilesKey(key: FilesKey): Promise<KeyResult<Buffer | null>> {
  switch (key.kind) {
    case "file":
      return readFileKey(key.file);
    case "made":
      return readOrMakeFileKey(key.file);
    case "passing":
      return { ok: true, key: newFileKey() };
    case "none":
      return { ok: true, key: null };
  }
}
