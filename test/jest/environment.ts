// Tests see the process's own globals, as the modules that Node loads do.
import { TestEnvironment } from "jest-environment-node";
import { learnWords } from "../../src/composition/learn-words.ts";

const { console: ownConsole } = globalThis;
const { exit } = process;

/** Once for all test files of a worker, and kept for the others. */
const learned = learnWords((error) => {
  throw error;
});

export default class OwnProcess extends TestEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    super(...given);
    Reflect.set(this, "global", globalThis);
  }

  override async setup(): Promise<void> {
    await learned;
    await super.setup();
  }

  override async teardown(): Promise<void> {
    // What Jest leaves on the globals of each file.
    Reflect.deleteProperty(globalThis, Symbol.for("EVENT_HANDLERS"));
    Object.assign(globalThis, { console: ownConsole });
    process.exit = exit;
    await super.teardown();
  }
}
