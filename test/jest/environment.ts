// Tests see the process's own globals, as the modules that Node loads do.
import { TestEnvironment } from "jest-environment-node";

const { console: ownConsole } = globalThis;
const { exit } = process;

export default class OwnProcess extends TestEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    super(...given);
    Reflect.set(this, "global", globalThis);
  }

  override async teardown(): Promise<void> {
    // What Jest leaves on the globals of each file.
    Reflect.deleteProperty(globalThis, Symbol.for("EVENT_HANDLERS"));
    Object.assign(globalThis, { console: ownConsole });
    process.exit = exit;
    await super.teardown();
  }
}
