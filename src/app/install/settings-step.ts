// The settings of a host of one's own, as a file that the product reads: what only Entra and Azure know. There is no secret
// among them, and what whoever looks after the host adds stays.
import { isOwnHost } from "../../core/install/answers.ts";
import type { Made } from "../../core/install/made.ts";
import { changedSettings, firstSettings, settingsOf } from "../../core/install/settings.ts";
import type { Step, TextFile } from "../ports/install.ts";

/** `policyFile`: beside it. */
export function settingsStep(file: TextFile, policyFile: string): Step {
  const wanted = (made: Made) => settingsOf(made, policyFile);
  return {
    name: "settings",
    needs: [],
    isFor: isOwnHost,
    makes: () => [`${file.name}, which the bot is started with`],
    look: async (made) => {
      const text = await file.read();
      if (text === null) return { is: "missing" };
      const how = changedSettings(text, wanted(made)).names;
      return how.length === 0 ? { is: "there", made } : { is: "differs", how, made };
    },
    make: async (made) => {
      const text = await file.read();
      await file.write(
        text === null ? firstSettings(wanted(made)) : changedSettings(text, wanted(made)).text,
      );
      return made;
    },
    // What somebody has edited is theirs.
    takeBack: async (made) => {
      if ((await file.read()) === firstSettings(wanted(made))) await file.remove();
    },
    deletes: async (made) => {
      const text = await file.read();
      const host = { is: "host", address: made.answers.runsAt } as const;
      if (text === null) return { gone: [], stays: [host] };
      return text === firstSettings(wanted(made))
        ? { gone: [file.name], stays: [host] }
        : { gone: [], stays: [{ is: "edited", file: file.name }, host] };
    },
    undo: () => `rm ${file.name}`,
  };
}
