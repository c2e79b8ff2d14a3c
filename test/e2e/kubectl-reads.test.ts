// Forms of every accepted command, with each kubectl there is: nothing is read that is not declared. A sample also where
// nothing is there, and where all but the first is forbidden: kubectl then tries other ways. A sample of the forms; all
// with PROVE=1.
import { findKubectl } from "../../simulator/kubernetes/kubectl.ts";
import { commands, sampleOfCommands } from "../kubectl/commands.ts";
import { undeclaredReads, unusedReads } from "../kubectl/declared.ts";
import { recordReads } from "../kubectl/record.ts";

/** The one that npm brings is found where the PATH has none. */
async function bundledKubectl(): Promise<string | null> {
  const { PATH } = process.env;
  process.env.PATH = "";
  try {
    return await findKubectl();
  } finally {
    process.env.PATH = PATH;
  }
}

const asked = process.env.PROVE === "1" ? commands : sampleOfCommands;

test.each([
  ["of the PATH", findKubectl],
  ["that npm brings", bundledKubectl],
])(
  "the kubectl %s",
  async (_, find) => {
    const kubectl = (await find()) ?? "";
    const recorded = [
      ...(await recordReads(kubectl, asked, ["full"])),
      ...(await recordReads(kubectl, sampleOfCommands, ["empty", "closed"])),
    ];
    expect(recorded.length).toBeGreaterThan(asked.length);
    expect(undeclaredReads(recorded)).toEqual([]);
    expect(unusedReads(recorded)).toEqual([]);
  },
  600_000,
);
