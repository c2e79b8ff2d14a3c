// Node itself loads the tests and what they import, as it does for `npm start`: once for all test files of a worker.
// Jest's own loader would read, compile and link some thousand modules again for each of hundreds of files.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const {
  default: JestRuntime,
}: typeof import("jest-runtime", { with: { "resolution-mode": "require" }}) = require("jest-runtime");

export default class NodeRuntime extends JestRuntime {
  override unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  override unstable_importModule(file: string) {
    return import(file);
  }

  /** Jest's own `test` and `expect`: anew for each file, since they keep what it declared. */
  override requireInternalModule<T = unknown>(file: string): T {
    delete require.cache[file];
    return require(file);
  }
}
