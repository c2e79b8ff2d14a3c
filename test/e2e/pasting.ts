// What is printed as a fix, pasted with the real `az`: in whose shell, who changed what by it, and the table of it all.

import type { RequestLogEntry } from "../../simulator/control/request-log.ts";
import type { Person } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { openAzureCli } from "./azure-cli.ts";

export type Pasting = Awaited<ReturnType<typeof openPasting>>;

/** Asked for by POST, although nothing is changed by it. */
const isQuestion = (path: string): boolean => /\/listNetworkManagerEffectiveSecurityAdminRules$/i.test(path);

/** Whether a request changes something in Azure. */
export const isWrite = ({ method, path }: Pick<RequestLogEntry, "method" | "path">): boolean =>
  method !== "GET" && /^\/subscriptions/i.test(path) && !isQuestion(path);

/** The commands without their arguments. */
const commandsOf = (lines: string): string =>
  lines
    .split("\n")
    .map((line) => `\`${/^az [a-z -]+(?= --)/.exec(line)?.[0] ?? line.split(" ")[0]}\``)
    .join(", ");

export async function openPasting(azure: Simulator) {
  const cli = await openAzureCli(azure);
  const healed: (readonly string[])[] = [];
  let seen = "";
  return {
    cli,
    /** The CLI knows the subscriptions that there were when somebody logged in. */
    logIn: async (person: Person): Promise<void> => {
      const now = [person.oid, ...azure.scenario.subscriptions.map((each) => each.subscriptionId)].join();
      if (seen !== now) await cli.logIn(person);
      seen = now;
    },
    /** Who changed what in Azure since the last clearing. */
    writers: (): readonly (string | null)[] => [
      ...new Set(
        azure
          .requests()
          .filter(isWrite)
          .map(({ caller }) => caller),
      ),
    ],
    /** A row for the table: what was broken, what was blamed or found, what was pasted, and what was said afterwards. */
    keep: (broken: string, found: string, lines: string, then: string): void =>
      void healed.push([broken, found, commandsOf(lines), then]),
    /** Prints the table; `found` heads its second column. */
    close: async (found: string): Promise<void> => {
      const rows = healed.map((row) => `| ${row.join(" | ")} |`);
      process.stdout.write(
        [
          `\n| broken | ${found} | fix, pasted with the real \`az\` | then |`,
          "|---|---|---|---|",
          ...rows,
          `${rows.length} fixes healed\n`,
        ].join("\n"),
      );
      await cli.close();
    },
  };
}
