// The groups of the person's answer, as Entra has them. Nothing is made: who is in them stays with whoever keeps them.
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import type { Group } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import { graphRead } from "./directory.ts";
import type { Requests } from "./requests.ts";

const groupShape = z.object({ id: z.string(), displayName: z.string() });
const isId = (text: string): boolean => z.guid().safeParse(text).success;

export const groupsStep = (requests: Requests): Step => ({
  name: "groups",
  needs: [{ graph: "GroupMember.Read.All" }],
  // One that was deleted since is no reason to keep the bot.
  byMarksAlone: true,
  makes: () => [],
  look: async (made) => {
    const groups: Group[] = [];
    for (const written of made.answers.groups) groups.push(await groupOf(requests, written));
    return { is: "there", made: { ...made, groups } };
  },
  make: async (made) => made,
  undo: () => null,
});

/** A name that several groups have says of none which is meant. */
async function groupOf(requests: Requests, written: string): Promise<Group> {
  const filter = encodeURIComponent(`displayName eq '${written.replaceAll("'", "''")}'`);
  const path = `/groups?$filter=${filter}&$select=id,displayName`;
  const found = isId(written)
    ? [await graphRead(requests, `/groups/${written}?$select=id,displayName`, groupShape)]
    : (await graphRead(requests, path, z.object({ value: z.array(groupShape) })))?.value;
  const [group = null, ...others] = found ?? [];
  if (group !== null && others.length === 0) return group;
  if (group === null) throw new Refused({ is: "groupUnknown", written });
  throw new Refused({ is: "groupAmbiguous", written, ids: [group, ...others].map((each) => each?.id ?? "") });
}
