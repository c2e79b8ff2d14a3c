// Where Entra sends people back to from the page that answers Conditional Access: a redirect URI of the app registration, once
// it is known where the bot answers.
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { endpointOf, type Made } from "../../core/install/made.ts";
import { challengeAnswerPath } from "../entra/challenge-page.ts";
import { graphRead } from "./directory.ts";
import { nothing, type Requests } from "./requests.ts";

const webShape = z.object({ web: z.object({ redirectUris: z.array(z.string()).default([]) }).nullish() });

export const answerUri = (made: Made): string =>
  `${endpointOf(made) ?? "https://<host>"}${challengeAnswerPath}`;

export function answerPageStep(requests: Requests): Step {
  const pathOf = ({ registration }: Made) => `/applications/${registration?.objectId}`;
  const urisOf = async (made: Made): Promise<readonly string[]> =>
    (await graphRead(requests, `${pathOf(made)}?$select=web`, webShape))?.web?.redirectUris ?? [];
  return {
    name: "answerPage",
    needs: [{ graph: "Application.ReadWrite.All" }],
    makes: (made) => [`redirectUri ${answerUri(made)}`],
    look: async (made) => {
      if (made.registration === undefined || endpointOf(made) === null) return { is: "missing" };
      return (await urisOf(made)).includes(answerUri(made)) ? { is: "there", made } : { is: "missing" };
    },
    make: async (made) => {
      const redirectUris = [...(await urisOf(made)), answerUri(made)];
      const body = { web: { redirectUris } };
      await requests.graph(nothing, { method: "PATCH", path: pathOf(made), body });
      return made;
    },
    goesWith: "registration",
    undo: () => null,
  };
}
