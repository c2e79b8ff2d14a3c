// The policy's file: written once, for the chosen groups. From then on it is whoever edits it.
import { firstPolicy } from "../../core/install/first-policy.ts";
import type { Made } from "../../core/install/made.ts";
import type { PolicyText, Step } from "../ports/install.ts";

export function policyStep(file: PolicyText): Step {
  const first = ({ groups = [] }: Made) => firstPolicy(groups);
  return {
    name: "policy",
    needs: [],
    makes: ({ groups = [] }) => [
      `${file.name} for ${groups.map(({ displayName }) => displayName).join(", ")}`,
    ],
    look: async (made) => ((await file.read()) === null ? { is: "missing" } : { is: "there", made }),
    make: async (made) => {
      await file.write(first(made));
      return made;
    },
    // What somebody has edited is theirs.
    takeBack: async (made) => {
      if ((await file.read()) === first(made)) await file.remove();
    },
    undo: () => `rm ${file.name}`,
  };
}
