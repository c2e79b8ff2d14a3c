// "Ask NAME": who may make a fix, and the message that asks them.
import { dotted } from "./words.ts";

export const fixAskTexts = {
  fixAsk: {
    button: (name: string) => `Ask ${name}`,
    /** Beside the roles that the fix takes. */
    may: (name: string) => `${name}'s roles allow it.`,
    groupMay: (name: string) => `The roles of the group ${name} allow it.`,
    wasAsked: (name: string, time: string) => `${name}'s roles allow it, and they were asked ${time}.`,
    summary: (by: string, name: string, cluster: string) => `${by} asks ${name} to fix ${cluster}.`,
    /** Follows the name of whoever is asked. */
    asks: (by: string) => `: ${by} asks you to make this fix: your roles in Azure allow it.`,
    takes: (role: string) => `It takes ${role}.`,
    untilThen: "Until then",
    wayHere: (isSure: boolean) =>
      `kubectl ${isSure ? "works" : "may work"} here in the chat: write \`kubectl …\`.`,
    footer: (run: string, name: string, time: string) =>
      dotted([run, `diagnosed ${time} with the rights of ${name}`, "nothing was run"]),
  },
};
