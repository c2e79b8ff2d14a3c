// Judging a snapshot: every check, the root cause and the ways in, without any I/O.
import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import { signedInReader, startAzure } from "../support/azure.ts";
import { type Measurement, median, milliseconds, timed } from "../support/row.ts";

const mostMilliseconds = 10;

export const checks: Measurement = {
  name: "checks",
  async measure({ quick }) {
    const azure = await startAzure();
    const snapshot = await (await signedInReader(azure)).collect();
    await azure.close();
    const rounds: number[] = [];
    for (let round = 0; round < (quick ? 50 : 500); round += 1)
      rounds.push(await timed(async () => diagnose(snapshot)));
    const each = median(rounds);
    return [
      {
        what: "Evaluating all checks, walks and ways in",
        figure: milliseconds(each),
        aim: milliseconds(mostMilliseconds),
        met: each <= mostMilliseconds,
      },
    ];
  },
};
