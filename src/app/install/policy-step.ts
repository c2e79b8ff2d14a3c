// The policy's file: written once, for the chosen groups. From then on it is whoever edits it.
import { firstPolicy } from "../../core/install/first-policy.ts";
import type { Made } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import type { Step, TextFile } from "../ports/install.ts";

/** `problemsOf`: why the product would not take such a policy, in sentences. */
export function policyStep(file: TextFile, problemsOf: (text: string) => readonly string[]): Step {
  const first = ({ groups = [] }: Made) => firstPolicy(groups);
  return {
    name: "policy",
    needs: [],
    byMarksAlone: true,
    makes: ({ groups = [] }) => [
      `${file.name} for ${groups.map(({ displayName }) => displayName).join(", ")}`,
    ],
    // An edited one goes into the deployment, so one that the product would not take stops here.
    look: async (made) => {
      const text = await file.read();
      if (text === null) return { is: "missing" };
      const problems = problemsOf(text);
      if (problems.length > 0) throw new Refused({ is: "policyRefused", problems });
      return { is: "there", made };
    },
    make: async (made) => {
      await file.write(first(made));
      return made;
    },
    // What somebody has edited is theirs.
    takeBack: async (made) => {
      if ((await file.read()) === first(made)) await file.remove();
    },
    deletes: async (made) => {
      const text = await file.read();
      if (text === null) return { gone: [], stays: [] };
      return text === first(made)
        ? { gone: [file.name], stays: [] }
        : { gone: [], stays: [{ is: "edited", file: file.name }] };
    },
    undo: () => `rm ${file.name}`,
  };
}
