// Forms of every accepted command, with each kubectl there is: nothing is read that is not declared. A sample also where
// nothing is there, and where all but the first is forbidden: kubectl then tries other ways. Of the kubectl of the PATH each
// third, of the one that npm brings a sample; all with PROVE=1.
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

const all = process.env.PROVE === "1";
const fewer = all ? commands : sampleOfCommands;
const third = all
  ? commands
  : [...new Set([...sampleOfCommands, ...commands.filter((_, at) => at % 3 === 0)])];

test.each([
  ["of the PATH", findKubectl, third],
  ["that npm brings", bundledKubectl, fewer],
])(
  "the kubectl %s",
  async (_, find, asked) => {
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
